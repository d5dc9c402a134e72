use crate::setter::{Settable, set};
use crate::signals::{AllBlocked, Guard};
use crate::status::telnyx_status;
use oauth::blocking::{Client, ClientBuilder};
use oauth::embedding::BlockingOptions as _;
use oauth::{Error, Rules, embedding};

/// A client's options. What is not set has its default. Not to be changed or freed while another function uses it.
pub struct telnyx_options {
    client: ClientBuilder,
    rules: Rules,
    /// The first input that a setter refused. Building a client fails with it.
    refused: Option<Error>,
}

/// The options that every client of this library starts from.
fn defaults() -> ClientBuilder {
    embedding::set_thread_guard(AllBlocked::new);
    let guard = || {
        #[cfg(feature = "test-panic")]
        crate::test_panic::panic_where_asked();
        Guard::new()
    };
    Client::builder().client_name("c").io_guard(guard)
}

/// A client with these options, or with the default ones.
pub(crate) fn build(options: Option<&telnyx_options>) -> Result<Client, Error> {
    match options {
        None => defaults().build(),
        Some(options) => options.accepted()?.client.clone().build(),
    }
}

/// The rules by which these options judge a document.
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

/// Changes an option of a client, which is judged when the client is built.
pub(crate) fn set_client(
    options: Option<&mut telnyx_options>,
    change: impl FnOnce(ClientBuilder) -> ClientBuilder,
) -> telnyx_status {
    set(options, |options| {
        options.change_client(change);
        Ok(())
    })
}

/// The same for an option that counts for judging a document without a client too.
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

/// The same for an option that is text.
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
/// Makes options that all have their defaults.
///
/// Every setter of options returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if it refuses its input or options
/// is NULL. The options remember the first input that was refused: every call with them then fails with the same status,
/// and an error that names the input and the rule. So the setters' results need no check. Some input can be judged only
/// when a client is built, and is refused then.
///
/// Returns options to be freed with telnyx_options_free(); never NULL.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_options_new() -> Box<telnyx_options> {
    Box::new(telnyx_options { client: defaults(), rules: Rules::new(), refused: None })
}

/// Frees options. Clients that were made with them stay as they are.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_options_free(options: Option<Box<telnyx_options>>) {
    drop(options);
}
