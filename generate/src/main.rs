//! `cargo run -p generate`: writes the code and documentation from `core/members.toml` and `core/options.toml`, for every
//! language.
//! `cargo run -p generate -- --check`: writes nothing, and fails if a generated file or region is out of date.
//!
//! An argument is the root of another copy of the repository to use instead.

#![forbid(unsafe_code)]

mod c;
mod cpp;
mod member;
mod option;
mod output;
mod prose;
mod python;
mod python_options;
mod reference;
mod rust;
mod table;
mod text;
mod uniffi;
mod uniffi_options;

use option::{ClientOption, Face};
use output::Output;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use table::Table;

/// The files and regions that contain members, for all languages.
fn outputs(table: &Table) -> Vec<Output> {
    [rust::outputs, reference::outputs, c::outputs, cpp::outputs, python::outputs, uniffi::outputs]
        .iter()
        .flat_map(|outputs| outputs(table))
        .collect()
}

/// The files and regions that contain a client's options, for all languages.
fn option_outputs(root: &Path) -> Result<Vec<Output>, String> {
    let file = root.join("core/options.toml");
    let mut outputs = c::option_outputs(&ClientOption::read(&file, Face::C)?);
    outputs.extend(cpp::option_outputs(&ClientOption::read(&file, Face::C)?));
    outputs.extend(python_options::outputs(&ClientOption::read(&file, Face::Python)?));
    outputs.extend(uniffi_options::outputs(&ClientOption::read(&file, Face::Uniffi)?));
    Ok(outputs)
}

fn main() -> ExitCode {
    let (options, roots): (Vec<_>, Vec<_>) = std::env::args().skip(1).partition(|argument| argument.starts_with('-'));
    if options.iter().any(|option| option != "--check") || roots.len() > 1 {
        eprintln!("usage: generate [--check] [ROOT]");
        return ExitCode::from(2);
    }
    let root = roots.first().map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join(".."), PathBuf::from);
    match run(&root, !options.is_empty()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("generate: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(root: &Path, check: bool) -> Result<(), String> {
    let table = Table::read(&root.join("core/members.toml"))?;
    let mut stale = Vec::new();
    for output in outputs(&table).into_iter().chain(option_outputs(root)?) {
        let (committed, written) = output.apply(root)?;
        if committed == written {
            continue;
        }
        if check {
            stale.push(output.path().to_owned());
        } else {
            output::write(root, output.path(), &written)?;
            println!("wrote {}", output.path());
        }
    }
    stale.dedup();
    match stale.is_empty() {
        true => Ok(()),
        false => Err(format!("out of date: {}: run `cargo run -p generate`", stale.join(", "))),
    }
}
