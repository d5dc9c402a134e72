//! Prints the authorization servers of the resource in the first argument. Default: Telnyx.

use telnyx_oauth::{Error, blocking};

fn main() -> Result<(), Error> {
    let resource = std::env::args().nth(1);
    let metadata = blocking::fetch_resource_metadata(resource.as_deref())?;
    for issuer in metadata.authorization_servers().unwrap_or_default() {
        println!("{issuer}");
    }
    Ok(())
}
