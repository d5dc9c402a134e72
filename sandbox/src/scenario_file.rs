use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::answer::{Answer, Content, Drip, Outcome, Raw, RawBytes};
use crate::json_text::JsonText;
use crate::route::Route;
use crate::scenario::Scenario;
use crate::scenario_error::ScenarioError;

/// The JSON form of a scenario.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScenarioFile {
    #[serde(default)]
    routes: Vec<RouteFile>,
    #[serde(default)]
    latency_ms: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RouteFile {
    path: String,
    host: Option<String>,
    method: Option<String>,
    answers: Vec<AnswerFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerFile {
    status: Option<u16>,
    #[serde(default)]
    headers: Headers,
    redirect: Option<String>,
    body: Option<String>,
    // By default, serde reads `"json": null` as an absent member.
    #[serde(default, deserialize_with = "present")]
    json: Option<JsonText>,
    body_base64: Option<String>,
    body_repeat: Option<RepeatFile>,
    endless: Option<EndlessFile>,
    #[serde(default)]
    chunked: bool,
    #[serde(default)]
    delay_ms: u64,
    drip: Option<DripFile>,
    truncate: Option<u64>,
    reset: Option<u64>,
    #[serde(default)]
    reset_before_head: bool,
    #[serde(default)]
    close_before_head: bool,
    #[serde(default)]
    silent: bool,
    #[serde(default)]
    close: bool,
    close_after_ms: Option<u64>,
    raw: Option<String>,
    raw_base64: Option<String>,
    raw_repeat: Option<RawRepeatFile>,
    raw_end: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RepeatFile {
    text: String,
    times: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRepeatFile {
    text: String,
    times: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndlessFile {
    text: String,
    interval_ms: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DripFile {
    bytes: usize,
    interval_ms: u64,
}

/// Pairs of header names and values, in order.
#[derive(Default)]
struct Headers(Vec<(String, String)>);

#[derive(Deserialize)]
#[serde(untagged, expecting = "a header value must be a string or an array of strings")]
enum HeaderValues {
    One(String),
    Many(Vec<String>),
}

impl<'de> Deserialize<'de> for Headers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(HeadersVisitor)
    }
}

struct HeadersVisitor;

impl<'de> Visitor<'de> for HeadersVisitor {
    type Value = Headers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of header names and values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Headers, A::Error> {
        let mut headers = Vec::new();
        while let Some((name, values)) = map.next_entry::<String, HeaderValues>()? {
            match values {
                HeaderValues::One(value) => headers.push((name, value)),
                HeaderValues::Many(values) => headers.extend(values.into_iter().map(|value| (name.clone(), value))),
            }
        }
        Ok(Headers(headers))
    }
}

fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<JsonText>, D::Error> {
    JsonText::deserialize(deserializer).map(Some)
}

impl Scenario {
    /// Reads a scenario from JSON text.
    ///
    /// # Errors
    /// Malformed JSON, an unknown member, a wrong type, or a value that breaks a rule. The error names the location.
    pub fn from_json(json: &str) -> Result<Self, ScenarioError> {
        let file: ScenarioFile = serde_json::from_str(json).map_err(|error| ScenarioError::new("scenario", error))?;
        file.into_scenario()
    }

    /// Reads a scenario from a JSON file.
    ///
    /// # Errors
    /// The errors of [`from_json`](Scenario::from_json), or the file cannot be read as UTF-8 text. The error names the file.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, ScenarioError> {
        let path = path.as_ref();
        let name = path.display();
        let text = std::fs::read_to_string(path).map_err(|error| ScenarioError::new(&name, error))?;
        Self::from_json(&text).map_err(|error| ScenarioError::new(&name, error))
    }
}

impl ScenarioFile {
    fn into_scenario(self) -> Result<Scenario, ScenarioError> {
        let mut scenario = Scenario::new().latency(Duration::from_millis(self.latency_ms));
        for (r, file) in self.routes.into_iter().enumerate() {
            let location = format!("routes[{r}]");
            let mut answers = Vec::with_capacity(file.answers.len());
            for (a, answer) in file.answers.into_iter().enumerate() {
                let answer = answer.into_answer().and_then(|answer| answer.check().map(|()| answer));
                answers.push(answer.map_err(|rule| ScenarioError::new(format!("{location}.answers[{a}]"), rule))?);
            }
            let mut route = Route::new(file.path, answers);
            route.host = file.host.map(|host| host.to_ascii_lowercase());
            route.method = file.method;
            route.check().map_err(|rule| ScenarioError::new(&location, rule))?;
            if route.answers.is_empty() {
                return Err(ScenarioError::new(format!("{location}.answers"), "at least one answer is needed"));
            }
            if let Some(first) = scenario.routes.iter().position(|other| other.same_key(&route)) {
                return Err(ScenarioError::new(
                    &location,
                    format!("routes[{first}] has the same path, host and method"),
                ));
            }
            scenario.routes.push(route);
        }
        Ok(scenario)
    }
}

impl AnswerFile {
    fn into_answer(self) -> Result<Answer, String> {
        self.check_raw_members()?;
        let mut bodies = AtMostOne::new("an answer has at most one body");
        bodies.add("body", self.body.map(Content::Text));
        bodies.add("json", self.json.map(|json| Content::Json(json.0)));
        bodies.add("body_base64", decode("body_base64", self.body_base64)?.map(Content::Bytes));
        bodies.add("body_repeat", self.body_repeat.map(|r| Content::Repeat { text: r.text, times: r.times }));
        let endless =
            |e: EndlessFile| Content::Endless { text: e.text, interval: Duration::from_millis(e.interval_ms) };
        bodies.add("endless", self.endless.map(endless));

        let mut starts = AtMostOne::new("one of them at most");
        starts.add("raw", self.raw.map(RawBytes::Text));
        starts.add("raw_base64", decode("raw_base64", self.raw_base64)?.map(RawBytes::Bytes));
        let start = starts.take()?;
        let is_raw = start.is_some() || self.raw_repeat.is_some() || self.raw_end.is_some();
        let raw = is_raw.then(|| Raw {
            start: start.unwrap_or_default(),
            repeat: self.raw_repeat.map(|r| (r.text, r.times)),
            end: self.raw_end.unwrap_or_default(),
        });

        let mut outcomes = AtMostOne::new("an answer has at most one end");
        outcomes.add("truncate", self.truncate.map(Outcome::Truncate));
        outcomes.add("reset", self.reset.map(Outcome::Reset));
        outcomes.add("reset_before_head", self.reset_before_head.then_some(Outcome::ResetBeforeHead));
        outcomes.add("close_before_head", self.close_before_head.then_some(Outcome::CloseBeforeHead));
        outcomes.add("silent", self.silent.then_some(Outcome::Silent));
        outcomes.add("close", self.close.then_some(Outcome::Close));
        let idle = self.close_after_ms.map(Duration::from_millis);
        outcomes.add("close_after_ms", idle.map(Outcome::CloseAfter));
        outcomes.add("raw", raw.map(Outcome::Raw));

        let drip = self.drip.map(|d| Drip { bytes: d.bytes, interval: Duration::from_millis(d.interval_ms) });
        let mut answer = Answer::default();
        answer.status = self.status;
        answer.headers = self.headers.0;
        answer.redirect = self.redirect;
        answer.content = bodies.take()?.unwrap_or(answer.content);
        answer.chunked = self.chunked;
        answer.delay = Duration::from_millis(self.delay_ms);
        answer.drip = drip;
        answer.outcome = outcomes.take()?.unwrap_or(answer.outcome);
        Ok(answer)
    }

    /// Refuses members that have no effect in an answer with raw bytes.
    fn check_raw_members(&self) -> Result<(), String> {
        let raw =
            self.raw.is_some() || self.raw_base64.is_some() || self.raw_repeat.is_some() || self.raw_end.is_some();
        let others = [
            ("status", self.status.is_some()),
            ("headers", !self.headers.0.is_empty()),
            ("redirect", self.redirect.is_some()),
            ("body", self.body.is_some()),
            ("json", self.json.is_some()),
            ("body_base64", self.body_base64.is_some()),
            ("body_repeat", self.body_repeat.is_some()),
            ("endless", self.endless.is_some()),
            ("chunked", self.chunked),
            ("drip", self.drip.is_some()),
        ];
        match others.iter().find(|(_, set)| raw && *set) {
            Some((name, _)) => Err(format!("`{name}` has no effect in an answer with raw bytes")),
            None => Ok(()),
        }
    }
}

fn decode(name: &str, text: Option<String>) -> Result<Option<bytes::Bytes>, String> {
    let Some(text) = text else { return Ok(None) };
    STANDARD
        .decode(text)
        .map(|bytes| Some(bytes.into()))
        .map_err(|error| format!("`{name}` is not valid base64: {error}"))
}

/// Members that exclude each other.
struct AtMostOne<T> {
    rule: &'static str,
    names: BTreeSet<&'static str>,
    value: Option<T>,
}

impl<T> AtMostOne<T> {
    fn new(rule: &'static str) -> Self {
        Self { rule, names: BTreeSet::new(), value: None }
    }

    fn add(&mut self, name: &'static str, value: Option<T>) {
        if let Some(value) = value {
            self.names.insert(name);
            self.value = Some(value);
        }
    }

    fn take(self) -> Result<Option<T>, String> {
        if self.names.len() > 1 {
            let names: Vec<_> = self.names.iter().map(|name| format!("`{name}`")).collect();
            return Err(format!("{} exclude each other: {}", names.join(" and "), self.rule));
        }
        Ok(self.value)
    }
}
