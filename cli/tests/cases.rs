//! The results of the program for the cases in `testdata/cases`.

mod support;

use support::run;
use testing::cases;

#[test]
fn every_case_has_its_expected_result() {
    cases::check_all(|call| {
        let mut args = vec![call.name.to_owned(), call.url.to_owned(), "--proxy".to_owned(), String::new()];
        args.extend(["--ca-file".to_owned(), call.ca_file.to_str().unwrap().to_owned()]);
        for host in call.hosts {
            let (port, address) = (call.address.port(), call.address.ip());
            args.extend(["--resolve".to_owned(), format!("{host}:{port}:{address}")]);
        }
        let run = run(&args.iter().map(String::as_str).collect::<Vec<_>>());
        if run.code == Some(0) {
            return Ok(run.document());
        }
        assert_eq!((run.stdout.as_str(), run.stderr.lines().count()), ("", 1), "{run:?}");
        Err(serde_json::from_str(&run.stderr).unwrap())
    });
}
