//! The parameters of the authorization and token requests that follow a discovery.

mod client_registration;
mod parameters;
mod response_issuer;
mod scope;
mod server_choice;

pub use client_registration::ClientRegistration;
pub use parameters::AuthorizationParameters;
pub use response_issuer::verify_issuer;
pub use scope::scope_after;
pub use server_choice::choose_server;
