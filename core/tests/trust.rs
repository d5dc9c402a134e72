//! Whom a client trusts, and when it finds out.

mod common;

use common::{child, namespace, sandbox};
use std::io::Write;
use telnyx_oauth::{ErrorKind, blocking};

fn options() -> blocking::ClientBuilder {
    blocking::Client::builder().max_retries(0).proxy("")
}

#[test]
fn a_bundle_that_the_environment_names_is_read_by_the_first_handshake_and_again_after_a_failure() {
    let name = "a_bundle_that_the_environment_names_is_read_by_the_first_handshake_and_again_after_a_failure";
    let file = std::env::temp_dir().join(format!("telnyx-oauth-trust-{}.pem", std::process::id()));
    let output = child(
        name,
        |command| _ = command.env("SSL_CERT_FILE", &file),
        || {
            let file = std::env::var_os("SSL_CERT_FILE").unwrap();
            let sandbox = sandbox();
            let client = options().build().unwrap();
            client.fetch_resource_metadata(sandbox.http_origin()).expect("plain HTTP needs no CA");
            let error = client.fetch_resource_metadata(sandbox.https_origin()).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Tls);
            for word in ["SSL_CERT_FILE", file.to_str().unwrap(), "No such file"] {
                assert!(error.message().contains(word), "{error}");
            }
            std::fs::File::create(&file).unwrap().write_all(sandbox.ca_pem().as_bytes()).unwrap();
            client.fetch_resource_metadata(sandbox.https_origin()).expect("the failure is not remembered");
        },
    );
    let _ = std::fs::remove_file(&file);
    if let Some(output) = output {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn a_directory_that_the_environment_names_is_read_where_no_bundle_is() {
    let name = "a_directory_that_the_environment_names_is_read_where_no_bundle_is";
    let server = sandbox();
    let directory = server.ca_file().parent().unwrap();
    let origin = server.https_origin();
    let output = child(
        name,
        |command| _ = command.env("SSL_CERT_DIR", directory).env("ORIGIN", origin),
        || {
            let origin = std::env::var("ORIGIN").unwrap();
            options().build().unwrap().fetch_resource_metadata(origin.as_str()).unwrap();
        },
    );
    if let Some(output) = output {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
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
