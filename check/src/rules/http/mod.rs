//! H: HTTP and TLS.

mod answers;
mod caching;
mod content;
mod cors;
mod reachability;
mod stability;

use crate::rule::Rule;

pub(super) const RULES: &[Rule] = &[
    content::CONTENT_TYPE_NOT_JSON,
    reachability::REDIRECTED,
    reachability::DOCUMENT_ASKS_FOR_AUTHENTICATION,
    cors::DOCUMENT_WITHOUT_CORS,
    cors::CHALLENGE_WITHOUT_CORS,
    caching::CACHE_CONTROL,
    caching::NO_VALIDATOR,
    content::CONTENT_CODING,
    stability::ANSWER_CHANGES_WITH_USER_AGENT,
    content::HTTP_URLS_OVER_HTTPS,
    reachability::UNKNOWN_WELL_KNOWN_URL_ANSWERS,
    reachability::SLOW_OR_BUSY,
    reachability::HEAD_FAILS,
    stability::ANSWER_CHANGES,
];
