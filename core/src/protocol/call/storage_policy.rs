use crate::protocol::response::split_unquoted;
use http::header::{
    AGE, CACHE_CONTROL, DATE, ETAG, EXPIRES, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, PRAGMA, VARY,
};
use http::{Request, Response};
use http_cache_semantics::{CacheOptions, CachePolicy};
use std::time::{Duration, SystemTime};

/// A private cache that uses explicit freshness only.
const EXPLICIT_ONLY: CacheOptions = CacheOptions {
    shared: false,
    cache_heuristic: 0.0,
    immutable_min_time_to_live: Duration::ZERO,
    ignore_cargo_cult: false,
};

/// The longest freshness lifetime, and the highest age.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Whether and how long a response may be used again ([RFC 9111](https://www.rfc-editor.org/rfc/rfc9111)).
#[derive(Debug)]
pub(super) struct StoragePolicy {
    /// The fields that matter, as [`normalized`] writes them.
    fields: HeaderMap,
    fresh_for: Duration,
}

impl StoragePolicy {
    /// The policy of a response with this header; `None` if it must not be kept, or could never be used again.
    pub(super) fn of(header: &HeaderMap, now: SystemTime) -> Option<StoragePolicy> {
        // Most responses have none of these fields.
        let says = |name: &HeaderName| [CACHE_CONTROL, EXPIRES, ETAG, LAST_MODIFIED].contains(name);
        if !header.keys().any(says) {
            return None;
        }
        StoragePolicy::made_of(normalized(header, now), now)
    }

    /// The policy after a 304 with this header; `None` if the response must not be kept any longer.
    pub(super) fn confirmed_by(&self, header: &HeaderMap, now: SystemTime) -> Option<StoragePolicy> {
        let mut fields = self.fields.clone();
        // These belong to one message.
        for name in [AGE, DATE] {
            fields.remove(name);
        }
        // Each field has one line.
        fields.extend(normalized(header, now));
        StoragePolicy::made_of(fields, now)
    }

    fn made_of(fields: HeaderMap, now: SystemTime) -> Option<StoragePolicy> {
        let mut response = Response::new(());
        *response.headers_mut() = fields;
        let policy = CachePolicy::new_options(&Request::new(()), &response, now, EXPLICIT_ONLY);
        let fresh_for = policy.time_to_live(now).min(LONGEST);
        let (head, ()) = response.into_parts();
        let fields = head.headers;
        let can_be_confirmed = fields.contains_key(ETAG) || fields.contains_key(LAST_MODIFIED);
        let may_be_kept = policy.is_storable() && fields.get(VARY).is_none_or(|vary| vary != "*");
        (may_be_kept && (can_be_confirmed || !fresh_for.is_zero())).then_some(StoragePolicy { fields, fresh_for })
    }

    /// How long the response is fresh, from when its request was sent.
    pub(super) fn fresh_for(&self) -> Duration {
        self.fresh_for
    }

    /// The conditional fields of a request that revalidates the response; `None` if it has no validator.
    pub(super) fn conditions(&self) -> Option<HeaderMap> {
        let asked = [(ETAG, IF_NONE_MATCH), (LAST_MODIFIED, IF_MODIFIED_SINCE)];
        let conditions: HeaderMap =
            asked.into_iter().filter_map(|(field, asked)| Some((asked, self.fields.get(field)?.clone()))).collect();
        (!conditions.is_empty()).then_some(conditions)
    }

    /// Whether a 304 with this header is about this response. Some servers omit the entity tag, against the rules, and then
    /// mean the one in the request.
    pub(super) fn is_meant_by(&self, header: &HeaderMap) -> bool {
        match (self.fields.get(ETAG), header.get(ETAG)) {
            (Some(kept), Some(sent)) => opaque(kept) == opaque(sent),
            _ => true,
        }
    }

    /// The bytes that it keeps.
    pub(super) fn size(&self) -> usize {
        self.fields.iter().map(|(name, value)| name.as_str().len() + value.len()).sum()
    }
}

/// The fields that matter, one line each, in the spelling that `http-cache-semantics` 3.0 reads. It reads directives in
/// lower case only, no comma in a quoted string, dates in one of HTTP's three forms, and only the whole value of `Vary`;
/// it ignores the age that follows from `Date`, and panics on an age near the largest number.
fn normalized(header: &HeaderMap, now: SystemTime) -> HeaderMap {
    let mut fields = HeaderMap::new();
    let mut set = |name: HeaderName, value: String| {
        if let Ok(value) = HeaderValue::try_from(value) {
            fields.insert(name, value);
        }
    };
    let lines = |wanted: HeaderName| header.iter().filter(move |(name, _)| **name == wanted).map(|(_, line)| line);
    for name in [CACHE_CONTROL, PRAGMA] {
        let lines: Vec<_> = lines(name.clone()).map(directives).collect();
        if !lines.is_empty() {
            set(name, lines.join(", "));
        }
    }
    let mut varies_by = lines(VARY).flat_map(|line| line.as_bytes().split(|byte| *byte == b','));
    if varies_by.any(|name| name.trim_ascii() == b"*") {
        set(VARY, "*".to_owned());
    }
    let date = |name: HeaderName| httpdate::parse_http_date(header.get(name)?.to_str().ok()?).ok();
    let sent = date(DATE);
    if let Some(sent) = sent {
        set(DATE, httpdate::fmt_http_date(sent));
    }
    if header.contains_key(EXPIRES) {
        set(EXPIRES, date(EXPIRES).map_or_else(|| "0".to_owned(), httpdate::fmt_http_date));
    }
    // RFC 9111 section 4.2.3, without the response delay: freshness counts from the request.
    let apparent = sent.and_then(|sent| now.duration_since(sent).ok()).unwrap_or_default();
    let age = apparent.max(Duration::from_secs(stated_age(header))).min(LONGEST).as_secs();
    set(AGE, age.to_string());
    for name in [ETAG, LAST_MODIFIED] {
        if let Some(value) = header.get(&name) {
            fields.insert(name, value.clone());
        }
    }
    fields
}

/// The directives of a field line in lower case, without quotes. Omits values of more than one word: no directive that
/// matters here has one ([RFC 9111 section 5.2](https://www.rfc-editor.org/rfc/rfc9111#section-5.2)).
fn directives(line: &HeaderValue) -> String {
    let ascii = |byte: &u8| if byte.is_ascii() { char::from(byte.to_ascii_lowercase()) } else { '?' };
    let line: String = line.as_bytes().iter().map(ascii).collect();
    let directives = split_unquoted(&line, b',').map(|directive| {
        let (name, value) = directive.split_once('=').unwrap_or((directive, ""));
        let value = value.trim();
        let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
        let is_word = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if is_word { format!("{}={value}", name.trim()) } else { name.trim().to_owned() }
    });
    directives.collect::<Vec<_>>().join(", ")
}

/// An entity tag without the prefix of a weak one.
fn opaque(tag: &HeaderValue) -> &[u8] {
    tag.as_bytes().strip_prefix(b"W/").unwrap_or(tag.as_bytes())
}

/// The seconds of `Age`. More digits than a number holds count as very old.
fn stated_age(header: &HeaderMap) -> u64 {
    let text = header.get(AGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let first = text.split(',').next().unwrap_or_default().trim();
    let is_number = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { first.parse().unwrap_or(u64::MAX) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::UNIX_EPOCH;

    /// A day in June 2026.
    fn now() -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_781_400_000)
    }

    fn header(fields: &[(&'static str, &str)]) -> HeaderMap {
        let mut header = HeaderMap::new();
        for (name, value) in fields {
            header.append(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap());
        }
        header
    }

    fn seconds(fields: &[(&'static str, &str)]) -> Option<u64> {
        StoragePolicy::of(&header(fields), now()).map(|policy| policy.fresh_for().as_secs())
    }

    fn http_date(seconds_from_now: i64) -> String {
        let (now, distance) = (now(), Duration::from_secs(seconds_from_now.unsigned_abs()));
        httpdate::fmt_http_date(if seconds_from_now < 0 { now - distance } else { now + distance })
    }

    #[test]
    fn only_explicit_freshness_counts() {
        for (fields, expected) in [
            (&[][..], None),
            (&[("cache-control", "max-age=60")], Some(60)),
            (&[("cache-control", "private, Max-Age=60")], Some(60)),
            (&[("cache-control", "max-age=\"60\"")], Some(60)),
            (&[("cache-control", "x=\"a, max-age=60, b\"")], None),
            (&[("cache-control", "x=\"a, no-store\", max-age = 60")], Some(60)),
            (&[("cache-control", "x=\"\\\", max-age=60\"")], None),
            (&[("cache-control", "no-cache=\"a, b\", max-age=60")], None),
            (&[("cache-control", "x=\"a"), ("cache-control", "no-store, max-age=60")], None),
            (&[("cache-control", "max-age=\"60, 61\"")], None),
            (&[("cache-control", "max-age=99999999999999999999999")], None),
            (&[("cache-control", "s-maxage=60")], None),
            (&[("cache-control", "public")], None),
            (&[("cache-control", "immutable")], None),
            (&[("cache-control", "max-age=0")], None),
            (&[("cache-control", "max-age=-1")], None),
            (&[("cache-control", "max-age=soon")], None),
            (&[("cache-control", "max-age=60, no-store")], None),
            (&[("cache-control", "max-age=60"), ("cache-control", "NO-STORE")], None),
            (&[("cache-control", "max-age=60, No-Cache")], None),
            (&[("cache-control", "max-age=60, No-Cache"), ("etag", "\"a\"")], Some(0)),
            (&[("cache-control", "max-age=60, no-store"), ("etag", "\"a\"")], None),
            (&[("cache-control", "max-age=60"), ("vary", "*")], None),
            (&[("cache-control", "max-age=60"), ("vary", "accept, *")], None),
            (&[("cache-control", "max-age=60"), ("vary", "accept"), ("vary", "*"), ("etag", "\"a\"")], None),
            (&[("cache-control", "max-age=60"), ("vary", "accept, user-agent, accept-encoding")], Some(60)),
            (&[("cache-control", "max-age=60"), ("pragma", "no-cache")], Some(60)),
            (&[("cache-control", "max-age=60"), ("age", "50")], Some(10)),
            (&[("cache-control", "max-age=60"), ("age", "60")], None),
            (&[("cache-control", "max-age=60"), ("age", "18446744073709551615")], None),
            (&[("cache-control", "max-age=60"), ("age", "99999999999999999999999")], None),
            (&[("cache-control", "max-age=60"), ("age", "a while")], Some(60)),
            (&[("cache-control", "max-age=18446744073709551615")], Some(LONGEST.as_secs())),
            (&[("etag", "\"a\"")], Some(0)),
            (&[("last-modified", "Sun, 06 Nov 1994 08:49:37 GMT")], Some(0)),
            (&[("expires", "0"), ("etag", "\"a\"")], Some(0)),
            (&[("expires", "0")], None),
        ] {
            assert_eq!(seconds(fields), expected, "{fields:?}");
        }
    }

    #[test]
    fn dates_count_in_every_form() {
        let (soon, later) = (http_date(-50), http_date(3600));
        assert_eq!(seconds(&[("cache-control", "max-age=60"), ("date", &soon)]), Some(10));
        assert_eq!(seconds(&[("cache-control", "max-age=60"), ("date", &http_date(-61))]), None);
        assert_eq!(seconds(&[("expires", &later)]), Some(3600));
        assert_eq!(seconds(&[("expires", &later), ("date", &http_date(-100))]), Some(3600));
        assert_eq!(seconds(&[("expires", &http_date(-1))]), None);
        assert_eq!(seconds(&[("expires", &later), ("cache-control", "max-age=5")]), Some(5));
        // RFC 850's form, in a year that it can name.
        assert!(seconds(&[("expires", "Friday, 31-Dec-60 23:59:59 GMT")]).is_some());
    }

    #[test]
    fn a_confirmation_changes_what_it_names() {
        let kept =
            StoragePolicy::of(&header(&[("etag", "\"a\""), ("age", "7"), ("cache-control", "max-age=1")]), now())
                .unwrap();
        let confirm = |fields| kept.confirmed_by(&header(fields), now()).map(|policy| policy.fresh_for().as_secs());
        assert_eq!(confirm(&[]), Some(1));
        assert_eq!(confirm(&[("cache-control", "public"), ("cache-control", "max-age=60")]), Some(60));
        assert_eq!(confirm(&[("cache-control", "no-store")]), None);
        assert_eq!(confirm(&[("cache-control", "max-age=60"), ("age", "50")]), Some(10));
        let without = StoragePolicy::of(&header(&[("etag", "\"a\"")]), now()).unwrap();
        let now_fresh = without.confirmed_by(&header(&[("expires", &http_date(3600))]), now()).unwrap();
        assert!(now_fresh.fresh_for() > Duration::from_secs(3000));
        assert_eq!(now_fresh.conditions().unwrap()[IF_NONE_MATCH], "\"a\"");
    }

    #[test]
    fn a_confirmation_is_of_the_reply_that_was_asked_about() {
        let kept = StoragePolicy::of(&header(&[("etag", "W/\"a\"")]), now()).unwrap();
        for (tag, meant) in [("W/\"a\"", true), ("\"a\"", true), ("\"b\"", false)] {
            assert_eq!(kept.is_meant_by(&header(&[("etag", tag)])), meant, "{tag}");
        }
        assert!(kept.is_meant_by(&HeaderMap::new()));
    }
}
