use std::collections::HashMap;
use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rcgen::KeyPair;
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::{CertifiedKey, SigningKey};

use crate::authority::{Authority, Validity};

/// The maximum number of cached certificates. A full cache is cleared.
const CACHE_CAPACITY: usize = 256;

/// Makes a certificate for each server name that a client sends.
pub(crate) struct Certificates {
    authority: Authority,
    /// The authority for names that begin with `unknown-ca.`, made on first use.
    unknown_authority: OnceLock<Option<Authority>>,
    key: KeyPair,
    signer: Arc<dyn SigningKey>,
    addresses: Vec<IpAddr>,
    leaves: Mutex<HashMap<String, Arc<CertifiedKey>>>,
}

impl Certificates {
    /// Makes a certificate authority. `address` is the address on which the server listens. The certificate for clients
    /// without a server name covers it too.
    ///
    /// # Errors
    /// The system cannot generate random bytes for a key.
    pub(crate) fn new(address: IpAddr) -> io::Result<Self> {
        let key = KeyPair::generate().map_err(io::Error::other)?;
        let der = PrivatePkcs8KeyDer::from(key.serialize_der());
        let signer = ring::sign::any_ecdsa_type(&der.into()).map_err(io::Error::other)?;
        let mut addresses = vec![IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];
        if !addresses.contains(&address) {
            addresses.push(address);
        }
        Ok(Self {
            authority: Authority::new("Telnyx sandbox CA")?,
            unknown_authority: OnceLock::new(),
            key,
            signer,
            addresses,
            leaves: Mutex::default(),
        })
    }

    /// Returns the certificate of the authority that clients must trust.
    pub(crate) fn ca_pem(&self) -> &str {
        self.authority.pem()
    }

    /// Returns the configuration of a TLS server that uses these certificates.
    ///
    /// # Errors
    /// rustls refuses its default protocol versions.
    pub(crate) fn into_config(self) -> io::Result<ServerConfig> {
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(self));
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(config)
    }

    fn for_name(&self, name: &str) -> Option<Arc<CertifiedKey>> {
        let mut leaves = self.leaves.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(leaf) = leaves.get(name) {
            return Some(leaf.clone());
        }
        let leaf = Arc::new(self.sign(name)?);
        if leaves.len() >= CACHE_CAPACITY {
            leaves.clear();
        }
        leaves.insert(name.to_owned(), leaf.clone());
        Some(leaf)
    }

    fn sign(&self, name: &str) -> Option<CertifiedKey> {
        let sign = |authority: &Authority, names: &[&str], addresses: &[IpAddr], validity| {
            authority.sign(&self.key, names, addresses, validity).ok()
        };
        let label = name.split('.').next().filter(|label| name.len() > label.len());
        let leaf = match label {
            Some("expired") => sign(&self.authority, &[name], &[], Validity::Past),
            Some("wrong-name") => sign(&self.authority, &["another-name.invalid"], &[], Validity::Now),
            Some("unknown-ca") => {
                let unknown_authority = self.unknown_authority.get_or_init(|| Authority::new("An unknown CA").ok());
                sign(unknown_authority.as_ref()?, &[name], &[], Validity::Now)
            }
            // Some verifiers refuse the wildcard, so each name below localhost also gets its own certificate.
            _ if name == "localhost" => {
                sign(&self.authority, &["localhost", "*.localhost"], &self.addresses, Validity::Now)
            }
            _ => sign(&self.authority, &[name], &[], Validity::Now),
        };
        Some(CertifiedKey::new(vec![leaf?], self.signer.clone()))
    }
}

impl ResolvesServerCert for Certificates {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        self.for_name(&hello.server_name().unwrap_or("localhost").to_ascii_lowercase())
    }
}

impl fmt::Debug for Certificates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Certificates")
    }
}
