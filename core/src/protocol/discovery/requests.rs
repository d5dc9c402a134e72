use crate::protocol::call::Reach;
use crate::protocol::response::Reply;
use crate::{Attempt, Error, Outcome, Purpose};
use std::collections::HashMap;
use url::Url;

/// How many requests are under way at once: a document may list many servers.
const AT_ONCE: usize = 16;

/// The requests of a discovery and their replies. No document's URL is asked twice, except where a challenge names a URL
/// that a cache has answered.
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
    pub(super) url: Url,
    pub(super) reach: Reach,
    /// True if the cache must not answer without asking the server.
    pub(super) revalidate: bool,
    /// The most bytes that its body may have.
    pub(super) max_bytes: usize,
    answer: Option<Answer>,
    /// The reply, as long as it may still be judged.
    pub(super) reply: Option<Result<Reply, Error>>,
    pub(super) outcome: Option<Outcome>,
    /// Why the answer was taken or left: one reason for each server that it was judged for.
    pub(super) reasons: Vec<String>,
    /// The servers that wait for the reply, by their index in the list.
    pub(super) waiting: Vec<usize>,
}

/// The parts of a reply that its attempt needs after the reply was judged and dropped.
#[derive(Debug)]
struct Answer {
    status: Option<u16>,
    final_url: Option<String>,
    from_cache: bool,
}

impl Requests {
    /// Asks the resource itself.
    pub(super) fn probe(&mut self, url: Url) {
        self.list.push(Request::new(Purpose::Probe, url, Reach::Caller, false, usize::MAX));
    }

    /// Asks for a document of at most `max_bytes` bytes, unless its URL was asked before.
    pub(super) fn document(&mut self, purpose: Purpose, url: Url, reach: Reach, max_bytes: usize) -> &mut Request {
        self.ask(purpose, url, reach, false, max_bytes)
    }

    /// Asks for the document that a challenge names, unless its URL was asked before and the server itself answered.
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

    /// The request for the document at a URL.
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

    /// Drops a reply that was judged for every server that waited for it.
    pub(super) fn drop_reply(&mut self, id: usize) {
        if let Some(request) = self.list.get_mut(id)
            && request.reply.take().is_some()
        {
            self.documents.remove(&request.url);
        }
    }

    /// The ids of the requests to send now, each named once.
    pub(super) fn hand_out(&mut self) -> std::ops::Range<usize> {
        let free = AT_ONCE.saturating_sub(self.under_way);
        let new = self.handed_out..self.list.len().min(self.handed_out + free);
        self.handed_out = new.end;
        self.under_way += new.len();
        new
    }

    /// A request that was handed out.
    pub(super) fn get(&self, id: usize) -> Option<&Request> {
        self.list[..self.handed_out].get(id)
    }

    /// The same, to be changed.
    pub(super) fn get_mut(&mut self, id: usize) -> Option<&mut Request> {
        self.list[..self.handed_out].get_mut(id)
    }

    /// Takes the reply to a request that was handed out; `None` where it has one.
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

    /// Adds the outcome for one of the servers that waited for the reply. `Ok` for one is `Ok` for the request.
    pub(super) fn settle(&mut self, outcome: Outcome, reason: String) {
        if outcome == Outcome::Ok || self.outcome.is_none() {
            self.outcome = Some(outcome);
        }
        self.reasons.push(reason);
    }

    /// The outcome and the reasons; `None` if the reply was not judged.
    pub(super) fn settled(&self) -> Option<(Outcome, String)> {
        Some((self.outcome?, self.reasons.join("; ")))
    }

    /// The attempt, without times, which the plan does not know. `given_up` is the reason of a request without an answer.
    pub(super) fn attempt(&self, given_up: &str) -> Attempt {
        let mut attempt = Attempt::begun(self.purpose, self.url.as_str().to_owned());
        if let Some(answer) = &self.answer {
            attempt.final_url = answer.final_url.clone();
            attempt.status = answer.status;
            attempt.from_cache = answer.from_cache;
        }
        let (outcome, reason) = self.settled().unwrap_or((attempt.outcome, given_up.to_owned()));
        attempt.settle(outcome, &reason);
        attempt
    }
}

/// The bytes of a reply's body.
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
