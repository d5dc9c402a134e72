use crate::protocol::errors::vocabulary;

vocabulary! {
    /// How a discovery found the resource's document, or the reason why it needed none.
    Via {
        /// A challenge of the resource named the document's URL
        /// ([RFC 9728 section 5.1](https://www.rfc-editor.org/rfc/rfc9728#section-5.1)).
        Challenge = "challenge",
        /// The document was at the resource's own well-known URL
        /// ([RFC 9728 section 3.1](https://www.rfc-editor.org/rfc/rfc9728#section-3.1)).
        WellKnown = "well_known",
        /// The document was at the well-known URL of the resource's origin.
        Root = "root",
        /// There is no document; the authorization server is the caller's choice.
        Issuer = "issuer",
        /// There is no document; the resource's origin is the authorization server
        /// ([`Rules::legacy_origin`](crate::Rules::legacy_origin)).
        LegacyOrigin = "legacy_origin",
    }
}
