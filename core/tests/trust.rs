//! The CA certificates that a client trusts, and the time when it reads them.

mod common;

use common::{in_child, namespace, sandbox, setgid_child, succeeded};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use std::fs::File;
use std::path::{Path, PathBuf};
use telnyx_oauth::{Error, ErrorKind, blocking};
use telnyx_oauth_sandbox::Sandbox;

fn options() -> blocking::ClientBuilder {
    blocking::Client::builder().max_retries(0).proxy("")
}

/// Asserts that the named store failed, and that the client used no other store instead.
#[track_caller]
fn assert_refused(found: Result<telnyx_oauth::ResourceMetadata, Error>, words: &[&str]) {
    let error = found.expect_err("this store is good for nothing");
    assert_eq!(error.kind(), ErrorKind::Tls, "{error:?}");
    for word in words {
        assert!(error.message().contains(word), "{word}: {error}");
    }
}

/// Contents of a file without a usable CA certificate.
const RUBBISH: [&str; 4] = [
    "",
    "no certificate\n",
    "-----BEGIN CERTIFICATE-----\nbm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\nbm8=\n",
];

/// Paths of unusable files: a missing file, a loop of links, and files without a usable certificate. Even root cannot
/// open a loop of links.
fn bad_files(directory: &Path) -> Vec<PathBuf> {
    let [missing, looped] = ["missing.pem", "loop.pem"].map(|name| directory.join(name));
    std::os::unix::fs::symlink(&looped, &looped).unwrap();
    let rubbish = RUBBISH.iter().enumerate().map(|(i, content)| {
        let file = directory.join(format!("rubbish{i}.pem"));
        std::fs::write(&file, content).unwrap();
        file
    });
    [missing, looped].into_iter().chain(rubbish).collect()
}

/// Paths of unusable directories.
fn bad_directories(directory: &Path) -> Vec<PathBuf> {
    let [missing, looped, empty, file] = ["missing", "loop", "empty", "file"].map(|name| directory.join(name));
    std::os::unix::fs::symlink(&looped, &looped).unwrap();
    std::fs::create_dir(&empty).unwrap();
    std::fs::write(&file, "").unwrap();
    let rubbish = directory.join("rubbish");
    std::fs::create_dir(&rubbish).unwrap();
    std::os::unix::fs::symlink("nowhere", rubbish.join("dangling.pem")).unwrap();
    for (i, content) in RUBBISH.iter().enumerate() {
        std::fs::write(rubbish.join(format!("{i}.pem")), content).unwrap();
    }
    let unreadable = directory.join("unreadable");
    std::fs::create_dir(&unreadable).unwrap();
    std::os::unix::fs::symlink("loop.pem", unreadable.join("loop.pem")).unwrap();
    vec![missing, looped, empty, file, rubbish, unreadable]
}

/// Makes `path` a valid store: a file, or a directory with one file. The file has a valid certificate between other
/// text.
fn make_valid(path: &Path, is_directory: bool, ca_pem: &str) {
    match std::fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => std::fs::remove_dir_all(path).unwrap(),
        Ok(_) => std::fs::remove_file(path).unwrap(),
        Err(_) => {}
    }
    let half_rubbish = [RUBBISH[1], RUBBISH[2], ca_pem, RUBBISH[3]].concat();
    if is_directory {
        std::fs::create_dir(path).unwrap();
        std::fs::write(path.join("none.pem"), RUBBISH[3]).unwrap();
        std::fs::write(path.join("one.pem"), half_rubbish).unwrap();
    } else {
        std::fs::write(path, half_rubbish).unwrap();
    }
}

/// Runs a test in a child. `variable` names a store that is first unusable and then valid.
fn check_variable(name: &str, variable: &str, is_directory: bool, bad: fn(&Path) -> Vec<PathBuf>) {
    let directory = tempfile::tempdir().unwrap();
    let cases = if std::env::var_os("STORE").is_some() { vec![PathBuf::new()] } else { bad(directory.path()) };
    for case in cases {
        let is_parent = in_child(
            name,
            |command| _ = command.env(variable, &case).env("STORE", &case),
            || {
                let store = PathBuf::from(std::env::var_os("STORE").unwrap());
                let sandbox = sandbox();
                let client = options().build().unwrap();
                client.fetch_resource_metadata(sandbox.http_origin()).expect("plain http must not need a CA");
                let fetch = || client.fetch_resource_metadata(sandbox.https_origin());
                for _ in 0..2 {
                    assert_refused(fetch(), &[variable, store.to_str().unwrap()]);
                }
                make_valid(&store, is_directory, sandbox.ca_pem());
                fetch().expect("the client must read the store again after a failure");
                std::fs::rename(&store, store.with_extension("moved")).unwrap();
                fetch().expect("the client must keep the store that it has read");
                let later = options().build().unwrap();
                assert_refused(later.fetch_resource_metadata(sandbox.https_origin()), &[variable]);
            },
        );
        if !is_parent {
            return;
        }
    }
}

#[test]
fn a_bundle_named_by_the_environment_must_be_usable() {
    check_variable("a_bundle_named_by_the_environment_must_be_usable", "SSL_CERT_FILE", false, |parent| {
        let directory = parent.join("directory");
        std::fs::create_dir(&directory).unwrap();
        bad_files(parent).into_iter().chain([directory]).collect()
    });
}

#[test]
fn a_directory_named_by_the_environment_must_be_usable() {
    check_variable("a_directory_named_by_the_environment_must_be_usable", "SSL_CERT_DIR", true, bad_directories);
}

#[test]
fn one_usable_store_named_by_the_environment_is_enough() {
    let name = "one_usable_store_named_by_the_environment_is_enough";
    let (server, other) = (sandbox(), sandbox());
    let directory = tempfile::tempdir().unwrap();
    let path = |name: &str| directory.path().join(name).to_str().unwrap().to_owned();
    for (sandbox, file) in [(&server, "good.pem"), (&other, "other.pem")] {
        std::fs::copy(sandbox.ca_file(), path(file)).unwrap();
    }
    for (sandbox, subdirectory) in [(&server, "good"), (&other, "other")] {
        make_valid(&directory.path().join(subdirectory), true, sandbox.ca_pem());
    }
    let [good_file, other_file, good, other_good, none] = ["good.pem", "other.pem", "good", "other", "none"].map(path);
    let (first, last, neither) = (format!("{good}:{none}"), format!(":{none}:{good}:"), format!("{none}:{none}2"));
    for (file, directories, usable) in [
        (&good_file, &none, true),
        (&none, &good, true),
        (&other_file, &good, true),
        (&good_file, &other_good, true),
        (&none, &first, true),
        (&none, &last, true),
        (&none, &neither, false),
        (&none, &":".to_owned(), false),
    ] {
        let is_parent = in_child(
            name,
            |command| {
                command.env("SSL_CERT_FILE", file).env("SSL_CERT_DIR", directories);
                command.env("ORIGIN", server.https_origin()).env("USABLE", usable.to_string());
            },
            || {
                let found = options().build().unwrap().fetch_resource_metadata(&*std::env::var("ORIGIN").unwrap());
                if std::env::var("USABLE").unwrap() == "true" {
                    found.unwrap();
                } else {
                    assert_refused(found, &["SSL_CERT_FILE", "SSL_CERT_DIR"]);
                }
            },
        );
        if !is_parent {
            return;
        }
    }
}

#[test]
fn an_unreadable_part_of_a_store_is_read_again() {
    let name = "an_unreadable_part_of_a_store_is_read_again";
    let (server, later) = (sandbox(), sandbox());
    let directory = tempfile::tempdir().unwrap();
    let looped = directory.path().join("loop");
    std::os::unix::fs::symlink(&looped, &looped).unwrap();
    in_child(
        name,
        |command| {
            command.env("SSL_CERT_FILE", server.ca_file()).env("SSL_CERT_DIR", &looped);
            command.env("ORIGIN", server.https_origin());
            command.env("LATER", later.https_origin()).env("LATER_CA", later.ca_file());
        },
        || {
            let [origin, later, ca] = ["ORIGIN", "LATER", "LATER_CA"].map(|name| std::env::var(name).unwrap());
            let looped = PathBuf::from(std::env::var_os("SSL_CERT_DIR").unwrap());
            let client = options().build().unwrap();
            client.fetch_resource_metadata(&*origin).unwrap();
            assert_refused(client.fetch_resource_metadata(&*later), &[]);
            make_valid(&looped, true, &std::fs::read_to_string(ca).unwrap());
            client.fetch_resource_metadata(&*later).unwrap();
        },
    );
}

#[test]
fn a_ca_file_must_be_usable_when_the_client_is_built() {
    let sandbox = sandbox();
    let directory = tempfile::tempdir().unwrap();
    for file in bad_files(directory.path()).into_iter().chain([directory.path().to_owned()]) {
        let error = options().ca_file(&file).build().map(|_| ()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Tls, "{error}");
        for word in ["ca_file", file.to_str().unwrap()] {
            assert!(error.message().contains(word), "{error}");
        }
    }
    let good = directory.path().join("good.pem");
    make_valid(&good, false, sandbox.ca_pem());
    let client = options().ca_file(&good).build().unwrap();
    std::fs::remove_file(&good).unwrap();
    client.fetch_resource_metadata(sandbox.https_origin()).unwrap();
}

#[test]
fn an_endless_file_is_refused_as_a_store() {
    let error = options().ca_file("/dev/zero").build().map(|_| ()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls);
    assert!(error.message().contains("16777216 bytes"), "{error}");
}

/// Opens files until the process has no file descriptors left.
fn take_all_descriptors() -> Vec<File> {
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE).unwrap();
    setrlimit(Resource::RLIMIT_NOFILE, 200, most).unwrap();
    std::iter::from_fn(|| File::open("/dev/null").ok()).collect()
}

/// Fetches from `origin` twice with one descriptor for the connection and none for the store. Both errors must contain
/// `words`. Then fetches once with all descriptors.
fn without_descriptors(origin: &str, words: &[&str]) {
    let client = options().build().unwrap();
    let mut taken = take_all_descriptors();
    for _ in 0..2 {
        let file = taken.pop();
        drop(file);
        assert_refused(client.fetch_resource_metadata(origin), words);
        taken.extend(std::iter::from_fn(|| File::open("/dev/null").ok()));
    }
    drop(taken);
    client.fetch_resource_metadata(origin).unwrap();
}

#[test]
fn a_named_store_is_read_again_after_a_lack_of_descriptors() {
    let name = "a_named_store_is_read_again_after_a_lack_of_descriptors";
    let server = sandbox();
    for variable in ["SSL_CERT_FILE", "SSL_CERT_DIR"] {
        let file = server.ca_file();
        let store = if variable == "SSL_CERT_DIR" { file.parent().unwrap() } else { file };
        let is_parent = in_child(
            name,
            |command| {
                command.env(variable, store).env("VARIABLE", variable).env("ORIGIN", server.https_origin());
            },
            || {
                let [variable, origin] = ["VARIABLE", "ORIGIN"].map(|name| std::env::var(name).unwrap());
                without_descriptors(&origin, &[&variable, "Too many open files"]);
            },
        );
        if !is_parent {
            return;
        }
    }
}

#[test]
fn the_systems_store_is_read_again_after_a_lack_of_descriptors() {
    let name = "the_systems_store_is_read_again_after_a_lack_of_descriptors";
    for store in ["/etc/ssl/certs/ca-certificates.crt", "/etc/ssl/certs/one.pem"] {
        namespace(name, &format!("export STORE={store}; {NO_STORE}"), || {
            let sandbox = sandbox();
            std::fs::create_dir_all("/etc/ssl/certs").unwrap();
            std::fs::copy(sandbox.ca_file(), std::env::var("STORE").unwrap()).unwrap();
            let client = options().build().unwrap();
            let mut files = take_all_descriptors();
            // The sandbox is in this process, so that the connection needs two descriptors.
            files.truncate(files.len() - 2);
            assert_refused(client.fetch_resource_metadata(sandbox.https_origin()), &["Too many open files"]);
            drop(files);
            client.fetch_resource_metadata(sandbox.https_origin()).unwrap();
        });
        if std::env::var_os("STORE").is_some() {
            return;
        }
    }
}

/// Moves this process to an empty root directory.
fn enter_empty_root() {
    let root = tempfile::tempdir().unwrap();
    std::os::unix::fs::chroot(root.path()).unwrap();
    std::env::set_current_dir("/").unwrap();
    std::mem::forget(root);
}

#[test]
fn a_system_store_hidden_by_a_chroot_is_an_error() {
    let name = "a_system_store_hidden_by_a_chroot_is_an_error";
    namespace(name, NO_STORE, || {
        let sandbox = sandbox();
        std::fs::create_dir_all("/etc/ssl/certs").unwrap();
        let single = Path::new("/etc/ssl/certs/one.pem");
        std::fs::copy(sandbox.ca_file(), single).unwrap();
        let of_directory = options().build().unwrap();
        let bundle = "/etc/ssl/certs/ca-certificates.crt";
        std::fs::rename(single, bundle).unwrap();
        let of_bundle = options().build().unwrap();
        let used_before = options().build().unwrap();
        used_before.fetch_resource_metadata(sandbox.https_origin()).unwrap();
        enter_empty_root();
        for _ in 0..2 {
            assert_refused(of_bundle.fetch_resource_metadata(sandbox.https_origin()), &[bundle]);
            assert_refused(of_directory.fetch_resource_metadata(sandbox.https_origin()), &["/etc/ssl/certs"]);
        }
        used_before.fetch_resource_metadata(sandbox.https_origin()).unwrap();
        // A new client finds no store and uses Mozilla's roots, which lack the sandbox's CA.
        assert_refused(options().build().unwrap().fetch_resource_metadata(sandbox.https_origin()), &["UnknownIssuer"]);
    });
}

#[test]
fn a_named_store_hidden_by_a_chroot_is_an_error() {
    let name = "a_named_store_hidden_by_a_chroot_is_an_error";
    for variable in ["SSL_CERT_FILE", "SSL_CERT_DIR"] {
        let directory = tempfile::tempdir().unwrap();
        let store = directory.path().join("store");
        // In the child, this test reads the environment that the parent has set.
        let prepare = format!("export {variable}={} VARIABLE={variable}", store.display());
        namespace(name, &prepare, || {
            let variable = std::env::var("VARIABLE").unwrap();
            let store = PathBuf::from(std::env::var_os(&variable).unwrap());
            let sandbox = sandbox();
            make_valid(&store, variable == "SSL_CERT_DIR", sandbox.ca_pem());
            let client = options().build().unwrap();
            enter_empty_root();
            for _ in 0..2 {
                let found = client.fetch_resource_metadata(sandbox.https_origin());
                assert_refused(found, &[&variable, store.to_str().unwrap()]);
            }
        });
        if std::env::var_os("VARIABLE").is_some() {
            return;
        }
    }
}

#[test]
fn an_existing_system_store_must_be_usable() {
    namespace("an_existing_system_store_must_be_usable", NO_STORE, || {
        let sandbox = sandbox();
        std::fs::create_dir_all("/etc/ssl/certs").unwrap();
        let bundle = Path::new("/etc/ssl/certs/ca-certificates.crt");
        let client = options().build().unwrap();
        let fetch = || client.fetch_resource_metadata(sandbox.https_origin());
        for rubbish in RUBBISH {
            std::fs::write(bundle, rubbish).unwrap();
            assert_refused(fetch(), &["ca-certificates.crt"]);
        }
        std::fs::remove_file(bundle).unwrap();
        // An unreadable bundle, and an unreadable file in the certificate directory.
        for looped in ["/etc/ssl/cert.pem", "/etc/ssl/certs/one.pem"] {
            std::os::unix::fs::symlink(looped, looped).unwrap();
            assert_refused(fetch(), &[looped]);
            std::fs::remove_file(looped).unwrap();
        }
        make_valid(bundle, false, sandbox.ca_pem());
        fetch().unwrap();
    });
}

#[test]
fn mozillas_roots_are_used_if_the_system_directory_has_no_certificates() {
    namespace("mozillas_roots_are_used_if_the_system_directory_has_no_certificates", NO_STORE, || {
        let sandbox = sandbox();
        std::fs::create_dir_all("/etc/ssl/certs/java").unwrap();
        // The client uses Mozilla's roots, which lack the sandbox's CA.
        let found = options().build().unwrap().fetch_resource_metadata(sandbox.https_origin());
        assert_refused(found, &["UnknownIssuer"]);
    });
}

/// Asserts that a client ignores the store, the proxy and the base URL in the environment of this process.
fn assert_environment_is_ignored(options: impl Fn() -> blocking::ClientBuilder) {
    let [http, https, ca] = ["HTTP", "HTTPS", "CA"].map(|name| std::env::var(name).unwrap());
    let options = || options().ca_file(&ca).max_retries(0);
    let client = options().build().unwrap();
    client.fetch_resource_metadata(http.as_str()).unwrap();
    client.fetch_resource_metadata(https.as_str()).unwrap();
    // The pin of the default resource makes the call fail immediately.
    let telnyx = options().resolve("api.telnyx.com", 443, [127, 0, 0, 9].into()).build().unwrap();
    let error = telnyx.fetch_resource_metadata(None).unwrap_err();
    assert!(error.url().unwrap().starts_with("https://api.telnyx.com/"), "{error:?}");
}

/// Sets the environment of a child for [`assert_environment_is_ignored`].
fn mislead(command: &mut std::process::Command, server: &Sandbox, proxy: &Sandbox) {
    for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "TELNYX_BASE_URL"] {
        command.env(name, proxy.http_origin());
    }
    command.env("SSL_CERT_FILE", proxy.ca_file().with_file_name("none.pem")).env("SSL_CERT_DIR", "/nowhere");
    command.env("HTTP", server.http_origin()).env("HTTPS", server.https_origin()).env("CA", server.ca_file());
}

#[test]
fn ignore_environment_ignores_base_url_proxy_and_store() {
    let name = "ignore_environment_ignores_base_url_proxy_and_store";
    let (server, proxy) = (sandbox(), sandbox());
    let is_parent = in_child(
        name,
        |command| mislead(command, &server, &proxy),
        || assert_environment_is_ignored(|| blocking::Client::builder().ignore_environment(true)),
    );
    if !is_parent {
        return;
    }
    assert_eq!((server.requests().len(), proxy.connections()), (2, 0));
}

#[test]
fn a_setgid_program_ignores_the_environment() {
    let name = "a_setgid_program_ignores_the_environment";
    let (server, proxy) = (sandbox(), sandbox());
    let is_parent = succeeded(setgid_child(
        name,
        |command| mislead(command, &server, &proxy),
        || assert_environment_is_ignored(blocking::Client::builder),
    ));
    if !is_parent {
        return;
    }
    assert_eq!((server.requests().len(), proxy.connections()), (2, 0));
}

/// Hides all directories where systems keep CA certificates.
const NO_STORE: &str = "for d in /etc/ssl /etc/pki; do if [ -d $d ]; then mount -t tmpfs none $d; fi; done";

#[test]
fn mozillas_roots_are_used_if_the_system_has_no_store() {
    namespace("mozillas_roots_are_used_if_the_system_has_no_store", NO_STORE, || {
        let sandbox = sandbox();
        // TLS fails because Mozilla's roots lack the sandbox's CA. Without any roots, the error would differ.
        let error = options().build().unwrap().fetch_resource_metadata(sandbox.https_origin()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Tls);
        assert!(error.message().contains("UnknownIssuer"), "{error}");
        let client = options().ca_file(sandbox.ca_file()).build().unwrap();
        client.fetch_resource_metadata(sandbox.https_origin()).unwrap();
    });
}

#[test]
fn the_systems_store_is_trusted_and_a_ca_file_adds_to_it() {
    namespace("the_systems_store_is_trusted_and_a_ca_file_adds_to_it", NO_STORE, || {
        let (system, added) = (sandbox(), sandbox());
        std::fs::create_dir_all("/etc/ssl/certs").unwrap();
        std::fs::copy(system.ca_file(), "/etc/ssl/certs/ca-certificates.crt").unwrap();
        let client = options().ca_file(added.ca_file()).build().unwrap();
        client.fetch_resource_metadata(system.https_origin()).unwrap();
        client.fetch_resource_metadata(added.https_origin()).unwrap();
        let system_alone = options().build().unwrap();
        system_alone.fetch_resource_metadata(system.https_origin()).unwrap();
        let error = system_alone.fetch_resource_metadata(added.https_origin()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Tls);
    });
}

#[test]
fn a_directory_of_single_files_is_read_if_there_is_no_bundle() {
    namespace("a_directory_of_single_files_is_read_if_there_is_no_bundle", NO_STORE, || {
        let sandbox = sandbox();
        std::fs::create_dir_all("/etc/ssl/certs").unwrap();
        std::fs::copy(sandbox.ca_file(), "/etc/ssl/certs/one.pem").unwrap();
        options().build().unwrap().fetch_resource_metadata(sandbox.https_origin()).unwrap();
    });
}
