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

/// A running sandbox. Dropping it ends its thread, closes its sockets and then returns.
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
    /// The errors of [`Builder::start`].
    pub fn start() -> io::Result<Self> {
        Self::builder().start()
    }

    /// Returns the default options of a sandbox.
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
            // tokio requires a runtime to make a listener.
            let _guard = runtime.enter();
            (tokio::net::TcpListener::from_std(http_listener)?, tokio::net::TcpListener::from_std(https_listener)?)
        };
        let thread = thread::Builder::new().name("telnyx-sandbox".into()).spawn(move || {
            runtime.spawn(listener::accept(listeners.0, None, shared.clone()));
            runtime.spawn(listener::accept(listeners.1, Some(config), shared));
            // Dropping the sender ends the wait. The runtime then drops all tasks and their sockets.
            let _ = runtime.block_on(stopped);
        })?;
        let (stop, thread) = (Some(stop), Some(thread));
        Ok(Self { server, http, https, ca_pem, ca_file, stop, thread, _dir: dir })
    }

    /// Returns the origin for plain HTTP, `http://127.0.0.1:PORT`.
    pub fn http_origin(&self) -> &str {
        &self.server.http
    }

    /// Returns the origin for HTTPS, `https://127.0.0.1:PORT`.
    pub fn https_origin(&self) -> &str {
        &self.server.https
    }

    /// Returns the address and port for plain HTTP.
    pub fn http_addr(&self) -> SocketAddr {
        self.http
    }

    /// Returns the address and port for HTTPS.
    pub fn https_addr(&self) -> SocketAddr {
        self.https
    }

    /// Returns the path of a PEM file with the certificate authority to trust. Only the current user can read its directory.
    /// Dropping the sandbox removes the directory.
    pub fn ca_file(&self) -> &Path {
        &self.ca_file
    }

    /// Returns the certificate authority to trust, as PEM text.
    pub fn ca_pem(&self) -> &str {
        &self.ca_pem
    }

    /// Returns the last 50 000 requests in order of arrival, without requests for `/.sandbox/`.
    pub fn requests(&self) -> Vec<Request> {
        self.server.requests.all()
    }

    /// Removes all requests from the list.
    pub fn clear_requests(&self) {
        self.server.requests.clear();
    }

    /// Returns the number of connections accepted so far on both ports.
    pub fn connections(&self) -> u64 {
        self.server.accepted()
    }

    /// Returns the number of open connections on both ports.
    pub fn open_connections(&self) -> u64 {
        self.server.open()
    }

    /// Adds a route for any host, or replaces the one for the same path. Without answers, the route is removed. See
    /// [`Route::new`].
    pub fn route(&self, path: impl Into<String>, answers: impl IntoIterator<Item = Answer>) {
        self.add_route(Route::new(path, answers));
    }

    /// Adds a route, or replaces the one with the same path, host and method.
    pub fn add_route(&self, route: Route) {
        self.server.table().add(route);
    }

    /// Replaces all routes and the latency.
    pub fn set_scenario(&self, scenario: Scenario) {
        self.server.set_scenario(scenario);
    }
}

impl Builder {
    /// Starts the sandbox. The sandbox accepts connections when this function returns.
    ///
    /// # Errors
    /// A port is in use, the address is not one of this machine, or the system's temporary directory is not writable.
    pub fn start(self) -> io::Result<Sandbox> {
        Sandbox::from_builder(self)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take()
            // The log function can own the sandbox. The drop then runs on the sandbox's own thread, which cannot join itself.
            && thread.thread().id() != thread::current().id()
        {
            // The join fails only if the destructor of the log function panics.
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
