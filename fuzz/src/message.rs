use telnyx_oauth::{Error, ErrorKind};

/// An error is of a kind that is documented for the call, can be printed anywhere, and agrees with itself.
pub fn check_error(error: &Error, documented: &[ErrorKind]) {
    assert!(documented.contains(&error.kind()), "the kind is not documented for this call: {error:?}");
    check_message(error.message());
    assert_eq!(error.kind() == ErrorKind::OauthError, error.error().is_some(), "{error:?}");
    assert!(error.error_description().is_none() || error.error().is_some(), "{error:?}");
    let shown = serde_json::to_value(error).expect("an error serialises");
    assert_eq!(shown["kind"], error.kind().as_str());
}

/// A message holds nothing that a terminal or a log would act upon.
pub fn check_message(message: &str) {
    let acted_upon = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!message.contains(acted_upon), "{message:?}");
    assert!(!message.is_empty());
}
