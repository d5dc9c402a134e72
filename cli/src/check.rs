use crate::args::{CheckArgs, FailOn};
use crate::check_text;
use crate::failure::Failure;
use crate::output::Output;
use std::fs;
use telnyx_oauth::ErrorKind;
use telnyx_oauth::embedding::{BlockingCalls, failed};
use telnyx_oauth_check::{Observation, Plan, Report, Rule, Severity, examine};

/// Examines an API, or judges a recording, and prints the report.
pub(crate) fn run(args: &CheckArgs, output: Output) -> Result<(), Failure> {
    let select = Selection::new("--select", &args.select)?;
    let ignore = Selection::new("--ignore", &args.ignore)?;
    let observation = observe(args)?;
    require_an_answer(&observation)?;
    let report =
        Report::with(&observation, |rule| (select.0.is_empty() || select.contains(rule)) && !ignore.contains(rule));
    match output.json {
        true => output.json_document(&report)?,
        false => output.text(&check_text::of(&report))?,
    }
    let limit = match args.fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Never => return Ok(()),
    };
    if report.worst().is_some_and(|worst| worst >= limit) { Err(Failure::Findings) } else { Ok(()) }
}

fn observe(args: &CheckArgs) -> Result<Observation, Failure> {
    if let Some(file) = &args.from {
        let text = fs::read_to_string(file)
            .map_err(|error| Failure::Argument(format!("{} cannot be read: {error}", file.display())))?;
        let mut observation = Observation::from_json(&text)?;
        observation.profile = args.profile.unwrap_or(observation.profile);
        return Ok(observation);
    }
    let target = args.url.as_deref().unwrap_or_default();
    let plan = Plan::new(target, args.profile.unwrap_or_default(), args.connection.route.allow_http)?;
    let client = args.connection.client()?;
    let observation = client.run(|client| async move { examine(&client, plan).await })?;
    if let Some(file) = &args.record {
        let written = fs::write(file, observation.to_json()?);
        written.map_err(|error| Failure::io(format!("{} cannot be written", file.display()), error))?;
    }
    Ok(observation)
}

/// Returns the error of the first request if no request was answered.
fn require_an_answer(observation: &Observation) -> Result<(), Failure> {
    if observation.exchanges.iter().any(|exchange| exchange.answer.is_some()) {
        return Ok(());
    }
    let first = observation.exchanges.iter().find_map(|exchange| exchange.error_kind().zip(exchange.error.as_ref()));
    let (kind, message) = match first {
        Some((kind, failure)) => (kind, failure.message.as_str()),
        None => (ErrorKind::Transport, "the recording has no answers"),
    };
    Err(failed(kind, message).into())
}

/// Codes of rules, or the letters of whole families.
struct Selection<'a>(&'a [String]);

impl<'a> Selection<'a> {
    fn new(option: &str, codes: &'a [String]) -> Result<Selection<'a>, Failure> {
        let selection = Selection(codes);
        let unknown = codes.iter().find(|code| !Rule::all().any(|rule| is_in(rule, code)));
        match unknown {
            Some(code) => Err(Failure::Argument(format!("{option}: no rule has the code {code:?}, see `rule`"))),
            None => Ok(selection),
        }
    }

    fn contains(&self, rule: &Rule) -> bool {
        self.0.iter().any(|code| is_in(rule, code))
    }
}

fn is_in(rule: &Rule, code: &str) -> bool {
    !code.is_empty() && rule.code.starts_with(&code.to_ascii_uppercase())
}
