use crate::args::{WellKnownArgs, WellKnownDocument};
use crate::failure::Failure;
use crate::fetch;
use crate::output::Output;

/// Fetches metadata as `fetch` does, with the command names of Telnyx's own command line. An API key is never sent.
pub(crate) fn run(args: &WellKnownArgs, output: Output) -> Result<(), Failure> {
    let base_url = args.base_url.as_deref();
    match &args.document {
        WellKnownDocument::RetrieveProtectedResourceMetadata(options) => {
            fetch::resource(&options.client(base_url)?, None, output)
        }
        WellKnownDocument::RetrieveAuthorizationServerMetadata(options) => {
            fetch::authorization_server(&options.client(base_url)?, None, output)
        }
    }
}
