//! Compares each verdict of `telnyx-oauth check` with what the client does with the same server.
//!
//! Usage: `telnyx-oauth-verdicts [--random N] [--seed N] [--only NAME] CLIENT=COMMAND…`. CLIENT is the start of a client's name.
//! COMMAND is split at spaces. It reads lines of JSON with a URL and a way, runs the client's discovery, and prints its end as
//! a line of JSON. The sandbox lists the requests. The servers are those of `testdata/check`, and N random ones.

mod compared;
mod driver;
mod random;
mod server;

use compared::{Tally, compare};
use driver::Driver;
use random::Random;
use server::Server;
use std::error::Error;
use std::process::ExitCode;
use telnyx_oauth::Client;
use telnyx_oauth_sandbox::Sandbox;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut count, mut seed, mut only, mut commands) = (200, None, None, Vec::new());
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--random" => count = value()?.parse()?,
            "--seed" => seed = Some(value()?.parse()?),
            "--only" => only = Some(value()?),
            _ => commands.push(argument.split_once('=').map(own).ok_or(format!("{argument} is no CLIENT=COMMAND"))?),
        }
    }
    let seed = seed.unwrap_or_else(Random::fresh_seed);
    println!("seed {seed}: `--seed {seed}` makes the same random servers");
    let mut servers: Vec<_> = testing::servers::all().into_iter().map(Server::from).collect();
    servers.extend((0..count).map(|number| random::server(seed, number)));
    servers.retain(|server| only.as_ref().is_none_or(|only| server.name == *only));

    let sandbox = Sandbox::start()?;
    let client = Client::builder().ca_file(sandbox.ca_file()).proxy("").allow_http(true).build()?;
    let mut drivers = Vec::new();
    for (name, command) in &commands {
        drivers.push((Driver::start(name, command, &sandbox)?, Tally::default()));
    }
    for server in &servers {
        let verdicts = server.verdicts(&sandbox, &client)?;
        for (driver, tally) in &mut drivers {
            compare(server, &verdicts, &sandbox, driver, tally)?;
        }
    }
    for (driver, tally) in &drivers {
        println!("{tally}  {}", driver.client);
    }
    let agree = !servers.is_empty() && drivers.iter().all(|(_, tally)| tally.agrees());
    Ok(if agree { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn own((name, command): (&str, &str)) -> (String, String) {
    (name.to_owned(), command.to_owned())
}
