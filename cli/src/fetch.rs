use crate::failure::Failure;
use crate::output::Output;
use crate::rows;
use serde::Serialize;
use telnyx_oauth::blocking::Client;
use telnyx_oauth::{AuthorizationServerMetadata, ResourceMetadata, Warning};

/// Prints the document of a resource.
pub(crate) fn resource(client: &Client, resource: Option<&str>, output: Output) -> Result<(), Failure> {
    let found = client.fetch_resource_metadata(resource)?;
    show(&found, ResourceMetadata::MEMBERS, found.url(), found.warnings(), output)
}

/// Prints the document of an authorization server.
pub(crate) fn authorization_server(client: &Client, issuer: Option<&str>, output: Output) -> Result<(), Failure> {
    let found = client.fetch_authorization_server_metadata(issuer)?;
    show(&found, AuthorizationServerMetadata::MEMBERS, found.url(), found.warnings(), output)
}

fn show(
    document: &impl Serialize,
    order: &[&str],
    url: &str,
    warnings: &[Warning],
    output: Output,
) -> Result<(), Failure> {
    if output.json {
        return output.json_document(document);
    }
    output.text(&rows::of(document, order, url)?)?;
    for warning in warnings {
        output.note(&format!("warning: {}: {}", warning.kind, warning.message));
    }
    Ok(())
}
