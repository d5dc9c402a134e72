//! Prints the token endpoint of Telnyx's API, or of the resource that the first argument names.

use telnyx_oauth::{Error, blocking};

fn main() -> Result<(), Error> {
    let resource = std::env::args().nth(1);
    let found = blocking::discover(resource.as_deref(), None)?;
    let server = found.require_authorization_server()?;
    println!("{}", server.token_endpoint().unwrap_or("the server has no token endpoint"));
    Ok(())
}
