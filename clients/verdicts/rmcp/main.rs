//! Runs the discovery of rmcp. Reads lines of JSON with `url` and `way`, and prints the end of each discovery as a line of JSON.

use rmcp::transport::auth::{
    AuthError, AuthorizationManager, AuthorizationMetadataSource, AuthorizationRequest, AuthorizationSession,
};
use rmcp::transport::streamable_http_client::{StreamableHttpClient, StreamableHttpError};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::error::Error;
use url::Url;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    for line in std::io::stdin().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let url = asked["url"].as_str().ok_or("no url")?;
        println!("{}", end(url, asked["way"] == "cold").await?);
    }
    Ok(())
}

async fn end(url: &str, is_cold: bool) -> Result<Value, Box<dyn Error>> {
    let challenge = match is_cold {
        true => None,
        false => match challenge(url).await? {
            Ok(challenge) => Some(challenge),
            Err(reason) => return Ok(json!({ "end": "stopped", "reason": reason })),
        },
    };
    Ok(discover(url, challenge)
        .await
        .unwrap_or_else(|error| json!({ "end": "stopped", "reason": reason(&error), "message": format!("{error:?}") })))
}

/// The challenge of the answer to `initialize`, or the reason why there is none.
async fn challenge(url: &str) -> Result<Result<String, &'static str>, Box<dyn Error>> {
    let initialize = serde_json::from_value(json!({
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": { "protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": { "name": "client", "version": "1" } },
    }))?;
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let sent = StreamableHttpClient::post_message(&client, url.into(), initialize, None, None, HashMap::new()).await;
    Ok(match sent {
        Ok(_) => Err("not_challenged"),
        Err(StreamableHttpError::Client(_)) => Err("no_answer"),
        Err(error) => error.auth_challenge().map(str::to_owned).ok_or("not_challenged"),
    })
}

/// Discovers as `OAuthState::start_authorization` does, with a registered client.
async fn discover(url: &str, challenge: Option<String>) -> Result<Value, AuthError> {
    let mut manager = AuthorizationManager::new(url).await?;
    let found = manager.resolve_metadata_from_challenge(challenge.as_deref()).await?;
    let origin = Url::parse(url)?.origin().ascii_serialization();
    let issuer = found.metadata.issuer.clone().unwrap_or_else(|| format!("{origin}/"));
    manager.set_metadata(found.metadata);
    let request = AuthorizationRequest::new("https://client.example/callback").with_preregistered_client("client");
    let session = AuthorizationSession::new(manager, request).await.map_err(|(_, error)| error)?;
    let mut endpoint = Url::parse(session.get_authorization_url())?;
    endpoint.set_query(None);
    endpoint.set_fragment(None);
    Ok(json!({
        "end": "found",
        "issuer": issuer,
        "authorization_endpoint": endpoint.as_str(),
        "resource_metadata": found.source == AuthorizationMetadataSource::ProtectedResourceMetadata,
        "server_metadata": found.source.is_discovered(),
    }))
}

fn reason(error: &AuthError) -> String {
    let reason = match error {
        AuthError::DiscoveryRequestFailed { source, .. } => return of_request(source.as_ref()),
        AuthError::ProtectedResourceMetadataInvalid { reason, .. } => match format!("{reason:?}") {
            text if text.starts_with("NotAMetadataDocument") || text.starts_with("MissingResource") => "document",
            _ => "resource",
        },
        AuthError::AuthorizationServersUnavailable { .. } => "no_server",
        AuthError::AuthorizationServerMissingIssuer { .. } | AuthError::AuthorizationServerMismatch { .. } => "issuer",
        AuthError::InvalidScope(_) => "response_type",
        AuthError::PkceUnsupported => "pkce",
        AuthError::OAuthError(text) if text.contains("URL") => "url",
        other => return format!("{other:?}"),
    };
    reason.to_owned()
}

fn of_request(error: &(dyn Error + Send + Sync + 'static)) -> String {
    let text = error.to_string();
    let is_redirect = text.contains("redirect") || error.is::<url::ParseError>();
    let reason = match text.as_str() {
        _ if is_redirect => "redirect",
        text if text.starts_with("unexpected HTTP status") => "status",
        _ if error.is::<reqwest::Error>() => "no_answer",
        text => text,
    };
    reason.to_owned()
}
