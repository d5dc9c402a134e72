use crate::protocol::response::split_unquoted;
use http::header::{
    AGE, CACHE_CONTROL, DATE, ETAG, EXPIRES, HeaderMap, HeaderName, HeaderValue, IF_MODIFIED_SINCE, IF_NONE_MATCH,
    LAST_MODIFIED, PRAGMA, VARY,
};
use http::{Request, Response};
use http_cache_semantics::{CacheOptions, CachePolicy};
use std::time::{Duration, SystemTime};

/// The options of a private cache that uses explicit freshness only.
const EXPLICIT_ONLY: CacheOptions = CacheOptions {
    shared: false,
    cache_heuristic: 0.0,
    immutable_min_time_to_live: Duration::ZERO,
    ignore_cargo_cult: false,
};

/// The longest freshness lifetime, and the longest age.
const LONGEST: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// The caching rules of a stored response ([RFC 9111](https://www.rfc-editor.org/rfc/rfc9111)).
#[derive(Debug)]
pub(super) struct StoragePolicy {
    /// The fields that affect caching, from [`normalized`].
    fields: HeaderMap,
    fresh_for: Duration,
}

impl StoragePolicy {
    /// The policy of a response with this header. `None` if the response must not be stored, or could never be reused.
    pub(super) fn of(header: &HeaderMap, now: SystemTime) -> Option<StoragePolicy> {
        // Most responses have none of these fields, so check them before the slower parse.
        let affects_caching = |name: &HeaderName| [CACHE_CONTROL, EXPIRES, ETAG, LAST_MODIFIED].contains(name);
        if !header.keys().any(affects_caching) {
            return None;
        }
        StoragePolicy::from_fields(normalized(header, now), now)
    }

    /// The policy after a 304 with this header. `None` if the response must no longer be stored.
    pub(super) fn confirmed_by(&self, header: &HeaderMap, now: SystemTime) -> Option<StoragePolicy> {
        let mut fields = self.fields.clone();
        // `Age` and `Date` describe one message, not the stored response.
        for name in [AGE, DATE] {
            fields.remove(name);
        }
        // `extend` replaces each field, because normalized fields have one line.
        fields.extend(normalized(header, now));
        StoragePolicy::from_fields(fields, now)
    }

    fn from_fields(fields: HeaderMap, now: SystemTime) -> Option<StoragePolicy> {
        let mut response = Response::new(());
        *response.headers_mut() = fields;
        let policy = CachePolicy::new_options(&Request::new(()), &response, now, EXPLICIT_ONLY);
        let fresh_for = policy.time_to_live(now).min(LONGEST);
        let (head, ()) = response.into_parts();
        let fields = head.headers;
        let has_validator = fields.contains_key(ETAG) || fields.contains_key(LAST_MODIFIED);
        let is_storable = policy.is_storable() && fields.get(VARY).is_none_or(|vary| vary != "*");
        (is_storable && (has_validator || !fresh_for.is_zero())).then_some(StoragePolicy { fields, fresh_for })
    }

    /// The freshness lifetime of the response, counted from its request.
    pub(super) fn fresh_for(&self) -> Duration {
        self.fresh_for
    }

    /// The conditional fields of a request that revalidates the response; `None` if it has no validator.
    pub(super) fn conditions(&self) -> Option<HeaderMap> {
        let validators = [(ETAG, IF_NONE_MATCH), (LAST_MODIFIED, IF_MODIFIED_SINCE)];
        let conditions: HeaderMap = validators
            .into_iter()
            .filter_map(|(validator, condition)| Some((condition, self.fields.get(validator)?.clone())))
            .collect();
        (!conditions.is_empty()).then_some(conditions)
    }

    /// True if a 304 with this header is for this response: the entity tags must be equal. Some servers break the rules and
    /// omit the entity tag. Such a 304 is for the tag in the request.
    pub(super) fn is_selected_by(&self, header: &HeaderMap) -> bool {
        match (self.fields.get(ETAG), header.get(ETAG)) {
            (Some(stored), Some(sent)) => opaque(stored) == opaque(sent),
            _ => true,
        }
    }

    /// The size of the stored fields in bytes.
    pub(super) fn size(&self) -> usize {
        self.fields.iter().map(|(name, value)| name.as_str().len() + value.len()).sum()
    }
}

/// The fields that affect caching, one line each, in a form that `http-cache-semantics` 3.0 understands.
///
/// That crate reads only lower-case directives, only one of HTTP's three date forms, and only a `*` that is the whole
/// value of `Vary`. It splits at commas in quoted strings. It ignores the age that follows from `Date`, and panics on
/// ages near the largest number.
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
    // RFC 9111 section 4.2.3. The response delay is not added, because freshness counts from the request.
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

/// The directives of a field line in lower case, without quotes. Drops values of more than one word, because no relevant
/// directive has such a value ([RFC 9111 section 5.2](https://www.rfc-editor.org/rfc/rfc9111#section-5.2)).
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

/// An entity tag without the `W/` prefix of weak tags.
fn opaque(tag: &HeaderValue) -> &[u8] {
    tag.as_bytes().strip_prefix(b"W/").unwrap_or(tag.as_bytes())
}

/// The seconds of `Age`. A number that is too large counts as the largest number.
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
        // The date form of RFC 850, which has two digits for the year.
        assert!(seconds(&[("expires", "Friday, 31-Dec-60 23:59:59 GMT")]).is_some());
    }

    #[test]
    fn a_304_updates_the_fields_that_it_has() {
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
    fn a_304_with_another_entity_tag_is_not_for_the_stored_response() {
        let kept = StoragePolicy::of(&header(&[("etag", "W/\"a\"")]), now()).unwrap();
        for (tag, meant) in [("W/\"a\"", true), ("\"a\"", true), ("\"b\"", false)] {
            assert_eq!(kept.is_selected_by(&header(&[("etag", tag)])), meant, "{tag}");
        }
        assert!(kept.is_selected_by(&HeaderMap::new()));
    }
}
