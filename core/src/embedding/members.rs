use crate::protocol::documents;

/// The names of the members that [`ResourceMetadata`](crate::ResourceMetadata) has accessors for, in serialisation order.
pub fn resource_members() -> impl ExactSizeIterator<Item = &'static str> + Clone {
    documents::RESOURCE.names()
}

/// The names of the members that [`AuthorizationServerMetadata`](crate::AuthorizationServerMetadata) has accessors for, in
/// serialisation order.
pub fn authorization_server_members() -> impl ExactSizeIterator<Item = &'static str> + Clone {
    documents::SERVER.names()
}
