use std::fmt::Display;
use std::time::Duration;

use bytes::Bytes;

/// One answer to one request: the response, its pace, and the end of the connection.
///
/// Every setter takes and returns the answer, so that calls chain. If two setters exclude each other (two bodies, or two of
/// [`truncate`](Answer::truncate), [`reset`](Answer::reset), [`silent`](Answer::silent), [`raw`](Answer::raw), …), the later
/// call counts. Text may hold placeholders; see [the crate's page](crate#placeholders).
///
/// In place of an answer that cannot be sent, such as one with a line break in a header, status 500 is sent with the reason.
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

/// The body.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    Text(String),
    /// JSON text. Placeholder values are escaped in it, and the content type is set.
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

/// The pieces in which a body is sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Drip {
    pub(crate) bytes: usize,
    pub(crate) interval: Duration,
}

/// How the exchange ends, and its connection with it.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    /// A whole response, after which the connection stays open.
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
    /// The text and how often it is sent; `None`: without end.
    pub(crate) repeat: Option<(String, Option<u64>)>,
    pub(crate) end: String,
}

/// Raw bytes. Placeholders are replaced in text alone.
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
    /// An answer of this status with an empty body.
    pub fn status(status: u16) -> Self {
        Self::default().with_status(status)
    }

    /// Status 200 and `text` as the body. No content type is set.
    pub fn text(text: impl Into<String>) -> Self {
        Self::default().body(text)
    }

    /// Status 200 and a JSON body: JSON text, or a value that prints as JSON, such as `serde_json::Value`. The text is not
    /// checked, so malformed JSON can be sent too. The content type is `application/json` unless a header sets another.
    pub fn json(json: impl Display) -> Self {
        Self { content: Content::Json(json.to_string()), ..Self::default() }
    }

    /// Status 302 with this `Location`, a URL or a path.
    pub fn redirect(location: impl Into<String>) -> Self {
        Self { redirect: Some(location.into()), ..Self::default() }
    }

    /// Bytes that are sent instead of an HTTP response, after which the connection is closed. Placeholders are replaced.
    ///
    /// Over HTTP/2 the bytes are sent between two frames, which breaks the connection.
    pub fn raw(text: impl Into<String>) -> Self {
        let raw = Raw { start: RawBytes::Text(text.into()), ..Raw::default() };
        Self { outcome: Outcome::Raw(raw), ..Self::default() }
    }

    /// As [`raw`](Answer::raw), with any bytes and without placeholders.
    pub fn raw_bytes(bytes: impl Into<Bytes>) -> Self {
        let raw = Raw { start: RawBytes::Bytes(bytes.into()), ..Raw::default() };
        Self { outcome: Outcome::Raw(raw), ..Self::default() }
    }

    /// Adds `text`, `times` times (`None`: without end), to the bytes of [`raw`](Answer::raw). The repeated text is never whole
    /// in memory. Turns any other answer into a raw one.
    pub fn raw_repeat(self, text: impl Into<String>, times: Option<u64>) -> Self {
        self.change_raw(|raw| raw.repeat = Some((text.into(), times)))
    }

    /// Adds text after that of [`raw_repeat`](Answer::raw_repeat). Turns any other answer into a raw one.
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

    /// Sets the status: 200 to 999. The default is 200, and 302 for a redirect. An interim status (1xx) needs
    /// [`raw`](Answer::raw).
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }

    /// Adds a header. A name may be added more than once. Names go out in lower case.
    ///
    /// `content-length` declares a length, right or wrong. `date` replaces the default one.
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

    /// Sets a body that is `text`, `times` times. It is made while it is sent, and never whole in memory.
    pub fn body_repeat(mut self, text: impl Into<String>, times: u64) -> Self {
        self.content = Content::Repeat { text: text.into(), times };
        self
    }

    /// Sets a body that never ends: `text`, then again after each `interval`. The text must not be empty.
    pub fn endless(mut self, text: impl Into<String>, interval: Duration) -> Self {
        self.content = Content::Endless { text: text.into(), interval };
        self
    }

    /// Sends no `Content-Length`: HTTP/1.1 then uses chunks.
    pub fn chunked(mut self) -> Self {
        self.chunked = true;
        self
    }

    /// Waits this long before the head of the response, or before whatever comes instead.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Sends the body in pieces of `bytes` bytes (at least 1), with a pause of `interval` between them.
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

    /// Closes the connection in an orderly way before any byte of a response.
    pub fn close_before_head(self) -> Self {
        self.outcome(Outcome::CloseBeforeHead)
    }

    /// Never answers. The connection stays open until the client closes it.
    pub fn silent(self) -> Self {
        self.outcome(Outcome::Silent)
    }

    /// Announces `Connection: close` and closes the connection after the response.
    pub fn close(self) -> Self {
        self.outcome(Outcome::Close)
    }

    /// Keeps the connection open after the response, and closes it when it has been idle for `idle`. If another request
    /// arrives earlier, it stays open.
    pub fn close_after(self, idle: Duration) -> Self {
        self.outcome(Outcome::CloseAfter(idle))
    }

    fn outcome(mut self, outcome: Outcome) -> Self {
        self.outcome = outcome;
        self
    }

    /// Returns the status that is sent, or `None` if no HTTP response is.
    pub(crate) fn sent_status(&self) -> Option<u16> {
        match self.outcome {
            _ if self.check().is_err() => Some(500),
            Outcome::ResetBeforeHead | Outcome::CloseBeforeHead | Outcome::Silent | Outcome::Raw(_) => None,
            _ => Some(self.status.unwrap_or(if self.redirect.is_some() { 302 } else { 200 })),
        }
    }
}
