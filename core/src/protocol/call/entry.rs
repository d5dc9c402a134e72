use super::freshness::Freshness;
use super::moment::Moment;
use super::reach::Reach;
use super::storage_policy::StoragePolicy;
use crate::protocol::addresses::Zone;
use crate::protocol::response::Reply;
use http::HeaderMap;
use std::time::Duration;
use url::Url;

/// A stored response.
#[derive(Debug)]
pub(crate) struct Entry {
    reach: Reach,
    reply: Reply,
    policy: StoragePolicy,
    /// The time of the request, on the monotonic clock.
    requested_at: Duration,
    freshness: Freshness,
}

impl Entry {
    /// The entry of a response without redirects; `None` if the body is incomplete.
    pub(super) fn of(
        reply: &Reply,
        policy: StoragePolicy,
        reach: Reach,
        requested_at: Duration,
        now: Moment,
    ) -> Option<Entry> {
        reply.body.is_ok().then(|| Entry::new(reply.clone(), policy, reach, requested_at, now))
    }

    fn new(reply: Reply, policy: StoragePolicy, reach: Reach, requested_at: Duration, now: Moment) -> Entry {
        let freshness = Freshness::new(requested_at, policy.fresh_for(), now);
        Entry { reach, reply, policy, requested_at, freshness }
    }

    /// The response after a 304, and its new entry if it may be stored. Revalidation never lowers an entry's zone.
    pub(super) fn confirmed(
        &self,
        header: &HeaderMap,
        zone: Zone,
        requested_at: Duration,
        now: Moment,
    ) -> (Reply, Option<Entry>) {
        let reply = Reply { zone: self.reply.zone.max(zone), ..self.reply(now) };
        let policy = self.policy.confirmed_by(header, now.wall);
        let entry = policy.map(|policy| Entry::new(reply.clone(), policy, self.reach, requested_at, now));
        (Reply { from_cache: false, ..reply }, entry)
    }

    /// The URL of the request.
    pub(crate) fn url(&self) -> &Url {
        &self.reply.url
    }

    /// The reach of the request's URL.
    pub(crate) fn reach(&self) -> Reach {
        self.reach
    }

    /// The stored response, marked as coming from the cache.
    pub(super) fn reply(&self, now: Moment) -> Reply {
        #[cfg(not(feature = "signed-metadata"))]
        let _ = now;
        Reply {
            from_cache: true,
            #[cfg(feature = "signed-metadata")]
            received_at: Some(now.wall),
            ..self.reply.clone()
        }
    }

    pub(crate) fn freshness(&self) -> Freshness {
        self.freshness
    }

    pub(super) fn is_fresh(&self, now: Moment) -> bool {
        self.freshness.is_fresh(now)
    }

    /// The conditional fields that revalidate the response; `None` if it has no validator.
    pub(super) fn conditions(&self) -> Option<HeaderMap> {
        self.policy.conditions()
    }

    /// True if a 304 with this header is for this response.
    pub(super) fn is_selected_by(&self, header: &HeaderMap) -> bool {
        self.policy.is_selected_by(header)
    }

    /// True if the request of this entry was sent after the other's.
    pub(crate) fn is_newer_than(&self, other: &Entry) -> bool {
        self.requested_at > other.requested_at
    }

    /// True if a newer response of the same URL, with its entry, makes this entry obsolete. Temporary errors never do.
    pub(crate) fn is_contradicted_by(&self, reply: &Reply, entry: Option<&Entry>) -> bool {
        match (reply.status, entry) {
            (408 | 425 | 429 | 500.., _) => false,
            (_, Some(entry)) => !self.has_body_of(entry),
            (_, None) => reply.body.is_ok(),
        }
    }

    pub(crate) fn has_body_of(&self, other: &Entry) -> bool {
        self.body() == other.body()
    }

    /// The size of the stored response in bytes.
    pub(crate) fn size(&self) -> usize {
        let content_type = self.reply.content_type.as_deref().unwrap_or_default();
        let url = self.reply.url.as_str();
        self.body().len() + url.len() + content_type.len() + self.policy.size()
    }

    fn body(&self) -> &[u8] {
        self.reply.body.as_deref().unwrap_or_default()
    }
}
