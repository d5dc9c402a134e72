//! The Python module `telnyx_oauth._native`. The package `telnyx_oauth` re-exports its public names, which the stub of the
//! package documents.

#[macro_use]
mod docs;

mod arguments;
mod async_client;
mod attempt;
mod authorization_parameters;
mod authorization_server;
mod authorization_server_metadata;
mod calls;
mod cancel_token;
mod challenge;
mod client;
mod closable;
mod completion_queue;
mod discovery;
mod discovery_plan;
mod document;
mod errors;
mod exception;
mod functions;
mod hosted_discovery;
mod json;
mod log;
mod options;
mod pending_call;
mod planned_request;
mod resource_metadata;
mod response;
mod signals;
mod trusted_keys;
mod value;
mod warning;
mod well_known;

use pyo3::prelude::*;

#[pymodule]
mod _native {
    use pyo3::exceptions::PyImportError;
    use pyo3::prelude::*;
    use pyo3::sync::PyOnceLock;

    #[pymodule_export]
    use super::async_client::AsyncCalls;
    #[pymodule_export]
    use super::attempt::Attempt;
    #[pymodule_export]
    use super::authorization_parameters::{AuthorizationParameters, restore_authorization_parameters};
    #[pymodule_export]
    use super::authorization_server::{AuthorizationServer, restore_authorization_server};
    #[pymodule_export]
    use super::authorization_server_metadata::{AuthorizationServerMetadata, restore_authorization_server_metadata};
    #[pymodule_export]
    use super::cancel_token::CancelToken;
    #[pymodule_export]
    use super::challenge::Challenge;
    #[pymodule_export]
    use super::client::Client;
    #[pymodule_export]
    use super::completion_queue::CompletionQueue;
    #[pymodule_export]
    use super::discovery::{Discovery, restore_discovery};
    #[pymodule_export]
    use super::discovery_plan::DiscoveryPlan;
    #[pymodule_export]
    use super::functions::{
        authorization_server_metadata_urls, discover, fetch_authorization_server_metadata, fetch_resource_metadata,
        parse_challenges, resource_metadata_url, vet,
    };
    #[pymodule_export]
    use super::hosted_discovery::HostedDiscovery;
    #[pymodule_export]
    use super::pending_call::PendingCall;
    #[pymodule_export]
    use super::planned_request::PlannedRequest;
    #[pymodule_export]
    use super::resource_metadata::{ResourceMetadata, restore_resource_metadata};
    #[pymodule_export]
    use super::trusted_keys::TrustedKeys;
    #[pymodule_export]
    use super::warning::Warning;
    #[pymodule_export]
    use super::well_known::WellKnown;

    /// Refuses the import in a second interpreter of the process: the statics of this crate hold objects of the first one.
    #[pymodule_init]
    fn refuse_other_interpreters(module: &Bound<'_, PyModule>) -> PyResult<()> {
        super::signals::block_on_core_threads();
        // Kept alive, because the `sys` module of a later interpreter could get the same address otherwise.
        static FIRST: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
        let sys = module.py().import("sys")?;
        if FIRST.get_or_init(module.py(), || sys.clone().unbind()).bind(module.py()).is(&sys) {
            return Ok(());
        }
        Err(PyImportError::new_err(
            "telnyx_oauth works in one interpreter per process: it cannot be imported in a subinterpreter",
        ))
    }

    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "Python's name")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
