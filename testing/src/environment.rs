use std::process::Command;

const VARIABLES: &str =
    "HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY SSL_CERT_FILE SSL_CERT_DIR TELNYX_BASE_URL TELNYX_API_KEY";

/// Removes the variables that clients read from a command's environment.
pub fn clear(command: &mut Command) -> &mut Command {
    for name in VARIABLES.split(' ') {
        command.env_remove(name).env_remove(name.to_ascii_lowercase());
    }
    command
}
