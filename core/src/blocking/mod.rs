//! The same calls without async. The calling thread does the I/O; only name look-ups need another thread.
//!
//! ```no_run
//! let metadata = telnyx_oauth::blocking::fetch_resource_metadata(None)?;
//! println!("{:?}", metadata.authorization_servers());
//! # Ok::<(), telnyx_oauth::Error>(())
//! ```

mod builder;
mod client;
mod default_client;
mod driver;

pub use builder::ClientBuilder;
pub use client::Client;
pub use default_client::{discover, fetch_authorization_server_metadata, fetch_resource_metadata};
