use std::io;
use std::net::IpAddr;
use std::time::{Duration, SystemTime};

use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, SanType,
};
use rustls::pki_types::CertificateDer;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The period in which a certificate is valid.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Validity {
    Now,
    Past,
}

/// A temporary certificate authority and its key.
pub(crate) struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
}

impl Authority {
    /// Makes an authority with a new key.
    ///
    /// # Errors
    /// The system cannot generate random bytes for a key.
    pub(crate) fn new(name: &str) -> io::Result<Self> {
        let mut params = params(name, Validity::Now);
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        let key = KeyPair::generate().map_err(io::Error::other)?;
        let pem = params.self_signed(&key).map_err(io::Error::other)?.pem();
        Ok(Self { issuer: Issuer::new(params, key), pem })
    }

    pub(crate) fn pem(&self) -> &str {
        &self.pem
    }

    /// Returns a signed server certificate for these names and addresses.
    ///
    /// # Errors
    /// A name is not valid in a certificate.
    pub(crate) fn sign(
        &self,
        key: &KeyPair,
        names: &[&str],
        addresses: &[IpAddr],
        validity: Validity,
    ) -> Result<CertificateDer<'static>, rcgen::Error> {
        let mut params = params("Telnyx sandbox", validity);
        for name in names {
            params.subject_alt_names.push(SanType::DnsName((*name).try_into()?));
        }
        params.subject_alt_names.extend(addresses.iter().copied().map(SanType::IpAddress));
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        // Strict verifiers, such as the one in Python 3.13, require this extension.
        params.use_authority_key_identifier_extension = true;
        Ok(params.signed_by(key, &self.issuer)?.der().clone())
    }
}

fn params(name: &str, validity: Validity) -> CertificateParams {
    let now = SystemTime::now();
    // Some verifiers refuse server certificates that are valid for more than 398 days.
    let (from, to) = match validity {
        Validity::Now => (now - DAY, now + 364 * DAY),
        Validity::Past => (now - 30 * DAY, now - 2 * DAY),
    };
    let mut params = CertificateParams::default();
    params.not_before = from.into();
    params.not_after = to.into();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params
}
