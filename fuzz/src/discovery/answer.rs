use super::start::challenges;
use crate::Choices;
use serde_json::{Map, Value, json};
use telnyx_oauth::{DiscoveryPlan, Error, ErrorKind, Response};

/// The issuers for `authorization_servers` and `issuer`. The table is short, so that both often match.
const ISSUERS: &[&str] = &[
    "https://one.example",
    "https://one.example/",
    "https://one.example/t",
    "https://one.example/t/",
    "https://one.example//",
    "HTTPS://ONE.example:443",
    "https://two.example",
    "https://rs.example/a",
    "http://one.example",
    "http://127.0.0.1:9",
    "https://one.example?x=1",
    "https://u@one.example",
    "https://one.example/#x",
    "https://one.example/.well-known/openid-configuration",
    "one",
];

const FOUND_AT: &[&str] = &[
    "https://rs.example/.well-known/oauth-protected-resource",
    "https://rs.example/elsewhere",
    "https://other.example/.well-known/oauth-protected-resource",
    "http://127.0.0.1:8080/.well-known/oauth-protected-resource",
    "elsewhere",
];

const STATUSES: &[u16] = &[200, 204, 302, 400, 401, 404, 408, 425, 429, 500, 503, 0];
const TYPES: &[Option<&str>] = &[Some("application/json"), None, Some("text/html"), Some("application/x+json")];
const BODIES: &[&str] = &["", "{}", r#"{"error": "invalid_request", "error_description": "\u001b"}"#, "<html>", "["];

/// The outcome of a request.
#[derive(Clone, Debug)]
pub enum Answer {
    /// No response was received.
    Failure(ErrorKind),
    /// A response was received.
    Reply {
        /// The status.
        status: u16,
        /// The URL of the response, if it differs from the requested URL.
        url: Option<String>,
        /// The content type.
        content_type: Option<&'static str>,
        /// The `WWW-Authenticate` field lines.
        lines: Vec<String>,
        /// The body.
        body: String,
    },
}

impl Answer {
    /// Chooses an answer about this resource. The first alternative is 404, so that the discovery ends after the end of
    /// the input.
    pub fn choose(choices: &mut Choices<'_>, resource: &str) -> Answer {
        let json = |body: String| Answer::reply(200, Some("application/json"), body);
        match choices.below(7) {
            0 => Answer::reply(404, None, String::new()),
            1 => json(resource_document(choices, resource)),
            2 => json(server_document(choices, resource)),
            3 => Answer::Failure(*choices.one(ErrorKind::ALL)),
            4 => {
                let body = choices.text(BODIES);
                Answer::reply(*choices.one(STATUSES), *choices.one(TYPES), body)
            }
            5 => Answer::reply(401, None, String::new()).challenging(challenges(choices)),
            _ => {
                let body = resource_document(choices, resource);
                json(body).from(choices.text(FOUND_AT)).challenging(challenges(choices))
            }
        }
    }

    /// Passes the answer to the plan, for the request `id`.
    pub fn give(&self, plan: &mut DiscoveryPlan, id: usize) -> Result<(), Error> {
        let Answer::Reply { status, url, content_type, lines, body } = self else {
            return plan.fail(id, self.failure(), "no response");
        };
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let mut response = Response::new(*status, body.as_bytes()).www_authenticate(&lines);
        response.url = url.as_deref();
        response.content_type = *content_type;
        plan.respond(id, &response)
    }

    /// The status; `None` if no response was received.
    pub fn status(&self) -> Option<u16> {
        match self {
            Answer::Failure(_) => None,
            Answer::Reply { status, .. } => Some(*status),
        }
    }

    fn failure(&self) -> ErrorKind {
        match self {
            Answer::Failure(kind) => *kind,
            Answer::Reply { .. } => ErrorKind::Internal,
        }
    }

    fn reply(status: u16, content_type: Option<&'static str>, body: String) -> Answer {
        Answer::Reply { status, url: None, content_type, lines: Vec::new(), body }
    }

    fn challenging(mut self, new: Vec<String>) -> Answer {
        if let Answer::Reply { lines, .. } = &mut self {
            *lines = new;
        }
        self
    }

    fn from(mut self, place: String) -> Answer {
        if let Answer::Reply { url, .. } = &mut self {
            *url = Some(place);
        }
        self
    }
}

fn resource_document(choices: &mut Choices<'_>, resource: &str) -> String {
    let declared = match choices.below(6) {
        0 => json!(resource),
        1 => json!(format!("{resource}/")),
        2 => json!("https://rs.example"),
        3 => json!("https://other.example/a"),
        4 => json!(1),
        _ => Value::Null,
    };
    let mut members = Map::from_iter([("authorization_servers".to_owned(), json!(choices.texts(ISSUERS)))]);
    if !declared.is_null() {
        members.insert("resource".to_owned(), declared);
    }
    Value::Object(members).to_string()
}

fn server_document(choices: &mut Choices<'_>, resource: &str) -> String {
    let mut members = json!({"issuer": choices.text(ISSUERS)});
    if choices.flag() {
        members["code_challenge_methods_supported"] = json!(["S256"]);
    }
    match choices.below(4) {
        0 => {}
        1 => members["protected_resources"] = json!([resource]),
        2 => members["protected_resources"] = json!([]),
        _ => members["token_endpoint"] = json!("http://one.example/token"),
    }
    members.to_string()
}
