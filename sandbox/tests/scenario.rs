//! Errors in scenario files.

use telnyx_oauth_sandbox::Scenario;

fn refused(json: &str) -> String {
    Scenario::from_json(json).expect_err(json).to_string()
}

fn answer_refused(answer: &str) -> String {
    refused(&format!(r#"{{"routes":[{{"path":"/a","answers":[{{}},{answer}]}}]}}"#))
}

#[test]
fn errors_of_syntax_and_type_name_the_line_and_column() {
    let cases = [
        ("{\n  \"routes\": [,]\n}", "line 2 column 14"),
        ("{\n\"rouets\": []}", "unknown field `rouets`, expected `routes` or `latency_ms` at line 2 column 8"),
        (r#"{"routes":[{"path":"/","answers":[{"statis":1}]}]}"#, "unknown field `statis`"),
        (r#"{"routes":[{"answers":[{}]}]}"#, "missing field `path`"),
        (r#"{"routes":[{"path":"/"}]}"#, "missing field `answers`"),
        (r#"{"latency_ms":-1}"#, "invalid value: integer `-1`"),
        (r#"{"latency_ms":1,"latency_ms":2}"#, "duplicate field `latency_ms`"),
        (r#"{"routes":[{"path":"/","answers":[{"headers":{"a":1}}]}]}"#, "must be a string or an array of strings"),
        ("{} {}", "trailing characters"),
        ("", "EOF"),
    ];
    for (json, expected) in cases {
        let message = refused(json);
        assert!(message.contains(expected) && message.contains("line"), "{message}");
    }
}

#[test]
fn a_broken_rule_of_an_answer_is_named_with_its_location() {
    let cases = [
        (r#"{"status":100}"#, "`status` must be 200 to 999, not 100 (an interim response needs `raw`)"),
        (r#"{"status":1000}"#, "`status` must be 200 to 999"),
        (r#"{"headers":{"a b":""}}"#, "\"a b\" is not a valid header name"),
        (r#"{"headers":{"a":["ok","x\ny"]}}"#, "the value of header \"a\" contains a control character"),
        (r#"{"redirect":"\u0000"}"#, "the value of header \"location\""),
        (r#"{"body":"","json":null}"#, "`body` and `json` exclude each other: an answer has at most one body"),
        (r#"{"truncate":1,"silent":true,"close":true}"#, "`close` and `silent` and `truncate` exclude each other"),
        (r#"{"raw":"","raw_base64":""}"#, "`raw` and `raw_base64` exclude each other"),
        (r#"{"raw":"","reset":0}"#, "`raw` and `reset` exclude each other: an answer has at most one end"),
        (r#"{"raw_end":"","status":200}"#, "`status` has no effect in an answer with raw bytes"),
        (r#"{"body_base64":"?"}"#, "`body_base64` is not valid base64"),
        (r#"{"raw_base64":"?"}"#, "`raw_base64` is not valid base64"),
        (r#"{"drip":{"bytes":0,"interval_ms":1}}"#, "the `bytes` of `drip` must be at least 1"),
        (r#"{"endless":{"text":"","interval_ms":1}}"#, "the `text` of `endless` must not be empty"),
        (r#"{"raw_repeat":{"text":""}}"#, "the `text` of a `raw_repeat` without `times` must not be empty"),
    ];
    for (answer, expected) in cases {
        let message = answer_refused(answer);
        assert!(message.starts_with("routes[0].answers[1]: ") && message.contains(expected), "{message}");
    }
}

#[test]
fn a_broken_rule_of_a_route_is_named_with_its_location() {
    let cases = [
        (r#"{"path":"a","answers":[{}]}"#, "`path` must begin with `/`"),
        (r#"{"path":"/a b","answers":[{}]}"#, "`path` must not contain a space"),
        (r#"{"path":"/a#b","answers":[{}]}"#, "`path` must not contain a space"),
        (r#"{"path":"/.sandbox/requests","answers":[{}]}"#, "`path` must not begin with `/.sandbox/`"),
        (r#"{"path":"/","host":"a:80","answers":[{}]}"#, "`host` must be a name or an address without a port"),
        (r#"{"path":"/","host":"[::1]:80","answers":[{}]}"#, "`host` must be a name or an address without a port"),
        (r#"{"path":"/","host":"","answers":[{}]}"#, "`host` must be a name or an address without a port"),
        (r#"{"path":"/","method":"G T","answers":[{}]}"#, "`method` is not a valid HTTP method"),
        (r#"{"path":"/","answers":[]}"#, "at least one answer is needed"),
        (r#"{"path":"/first","host":"A","answers":[{}]}"#, "routes[0] has the same path, host and method"),
    ];
    for (route, expected) in cases {
        let first = r#"{"path":"/first","host":"a","answers":[{}]}"#;
        let message = refused(&format!(r#"{{"routes":[{first},{route}]}}"#));
        assert!(message.starts_with("routes[1]") && message.contains(expected), "{message}");
    }
    Scenario::from_json(r#"{"routes":[{"path":"/","host":"[::1]","answers":[{}]},{"path":"/","answers":[{}]}]}"#)
        .unwrap();
}

#[test]
fn an_error_of_a_file_names_the_file() {
    let missing = Scenario::from_file("no such file.json").unwrap_err().to_string();
    assert!(missing.starts_with("no such file.json: "), "{missing}");
    let path = std::env::temp_dir().join(format!("telnyx-scenario-{}.json", std::process::id()));
    std::fs::write(&path, "{\"routes\":[]}").unwrap();
    let good = Scenario::from_file(&path);
    std::fs::write(&path, "[").unwrap();
    let bad = Scenario::from_file(&path).unwrap_err().to_string();
    std::fs::remove_file(&path).unwrap();
    assert!(good.is_ok());
    assert!(bad.contains("telnyx-scenario-") && bad.contains("line 1"), "{bad}");
}
