use crate::args::{WellKnownArgs, WellKnownDocument};
use crate::failure::Failure;
use crate::fetch;
use crate::output::Output;

/// The same as `fetch`, by the names that users of Telnyx's command line know. Their API key stays where it is.
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
