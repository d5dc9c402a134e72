use crate::failure::Failure;
use crate::output::Output;
use crate::rows;
use telnyx_oauth::Warning;
use telnyx_oauth::blocking::Client;
use telnyx_oauth::embedding::{authorization_server_members, resource_members};

/// Prints the metadata of a resource.
pub(crate) fn resource(client: &Client, resource: Option<&str>, output: Output) -> Result<(), Failure> {
    let found = client.fetch_resource_metadata(resource)?;
    if output.json {
        return output.json_document(&found);
    }
    let rows = rows::of(&found, resource_members(), found.signature_status(), found.url())?;
    show(&rows, found.warnings(), output)
}

/// Prints the metadata of an authorization server.
pub(crate) fn authorization_server(client: &Client, issuer: Option<&str>, output: Output) -> Result<(), Failure> {
    let found = client.fetch_authorization_server_metadata(issuer)?;
    if output.json {
        return output.json_document(&found);
    }
    let rows = rows::of(&found, authorization_server_members(), found.signature_status(), found.url())?;
    show(&rows, found.warnings(), output)
}

fn show(rows: &str, warnings: &[Warning], output: Output) -> Result<(), Failure> {
    output.text(rows)?;
    for warning in warnings {
        output.note(&format!("warning: {}: {}", warning.kind, warning.message));
    }
    Ok(())
}
