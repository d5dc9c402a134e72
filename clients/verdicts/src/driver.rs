use serde_json::{Value, json};
use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use telnyx_oauth_check::Way;
use telnyx_oauth_sandbox::Sandbox;

/// A program that runs the discovery of one client.
pub(crate) struct Driver {
    /// The start of the client's name.
    pub(crate) client: String,
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts the program. It trusts the certificates of the sandbox.
    pub(crate) fn start(client: &str, command: &str, sandbox: &Sandbox) -> Result<Driver, Box<dyn Error>> {
        let mut words = command.split(' ');
        let mut command = Command::new(words.next().ok_or("no command")?);
        command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped());
        for variable in ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE"] {
            command.env(variable, sandbox.ca_file());
        }
        let mut child = command.spawn()?;
        let input = child.stdin.take().ok_or("no input")?;
        let output = BufReader::new(child.stdout.take().ok_or("no output")?);
        Ok(Driver { client: client.to_owned(), child, input, output })
    }

    /// The end of the client's discovery of this URL.
    pub(crate) fn end(&mut self, url: &str, way: Way) -> Result<Value, Box<dyn Error>> {
        writeln!(self.input, "{}", json!({ "url": url, "way": way_name(way) }))?;
        self.input.flush()?;
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            return Err(format!("the driver of {} ended", self.client).into());
        }
        Ok(serde_json::from_str(&line)?)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// The name of a way, for the programs.
pub(crate) fn way_name(way: Way) -> &'static str {
    if way == Way::Cold { "cold" } else { "challenged" }
}
