//! Prints an access token for the resource in the first argument, as the client in the second, with the secret in the third.
use oauth2::basic::BasicClient;
use oauth2::{ClientId, ClientSecret, Scope, TokenResponse, TokenUrl};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let [resource, client_id, secret] = <[String; 3]>::try_from(std::env::args().skip(1).collect::<Vec<_>>())
        .map_err(|_| "expected three arguments")?;
    let found = telnyx_oauth::blocking::discover(resource.as_str(), None)?;
    let parameters = found.authorization_parameters(None)?;
    let token_endpoint = parameters.token_endpoint().ok_or("the server has no token endpoint")?;

    let http = oauth2::ureq::AgentBuilder::new().redirects(0).build();
    let scopes = parameters.scope().unwrap_or_default().iter().cloned().map(Scope::new);
    let token = BasicClient::new(ClientId::new(client_id))
        .set_client_secret(ClientSecret::new(secret))
        .set_token_uri(TokenUrl::new(token_endpoint.to_owned())?)
        .exchange_client_credentials()
        .add_scopes(scopes)
        .add_extra_param("resource", parameters.resource())
        .request(&http)?;
    println!("{}", token.access_token().secret());
    Ok(())
}
