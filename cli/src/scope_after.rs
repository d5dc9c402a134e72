use crate::args::ScopeAfterArgs;
use crate::discover::without_name;
use crate::failure::Failure;
use crate::output::Output;
use telnyx_oauth::embedding::scope_after;

/// Prints the scopes of the next authorization request: a JSON array, or text with spaces between the scopes.
pub(crate) fn run(args: &ScopeAfterArgs, output: Output) -> Result<(), Failure> {
    let lines: Vec<&str> = args.www_authenticate.iter().map(|line| without_name(line)).collect();
    let scope = scope_after(&args.previous, lines);
    match output.json {
        true => output.json_document(&scope),
        false => output.text(&(scope.join(" ") + "\n")),
    }
}
