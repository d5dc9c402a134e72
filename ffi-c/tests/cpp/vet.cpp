// Tests of the addresses of endpoints.
#include "check.hpp"

namespace {

using addresses = std::vector<std::string>;
using telnyx_oauth::call;
using telnyx_oauth::client;
using telnyx_oauth::error_kind;
using telnyx_oauth::options;

const std::string public_document = "https://as.example/metadata";
const std::string loopback_document = "https://127.0.0.1/metadata";

// Options for a client that knows the public address of as.example.
options public_options() {
  options options = sandbox_options();
  options.add_resolve("as.example", 443, "1.1.1.1");
  return options;
}

error_kind refusal(const client &client, const std::string &url, const std::string &from, const call &call = {}) {
  const auto found = client.try_vet(url, from, call);
  return found ? error_kind() : found.error().kind();
}

void an_endpoint_has_the_allowed_addresses() {
  const auto options = public_options();
  const client client(options);
  CHECK(client.vet("https://8.8.8.8/token", public_document) == addresses{"8.8.8.8"});
  CHECK(telnyx_oauth::vet("https://as.example/token", public_document, options) == addresses{"1.1.1.1"});
  CHECK(client.vet("https://localhost/token", loopback_document) == (addresses{"127.0.0.1", "::1"}));
  CHECK(*client.try_vet(http + "/token", http, call().timeout(std::chrono::seconds(20))) == addresses{"127.0.0.1"});
  const auto found = client.discover(http);
  const auto server = found.authorization_servers()[0];
  CHECK(client.vet(*server.metadata()->token_endpoint(), *server.metadata_url()) == addresses{"127.0.0.1"});
}

void an_endpoint_with_a_less_public_address_is_blocked() {
  const client client(public_options());
  for (const auto *url : {"https://127.0.0.1/token", "https://localhost/token", "https://10.0.0.1/token"}) {
    CHECK(refusal(client, url, public_document) == error_kind::blocked_address);
  }
  CHECK(refusal(client, "https://169.254.169.254/token", loopback_document) == error_kind::blocked_address);
  try {
    telnyx_oauth::vet("https://10.0.0.1/token", public_document, public_options());
    CHECK(false);
  } catch (const telnyx_oauth::error &error) {
    CHECK(error.kind() == error_kind::blocked_address && error.url() == "https://10.0.0.1/token");
  }
}

void an_insecure_or_invalid_url_is_refused() {
  const client client(public_options());
  CHECK(refusal(client, "http://as.example/token", public_document) == error_kind::insecure_url);
  CHECK(refusal(client, "/token", public_document) == error_kind::invalid_argument);
  CHECK(refusal(client, "https://as.example/token", "metadata") == error_kind::invalid_argument);
  CHECK(refusal(client, {}, public_document) == error_kind::invalid_argument);
  // C would read only the part before the NUL, and use a different host.
  const std::string cut("https://1.1.1.1\0.example/token", 30);
  CHECK(refusal(client, cut, public_document) == error_kind::invalid_argument);
  CHECK(refusal(client, "https://as.example/\xff", public_document) == error_kind::invalid_argument);
}

void a_proxy_makes_vetting_impossible() {
  auto options = public_options();
  options.proxy("http://127.0.0.1:9");
  CHECK(refusal(client(options), "https://8.8.8.8/token", public_document) == error_kind::invalid_argument);
}

void a_call_obeys_its_settings() {
  const client client(sandbox_options());
  CHECK(refusal(client, http, http, call().timeout(std::chrono::milliseconds(0))) == error_kind::invalid_argument);
  const telnyx_oauth::cancel_token token;
  token.cancel();
  CHECK(refusal(client, http, http, call().cancel_token(token)) == error_kind::cancelled);
  CHECK(client.vet(http, http, call().issuer("no issuer")) == addresses{"127.0.0.1"});
}

}  // namespace

int main(int argc, char **argv) {
  begin(argc, argv);
  an_endpoint_has_the_allowed_addresses();
  an_endpoint_with_a_less_public_address_is_blocked();
  an_insecure_or_invalid_url_is_refused();
  a_proxy_makes_vetting_impossible();
  a_call_obeys_its_settings();
}
