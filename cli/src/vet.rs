use crate::args::VetArgs;
use crate::failure::Failure;
use crate::output::Output;
use serde::Serialize;
use std::net::IpAddr;
use telnyx_oauth::embedding::resolve_entry;

/// The JSON of the command.
#[derive(Serialize)]
struct Vetted<'a> {
    url: &'a str,
    addresses: &'a [IpAddr],
    resolve: &'a str,
}

/// Prints the addresses to which a client may connect for an endpoint: an object in JSON, or the value of curl's `--resolve`.
pub(crate) fn run(args: &VetArgs, output: Output) -> Result<(), Failure> {
    let addresses = args.route.client()?.vet(&args.url, &args.from)?;
    let resolve = resolve_entry(&args.url, &addresses)?;
    match output.json {
        true => output.json_document(&Vetted { url: &args.url, addresses: &addresses, resolve: &resolve }),
        false => output.text(&(resolve + "\n")),
    }
}
