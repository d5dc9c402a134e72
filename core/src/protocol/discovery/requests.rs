use crate::protocol::{Reach, Reply};
use crate::{Attempt, Error, ErrorKind, Outcome, Purpose};
use std::collections::HashMap;
use std::time::Duration;
use url::Url;

/// The requests of a discovery with what came back for them. No document's URL is asked for
/// twice, unless a challenge names what a cache has answered.
#[derive(Debug, Default)]
pub(super) struct Requests {
    /// By id.
    asked: Vec<Asked>,
    documents: HashMap<Url, usize>,
    handed_out: usize,
}

#[derive(Debug)]
pub(super) struct Asked {
    pub(super) purpose: Purpose,
    pub(super) url: Url,
    pub(super) reach: Reach,
    /// Whether an answer from a cache does not count.
    pub(super) revalidate: bool,
    pub(super) reply: Option<Result<Reply, Error>>,
    pub(super) outcome: Option<Outcome>,
    /// The servers, by their place in the list, that wait for the reply.
    pub(super) waiting: Vec<usize>,
}

impl Requests {
    /// Asks the resource itself.
    pub(super) fn probe(&mut self, url: Url) {
        self.asked.push(Asked::new(Purpose::Probe, url, Reach::Caller, false));
    }

    /// Asks for a document, unless its URL was asked for already.
    pub(super) fn document(&mut self, purpose: Purpose, url: Url, reach: Reach) -> &mut Asked {
        self.ask(purpose, url, reach, false)
    }

    /// Asks for the document that a challenge names. That its URL was asked for already counts, unless it was a cache that
    /// answered.
    pub(super) fn challenged(&mut self, url: Url, reach: Reach) -> &mut Asked {
        if let Some(Asked { reply: Some(Ok(reply)), revalidate: false, .. }) =
            self.documents.get(&url).map(|id| &self.asked[*id])
            && reply.from_cache
        {
            self.documents.remove(&url);
        }
        self.ask(Purpose::ResourceMetadata, url, reach, true)
    }

    fn ask(&mut self, purpose: Purpose, url: Url, reach: Reach, revalidate: bool) -> &mut Asked {
        let asked = &mut self.asked;
        let id = *self.documents.entry(url).or_insert_with_key(|url| {
            asked.push(Asked::new(purpose, url.clone(), reach, revalidate));
            asked.len() - 1
        });
        &mut asked[id]
    }

    /// The ids of the requests that were not handed out yet; now they are.
    pub(super) fn hand_out(&mut self) -> std::ops::Range<usize> {
        let new = self.handed_out..self.asked.len();
        self.handed_out = new.end;
        new
    }

    /// A request that was handed out.
    pub(super) fn get(&self, id: usize) -> Option<&Asked> {
        self.asked[..self.handed_out].get(id)
    }

    /// The same.
    pub(super) fn get_mut(&mut self, id: usize) -> Option<&mut Asked> {
        self.asked[..self.handed_out].get_mut(id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Asked> {
        self.asked.iter()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Asked> {
        self.asked.iter_mut()
    }
}

impl Asked {
    fn new(purpose: Purpose, url: Url, reach: Reach, revalidate: bool) -> Asked {
        Asked { purpose, url, reach, revalidate, reply: None, outcome: None, waiting: Vec::new() }
    }

    /// The attempt, as far as the plan knows it: nothing about time.
    pub(super) fn attempt(&self) -> Attempt {
        let status = |reply: &Result<Reply, Error>| match reply {
            Ok(reply) => Some(reply.status),
            Err(error) => error.http_status(),
        };
        Attempt {
            purpose: self.purpose,
            method: "GET",
            url: self.url.as_str().to_owned(),
            final_url: match &self.reply {
                Some(Ok(reply)) => Some(reply.url.as_str().to_owned()),
                _ => None,
            },
            status: self.reply.as_ref().and_then(status),
            outcome: self.outcome.unwrap_or(Outcome::Failed(ErrorKind::Cancelled)),
            reason: String::new(),
            elapsed: Duration::ZERO,
            from_cache: matches!(&self.reply, Some(Ok(reply)) if reply.from_cache),
        }
    }
}
