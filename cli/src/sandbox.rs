use crate::args::SandboxArgs;
use crate::failure::Failure;
use crate::log::Log;
use crate::output::Output;
use crate::printable::printable;
use crate::rows;
use crate::signals::Interrupts;
use serde::Serialize;
use std::time::Duration;
use telnyx_oauth_sandbox::{Sandbox, Scenario};

/// Runs the sandbox until an interrupt.
pub(crate) fn run(args: &SandboxArgs, output: Output) -> Result<(), Failure> {
    // An interrupt must not end the process once the sandbox has files to remove.
    let mut interrupts =
        Interrupts::catch().map_err(|error| Failure::io("the signal handlers cannot be installed", error))?;
    let (log, log_request) = Log::start().map_err(|error| Failure::io("the log's thread cannot start", error))?;
    let mut builder = Sandbox::builder().log(log_request);
    if let Some(file) = &args.scenario {
        let scenario = Scenario::from_file(file).map_err(|error| Failure::Argument(error.to_string()))?;
        builder = builder.scenario(scenario);
    }
    if let Some(milliseconds) = args.latency {
        builder = builder.latency(Duration::from_millis(milliseconds));
    }
    if let Some(port) = args.port {
        builder = builder.http_port(port);
    }
    if let Some(port) = args.tls_port {
        builder = builder.https_port(port);
    }
    let sandbox = builder.start().map_err(|error| Failure::io("the sandbox cannot start", error))?;
    match announce(&sandbox, output) {
        // A client can know the ports from the command line.
        Ok(()) | Err(Failure::BrokenPipe) => {}
        Err(failure) => return Err(failure),
    }
    interrupts.wait();
    drop(sandbox);
    log.finish();
    Ok(())
}

#[derive(Serialize)]
struct Addresses<'a> {
    http: &'a str,
    https: &'a str,
    ca_file: &'a str,
}

fn announce(sandbox: &Sandbox, output: Output) -> Result<(), Failure> {
    let (http, https) = (sandbox.http_origin(), sandbox.https_origin());
    let ca_file = &*sandbox.ca_file().to_string_lossy();
    if output.json {
        return output.json_line(&Addresses { http, https, ca_file });
    }
    let example = format!("telnyx-oauth fetch {https} --ca-file {}", printable(ca_file));
    let row = |name: &str, value: &str| (name.to_owned(), vec![printable(value)]);
    let rows = [row("http", http), row("https", https), row("ca_file", ca_file), row("try", &example)];
    output.text(&(rows::aligned(&rows) + "Requests are logged below; Ctrl-C ends the sandbox.\n"))
}
