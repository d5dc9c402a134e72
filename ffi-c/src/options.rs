use crate::setter::{Settable, set};
use crate::signals::{AllBlocked, Guard};
use crate::status::telnyx_status;
use oauth::blocking::{Client, ClientBuilder};
use oauth::embedding::BlockingOptions as _;
use oauth::{Error, Rules, embedding};

/// The options of a client. An option that is not set has its default. Do not change or free options while another
/// function uses them.
pub struct telnyx_options {
    client: ClientBuilder,
    rules: Rules,
    /// The first error of a setter. Building a client fails with this error.
    refused: Option<Error>,
}

/// The initial options of every client.
fn defaults() -> ClientBuilder {
    embedding::set_thread_guard(AllBlocked::new);
    let guard = || {
        #[cfg(feature = "test-panic")]
        crate::test_panic::panic_where_asked();
        Guard::new()
    };
    Client::builder().client_name("c").io_guard(guard)
}

/// Builds a client with these options, or with the defaults.
pub(crate) fn build(options: Option<&telnyx_options>) -> Result<Client, Error> {
    match options {
        None => defaults().build(),
        Some(options) => options.accepted()?.client.clone().build(),
    }
}

/// Returns the rules for checking a document.
pub(crate) fn rules(options: Option<&telnyx_options>) -> Result<Rules, Error> {
    options.map_or(Ok(Rules::new()), |options| Ok(options.accepted()?.rules.clone()))
}

impl telnyx_options {
    fn accepted(&self) -> Result<&telnyx_options, Error> {
        self.refused.clone().map_or(Ok(self), Err)
    }

    pub(crate) fn change_client(&mut self, change: impl FnOnce(ClientBuilder) -> ClientBuilder) {
        self.client = change(std::mem::take(&mut self.client));
    }

    pub(crate) fn change_rules(&mut self, change: impl FnOnce(Rules) -> Rules) {
        self.rules = change(std::mem::take(&mut self.rules));
    }
}

impl Settable for telnyx_options {
    const NAME: &'static str = "options";

    fn refused(&mut self) -> &mut Option<Error> {
        &mut self.refused
    }
}

/// Sets an option of a client. The option is checked when the client is built.
pub(crate) fn set_client(
    options: Option<&mut telnyx_options>,
    change: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> telnyx_status {
    set(options, |options| {
        options.change_client(change);
        Ok(())
    })
}

/// Sets an option that also applies when a document is checked without a client.
pub(crate) fn set_rule(
    options: Option<&mut telnyx_options>,
    change: impl FnOnce(ClientBuilder) -> ClientBuilder,
    change_rules: impl FnOnce(Rules) -> Rules,
) -> telnyx_status {
    set(options, |options| {
        options.change_client(change);
        options.change_rules(change_rules);
        Ok(())
    })
}

/// Sets an option whose value is text.
pub(crate) fn set_text(
    options: Option<&mut telnyx_options>,
    text: Result<&str, Error>,
    change: impl FnOnce(ClientBuilder, &str) -> ClientBuilder,
) -> telnyx_status {
    set(options, |options| {
        let text = text?;
        options.change_client(|client| change(client, text));
        Ok(())
    })
}

/// cbindgen:prefix=TELNYX_MALLOC
/// Makes options with the default values.
///
/// A setter of options returns TELNYX_STATUS_INVALID_ARGUMENT if it refuses its input or if options is NULL, and
/// TELNYX_STATUS_OK otherwise. A program need not check these results: the options keep the first error, and every call
/// with them then fails with the same status. The error names the input and the rule. Some input can be checked only
/// when a client is built: building the client then fails.
///
/// Returns options, which the caller frees with telnyx_options_free(); never NULL.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_options_new() -> Box<telnyx_options> {
    Box::new(telnyx_options { client: defaults(), rules: Rules::new(), refused: None })
}

/// Frees options. Clients that were made with these options do not change.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_free(options: Option<Box<telnyx_options>>) {
    drop(options);
}
