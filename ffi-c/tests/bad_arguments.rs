//! Passes NULL for every pointer and invalid UTF-8 for every string, one at a time, to every function of the header.
//! The program is generated from the header, so that it covers every function.

mod common;

use common::{Declaration, Parameter, declarations, declarations_of, generated, read, sandbox_with};
use std::fmt::Write;

/// Returns a valid argument.
fn good(function: &str, parameter: &Parameter) -> String {
    let pure = ["_from_response", "_url", "_urls", "_plan_new"].iter().any(|ending| function.ends_with(ending));
    let server = function.contains("authorization_server_metadata");
    let text = match (parameter.type_.as_str(), parameter.name.as_str()) {
        ("const char *", "resource") => {
            if pure {
                "RESOURCE"
            } else {
                "sandbox.http"
            }
        }
        ("const char *", "issuer") => {
            if pure {
                "ISSUER"
            } else {
                "sandbox.http"
            }
        }
        ("const char *", "proxy") => "\"\"",
        ("const char *", "url" | "base_url" | "from") => "sandbox.http",
        ("const char *", "ca_file") => "sandbox.ca_file",
        ("const char *", "user_agent") => "\"own/1\"",
        ("const char *", "content_type") => "\"application/json\"",
        ("const char *", "profile" | "probe") => "\"mcp\"",
        ("const char *", "value") => "\"1\"",
        ("const char *", "host") => "\"rs.example\"",
        ("const char *", "address") => "\"127.0.0.1\"",
        ("const char *", "jwks") => "KEYS",
        ("const char *", "language") => "\"fr\"",
        ("const char *", "name") => "\"realm\"",
        ("const char *", "message") => "\"refused\"",
        ("const char *", "mcp_session_id" | "mcp_protocol_version") => "\"2025-11-25\"",
        ("const char *", "iss") => "sandbox.http",
        ("const char *const *", _) => "lines",
        ("size_t", "index") => "0",
        ("const telnyx_response *", _) if server => "given.server_response",
        ("telnyx_status", "kind") => "TELNYX_STATUS_TRANSPORT",
        // A plan can be finished once.
        ("telnyx_discovery_plan *", _) if function.ends_with("_finish") => "finished_plan()",
        ("int32_t", "resource_match") => "TELNYX_RESOURCE_MATCH_EXACT",
        ("const telnyx_resource_metadata *", _) => "given.resource_metadata",
        ("const telnyx_authorization_server_metadata *", _) => "given.authorization_server_metadata",
        ("bool" | "uint16_t" | "uint32_t" | "uint64_t" | "int64_t" | "size_t", _) => "1",
        (type_, name) if type_.contains("telnyx_") && type_.matches('*').count() == 1 => {
            return format!("given.{name}");
        }
        other => panic!("{function}: no argument is known for {other:?}"),
    };
    text.to_owned()
}

/// Returns a call in which `others` replace valid arguments.
fn call(function: &Declaration, others: &[(&str, &str)]) -> String {
    let arguments = function.parameters.iter().map(|parameter| {
        let other = others.iter().find(|(name, _)| *name == parameter.name);
        other.map_or_else(|| good(&function.name, parameter), |(_, value)| (*value).to_owned())
    });
    format!("{}({})", function.name, arguments.collect::<Vec<_>>().join(", "))
}

/// Returns whether the argument may be NULL.
fn is_optional(function: &str, parameter: &str) -> bool {
    match parameter {
        "options" | "call" | "error_out" | "iss" => true,
        "issuer" if function.ends_with("_plan_new") => true,
        "resource" if function.ends_with("_plan_new") => false,
        "resource" | "issuer" => function.contains("fetch_") || function.contains("discover"),
        _ => false,
    }
}

/// The cases of a function that returns a result or an error through out-parameters.
fn makes(function: &Declaration) -> Vec<String> {
    let [.., out, error_out] = function.parameters.as_slice() else { panic!("{function:?}") };
    let made = out.type_.strip_suffix(" **").unwrap_or_else(|| panic!("{function:?}"));
    // A const result is borrowed and must not be freed.
    let free = if made.starts_with("const ") { String::new() } else { format!("{made}_free(made);") };
    let case = |changed: &[(&str, &str)], refused: Option<&str>| {
        let value =
            |name: &str, good| changed.iter().find(|(other, _)| *other == name).map_or(good, |(_, value)| *value);
        let (out_value, error_value) = (value(&out.name, "&made"), value(&error_out.name, "&error"));
        let mut others = vec![(out.name.as_str(), out_value), (error_out.name.as_str(), error_value)];
        others.extend(changed.iter().filter(|(name, _)| *name != out.name && *name != error_out.name));
        let left = |value: &str, variable| if value == "NULL" { "NULL" } else { variable };
        let (made_left, error_left) = (left(out_value, "made"), left(error_value, "error"));
        let changed: Vec<_> = changed.iter().map(|(name, value)| format!("{name} as {value}")).collect();
        let where_ = format!("{}: {}", function.name, changed.join(", "));
        let check = match refused {
            None => format!("check_made(\"{where_}\", status, made, {error_left});\n        {free}"),
            Some(argument) => {
                format!("check_refused(\"{where_}\", status, {made_left}, {error_left}, \"{argument}\");")
            }
        };
        let call = call(function, &others);
        format!(
            "    {{\n        {made} *made = POISON({made});\n        telnyx_error *error = POISON(telnyx_error);\n        \
             telnyx_status status = {call};\n        {check}\n        (void)made;\n        (void)error;\n    }}\n"
        )
    };
    let mut cases = vec![case(&[], None)];
    for parameter in &function.parameters {
        let name = parameter.name.as_str();
        if parameter.type_ == "const char *const *" {
            let (count, first) = (format!("{name}_count"), format!("{name}[0]"));
            cases.push(case(&[(&count, "0"), (name, "NULL")], None));
            cases.push(case(&[(&count, "0")], None));
            cases.push(case(&[(name, "NULL")], Some(name)));
            cases.push(case(&[(name, "null_line")], Some(&first)));
            cases.push(case(&[(name, "not_utf8_line")], Some(&first)));
            cases.push(case(&[(&count, "SIZE_MAX")], Some(name)));
        } else if parameter.is_pointer() {
            cases.push(case(&[(name, "NULL")], (!is_optional(&function.name, name)).then_some(name)));
        }
        if parameter.is_text() {
            cases.push(case(&[(name, "NOT_UTF8")], Some(name)));
        }
    }
    // Both out-parameters are NULL.
    let nothing = call(function, &[(out.name.as_str(), "NULL"), (error_out.name.as_str(), "NULL")]);
    cases.push(format!("    CHECK({nothing} == TELNYX_STATUS_INVALID_ARGUMENT);\n"));
    cases
}

/// The cases of a function that checks something, and has no result but its error.
fn checks(function: &Declaration) -> Vec<String> {
    let case = |name: &str, value: &str, refused: bool| {
        let call = call(function, &[(name, value), ("error_out", "&error")]);
        let check = match refused {
            true => format!("check_refused(\"{}\", status, NULL, error, \"{name}\");", function.name),
            false => "CHECK(status != TELNYX_STATUS_INVALID_ARGUMENT);\n        telnyx_error_free(error);".to_owned(),
        };
        format!(
            "    {{\n        telnyx_error *error = POISON(telnyx_error);\n        telnyx_status status = {call};\n        \
             {check}\n    }}\n"
        )
    };
    let mut cases = Vec::new();
    for parameter in
        function.parameters.iter().filter(|parameter| parameter.is_pointer() && parameter.name != "error_out")
    {
        cases.push(case(&parameter.name, "NULL", !is_optional(&function.name, &parameter.name)));
        if parameter.is_text() {
            cases.push(case(&parameter.name, "NOT_UTF8", true));
        }
    }
    let unwanted = call(function, &[("error_out", "NULL")]);
    cases.push(format!("    CHECK({unwanted} == TELNYX_STATUS_OK);\n"));
    cases
}

/// The cases of a setter. Its first argument keeps the error of refused input, which names the option.
fn sets(function: &Declaration) -> Vec<String> {
    let [handle, values @ ..] = function.parameters.as_slice() else { panic!("{function:?}") };
    let type_ = handle.type_.strip_suffix(" *").unwrap();
    let make = match type_ {
        "telnyx_response" => "response_of(\"{\\\"resource\\\":\\\"\" RESOURCE \"\\\"}\")".to_owned(),
        "telnyx_options" => "sandbox_options()".to_owned(),
        other => format!("{other}_new()"),
    };
    let case = |other: &[(&str, &str)], refused: Option<&str>| {
        let others = [&[(handle.name.as_str(), "fresh")], other].concat();
        let status = if refused.is_some() { "TELNYX_STATUS_INVALID_ARGUMENT" } else { "TELNYX_STATUS_OK" };
        let refused = refused.map_or("NULL".to_owned(), |name| format!("\"{name}\""));
        let call = call(function, &others);
        format!(
            "    {{\n        {type_} *fresh = {make};\n        CHECK({call} == {status});\n        \
             check_{}(\"{}\", fresh, {refused});\n    }}\n",
            handle.name, function.name
        )
    };
    // This test does not check which URLs a response may have.
    let unusual = function.name == "telnyx_response_set_url";
    let mut cases = if unusual { vec![] } else { vec![case(&[], None)] };
    let null = call(function, &[(handle.name.as_str(), "NULL")]);
    cases.push(format!("    CHECK({null} == TELNYX_STATUS_INVALID_ARGUMENT);\n"));
    let pointers: Vec<_> = values.iter().filter(|value| value.is_pointer()).collect();
    for value in &pointers {
        let option = function.name.split_once("_set_").map(|(_, option)| option);
        let named = option.filter(|_| pointers.len() == 1).unwrap_or(&value.name);
        let name = value.name.as_str();
        let optional = function.name.ends_with("_trusted_keys") && name == "issuer";
        cases.push(case(&[(name, "NULL")], (!optional).then_some(named)));
        if value.is_text() {
            cases.push(case(&[(name, "NOT_UTF8")], Some(named)));
        }
    }
    cases
}

/// The cases of a function that reads a member.
fn reads(function: &Declaration) -> Vec<String> {
    let nothing = match (function.name.as_str(), function.returns.as_str()) {
        ("telnyx_error_retry_after", _) => "-1",
        (name, _) if name.ends_with("metadata_boolean") => "TELNYX_BOOLEAN_ABSENT",
        (_, "bool") => "false",
        (_, returns) if returns.ends_with('*') => "NULL",
        _ => "0",
    };
    let untagged = function.name.strip_suffix("_for").map(|name| format!("{name}(given.resource_metadata)"));
    let case = |parameter: &str, value: &str| match &untagged {
        Some(untagged) if parameter == "language" => {
            format!("    CHECK_TEXT({}, {untagged});\n", call(function, &[(parameter, value)]))
        }
        _ => format!("    CHECK({} == {nothing});\n", call(function, &[(parameter, value)])),
    };
    let mut cases = vec![format!("    (void){};\n", call(function, &[]))];
    for parameter in &function.parameters {
        if parameter.is_pointer() {
            cases.push(case(&parameter.name, "NULL"));
        }
        if parameter.is_text() {
            cases.push(case(&parameter.name, "NOT_UTF8"));
        }
        if parameter.name == "index" {
            cases.push(case("index", "SIZE_MAX"));
        }
    }
    cases
}

fn compares(function: &Declaration) -> Vec<String> {
    let check = |others: &[(&str, &str)], not: &str| format!("    CHECK({not}{});\n", call(function, others));
    let (a, b) = (("a", "NULL"), ("b", "NULL"));
    vec![check(&[], ""), check(&[a], "!"), check(&[b], "!"), check(&[a, b], "")]
}

/// A response with and without a body, and with invalid lengths.
fn response_new() -> Vec<String> {
    let new = |length| format!("telnyx_response_new(200, NULL, {length})");
    let cases = [
        format!("    telnyx_response_free({});\n", new(0)),
        format!("    check_response(\"telnyx_response_new\", {}, \"body\");\n", new(1)),
        "    check_response(\"telnyx_response_new\", telnyx_response_new(200, \"\", SIZE_MAX), \"body\");\n".to_owned(),
    ];
    // These are not HTTP statuses.
    let statuses = ["0", "99", "600", "UINT16_MAX"].map(|status| {
        format!(
            "    check_response(\"telnyx_response_new\", telnyx_response_new({status}, \"{{}}\", 2), \"status\");\n"
        )
    });
    cases.into_iter().chain(statuses).collect()
}

/// Numbers outside the range of an option. Making a client fails with an error that names the option and its range.
fn out_of_range(function: &Declaration) -> Vec<String> {
    let (name, values): (_, &[&str]) = match function.name.as_str() {
        "telnyx_options_set_timeout_ms" => ("timeout must be", &["0", "24 * 60 * 60 * 1000 + 1", "UINT64_MAX"]),
        "telnyx_options_set_connect_timeout_ms" => ("connect_timeout must be", &["0", "UINT64_MAX"]),
        "telnyx_options_set_max_retries" => ("max_retries must be 0 to 100", &["101", "UINT32_MAX"]),
        "telnyx_options_set_max_redirects" => ("max_redirects must be 0 to 10", &["11", "UINT32_MAX"]),
        "telnyx_options_set_max_total_bytes" => ("max_total_bytes must be at most 1073741824", &["SIZE_MAX"]),
        "telnyx_options_set_max_body_bytes" => ("max_body_bytes must be at most 1073741824", &["SIZE_MAX"]),
        _ => return vec![],
    };
    let case = |value: &&str| {
        let handle = function.parameters[0].name.as_str();
        let call = call(function, &[(handle, "fresh"), (&function.parameters[1].name, value)]);
        format!(
            "    {{\n        telnyx_options *fresh = sandbox_options();\n        CHECK({call} == TELNYX_STATUS_OK);\n        \
             check_options(\"{}({value})\", fresh, \"{name}\");\n    }}\n",
            function.name
        )
    };
    values.iter().map(case).collect()
}

fn cases(function: &Declaration) -> Vec<String> {
    let last = function.parameters.last().map_or("", |last| &last.name);
    if function.parameters.iter().all(|parameter| !parameter.is_pointer()) {
        return vec![];
    }
    match (function.name.as_str(), function.returns.as_str()) {
        ("telnyx_response_new", _) => response_new(),
        (name, _) if name.ends_with("_equal") => compares(function),
        (name, _) if name.ends_with("_clone") => vec![format!("    CHECK({name}(NULL) == NULL);\n")],
        (name, "void") => vec![format!("    {name}(NULL);\n")],
        ("telnyx_discovery_plan_respond" | "telnyx_discovery_plan_fail", _) => checks(function),
        (name, "telnyx_status") if name.ends_with("_verify_issuer") => checks(function),
        (_, "telnyx_status") if last == "error_out" => makes(function),
        (name, "telnyx_status") if name.contains("_set_") || name.contains("_add_") => {
            [sets(function), out_of_range(function)].concat()
        }
        _ => reads(function),
    }
}

#[test]
fn every_function_handles_null_and_invalid_utf8() {
    let mut declarations = declarations();
    assert_eq!(declarations.len(), read("symbols.txt").lines().count());
    declarations.extend(declarations_of(&read("../include/telnyx_oauth_members.h")));
    let mut program = "#include \"arguments.h\"\n\n".to_owned();
    let mut runs = String::new();
    for function in &declarations {
        let cases = cases(function);
        let pointers = function.parameters.iter().filter(|parameter| parameter.is_pointer()).count();
        assert!(cases.len() >= pointers, "{}: {} cases", function.name, cases.len());
        if !cases.is_empty() {
            write!(program, "static void bad_{}(void)\n{{\n{}}}\n\n", function.name, cases.concat()).unwrap();
            writeln!(runs, "    RUN(bad_{});", function.name).unwrap();
        }
    }
    let main = "int main(int count, char **arguments)\n{\n    start(count, arguments);\n    make_arguments();\n";
    write!(program, "{main}{runs}    free_arguments();\n    return 0;\n}}\n").unwrap();
    for program in generated("bad_arguments", &program, &[]) {
        let ran = program.run(&sandbox_with([]), &[]);
        assert_eq!(ran.lines().count(), runs.lines().count());
    }
}
