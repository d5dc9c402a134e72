use std::fmt::Display;
use std::time::Duration;

use bytes::Bytes;

/// An answer to one request: the response, the speed at which it is sent, and the end of the connection.
///
/// Every setter takes and returns the answer, so that calls chain. If two setters exclude each other, the later call wins.
/// Two bodies exclude each other, and so do two ends: [`truncate`](Answer::truncate), [`reset`](Answer::reset),
/// [`silent`](Answer::silent), [`raw`](Answer::raw) and so on. Text may contain [placeholders](crate#placeholders).
///
/// If an answer cannot be sent, for example because a header contains a line break, the sandbox sends status 500 and the
/// reason instead.
///
/// ```
/// use std::time::Duration;
/// use telnyx_oauth_sandbox::Answer;
///
/// let slow = Answer::json(r#"{"resource":"${origin}"}"#).header("cache-control", "no-store").delay(Duration::from_millis(50));
/// let cut = Answer::text("0123456789").truncate(4);
/// # let _ = (slow, cut);
/// ```
#[derive(Clone, Debug)]
pub struct Answer {
    pub(crate) status: Option<u16>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) redirect: Option<String>,
    pub(crate) content: Content,
    pub(crate) chunked: bool,
    pub(crate) delay: Duration,
    pub(crate) drip: Option<Drip>,
    pub(crate) outcome: Outcome,
}

/// The body of a response.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    Text(String),
    /// JSON text. The values of placeholders are escaped, and the content type is set.
    Json(String),
    Bytes(Bytes),
    Repeat {
        text: String,
        times: u64,
    },
    Endless {
        text: String,
        interval: Duration,
    },
}

/// The size of the pieces in which a body is sent, and the pause between two pieces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Drip {
    pub(crate) bytes: usize,
    pub(crate) interval: Duration,
}

/// The end of an exchange and of its connection.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    /// A complete response. The connection stays open.
    Whole,
    Close,
    CloseAfter(Duration),
    Truncate(u64),
    Reset(u64),
    ResetBeforeHead,
    CloseBeforeHead,
    Silent,
    Raw(Raw),
}

/// Bytes instead of an HTTP response.
#[derive(Clone, Debug, Default)]
pub(crate) struct Raw {
    pub(crate) start: RawBytes,
    /// A text, and the number of times that it is sent. `None` repeats the text without end.
    pub(crate) repeat: Option<(String, Option<u64>)>,
    pub(crate) end: String,
}

/// Raw bytes. Placeholders are replaced only in text.
#[derive(Clone, Debug)]
pub(crate) enum RawBytes {
    Text(String),
    Bytes(Bytes),
}

impl Default for RawBytes {
    fn default() -> Self {
        Self::Bytes(Bytes::new())
    }
}

impl Default for Answer {
    fn default() -> Self {
        Self {
            status: None,
            headers: Vec::new(),
            redirect: None,
            content: Content::Bytes(Bytes::new()),
            chunked: false,
            delay: Duration::ZERO,
            drip: None,
            outcome: Outcome::Whole,
        }
    }
}

impl Answer {
    /// Returns an answer with this status and an empty body.
    pub fn status(status: u16) -> Self {
        Self::default().with_status(status)
    }

    /// Returns an answer with status 200 and the body `text`, without a content type.
    pub fn text(text: impl Into<String>) -> Self {
        Self::default().body(text)
    }

    /// Returns an answer with status 200 and a JSON body. `json` is JSON text or a value that displays as JSON, such as
    /// `serde_json::Value`. The text is not checked, so malformed JSON can be sent too. The content type is
    /// `application/json` unless a header sets another one.
    pub fn json(json: impl Display) -> Self {
        Self { content: Content::Json(json.to_string()), ..Self::default() }
    }

    /// Returns an answer with status 302 and this `Location`, which is a URL or a path.
    pub fn redirect(location: impl Into<String>) -> Self {
        Self { redirect: Some(location.into()), ..Self::default() }
    }

    /// Returns an answer that sends `text` instead of an HTTP response and then closes the connection. Placeholders are
    /// replaced.
    ///
    /// Over HTTP/2 the text is sent between two frames and breaks the connection.
    pub fn raw(text: impl Into<String>) -> Self {
        let raw = Raw { start: RawBytes::Text(text.into()), ..Raw::default() };
        Self { outcome: Outcome::Raw(raw), ..Self::default() }
    }

    /// Returns an answer as [`raw`](Answer::raw) does, for any bytes and without placeholders.
    pub fn raw_bytes(bytes: impl Into<Bytes>) -> Self {
        let raw = Raw { start: RawBytes::Bytes(bytes.into()), ..Raw::default() };
        Self { outcome: Outcome::Raw(raw), ..Self::default() }
    }

    /// Sends `text` `times` times after the bytes of [`raw`](Answer::raw); `None` repeats `text` without end. The whole
    /// repeated text is never in memory. Any other answer becomes a raw one.
    pub fn raw_repeat(self, text: impl Into<String>, times: Option<u64>) -> Self {
        self.change_raw(|raw| raw.repeat = Some((text.into(), times)))
    }

    /// Sends `text` after the text of [`raw_repeat`](Answer::raw_repeat). Any other answer becomes a raw one.
    pub fn raw_end(self, text: impl Into<String>) -> Self {
        self.change_raw(|raw| raw.end = text.into())
    }

    fn change_raw(mut self, change: impl FnOnce(&mut Raw)) -> Self {
        let mut raw = match self.outcome {
            Outcome::Raw(raw) => raw,
            _ => Raw::default(),
        };
        change(&mut raw);
        self.outcome = Outcome::Raw(raw);
        self
    }

    /// Sets the status, from 200 to 999. The default is 200, or 302 for a redirect. To send an interim status (1xx), use
    /// [`raw`](Answer::raw).
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Adds a header. The same name may be added more than once. Names are sent in lower case.
    ///
    /// `content-length` declares a length, right or wrong. `date` replaces the default date.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets a body of text.
    pub fn body(mut self, text: impl Into<String>) -> Self {
        self.content = Content::Text(text.into());
        self
    }

    /// Sets a body of bytes, without placeholders.
    pub fn body_bytes(mut self, bytes: impl Into<Bytes>) -> Self {
        self.content = Content::Bytes(bytes.into());
        self
    }

    /// Sets a body that repeats `text` `times` times. The whole body is never in memory.
    pub fn body_repeat(mut self, text: impl Into<String>, times: u64) -> Self {
        self.content = Content::Repeat { text: text.into(), times };
        self
    }

    /// Sets a body that never ends and repeats `text` after each `interval`. The text must not be empty.
    pub fn endless(mut self, text: impl Into<String>, interval: Duration) -> Self {
        self.content = Content::Endless { text: text.into(), interval };
        self
    }

    /// Sends no `Content-Length`. HTTP/1.1 then uses the chunked coding.
    pub fn chunked(mut self) -> Self {
        self.chunked = true;
        self
    }

    /// Waits this long before the answer, whether a response or another end.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Sends the body in pieces of `bytes` bytes (at least 1), with a pause of `interval` between two pieces.
    pub fn drip(mut self, bytes: usize, interval: Duration) -> Self {
        self.drip = Some(Drip { bytes, interval });
        self
    }

    /// Declares the whole body, sends its first `bytes` bytes, and closes the connection.
    pub fn truncate(self, bytes: u64) -> Self {
        self.outcome(Outcome::Truncate(bytes))
    }

    /// Declares the whole body, sends its first `bytes` bytes, and resets the TCP connection.
    pub fn reset(self, bytes: u64) -> Self {
        self.outcome(Outcome::Reset(bytes))
    }

    /// Resets the TCP connection before any byte of a response.
    pub fn reset_before_head(self) -> Self {
        self.outcome(Outcome::ResetBeforeHead)
    }

    /// Closes the connection without a reset before any byte of a response.
    pub fn close_before_head(self) -> Self {
        self.outcome(Outcome::CloseBeforeHead)
    }

    /// Sends nothing. The connection stays open until the client closes it.
    pub fn silent(self) -> Self {
        self.outcome(Outcome::Silent)
    }

    /// Sends `Connection: close` and closes the connection after the response.
    pub fn close(self) -> Self {
        self.outcome(Outcome::Close)
    }

    /// Closes the connection if no other request arrives within `idle` after the response.
    pub fn close_after(self, idle: Duration) -> Self {
        self.outcome(Outcome::CloseAfter(idle))
    }

    fn outcome(mut self, outcome: Outcome) -> Self {
        self.outcome = outcome;
        self
    }

    /// Returns the status to send, or `None` for an answer without an HTTP response.
    pub(crate) fn sent_status(&self) -> Option<u16> {
        match self.outcome {
            _ if self.check().is_err() => Some(500),
            Outcome::ResetBeforeHead | Outcome::CloseBeforeHead | Outcome::Silent | Outcome::Raw(_) => None,
            _ => Some(self.status.unwrap_or(if self.redirect.is_some() { 302 } else { 200 })),
        }
    }
}
