use crate::failure::Failure;
use crate::output::Output;
use crate::rows;
use telnyx_oauth_check::Rule;

/// Prints one rule, or the list of all rules.
pub(crate) fn run(code: Option<&str>, output: Output) -> Result<(), Failure> {
    let Some(code) = code else {
        let rules: Vec<_> = Rule::all().collect();
        if output.json {
            return output.json_document(&rules);
        }
        let row = |rule: &&Rule| (rule.code.to_owned(), vec![format!("{} ({})", rule.summary, rule.severity)]);
        return output.text(&rows::aligned(&rules.iter().map(row).collect::<Vec<_>>()));
    };
    let Some(rule) = Rule::of_code(code) else {
        return Err(Failure::Argument(format!("no rule has the code {code:?}; `rule` lists the rules")));
    };
    match output.json {
        true => output.json_document(rule),
        false => output.text(&described(rule)),
    }
}

fn described(rule: &Rule) -> String {
    let Rule { code, name, severity, section, link, summary, explanation, help, example, near_miss, .. } = rule;
    let fault = rule.fault.described();
    format!(
        "{code} {name} ({severity})\n\n{summary}\n{section}, {link}\n\n{explanation}\n\nUsually the fault of {fault}. {help}\n\n\
         Breaks the rule:\n{}\nKeeps the rule:\n{}",
        indented(example),
        indented(near_miss)
    )
}

fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("  {line}\n") }).collect()
}
