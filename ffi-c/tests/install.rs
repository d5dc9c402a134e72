//! Checks that the installed library works: builds the examples with pkg-config and with CMake, and runs them.

mod common;

use common::{abi, folder, here, library};
use std::path::{Path, PathBuf};
use std::process::Command;
use telnyx_oauth_sandbox::Sandbox;

const PROGRAMS: [&str; 4] = ["c-shared", "c-static", "cpp-shared", "cpp-static"];

/// Runs a command that must succeed, and returns its output.
fn succeed(command: &mut Command) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().unwrap_or_else(|error| panic!("{program}: {error}: sudo apt-get install {program}"));
    let printed = String::from_utf8(output.stdout).unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}\n{printed}{errors}", output.status);
    printed
}

/// Returns a command that installs the library that Cargo built for these tests.
fn install(options: &[&str]) -> Command {
    library();
    let test = std::env::current_exe().unwrap();
    let mut command = Command::new(here("install"));
    command.arg("--from").arg(test.ancestors().nth(2).unwrap()).args(options);
    command
}

/// Makes an empty folder.
fn empty(name: &str) -> PathBuf {
    let path = folder().join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

fn files(folder: &Path) -> Vec<String> {
    let found = succeed(Command::new("find").current_dir(folder).args([".", "-not", "-type", "d", "-printf", "%P\n"]));
    let mut files: Vec<String> = found.lines().map(str::to_owned).collect();
    files.sort();
    files
}

/// Returns all installed files, relative to the prefix. `lib` is the folder of the libraries.
fn everything(lib: &str) -> Vec<String> {
    let version = env!("CARGO_PKG_VERSION");
    let headers = ["telnyx_oauth.h", "telnyx_oauth.hpp", "telnyx_oauth_members.h"];
    let mut files: Vec<String> = headers.iter().map(|name| format!("include/{name}")).collect();
    for name in ["a", "so", &format!("so.{}", abi()), &format!("so.{version}")] {
        files.push(format!("{lib}/libtelnyx_oauth.{name}"));
    }
    for name in ["pkgconfig/telnyx_oauth.pc", "cmake/telnyx_oauth/telnyx_oauthConfig.cmake"] {
        files.push(format!("{lib}/{name}"));
    }
    files.push(format!("{lib}/cmake/telnyx_oauth/telnyx_oauthConfigVersion.cmake"));
    files.sort();
    files
}

/// Runs the programs in a folder. LD_LIBRARY_PATH names the folder of the shared library. The static programs need no
/// library.
fn run(programs: &Path, lib: &Path) {
    let sandbox = Sandbox::start().unwrap();
    for name in PROGRAMS {
        let program = programs.join(name);
        let needed = succeed(Command::new("readelf").arg("--dynamic").arg(&program));
        let is_shared = needed.contains(&format!("[libtelnyx_oauth.so.{}]", abi()));
        assert_eq!(is_shared, name.ends_with("shared"), "{name}: {needed}");
        let mut command = Command::new(program);
        testing::clear(&mut command).arg(sandbox.https_origin()).env("SSL_CERT_FILE", sandbox.ca_file());
        if is_shared {
            command.env("LD_LIBRARY_PATH", lib);
        }
        assert_eq!(succeed(&mut command), format!("{}\n", sandbox.https_origin()), "{name}");
        let refused =
            Command::new(programs.join(name)).arg("ftp://a.example").env("LD_LIBRARY_PATH", lib).output().unwrap();
        assert_eq!(refused.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&refused.stderr).starts_with("invalid_argument: "), "{refused:?}");
    }
}

/// Installs the library and moves the installation to the folder `name`. No installed file may contain the first path.
fn installed_and_moved(name: &str, lib: &str) -> PathBuf {
    let (before, after) = (empty(&format!("{name}-before")), empty(name));
    succeed(&mut install(&["--prefix", before.to_str().unwrap(), "--libdir", lib]));
    assert_eq!(files(&before), everything(lib));
    std::fs::remove_dir(&after).unwrap();
    std::fs::rename(&before, &after).unwrap();
    after
}

#[test]
fn make_and_pkg_config_find_the_library() {
    let prefix = installed_and_moved("make", "lib/x86_64-linux-gnu");
    let (lib, built) = (prefix.join("lib/x86_64-linux-gnu"), empty("make-built"));
    let mut make = Command::new("make");
    make.current_dir(&built).arg("-f").arg(here("tests/consumer/Makefile")).arg("all");
    for variable in ["MAKEFLAGS", "MAKELEVEL", "MFLAGS"] {
        make.env_remove(variable);
    }
    succeed(make.env("PKG_CONFIG_PATH", lib.join("pkgconfig")));
    run(&built, &lib);
    let mut version = Command::new("pkg-config");
    version.args(["--modversion", "telnyx_oauth"]).env("PKG_CONFIG_PATH", lib.join("pkgconfig"));
    assert_eq!(succeed(&mut version).trim(), env!("CARGO_PKG_VERSION"));
    std::fs::remove_dir_all(prefix).unwrap();
}

/// Links with -static, as docs/c.md describes: the program loads no shared library.
#[test]
fn a_program_is_linked_statically() {
    let prefix = installed_and_moved("static", "lib");
    let built = empty("static-built");
    let mut flags = Command::new("pkg-config");
    flags.args(["--static", "--cflags", "--libs", "telnyx_oauth"]);
    let flags = succeed(flags.env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig")));
    let sandbox = Sandbox::start().unwrap();
    for (compiler, example) in
        [("gcc", "c/fetch.c"), ("clang", "c/fetch.c"), ("g++", "cpp/fetch.cpp"), ("clang++", "cpp/fetch.cpp")]
    {
        let program = built.join(compiler);
        let mut build = Command::new(compiler);
        // glibc warns that name look-ups need the shared libraries of the same glibc version.
        build.arg("-static").arg(here("../examples").join(example)).arg("-o").arg(&program);
        if compiler.ends_with("++") {
            build.arg("-std=c++17");
        }
        succeed(build.args(flags.split_whitespace()));
        let needed = succeed(Command::new("readelf").arg("--dynamic").arg(&program));
        assert!(needed.contains("There is no dynamic section"), "{compiler}: {needed}");
        let mut command = Command::new(program);
        testing::clear(&mut command).arg(sandbox.https_origin()).env("SSL_CERT_FILE", sandbox.ca_file());
        assert_eq!(succeed(&mut command), format!("{}\n", sandbox.https_origin()), "{compiler}");
    }
    std::fs::remove_dir_all(prefix).unwrap();
}

#[test]
fn cmake_finds_the_library() {
    let prefix = installed_and_moved("cmake with a space", "lib");
    let built = empty("cmake-built");
    let mut configure = Command::new("cmake");
    configure.arg("-S").arg(here("tests/consumer")).arg("-B").arg(&built);
    succeed(configure.arg("-DCMAKE_SKIP_RPATH=ON").arg(format!("-DCMAKE_PREFIX_PATH={}", prefix.display())));
    succeed(Command::new("cmake").arg("--build").arg(&built));
    run(&built, &prefix.join("lib"));

    // find_package refuses versions before this ABI and after this version.
    let later = empty("cmake-later");
    let current = env!("CARGO_PKG_VERSION");
    for (version, found) in [("0.0", false), ("0.1", true), (current, true), ("0.99", false), ("1.0", false)] {
        let list = format!(
            "cmake_minimum_required(VERSION 3.10)\nproject(later C)\nfind_package(telnyx_oauth {version} REQUIRED)\n"
        );
        std::fs::write(later.join("CMakeLists.txt"), list).unwrap();
        let mut cmake = Command::new("cmake");
        cmake.current_dir(&later).arg(".").arg(format!("-DCMAKE_PREFIX_PATH={}", prefix.display()));
        assert_eq!(cmake.output().unwrap().status.success(), found, "{version}");
    }
    std::fs::remove_dir_all(prefix).unwrap();
}

#[test]
fn a_package_is_staged_and_removed() {
    let stage = empty("stage");
    let (lib, destdir) = ("lib64", stage.to_str().unwrap());
    let options = ["--prefix", "/opt/telnyx", "--libdir", lib, "--destdir", destdir];
    succeed(&mut install(&options));
    assert_eq!(files(&stage.join("opt/telnyx")), everything(lib));
    for name in ["pkgconfig/telnyx_oauth.pc", "cmake/telnyx_oauth/telnyx_oauthConfig.cmake"] {
        let file = std::fs::read_to_string(stage.join("opt/telnyx/lib64").join(name)).unwrap();
        assert!(!file.contains(destdir) && !file.contains('@'), "{file}");
    }
    succeed(install(&options).arg("--uninstall"));
    assert_eq!(files(&stage), Vec::<String>::new());
}

#[test]
fn bad_options_are_refused() {
    let nothing = empty("nothing");
    let nowhere = nothing.to_str().unwrap();
    for (options, words) in [
        (&["--from", nowhere, "--prefix", nowhere][..], "cargo build --release"),
        (&["--prefix"], "--prefix needs a folder"),
        (&["--libdir", "../lib", "--prefix", nowhere], "--libdir must be a folder in the prefix"),
        (&["--libdir", "/usr/lib", "--prefix", nowhere], "--libdir must be a folder in the prefix"),
        (&["--prefix=a"], "unknown option --prefix=a"),
    ] {
        let output = Command::new(here("install")).args(options).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && errors.contains(words), "{options:?}: {errors}");
    }
    assert_eq!(files(&nothing), Vec::<String>::new());
}
