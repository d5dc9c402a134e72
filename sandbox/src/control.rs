use http::request::Parts;
use http::{HeaderValue, Method, Response, StatusCode, header};
use hyper::body::Incoming;
use serde_json::json;

use crate::body::AnswerBody;
use crate::request_body;
use crate::scenario::Scenario;
use crate::server::Server;
use crate::source::Source;

/// The maximum size of a scenario, in bytes.
const SCENARIO_LIMIT: usize = 16 * 1024 * 1024;

/// Returns true if a request for this path controls the sandbox.
pub(crate) fn is_control_path(path: &str) -> bool {
    path.starts_with("/.sandbox/")
}

/// Answers a request that controls the sandbox. The list of requests leaves out such requests.
pub(crate) async fn answer(server: &Server, head: &Parts, upload: Incoming) -> Response<AnswerBody> {
    match (head.uri.path(), &head.method) {
        ("/.sandbox/requests", &Method::GET) => match serde_json::to_string(&server.requests.all()) {
            Ok(list) => json_response(StatusCode::OK, list),
            Err(error) => failure(StatusCode::INTERNAL_SERVER_ERROR, &error.to_string()),
        },
        ("/.sandbox/scenario", &Method::POST) => {
            let scenario = match request_body::text(upload, SCENARIO_LIMIT).await {
                Ok(text) => Scenario::from_json(&text).map_err(|error| error.to_string()),
                Err(error) => Err(error),
            };
            match scenario {
                Ok(scenario) => {
                    server.set_scenario(scenario);
                    done()
                }
                Err(error) => failure(StatusCode::BAD_REQUEST, &error),
            }
        }
        ("/.sandbox/scenario", &Method::DELETE) => {
            server.set_scenario(Scenario::new());
            server.requests.clear();
            done()
        }
        ("/.sandbox/requests" | "/.sandbox/scenario", _) => {
            failure(StatusCode::METHOD_NOT_ALLOWED, "this path does not support this method")
        }
        _ => failure(StatusCode::NOT_FOUND, "unknown path: expected /.sandbox/requests or /.sandbox/scenario"),
    }
}

fn done() -> Response<AnswerBody> {
    let mut response = Response::new(AnswerBody::absent());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}

fn failure(status: StatusCode, text: &str) -> Response<AnswerBody> {
    json_response(status, json!({ "error": text }).to_string())
}

fn json_response(status: StatusCode, text: String) -> Response<AnswerBody> {
    let length = HeaderValue::from(text.len());
    let mut response = Response::new(AnswerBody::new(Source::Bytes(text.into())));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, length);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
