use crate::signer;
use std::borrow::Cow;
use std::time::{Duration, UNIX_EPOCH};
use telnyx_oauth::{ResourceMatch, Response, Rules};

/// A response to validate. The input is four lines of text and the body.
///
/// 1. The options. The digits are the status, and each letter is a switch (see [`Case::read`]).
/// 2. The requested resource or issuer.
/// 3. The URL of the response; empty if not given.
/// 4. The content type; empty if absent.
///
/// People can read and write a seed as text, and a mutation of one byte changes one part.
#[derive(Debug)]
pub struct Case<'a> {
    options: &'a str,
    /// The requested resource or issuer.
    pub asked: &'a str,
    url: &'a str,
    content_type: &'a str,
    /// The body.
    pub body: Cow<'a, [u8]>,
    /// The rules for the validation.
    pub rules: Rules,
}

impl<'a> Case<'a> {
    /// Parses an input. Returns `None` if the input is not a case.
    ///
    /// The switches: `e` exact, `o` same origin, `s` strict, `h` http allowed, `t` the time of receipt is known, `k`
    /// trusted keys. With `k`, a `signed_metadata` with the text of a JSON object is signed first.
    pub fn read(data: &'a [u8]) -> Option<Case<'a>> {
        let mut lines = data.splitn(5, |byte| *byte == b'\n');
        let mut line = || std::str::from_utf8(lines.next()?).ok();
        let (options, asked, url, content_type) = (line()?, line()?, line()?, line()?);
        let mut body = Cow::Borrowed(lines.next()?);
        let policy = match (options.contains('e'), options.contains('o')) {
            (true, _) => ResourceMatch::Exact,
            (_, true) => ResourceMatch::SameOrigin,
            _ => ResourceMatch::Covers,
        };
        let mut rules =
            Rules::new().resource_match(policy).strict(options.contains('s')).allow_http(options.contains('h'));
        if options.contains('k') {
            let keys = signer::trusted_keys();
            rules = rules.trusted_keys(keys.clone()).authorization_server_trusted_keys(keys);
            if let Some(signed) = signer::sign_in(&body) {
                body = Cow::Owned(signed);
            }
        }
        Some(Case { options, asked, url, content_type, body, rules })
    }

    /// The response.
    pub fn response(&self) -> Response<'_> {
        let digits: String = self.options.chars().filter(char::is_ascii_digit).collect();
        let mut response = Response::new(digits.parse().unwrap_or(200), &self.body);
        if !self.url.is_empty() {
            response = response.url(self.url);
        }
        if !self.content_type.is_empty() {
            response = response.content_type(self.content_type);
        }
        self.received(response)
    }

    /// A response whose body is the text of an accepted document.
    pub fn response_of<'b>(&self, document: &'b str, url: &'b str) -> Response<'b> {
        self.received(Response::new(200, document.as_bytes()).content_type("application/json").url(url))
    }

    /// The effective resource match.
    pub fn policy(&self) -> ResourceMatch {
        if self.rules.strict { ResourceMatch::Exact } else { self.rules.resource_match }
    }

    fn received<'b>(&self, response: Response<'b>) -> Response<'b> {
        if self.options.contains('t') {
            return response.received_at(UNIX_EPOCH + Duration::from_secs(1_800_000_000));
        }
        response
    }
}
