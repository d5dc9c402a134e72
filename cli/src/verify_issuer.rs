use crate::failure::Failure;
use serde::Deserialize;
use std::io;
use telnyx_oauth::embedding::verify_issuer;

const EXPECTED: &str = "standard input must be the JSON of `telnyx-oauth discover`";

/// The part of a discovery's JSON that the check needs.
#[derive(Deserialize)]
struct Discovery {
    authorization_parameters: Option<Parameters>,
    authorization_servers: Vec<Server>,
}

#[derive(Deserialize)]
struct Parameters {
    issuer: String,
}

#[derive(Deserialize)]
struct Server {
    metadata: Option<Metadata>,
}

#[derive(Deserialize)]
struct Metadata {
    issuer: String,
    authorization_response_iss_parameter_supported: Option<bool>,
}

/// Checks the `iss` parameter of an authorization response against the discovery on standard input. Prints nothing.
pub(crate) fn run(iss: Option<&str>) -> Result<(), Failure> {
    let found: Discovery = serde_json::from_reader(io::stdin().lock()).map_err(|error| match error.is_io() {
        true => Failure::io("standard input cannot be read", error.into()),
        false => Failure::Argument(format!("{EXPECTED}: {error}")),
    })?;
    let unusable = || Failure::Argument(format!("{EXPECTED}, with an authorization server that has metadata"));
    let issuer = found.authorization_parameters.ok_or_else(unusable)?.issuer;
    let mut documents = found.authorization_servers.into_iter().filter_map(|server| server.metadata);
    let document = documents.find(|document| document.issuer == issuer).ok_or_else(unusable)?;
    let sends_iss = document.authorization_response_iss_parameter_supported.unwrap_or(false);
    Ok(verify_issuer(&issuer, sends_iss, iss)?)
}
