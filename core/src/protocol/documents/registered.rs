use super::json_path::JsonPath;
use super::members::Members;
use crate::protocol::errors::quoted;
use crate::{Error, ErrorKind, Warning, WarningKind};

/// A kind of metadata document, by the members that are registered for it.
pub(crate) struct Registered {
    kind: &'static str,
    /// In order.
    names: &'static [&'static str],
    other: &'static Registered,
}

/// [OAuth Protected Resource Metadata](https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#protected-resource-metadata).
pub(crate) static RESOURCE: Registered = Registered {
    kind: "protected resource metadata",
    names: &[
        "authorization_details_types_supported",
        "authorization_servers",
        "bearer_methods_supported",
        "dpop_bound_access_tokens_required",
        "dpop_signing_alg_values_supported",
        "jwks_uri",
        "resource",
        "resource_documentation",
        "resource_name",
        "resource_policy_uri",
        "resource_signing_alg_values_supported",
        "resource_tos_uri",
        "scopes_supported",
        "signed_metadata",
        "tls_client_certificate_bound_access_tokens",
    ],
    other: &SERVER,
};

/// [OAuth Authorization Server Metadata](https://www.iana.org/assignments/oauth-parameters/oauth-parameters.xhtml#authorization-server-metadata).
pub(crate) static SERVER: Registered = Registered {
    kind: "authorization server metadata",
    names: &[
        "acr_values_supported",
        "authorization_details_types_supported",
        "authorization_encryption_alg_values_supported",
        "authorization_encryption_enc_values_supported",
        "authorization_endpoint",
        "authorization_response_iss_parameter_supported",
        "authorization_signing_alg_values_supported",
        "backchannel_authentication_endpoint",
        "backchannel_authentication_request_signing_alg_values_supported",
        "backchannel_logout_session_supported",
        "backchannel_logout_supported",
        "backchannel_token_delivery_modes_supported",
        "backchannel_user_code_parameter_supported",
        "check_session_iframe",
        "claim_types_supported",
        "claims_locales_supported",
        "claims_parameter_supported",
        "claims_supported",
        "client_id_metadata_document_supported",
        "code_challenge_methods_supported",
        "device_authorization_endpoint",
        "display_values_supported",
        "dpop_signing_alg_values_supported",
        "end_session_endpoint",
        "frontchannel_logout_session_supported",
        "frontchannel_logout_supported",
        "grant_types_supported",
        "id_token_encryption_alg_values_supported",
        "id_token_encryption_enc_values_supported",
        "id_token_signing_alg_values_supported",
        "introspection_encryption_alg_values_supported",
        "introspection_encryption_enc_values_supported",
        "introspection_endpoint",
        "introspection_endpoint_auth_methods_supported",
        "introspection_endpoint_auth_signing_alg_values_supported",
        "introspection_signing_alg_values_supported",
        "issuer",
        "jwks_uri",
        "mtls_endpoint_aliases",
        "nfv_token_encryption_alg_values_supported",
        "nfv_token_encryption_enc_values_supported",
        "nfv_token_signing_alg_values_supported",
        "op_policy_uri",
        "op_tos_uri",
        "protected_resources",
        "pushed_authorization_request_endpoint",
        "registration_endpoint",
        "request_object_encryption_alg_values_supported",
        "request_object_encryption_enc_values_supported",
        "request_object_signing_alg_values_supported",
        "request_parameter_supported",
        "request_uri_parameter_supported",
        "require_pushed_authorization_requests",
        "require_request_uri_registration",
        "require_signed_request_object",
        "response_modes_supported",
        "response_types_supported",
        "revocation_endpoint",
        "revocation_endpoint_auth_methods_supported",
        "revocation_endpoint_auth_signing_alg_values_supported",
        "scopes_supported",
        "service_documentation",
        "signed_metadata",
        "subject_types_supported",
        "tls_client_certificate_bound_access_tokens",
        "token_endpoint",
        "token_endpoint_auth_methods_supported",
        "token_endpoint_auth_signing_alg_values_supported",
        "ui_locales_supported",
        "userinfo_encryption_alg_values_supported",
        "userinfo_encryption_enc_values_supported",
        "userinfo_endpoint",
        "userinfo_signing_alg_values_supported",
    ],
    other: &RESOURCE,
};

impl Registered {
    /// Whether a member, or its variant in a language, is registered for this kind.
    pub(crate) fn has(&self, name: &str) -> bool {
        let (base, _) = name.split_once('#').unwrap_or((name, ""));
        self.names.binary_search(&base).is_ok()
    }

    /// Refuses an object that is no document at all, and one of the other kind: one without any member of this kind
    /// alone, but with some of the other kind alone.
    pub(crate) fn check_kind(&self, members: &Members) -> Result<(), Error> {
        let mut foreign = None;
        let mut is_document = false;
        for name in members.names() {
            match (self.has(&name), self.other.has(&name)) {
                (true, false) => return Ok(()),
                (true, true) => is_document = true,
                (false, true) => drop(foreign.get_or_insert(name)),
                (false, false) => {}
            }
        }
        match foreign {
            Some(name) => {
                let message = format!(
                    "{} was expected, and this looks like {}: it has the member {}",
                    self.kind,
                    self.other.kind,
                    quoted(&name)
                );
                Err(Error::new(ErrorKind::InvalidMetadata, message))
            }
            None if is_document => Ok(()),
            None => Err(self.no_document(members)),
        }
    }

    fn no_document(&self, members: &Members) -> Error {
        let names: Vec<String> = members.names().take(4).map(|name| quoted(&name)).collect();
        let found = if names.is_empty() { "it is empty".to_owned() } else { format!("it has {}", names.join(", ")) };
        let message = format!("a JSON object without any member of {} is no such document: {found}", self.kind);
        Error::new(ErrorKind::InvalidMetadata, message).meaning_absent()
    }
}

/// What members that were null, and are taken as absent, deserve.
pub(crate) fn check_nulls(nulls: &[String], strict: bool, url: &str) -> Result<Option<Warning>, Error> {
    let Some(first) = nulls.first() else { return Ok(None) };
    let shown: Vec<String> = nulls.iter().take(8).map(|name| JsonPath::top(name).to_string()).collect();
    if strict {
        let message = format!("{} must not be null: a member without a value is left out", JsonPath::top(first));
        return Err(Error::new(ErrorKind::InvalidMetadata, message));
    }
    let message = format!("null is no value, and is taken as absent: {}", shown.join(", "));
    Ok(Some(Warning::new(WarningKind::MemberNull, message, url)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AuthorizationServerMetadata, ResourceMetadata};

    #[test]
    fn names_are_in_order_and_hold_all_that_have_an_accessor() {
        for (registered, members) in
            [(&RESOURCE, ResourceMetadata::MEMBERS), (&SERVER, AuthorizationServerMetadata::MEMBERS)]
        {
            assert!(registered.names.is_sorted(), "{}", registered.kind);
            for member in members {
                assert!(registered.has(member), "{member}");
            }
        }
        assert!(RESOURCE.has("resource_name#fr") && !RESOURCE.has("issuer") && !SERVER.has("resource"));
    }
}
