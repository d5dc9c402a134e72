# shellcheck shell=bash
# tools/sandbox.sh, for scripts to source: functions that start and stop the sandbox, and that clear the environment.

# Removes the environment variables that clients read.
clear_environment() {
  unset {HTTP,HTTPS,ALL,NO}_PROXY {http,https,all,no}_proxy SSL_CERT_FILE SSL_CERT_DIR TELNYX_BASE_URL TELNYX_API_KEY
}

# start_sandbox COMMAND [OPTION...]: runs `COMMAND sandbox` until stop_sandbox. Sets sandbox_http, sandbox_https and
# sandbox_ca_file. The sandbox accepts connections when this function returns.
start_sandbox() {
  local log addresses
  log=$(mktemp)
  exec {sandbox_output}< <(exec "$1" sandbox --json "${@:2}" 2>"$log")
  sandbox_pid=$!
  if ! read -r addresses <&"$sandbox_output"; then
    echo "the sandbox did not start: $(cat "$log")" >&2
    rm "$log"
    return 1
  fi
  rm "$log"
  sandbox_http=$(_sandbox_member http)
  sandbox_https=$(_sandbox_member https)
  sandbox_ca_file=$(_sandbox_member ca_file)
}

_sandbox_member() {
  sed -nE "s/.*\"$1\": *\"([^\"]*)\".*/\1/p" <<<"$addresses"
}

# Stops the sandbox, if it is running.
stop_sandbox() {
  [ -z "${sandbox_pid:-}" ] || kill "$sandbox_pid" 2>/dev/null || true
  [ -z "${sandbox_pid:-}" ] || wait "$sandbox_pid" 2>/dev/null || true
}
