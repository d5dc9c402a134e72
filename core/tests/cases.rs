//! The blocking client's results for the cases of `testdata/cases`.

use serde_json::Value;
use telnyx_oauth::{Error, blocking};
use testing::cases;

fn json<T: serde::Serialize>(result: Result<T, Error>) -> Result<Value, Value> {
    match result {
        Ok(found) => Ok(serde_json::to_value(found).unwrap()),
        Err(error) => Err(serde_json::to_value(error).unwrap()),
    }
}

#[test]
fn every_case_has_its_expected_result() {
    cases::check_all(|call| {
        let mut options = blocking::Client::builder().ca_file(call.ca_file).proxy("");
        for host in call.hosts {
            options = options.resolve(host, call.address.port(), call.address.ip());
        }
        let client = options.build().unwrap();
        match call.name {
            "discover" => json(client.discover(call.url, None)),
            "fetch" => json(client.fetch_resource_metadata(call.url)),
            other => panic!("unknown call {other}"),
        }
    });
}
