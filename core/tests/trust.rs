//! Whom a client trusts, and when it finds out.

mod common;

use common::{in_child, namespace, sandbox, setuid_child, succeeded};
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use std::fs::File;
use std::path::{Path, PathBuf};
use telnyx_oauth::{Error, ErrorKind, blocking};
use telnyx_oauth_sandbox::Sandbox;

fn options() -> blocking::ClientBuilder {
    blocking::Client::builder().max_retries(0).proxy("")
}

/// Asserts that a store that was named failed, and not that another one was used.
#[track_caller]
fn assert_refused(found: Result<telnyx_oauth::ResourceMetadata, Error>, words: &[&str]) {
    let error = found.expect_err("this store is good for nothing");
    assert_eq!(error.kind(), ErrorKind::Tls, "{error:?}");
    for word in words {
        assert!(error.message().contains(word), "{word}: {error}");
    }
}

/// What a file may hold that is no CA certificate.
const RUBBISH: [&str; 4] = [
    "",
    "no certificate\n",
    "-----BEGIN CERTIFICATE-----\nbm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----\n-----BEGIN CERTIFICATE-----\nbm8=\n",
];

/// Ways in which a file is named that cannot be used: nothing there, a loop of links, which no rights help against, and
/// content.
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

/// The same for a directory.
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

/// Makes `path` a good store: a file, or a directory with one file, that holds a good certificate amid rubbish.
fn mend(path: &Path, is_directory: bool, ca_pem: &str) {
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

/// Runs one test in a child with a variable that names what cannot be used, and then can.
fn named_by(name: &str, variable: &str, is_directory: bool, bad: fn(&Path) -> Vec<PathBuf>) {
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
                client.fetch_resource_metadata(sandbox.http_origin()).expect("plain HTTP needs no CA");
                let fetch = || client.fetch_resource_metadata(sandbox.https_origin());
                for _ in 0..2 {
                    assert_refused(fetch(), &[variable, store.to_str().unwrap()]);
                }
                mend(&store, is_directory, sandbox.ca_pem());
                fetch().expect("a failure is not remembered");
                std::fs::rename(&store, store.with_extension("moved")).unwrap();
                fetch().expect("a store that was read is remembered");
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
fn a_bundle_that_the_environment_names_must_be_usable() {
    named_by("a_bundle_that_the_environment_names_must_be_usable", "SSL_CERT_FILE", false, |parent| {
        let directory = parent.join("directory");
        std::fs::create_dir(&directory).unwrap();
        bad_files(parent).into_iter().chain([directory]).collect()
    });
}

#[test]
fn a_directory_that_the_environment_names_must_be_usable() {
    named_by("a_directory_that_the_environment_names_must_be_usable", "SSL_CERT_DIR", true, bad_directories);
}

#[test]
fn of_the_stores_that_the_environment_names_one_that_is_usable_is_enough() {
    let name = "of_the_stores_that_the_environment_names_one_that_is_usable_is_enough";
    let (server, other) = (sandbox(), sandbox());
    let directory = tempfile::tempdir().unwrap();
    let path = |name: &str| directory.path().join(name).to_str().unwrap().to_owned();
    for (sandbox, file) in [(&server, "good.pem"), (&other, "other.pem")] {
        std::fs::copy(sandbox.ca_file(), path(file)).unwrap();
    }
    for (sandbox, subdirectory) in [(&server, "good"), (&other, "other")] {
        mend(&directory.path().join(subdirectory), true, sandbox.ca_pem());
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
fn a_part_of_a_store_that_could_not_be_read_is_looked_for_again() {
    let name = "a_part_of_a_store_that_could_not_be_read_is_looked_for_again";
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
            mend(&looped, true, &std::fs::read_to_string(ca).unwrap());
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
    mend(&good, false, sandbox.ca_pem());
    let client = options().ca_file(&good).build().unwrap();
    std::fs::remove_file(&good).unwrap();
    client.fetch_resource_metadata(sandbox.https_origin()).unwrap();
}

#[test]
fn a_file_without_end_is_no_store() {
    let error = options().ca_file("/dev/zero").build().map(|_| ()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls);
    assert!(error.message().contains("16777216 bytes"), "{error}");
}

/// Opens files until none can be opened any more.
fn take_all_descriptors() -> Vec<File> {
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE).unwrap();
    setrlimit(Resource::RLIMIT_NOFILE, 200, most).unwrap();
    std::iter::from_fn(|| File::open("/dev/null").ok()).collect()
}

/// Asks `origin` twice with a descriptor for its connection and none for the store, which `words` name, and once with all.
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
fn a_named_store_is_not_given_up_for_want_of_a_descriptor() {
    let name = "a_named_store_is_not_given_up_for_want_of_a_descriptor";
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
fn the_systems_store_is_not_given_up_for_want_of_a_descriptor() {
    let name = "the_systems_store_is_not_given_up_for_want_of_a_descriptor";
    for store in ["/etc/ssl/certs/ca-certificates.crt", "/etc/ssl/certs/one.pem"] {
        namespace(name, &format!("export STORE={store}; {NO_STORE}"), || {
            let sandbox = sandbox();
            std::fs::create_dir_all("/etc/ssl/certs").unwrap();
            std::fs::copy(sandbox.ca_file(), std::env::var("STORE").unwrap()).unwrap();
            let client = options().build().unwrap();
            let mut files = take_all_descriptors();
            // One for each end of the connection, as the sandbox is in this process.
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
fn a_store_that_a_chroot_has_hidden_is_missed() {
    let name = "a_store_that_a_chroot_has_hidden_is_missed";
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
        // Where there has never been one, there are Mozilla's roots, which do not hold the sandbox's CA.
        assert_refused(options().build().unwrap().fetch_resource_metadata(sandbox.https_origin()), &["UnknownIssuer"]);
    });
}

#[test]
fn a_named_store_that_a_chroot_has_hidden_is_missed() {
    let name = "a_named_store_that_a_chroot_has_hidden_is_missed";
    for variable in ["SSL_CERT_FILE", "SSL_CERT_DIR"] {
        let directory = tempfile::tempdir().unwrap();
        let store = directory.path().join("store");
        // In the child, the test finds its own environment.
        let prepare = format!("export {variable}={} VARIABLE={variable}", store.display());
        namespace(name, &prepare, || {
            let variable = std::env::var("VARIABLE").unwrap();
            let store = PathBuf::from(std::env::var_os(&variable).unwrap());
            let sandbox = sandbox();
            mend(&store, variable == "SSL_CERT_DIR", sandbox.ca_pem());
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
fn a_system_store_that_is_there_must_be_usable() {
    namespace("a_system_store_that_is_there_must_be_usable", NO_STORE, || {
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
        // What cannot be read, where systems keep a bundle, and in the directory.
        for looped in ["/etc/ssl/cert.pem", "/etc/ssl/certs/one.pem"] {
            std::os::unix::fs::symlink(looped, looped).unwrap();
            assert_refused(fetch(), &[looped]);
            std::fs::remove_file(looped).unwrap();
        }
        mend(bundle, false, sandbox.ca_pem());
        fetch().unwrap();
    });
}

#[test]
fn a_directory_without_certificates_is_no_store() {
    namespace("a_directory_without_certificates_is_no_store", NO_STORE, || {
        let sandbox = sandbox();
        std::fs::create_dir_all("/etc/ssl/certs/java").unwrap();
        // Mozilla's roots, which do not hold the sandbox's CA.
        let found = options().build().unwrap().fetch_resource_metadata(sandbox.https_origin());
        assert_refused(found, &["UnknownIssuer"]);
    });
}

/// Asserts, in a process whose environment names a store, a proxy and a base URL that are of no use, that none is used.
fn assert_environment_is_ignored(options: impl Fn() -> blocking::ClientBuilder) {
    let [http, https, ca] = ["HTTP", "HTTPS", "CA"].map(|name| std::env::var(name).unwrap());
    let options = || options().ca_file(&ca).max_retries(0);
    let client = options().build().unwrap();
    client.fetch_resource_metadata(http.as_str()).unwrap();
    client.fetch_resource_metadata(https.as_str()).unwrap();
    // The default resource leads nowhere, at once.
    let telnyx = options().resolve("api.telnyx.com", 443, [127, 0, 0, 9].into()).build().unwrap();
    let error = telnyx.fetch_resource_metadata(None).unwrap_err();
    assert!(error.url().unwrap().starts_with("https://api.telnyx.com/"), "{error:?}");
}

/// Gives a child that environment.
fn mislead(command: &mut std::process::Command, server: &Sandbox, proxy: &Sandbox) {
    for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "TELNYX_BASE_URL"] {
        command.env(name, proxy.http_origin());
    }
    command.env("SSL_CERT_FILE", proxy.ca_file().with_file_name("none.pem")).env("SSL_CERT_DIR", "/nowhere");
    command.env("HTTP", server.http_origin()).env("HTTPS", server.https_origin()).env("CA", server.ca_file());
}

#[test]
fn an_environment_that_is_ignored_names_no_server_no_proxy_and_no_store() {
    let name = "an_environment_that_is_ignored_names_no_server_no_proxy_and_no_store";
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
fn a_program_with_more_rights_than_its_user_ignores_the_environment() {
    let name = "a_program_with_more_rights_than_its_user_ignores_the_environment";
    let (server, proxy) = (sandbox(), sandbox());
    let is_parent = succeeded(setuid_child(
        name,
        |command| mislead(command, &server, &proxy),
        || assert_environment_is_ignored(blocking::Client::builder),
    ));
    if !is_parent {
        return;
    }
    assert_eq!((server.requests().len(), proxy.connections()), (2, 0));
}

/// Shadows every place where systems keep CA certificates.
const NO_STORE: &str = "for d in /etc/ssl /etc/pki; do if [ -d $d ]; then mount -t tmpfs none $d; fi; done";

#[test]
fn mozillas_roots_are_used_where_the_system_has_none() {
    namespace("mozillas_roots_are_used_where_the_system_has_none", NO_STORE, || {
        let sandbox = sandbox();
        // A verifier without any root could not even be made; this one knows roots, and not this one.
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
fn a_store_of_single_files_is_read_where_there_is_no_bundle() {
    namespace("a_store_of_single_files_is_read_where_there_is_no_bundle", NO_STORE, || {
        let sandbox = sandbox();
        std::fs::create_dir_all("/etc/ssl/certs").unwrap();
        std::fs::copy(sandbox.ca_file(), "/etc/ssl/certs/one.pem").unwrap();
        options().build().unwrap().fetch_resource_metadata(sandbox.https_origin()).unwrap();
    });
}
