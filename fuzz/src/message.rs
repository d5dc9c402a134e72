use telnyx_oauth::{Error, ErrorKind};

/// Checks that the kind of an error is documented for the call, that the message is safe to print, and that the fields
/// are consistent.
pub fn check_error(error: &Error, documented: &[ErrorKind]) {
    assert!(documented.contains(&error.kind()), "the kind is not documented for this call: {error:?}");
    check_message(error.message());
    assert_eq!(error.kind() == ErrorKind::OauthError, error.error().is_some(), "{error:?}");
    assert!(error.error_description().is_none() || error.error().is_some(), "{error:?}");
    let shown = serde_json::to_value(error).expect("an error must serialize");
    assert_eq!(shown["kind"], error.kind().as_str());
}

/// Checks that a message has no control characters for a terminal or a log.
pub fn check_message(message: &str) {
    let is_control = |c: char| {
        c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!message.contains(is_control), "{message:?}");
    assert!(!message.is_empty());
}
