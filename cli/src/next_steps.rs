use crate::rows::Row;
use crate::tree::Tree;
use telnyx_oauth::{AuthorizationParameters, ClientRegistration, Discovery};

/// Returns the tree of the next requests and their parameters, or `None` if no authorization server has valid metadata.
pub(crate) fn of(found: &Discovery) -> Option<Tree> {
    let parameters = found.authorization_parameters(None).ok()?;
    let mut branch = Tree::new("what to send next");
    let row = |name: &str, cells| -> Row { (name.to_owned(), cells) };
    branch.rows(&[
        row("client registration", registration(&parameters)),
        row("authorization request", authorization_request(&parameters)),
        row("authorization response", vec![response(&parameters)]),
        row("token request", token_request(&parameters)),
    ]);
    Some(branch)
}

fn registration(parameters: &AuthorizationParameters) -> Vec<String> {
    let way = |way: &ClientRegistration| match way {
        ClientRegistration::ClientIdMetadataDocument => {
            "client_id is the URL of a client ID metadata document".to_owned()
        }
        ClientRegistration::Dynamic => "register at the registration_endpoint".to_owned(),
        ClientRegistration::Preregistered => "use a client_id from the server's operator".to_owned(),
        other => other.to_string(),
    };
    let mut ways: Vec<String> = parameters.client_registration().iter().map(way).collect();
    ways.iter_mut().skip(1).for_each(|way| way.insert_str(0, "or "));
    ways
}

fn authorization_request(parameters: &AuthorizationParameters) -> Vec<String> {
    let mut cells = vec![endpoint(parameters.authorization_endpoint(), "authorization_endpoint")];
    match (parameters.requires_pushed_authorization(), parameters.pushed_authorization_request_endpoint()) {
        (true, url) => {
            let url = endpoint(url, "pushed_authorization_request_endpoint");
            cells.push(format!("push the parameters first: {url}"));
        }
        (false, Some(url)) => cells.push(format!("optionally push the parameters first: {url}")),
        (false, None) => {}
    }
    cells.push(resource(parameters));
    cells.push(match parameters.scope() {
        Some(scope) => format!("scope={}", scope.join(" ")),
        None => "no scope".to_owned(),
    });
    let has_offline_access =
        parameters.scope().is_some_and(|scope| scope.iter().any(|scope| scope == "offline_access"));
    if parameters.offline_access_supported() && !has_offline_access {
        cells.push("for a refresh token, add offline_access to the scope".to_owned());
    }
    cells.push(match parameters.code_challenge_method() {
        Some(method) => format!("code_challenge_method={method}"),
        None => "no code_challenge: the server does not say that it supports S256".to_owned(),
    });
    cells
}

fn response(parameters: &AuthorizationParameters) -> String {
    let issuer = parameters.issuer();
    match parameters.sends_authorization_response_iss() {
        true => format!("iss must be {issuer}"),
        false => format!("iss, if present, must be {issuer}"),
    }
}

fn token_request(parameters: &AuthorizationParameters) -> Vec<String> {
    let mut cells = vec![endpoint(parameters.token_endpoint(), "token_endpoint"), resource(parameters)];
    cells.push(format!("client authentication: {}", parameters.token_endpoint_auth_methods().join(" or ")));
    if parameters.dpop_required() {
        cells.push("a DPoP proof is required".to_owned());
    }
    if parameters.mtls_supported() {
        cells.push("certificate-bound access tokens (mTLS) are supported".to_owned());
    }
    cells
}

fn endpoint(url: Option<&str>, name: &str) -> String {
    url.map_or_else(|| format!("(the server states no {name})"), str::to_owned)
}

fn resource(parameters: &AuthorizationParameters) -> String {
    format!("resource={}", parameters.resource())
}
