use super::config::Config;
use super::pools::Pools;
use crate::{Error, ErrorKind};
use std::sync::Arc;

/// The connections of one process. After a fork the child makes its own.
pub(super) struct Connections {
    pub(super) tls: Arc<rustls::ClientConfig>,
    pub(super) pools: Pools,
}

impl Connections {
    pub(super) fn new(config: &Config) -> Result<Connections, Error> {
        let tls = config.trust.clone().tls_config().map_err(|error| {
            Error::new(ErrorKind::Internal, "the TLS library refused the settings").caused_by(error)
        })?;
        Ok(Connections { tls: Arc::new(tls), pools: Pools::default() })
    }
}
