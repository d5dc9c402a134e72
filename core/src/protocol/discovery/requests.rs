use crate::protocol::call::Reach;
use crate::protocol::response::Reply;
use crate::{Attempt, Error, Outcome, Purpose};
use std::collections::HashMap;
use url::Url;

/// How many requests are under way at once: a document may list many servers.
const AT_ONCE: usize = 16;

/// The requests of a discovery with what came back for them. No document's URL is asked for
/// twice, unless a challenge names what a cache has answered.
#[derive(Debug, Default)]
pub(super) struct Requests {
    /// By id.
    asked: Vec<Asked>,
    documents: HashMap<Url, usize>,
    handed_out: usize,
    under_way: usize,
}

#[derive(Debug)]
pub(super) struct Asked {
    pub(super) purpose: Purpose,
    pub(super) url: Url,
    pub(super) reach: Reach,
    /// Whether an answer from a cache does not count.
    pub(super) revalidate: bool,
    /// The most bytes that its body may have.
    pub(super) most: usize,
    answer: Option<Answer>,
    /// The reply, as long as it may still be judged.
    pub(super) reply: Option<Result<Reply, Error>>,
    pub(super) outcome: Option<Outcome>,
    /// Why the answer was taken or left: one for each server that it was judged for.
    pub(super) reasons: Vec<String>,
    /// The servers, by their place in the list, that wait for the reply.
    pub(super) waiting: Vec<usize>,
}

/// What is to be known of a reply after it was judged.
#[derive(Debug)]
struct Answer {
    status: Option<u16>,
    final_url: Option<String>,
    from_cache: bool,
}

impl Requests {
    /// Asks the resource itself.
    pub(super) fn probe(&mut self, url: Url) {
        self.asked.push(Asked::new(Purpose::Probe, url, Reach::Caller, false, usize::MAX));
    }

    /// Asks for a document of at most so many bytes, unless its URL was asked for already.
    pub(super) fn document(&mut self, purpose: Purpose, url: Url, reach: Reach, most: usize) -> &mut Asked {
        self.ask(purpose, url, reach, false, most)
    }

    /// Asks for the document that a challenge names. That its URL was asked for already counts, unless it was a cache that
    /// answered.
    pub(super) fn challenged(&mut self, url: Url, reach: Reach, most: usize) -> &mut Asked {
        if let Some(Asked { reply: Some(Ok(reply)), revalidate: false, .. }) =
            self.documents.get(&url).map(|id| &self.asked[*id])
            && reply.from_cache
        {
            self.documents.remove(&url);
        }
        self.ask(Purpose::ResourceMetadata, url, reach, true, most)
    }

    fn ask(&mut self, purpose: Purpose, url: Url, reach: Reach, revalidate: bool, most: usize) -> &mut Asked {
        let asked = &mut self.asked;
        let id = *self.documents.entry(url).or_insert_with_key(|url| {
            asked.push(Asked::new(purpose, url.clone(), reach, revalidate, most));
            asked.len() - 1
        });
        &mut asked[id]
    }

    /// The request for a document.
    pub(super) fn of_document(&mut self, url: &Url) -> Option<&mut Asked> {
        let id = self.documents.get(url)?;
        self.asked.get_mut(*id)
    }

    /// Takes back what the reply for a document was said to be.
    pub(super) fn withdraw(&mut self, url: &Url, outcome: Outcome, reason: String) {
        let wanted = |asked: &&mut Asked| asked.url == *url && asked.purpose != Purpose::Probe;
        if let Some(asked) = self.asked.iter_mut().rfind(wanted) {
            asked.outcome = Some(outcome);
            asked.reasons = vec![reason];
        }
    }

    /// Drops a reply that was judged for all who wanted it.
    pub(super) fn let_go(&mut self, id: usize) {
        if let Some(asked) = self.asked.get_mut(id)
            && asked.reply.take().is_some()
        {
            self.documents.remove(&asked.url);
        }
    }

    /// The ids of the requests to send now, each named once.
    pub(super) fn hand_out(&mut self) -> std::ops::Range<usize> {
        let free = AT_ONCE.saturating_sub(self.under_way);
        let new = self.handed_out..self.asked.len().min(self.handed_out + free);
        self.handed_out = new.end;
        self.under_way += new.len();
        new
    }

    /// A request that was handed out.
    pub(super) fn get(&self, id: usize) -> Option<&Asked> {
        self.asked[..self.handed_out].get(id)
    }

    /// The same, to be changed.
    pub(super) fn get_mut(&mut self, id: usize) -> Option<&mut Asked> {
        self.asked[..self.handed_out].get_mut(id)
    }

    /// Takes the reply to a request that was handed out; `None` where it has one.
    pub(super) fn answer(&mut self, id: usize, reply: Result<Reply, Error>) -> Option<&mut Asked> {
        let asked = self.asked[..self.handed_out].get_mut(id).filter(|asked| asked.answer.is_none())?;
        self.under_way -= 1;
        asked.answer = Some(Answer::of(&reply));
        asked.reply = Some(reply);
        Some(asked)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Asked> {
        self.asked[..self.handed_out].iter()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Asked> {
        self.asked[..self.handed_out].iter_mut()
    }
}

impl Asked {
    fn new(purpose: Purpose, url: Url, reach: Reach, revalidate: bool, most: usize) -> Asked {
        let (waiting, reasons) = (Vec::new(), Vec::new());
        Asked { purpose, url, reach, revalidate, most, answer: None, reply: None, outcome: None, reasons, waiting }
    }

    /// Notes what the reply came to for one of those who wanted it; a good end counts for all.
    pub(super) fn settle(&mut self, outcome: Outcome, reason: String) {
        if outcome == Outcome::Ok || self.outcome.is_none() {
            self.outcome = Some(outcome);
        }
        self.reasons.push(reason);
    }

    /// What the request came to, and why; `None` where that is not known.
    pub(super) fn told(&self) -> Option<(Outcome, String)> {
        Some((self.outcome?, self.reasons.join("; ")))
    }

    /// The attempt, as far as the plan knows it: nothing about time. `given_up`: why no answer was waited for.
    pub(super) fn attempt(&self, given_up: &str) -> Attempt {
        let mut attempt = Attempt::begun(self.purpose, self.url.as_str().to_owned());
        if let Some(answer) = &self.answer {
            attempt.final_url = answer.final_url.clone();
            attempt.status = answer.status;
            attempt.from_cache = answer.from_cache;
        }
        let (outcome, reason) = self.told().unwrap_or((attempt.outcome, given_up.to_owned()));
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
