//! The servers of `testdata/check`.

use crate::server::Server;
use serde_json::{Value, json};
use std::error::Error;
use std::path::Path;

/// The servers of the corpus. Each has the routes of the good server that it does not replace.
pub(crate) fn servers() -> Result<Vec<Server>, Box<dyn Error>> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/check");
    let mut files = directory.read_dir()?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    files.sort();
    let read = |path: &Path| Ok::<Value, Box<dyn Error>>(serde_json::from_str(&std::fs::read_to_string(path)?)?);
    let good = read(&directory.join("good.json"))?;
    files.iter().map(|path| server(path, &read(path)?, &good)).collect()
}

fn server(path: &Path, case: &Value, good: &Value) -> Result<Server, Box<dyn Error>> {
    let key = |route: &Value| (route["path"].clone(), route["host"].clone(), route["method"].clone());
    let routes = |case: &Value| case["scenario"]["routes"].as_array().cloned().ok_or("no routes");
    let mut all = routes(case)?;
    let own: Vec<_> = all.iter().map(key).collect();
    all.extend(routes(good)?.into_iter().filter(|route| !own.contains(&key(route))));
    let name = path.file_stem().and_then(|name| name.to_str()).ok_or("no name")?.to_owned();
    let resource = case["resource"].as_str().or(good["resource"].as_str()).ok_or("no resource")?.to_owned();
    Ok(Server { name, resource, scenario: json!({ "routes": all }).to_string() })
}
