//! The command `telnyx-oauth`: finds out how to get a token for a protected API.

mod args;
mod check;
mod check_text;
mod completions;
mod connection_options;
mod discover;
mod discovery_tree;
mod exit_code;
mod failure;
mod fetch;
mod header_field;
mod json;
mod log;
mod man;
mod next_steps;
mod options;
mod output;
mod panics;
mod printable;
mod resolve_entry;
mod route_options;
mod rows;
mod rule;
mod sandbox;
mod scope_after;
mod seconds;
mod signals;
mod tree;
mod verify_issuer;
mod vet;
mod well_known;

use args::{Cli, Command};
use clap::Parser;
use failure::Failure;
use output::Output;
use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    // A usage error must be JSON too, so `--json` is looked for before clap parses the arguments.
    let output = Output::detect(args.iter().take_while(|arg| *arg != "--").any(|arg| arg == "--json"));
    match panics::catch(|| run(args, output)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output.failure(&failure);
            ExitCode::from(exit_code::of(&failure))
        }
    }
}

fn run(args: Vec<OsString>, output: Output) -> Result<(), Failure> {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) if error.use_stderr() => return Err(Failure::Usage(error)),
        // clap reports `--help` and `--version` as errors.
        Err(help) => return output.help(&help),
    };
    match cli.command {
        Command::Fetch(args) => fetch::resource(&args.request.client(None)?, args.resource.as_deref(), output),
        Command::Server(args) => {
            fetch::authorization_server(&args.request.client(None)?, args.issuer.as_deref(), output)
        }
        Command::Discover(args) => discover::run(&args, output),
        Command::Vet(args) => vet::run(&args, output),
        Command::Check(args) => check::run(&args, output),
        Command::Rule(args) => rule::run(args.code.as_deref(), output),
        Command::VerifyIssuer(args) => verify_issuer::run(args.iss.as_deref()),
        Command::ScopeAfter(args) => scope_after::run(&args, output),
        Command::Sandbox(args) => sandbox::run(&args, output),
        Command::WellKnown(args) => well_known::run(&args, output),
        Command::Completions(args) => completions::run(args.shell, output),
        Command::Man(args) => man::run(args.dir.as_deref(), output),
    }
}
