use crate::document::Document;
use oauth::AuthorizationServerMetadata;

/// An authorization server's metadata document (https://www.rfc-editor.org/rfc/rfc8414 and
/// https://openid.net/specs/openid-connect-discovery-1_0.html), checked. Absent members stay absent, and strings are
/// exactly as sent. Every endpoint is an absolute https URL, or http if the issuer is http. The
/// document is immutable: any number of threads may read it at the same time.
pub struct telnyx_authorization_server_metadata {
    pub(super) document: Document<AuthorizationServerMetadata>,
}

impl From<AuthorizationServerMetadata> for telnyx_authorization_server_metadata {
    fn from(metadata: AuthorizationServerMetadata) -> telnyx_authorization_server_metadata {
        telnyx_authorization_server_metadata { document: metadata.into() }
    }
}
