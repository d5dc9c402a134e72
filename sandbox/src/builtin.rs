use crate::answer::Answer;

const PROTECTED_RESOURCE: &str = "/.well-known/oauth-protected-resource";

/// Returns the built-in answer to a request that matches no route. Telnyx documents these answers.
pub(crate) fn answer(method: &str, path: &str) -> Answer {
    let reading = matches!(method, "GET" | "HEAD");
    if path.starts_with("/.well-known/") && !reading {
        return error(405, "method_not_allowed", "only GET and HEAD are allowed").header("allow", "GET, HEAD");
    }
    if let Some(suffix) = path.strip_prefix(PROTECTED_RESOURCE) {
        match suffix {
            "" | "/v2/mcp" => return resource_metadata(suffix),
            "/400" => return error(400, "invalid_request", "The request is malformed."),
            "/401" => return error(401, "invalid_client", "Client authentication failed."),
            _ => {}
        }
    }
    match path {
        "/.well-known/oauth-authorization-server" => Answer::json(AUTHORIZATION_SERVER),
        "/v2/messages" => unauthorized(""),
        "/v2/mcp" => unauthorized("/v2/mcp"),
        _ => error(404, "not_found", "There is nothing at this path."),
    }
}

fn resource_metadata(resource: &str) -> Answer {
    Answer::json(format!(r#"{{"resource":"${{origin}}{resource}","authorization_servers":["${{origin}}"]}}"#))
}

/// Returns an answer with an error body in the documented form.
fn error(status: u16, error: &str, description: &str) -> Answer {
    Answer::json(format!(r#"{{"error":"{error}","error_description":"{description}"}}"#)).with_status(status)
}

fn unauthorized(resource: &str) -> Answer {
    let challenge = format!(r#"Bearer resource_metadata="${{origin}}{PROTECTED_RESOURCE}{resource}""#);
    Answer::json(UNAUTHORIZED).with_status(401).header("www-authenticate", challenge)
}

const UNAUTHORIZED: &str = concat!(
    r#"{"errors":[{"code":"10009","title":"Authentication failed","#,
    r#""detail":"The credentials are missing or invalid."}]}"#
);

const AUTHORIZATION_SERVER: &str = concat!(
    r#"{"issuer":"${origin}","#,
    r#""authorization_endpoint":"${origin}/v2/oauth/authorize","#,
    r#""token_endpoint":"${origin}/v2/oauth/token","#,
    r#""registration_endpoint":"${origin}/v2/oauth/register","#,
    r#""revocation_endpoint":"${origin}/v2/oauth/revoke","#,
    r#""introspection_endpoint":"${origin}/v2/oauth/introspect","#,
    r#""jwks_uri":"${origin}/v2/oauth/jwks","#,
    r#""scopes_supported":["admin"],"#,
    r#""response_types_supported":["code"],"#,
    r#""response_modes_supported":["query"],"#,
    r#""grant_types_supported":["authorization_code","client_credentials","refresh_token"],"#,
    r#""token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post","none"],"#,
    r#""code_challenge_methods_supported":["S256"]}"#
);
