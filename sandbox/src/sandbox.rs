use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tokio::sync::oneshot;

use crate::answer::Answer;
use crate::builder::Builder;
use crate::certificates::Certificates;
use crate::listener;
use crate::request::Request;
use crate::route::Route;
use crate::scenario::Scenario;
use crate::server::Server;
use crate::temp_dir::TempDir;

/// A running sandbox. Dropping it stops it: its thread has ended and its sockets are closed when the drop returns.
#[derive(Debug)]
pub struct Sandbox {
    server: Arc<Server>,
    http: SocketAddr,
    https: SocketAddr,
    ca_pem: String,
    ca_file: PathBuf,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    _dir: TempDir,
}

impl Sandbox {
    /// Starts a sandbox with the built-in routes, on 127.0.0.1 and ports that the system chooses.
    ///
    /// # Errors
    /// As [`Builder::start`].
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// Options to start a sandbox with.
    pub fn builder() -> Builder {
        Builder::new()
    }

    fn from_builder(options: Builder) -> io::Result<Self> {
        let (http_listener, http) = listen(options.address, options.http_port)?;
        let (https_listener, https) = listen(options.address, options.https_port)?;
        let certificates = Certificates::new(options.address)?;
        let ca_pem = certificates.ca_pem().to_owned();
        let dir = TempDir::new()?;
        let ca_file = dir.path().join("ca.pem");
        std::fs::write(&ca_file, &ca_pem)?;
        let config = Arc::new(certificates.into_config()?);

        let origins = (format!("http://{http}"), format!("https://{https}"));
        let server = Arc::new(Server::new(origins.0, origins.1, options.scenario, options.log));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        let (stop, stopped) = oneshot::channel();
        let shared = server.clone();
        let listeners = {
            // Listeners must be made inside the runtime.
            let _guard = runtime.enter();
            (tokio::net::TcpListener::from_std(http_listener)?, tokio::net::TcpListener::from_std(https_listener)?)
        };
        let thread = thread::Builder::new().name("telnyx-sandbox".into()).spawn(move || {
            runtime.spawn(listener::accept(listeners.0, None, shared.clone()));
            runtime.spawn(listener::accept(listeners.1, Some(config), shared));
            // Dropping the sender ends this. The runtime then drops all tasks and their sockets.
            let _ = runtime.block_on(stopped);
        })?;
        let (stop, thread) = (Some(stop), Some(thread));
        Ok(Self { server, http, https, ca_pem, ca_file, stop, thread, _dir: dir })
    }

    /// `http://127.0.0.1:PORT`.
    pub fn http_origin(&self) -> &str {
        &self.server.http
    }

    /// `https://127.0.0.1:PORT`.
    pub fn https_origin(&self) -> &str {
        &self.server.https
    }

    /// Where plain HTTP is served.
    pub fn http_addr(&self) -> SocketAddr {
        self.http
    }

    /// Where HTTPS is served.
    pub fn https_addr(&self) -> SocketAddr {
        self.https
    }

    /// A PEM file with the certificate authority to trust. It is in a directory that only this user can read, and that is
    /// removed when the sandbox is dropped.
    pub fn ca_file(&self) -> &Path {
        &self.ca_file
    }

    /// The certificate authority to trust, as PEM text.
    pub fn ca_pem(&self) -> &str {
        &self.ca_pem
    }

    /// The requests so far, in order of arrival: the last 50 000 at most, and none of those to `/.sandbox/`.
    pub fn requests(&self) -> Vec<Request> {
        self.server.journal.all()
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        self.server.journal.clear();
    }

    /// Connections accepted so far, over both ports.
    pub fn connections(&self) -> u64 {
        self.server.accepted()
    }

    /// Connections that are open now, over both ports.
    pub fn open_connections(&self) -> u64 {
        self.server.open()
    }

    /// Adds a route for any host, replacing one for the same path. See [`Route::new`]. Without answers, it removes the route.
    pub fn route(&self, path: impl Into<String>, answers: impl IntoIterator<Item = Answer>) {
        self.add_route(Route::new(path, answers));
    }

    /// Adds a route, replacing one for the same path, host and method.
    pub fn add_route(&self, route: Route) {
        self.server.table().add(route);
    }

    /// Replaces all routes and the latency.
    pub fn set_scenario(&self, scenario: Scenario) {
        self.server.set_scenario(scenario);
    }
}

impl Builder {
    /// Starts the sandbox, which serves when this returns.
    ///
    /// # Errors
    /// A port is in use, the address is not this machine's, or the system's temporary directory cannot be written to.
    pub fn start(self) -> io::Result<Sandbox> {
        Sandbox::from_builder(self)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take()
            // The log function runs on that thread and may own the sandbox.
            && thread.thread().id() != thread::current().id()
        {
            // It panics only if the log function's destructor does.
            let _ = thread.join();
        }
    }
}

fn listen(address: IpAddr, port: u16) -> io::Result<(TcpListener, SocketAddr)> {
    let wanted = SocketAddr::new(address, port);
    let listener = TcpListener::bind(wanted)
        .map_err(|error| io::Error::new(error.kind(), format!("cannot listen on {wanted}: {error}")))?;
    listener.set_nonblocking(true)?;
    let actual = listener.local_addr()?;
    Ok((listener, actual))
}
