//! The servers of `testdata/check`. Each has the routes of `good.json` that it does not replace.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A server.
pub struct Server {
    /// The name of its file.
    pub name: String,
    /// Its file.
    pub json: Value,
    /// The path of the resource, with its query.
    pub resource: String,
    /// The scenario for the sandbox.
    pub scenario: String,
}

/// All servers, in the order of their names.
///
/// # Panics
/// If a file is not as `good.json` describes it.
pub fn all() -> Vec<Server> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../testdata/check");
    let mut files: Vec<_> = directory.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let good = read(&directory.join("good.json"));
    files.iter().map(|file| server(file, &good)).collect()
}

fn read(file: &PathBuf) -> Value {
    let json = serde_json::from_str(&std::fs::read_to_string(file).unwrap());
    json.unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn server(file: &PathBuf, good: &Value) -> Server {
    let json = read(file);
    let key = |route: &Value| (route["path"].clone(), route["host"].clone(), route["method"].clone());
    let mut routes = json["scenario"]["routes"].as_array().unwrap().clone();
    let own: Vec<_> = routes.iter().map(key).collect();
    let of_good = good["scenario"]["routes"].as_array().unwrap().iter();
    routes.extend(of_good.filter(|route| !own.contains(&key(route))).cloned());
    // `${padding}` stands for a text of this length.
    let padding = "x".repeat(json["padding"].as_u64().unwrap_or(0).try_into().unwrap());
    let scenario = json!({ "routes": routes }).to_string().replace("${padding}", &padding);
    let resource = json["resource"].as_str().or(good["resource"].as_str()).unwrap().to_owned();
    Server { name: file.file_stem().unwrap().to_str().unwrap().to_owned(), json, resource, scenario }
}
