use crate::protocol::call::{Message, Reach};
use crate::protocol::response::Reply;
use crate::{Attempt, Error, Outcome, Purpose};
use std::collections::HashMap;
use url::Url;

/// The maximum number of outstanding requests. A document may list many servers.
const AT_ONCE: usize = 16;

/// The requests of a discovery and their replies. Each document's URL is requested once. The exception is a URL in a
/// challenge that the cache has answered before.
#[derive(Debug, Default)]
pub(super) struct Requests {
    /// By id.
    list: Vec<Request>,
    documents: HashMap<Url, usize>,
    handed_out: usize,
    under_way: usize,
}

#[derive(Debug)]
pub(super) struct Request {
    pub(super) purpose: Purpose,
    pub(super) message: Message,
    pub(super) url: Url,
    pub(super) reach: Reach,
    /// True if the cache must not answer without asking the server.
    pub(super) revalidate: bool,
    /// The largest body of its response, in bytes.
    pub(super) max_bytes: usize,
    answer: Option<Answer>,
    /// The reply, until it is no longer needed.
    pub(super) reply: Option<Result<Reply, Error>>,
    pub(super) outcome: Option<Outcome>,
    /// Why the answer was used or ignored: one reason per server.
    pub(super) reasons: Vec<String>,
    /// The indexes of the servers that wait for the reply.
    pub(super) waiting: Vec<usize>,
}

/// The parts of a reply that its attempt shows. They outlive the reply.
#[derive(Debug)]
struct Answer {
    status: Option<u16>,
    final_url: Option<String>,
    from_cache: bool,
}

impl Requests {
    /// Adds a request to the resource itself.
    pub(super) fn probe(&mut self, message: Message, url: Url, max_bytes: usize) {
        let request = Request::new(Purpose::Probe, url, Reach::Caller, false, max_bytes);
        self.list.push(Request { message, ..request });
    }

    /// Adds a request for a document of at most `max_bytes` bytes, unless there is one for its URL.
    pub(super) fn document(&mut self, purpose: Purpose, url: Url, reach: Reach, max_bytes: usize) -> &mut Request {
        self.ask(purpose, url, reach, false, max_bytes)
    }

    /// Adds a request for the document that a challenge names, unless the server itself has answered one for its URL.
    pub(super) fn challenged(&mut self, url: Url, reach: Reach, max_bytes: usize) -> &mut Request {
        if let Some(Request { reply: Some(Ok(reply)), revalidate: false, .. }) =
            self.documents.get(&url).map(|id| &self.list[*id])
            && reply.from_cache
        {
            self.documents.remove(&url);
        }
        self.ask(Purpose::ResourceMetadata, url, reach, true, max_bytes)
    }

    fn ask(&mut self, purpose: Purpose, url: Url, reach: Reach, revalidate: bool, max_bytes: usize) -> &mut Request {
        let list = &mut self.list;
        let id = *self.documents.entry(url).or_insert_with_key(|url| {
            list.push(Request::new(purpose, url.clone(), reach, revalidate, max_bytes));
            list.len() - 1
        });
        &mut list[id]
    }

    /// Returns the request for the document at a URL.
    pub(super) fn of_document(&mut self, url: &Url) -> Option<&mut Request> {
        let id = self.documents.get(url)?;
        self.list.get_mut(*id)
    }

    /// Replaces the outcome and the reasons of a document's request.
    pub(super) fn withdraw(&mut self, url: &Url, outcome: Outcome, reason: String) {
        let is_of_document = |request: &&mut Request| request.url == *url && request.purpose != Purpose::Probe;
        if let Some(request) = self.list.iter_mut().rfind(is_of_document) {
            request.outcome = Some(outcome);
            request.reasons = vec![reason];
        }
    }

    /// Drops a reply after it was judged for every waiting server.
    pub(super) fn drop_reply(&mut self, id: usize) {
        if let Some(request) = self.list.get_mut(id)
            && request.reply.take().is_some()
        {
            self.documents.remove(&request.url);
        }
    }

    /// Returns the ids of the requests to send now, each only once.
    pub(super) fn hand_out(&mut self) -> std::ops::Range<usize> {
        let free = AT_ONCE.saturating_sub(self.under_way);
        let new = self.handed_out..self.list.len().min(self.handed_out + free);
        self.handed_out = new.end;
        self.under_way += new.len();
        new
    }

    /// Returns a request that the caller has received.
    pub(super) fn get(&self, id: usize) -> Option<&Request> {
        self.list[..self.handed_out].get(id)
    }

    /// Returns a request that the caller has received, mutably.
    pub(super) fn get_mut(&mut self, id: usize) -> Option<&mut Request> {
        self.list[..self.handed_out].get_mut(id)
    }

    /// Stores the reply to a request that the caller has received. Returns `None` if the request has a reply already.
    pub(super) fn answer(&mut self, id: usize, reply: Result<Reply, Error>) -> Option<&mut Request> {
        let request = self.list[..self.handed_out].get_mut(id).filter(|request| request.answer.is_none())?;
        self.under_way -= 1;
        request.answer = Some(Answer::of(&reply));
        request.reply = Some(reply);
        Some(request)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Request> {
        self.list[..self.handed_out].iter()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Request> {
        self.list[..self.handed_out].iter_mut()
    }
}

impl Request {
    fn new(purpose: Purpose, url: Url, reach: Reach, revalidate: bool, max_bytes: usize) -> Request {
        let (waiting, reasons) = (Vec::new(), Vec::new());
        Request {
            purpose,
            message: Message::Document,
            url,
            reach,
            revalidate,
            max_bytes,
            answer: None,
            reply: None,
            outcome: None,
            reasons,
            waiting,
        }
    }

    /// Adds the outcome for one of the waiting servers. `Ok` for one server is `Ok` for the request.
    pub(super) fn settle(&mut self, outcome: Outcome, reason: String) {
        if outcome == Outcome::Ok || self.outcome.is_none() {
            self.outcome = Some(outcome);
        }
        self.reasons.push(reason);
    }

    /// Returns the outcome and the reasons; `None` if the reply was not judged.
    pub(super) fn settled(&self) -> Option<(Outcome, String)> {
        Some((self.outcome?, self.reasons.join("; ")))
    }

    /// Returns the attempt, without times, because the plan has no clock. `given_up` is the outcome and the reason of a
    /// request without an answer.
    pub(super) fn attempt(&self, given_up: (Outcome, &str)) -> Attempt {
        let mut attempt = Attempt::begun(self.purpose, self.message.method(), self.url.as_str().to_owned());
        if let Some(answer) = &self.answer {
            attempt.final_url = answer.final_url.clone();
            attempt.status = answer.status;
            attempt.from_cache = answer.from_cache;
        }
        let (outcome, reason) = self.settled().unwrap_or((given_up.0, given_up.1.to_owned()));
        attempt.settle(outcome, &reason);
        attempt
    }
}

/// Returns the length of a reply's body in bytes.
pub(super) fn body_length(reply: &Result<Reply, Error>) -> usize {
    reply.as_ref().map_or(0, |reply| reply.body.as_ref().map_or(0, |body| body.len()))
}

impl Answer {
    fn of(reply: &Result<Reply, Error>) -> Answer {
        match reply {
            Ok(reply) => Answer {
                status: Some(reply.status),
                final_url: Some(reply.url.as_str().to_owned()),
                from_cache: reply.from_cache,
            },
            Err(error) => Answer {
                status: error.http_status(),
                final_url: error.answered_by().map(str::to_owned),
                from_cache: false,
            },
        }
    }
}
