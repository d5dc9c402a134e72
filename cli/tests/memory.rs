//! The peak memory of the program, for very large responses.

mod support;

use std::fmt::Write;
use support::discovery::{self, SERVER};
use support::{METADATA, bare, finished};
use telnyx_oauth_sandbox::{Answer, Sandbox};

const MEBIBYTE: usize = 1024 * 1024;

/// A Python script that runs a program with 1 GiB of address space and writes the output of the program to a file. The script
/// prints the exit code, the peak memory in kB and the size of the output.
const MEASURE: &str = "
import os, resource, subprocess, sys
limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
with open(sys.argv[1], 'wb') as out:
    code = subprocess.run(sys.argv[2:], stdout=out, preexec_fn=limit).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, os.path.getsize(sys.argv[1]))
";

/// Discovers `/mcp`. Returns the exit code, the peak memory in kB, and the size and text of the output.
fn measured(sandbox: &Sandbox, options: &[&str]) -> (i64, i64, usize, String) {
    let dir = support::Dir::new();
    let out = dir.file("out", "");
    let resource = format!("{}/mcp", sandbox.http_origin());
    let mut python = bare("python3");
    python.args(["-c", MEASURE, &out, support::PROGRAM, "discover", &resource, "--max-retries", "0"]).args(options);
    let run = finished(&mut python);
    let numbers: Vec<i64> = run.stdout.split_whitespace().map(|number| number.parse().unwrap()).collect();
    let [code, peak, size] = numbers[..] else { panic!("{run:?}") };
    assert_eq!((code, run.stderr.as_str()), (0, ""), "{run:?}");
    (code, peak, size.try_into().unwrap(), std::fs::read_to_string(&out).unwrap())
}

/// A document about `/mcp` with these servers.
fn listing(servers: impl Iterator<Item = String>) -> Answer {
    let listed: Vec<_> = servers.map(|server| format!("\"{server}\"")).collect();
    discovery::listing(&listed.join(","))
}

#[test]
fn a_hundred_servers_with_a_mebibyte_each_need_little_memory() {
    let array = format!("\"x\": [1{}]", ",1".repeat(MEBIBYTE / 2 - 100));
    let mut objects = String::from("\"x\": {}");
    for n in 0.. {
        write!(objects, ",\"a{n}\":{{}}").unwrap();
        if objects.len() > MEBIBYTE - 200 {
            break;
        }
    }
    for values in [array, objects] {
        let sandbox = Sandbox::start().unwrap();
        sandbox.route(format!("{METADATA}/mcp"), [listing((0..100).map(|n| format!("${{origin}}/{n}")))]);
        for n in 0..100 {
            let body = format!(r#"{{"issuer": "{}/{n}", {values}}}"#, sandbox.http_origin());
            sandbox.route(format!("{SERVER}/{n}"), [Answer::json(body)]);
        }
        let (_, peak, _, printed) = measured(&sandbox, &[]);
        println!("{peak} kB");
        assert!(peak < 80 * 1024, "{peak} kB");
        assert!(printed.contains("max_total_bytes") && printed.contains("only the first 64"));
    }
}

#[test]
fn fifty_thousand_servers_need_little_memory() {
    let sandbox = Sandbox::start().unwrap();
    // The client refuses the address 0.0.0.0 without a request.
    sandbox.route(format!("{METADATA}/mcp"), [listing((0..50_000).map(|n| format!("https://0/{n}")))]);
    let (_, peak, size, printed) = measured(&sandbox, &[]);
    println!("{peak} kB, {size} bytes");
    assert!(peak < 80 * 1024, "{peak} kB");
    assert!(size < 50_000 * 700, "{size}");
    assert_eq!(printed.matches("\"purpose\": \"authorization_server_metadata\"").count(), 2 * 64);
}
