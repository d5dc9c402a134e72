// Tests of discoveries and challenges.
#include "check.hpp"

namespace {

using telnyx_oauth::error_kind;
using telnyx_oauth::outcome;
using telnyx_oauth::purpose;

const std::string metadata_path = "/.well-known/oauth-protected-resource/api";

void a_discovery_requests_the_challenge() {
  const std::string resource = http + "/api";
  const auto found = telnyx_oauth::discover(resource, {}, sandbox_options());
  CHECK(found.resource() == resource && found.resource_metadata_url() == http + metadata_path);
  CHECK(found.resource_metadata()->resource() == resource);
  CHECK(contains(found.to_json(), "\"attempts\":["));

  const auto challenge = found.challenge();
  CHECK(challenge && challenge->scheme() == "bearer" && !challenge->token68());
  CHECK(challenge->param("REALM") == "api" && !challenge->param("error"));
  CHECK(challenge->resource_metadata() == http + metadata_path);
  CHECK(challenge->has_scope() && (challenge->scope() == std::vector<std::string_view>{"read", "write"}));
  const auto params = challenge->params();
  CHECK(params.size() == 3 && params[0].first == "realm" && params[0].second == "api");

  const auto servers = found.authorization_servers();
  CHECK(servers.size() == 2);
  CHECK(servers[0].issuer() == http + "/none" && !servers[0].metadata() && !servers[0].metadata_url());
  CHECK(servers[0].error() && servers[0].error()->kind() == error_kind::not_found);
  CHECK(servers[0].attempts().size() == 3 && servers[0].attempts()[2].status() == 404);
  CHECK(servers[1].issuer() == http && !servers[1].error());
  CHECK(servers[1].metadata() && servers[1].metadata()->issuer() == http);
  CHECK(servers[1].metadata_url() == http + "/.well-known/oauth-authorization-server");
  CHECK(found.authorization_server() && *found.authorization_server() == *servers[1].metadata());
  CHECK(found.require_authorization_server() == *found.authorization_server());
  CHECK(found.supports_pkce_s256() && found.warnings().size() == 1);
  CHECK(found.warnings()[0].kind() == telnyx_oauth::warning_kind::authorization_server_unusable);

  const auto attempts = found.attempts();
  CHECK(attempts[0].method() == "GET" && attempts[0].final_url() && !attempts[0].reason().empty());
  bool has_probed = false;
  for (const auto attempt : found.attempts()) has_probed |= attempt.purpose() == purpose::probe && attempt.url() == resource;
  CHECK(has_probed && found.attempts().size() == 6);
}

void a_discovery_uses_the_callers_challenge() {
  const telnyx_oauth::client client(sandbox_options());
  const std::string challenge = "Bearer resource_metadata=\"" + http + metadata_path + '"';
  for (const auto &found : {client.discover(http + "/api", challenge), client.discover(http + "/api", {"Basic", challenge})}) {
    CHECK(found.challenge() && !found.challenge()->has_scope() && found.challenge()->scope().empty());
    CHECK(found.attempts()[0].purpose() == purpose::resource_metadata);
  }
  // Without information about challenges, the call probes. With an empty list, it does not.
  const auto probed = client.discover(http);
  CHECK(!probed.challenge() && probed.attempts()[0].purpose() == purpose::probe);
  const auto unknown = client.discover(http, std::nullopt);
  CHECK(unknown.attempts()[0].purpose() == purpose::probe);
  const auto without = client.discover(http, std::vector<std::string>());
  CHECK(!without.challenge() && without.attempts()[0].purpose() == purpose::resource_metadata);
  CHECK(without.attempts()[0].outcome() == outcome::ok && to_string(without.attempts()[0].outcome()) == "ok");
}

void a_discovery_uses_the_callers_server() {
  const telnyx_oauth::client client(sandbox_options());
  const std::string tenant = http + "/tenant";
  telnyx_oauth::call call;
  call.issuer(tenant);
  const auto unlisted = client.discover(http, {}, call);
  const auto parameters = unlisted.authorization_parameters();
  CHECK(unlisted.via() == "well_known" && unlisted.authorization_servers().size() == 2);
  CHECK(unlisted.authorization_server()->issuer() == tenant && parameters.issuer() == tenant);
  const auto alone = client.discover(http + "/api", "Bearer resource_metadata=\"" + http + "/none\"", call);
  CHECK(alone.via() == "issuer" && !alone.resource_metadata() && alone.authorization_server()->issuer() == tenant);

  const auto kind = [&](const std::string &issuer) {
    return client.try_discover(http, {}, telnyx_oauth::call().issuer(issuer)).error().kind();
  };
  CHECK(kind(http + "/none") == error_kind::not_found && kind(http + "/other") == error_kind::issuer_mismatch);
  CHECK(kind("as.example") == error_kind::invalid_argument && kind("http://as.example") == error_kind::insecure_url);
  CHECK(kind(std::string("https://a.example\0.b.example", 28)) == error_kind::invalid_argument);
}

// Clones outlive the discovery, and so does a moved discovery.
void clones_outlive_the_discovery() {
  auto found = std::make_unique<telnyx_oauth::discovery>(telnyx_oauth::discover(http + "/api", {}, sandbox_options()));
  const auto resource = found->resource_metadata()->clone();
  const auto server = found->authorization_server()->clone();
  const auto moved = std::move(*found);
  const auto view = moved.authorization_server();
  found.reset();
  CHECK(resource.resource() == http + "/api" && resource == *moved.resource_metadata());
  CHECK(server.issuer() == http && server == *view);
}

void challenges_are_parsed() {
  const auto read = telnyx_oauth::parse_challenges({"Negotiate dG9rZW4=, Bearer realm=\"a\"", "DPoP algs=\"ES256\""});
  CHECK(read.size() == 3 && !read.empty() && read[0].token68() == "dG9rZW4=" && !read[1].token68());
  std::string schemes;
  for (const auto &challenge : read) schemes += challenge.scheme();
  CHECK(schemes == "negotiatebearerdpop" && read[2].param("algs") == "ES256" && !read[2].resource_metadata());
  CHECK(telnyx_oauth::parse_challenges(std::nullopt).empty() && telnyx_oauth::parse_challenges("").empty());
  CHECK(telnyx_oauth::parse_challenges(std::vector<std::string>{"Basic", "Bearer"}).size() == 2);
}

}  // namespace

int main(int argc, char **argv) {
  begin(argc, argv);
  a_discovery_requests_the_challenge();
  a_discovery_uses_the_callers_challenge();
  a_discovery_uses_the_callers_server();
  clones_outlive_the_discovery();
  challenges_are_parsed();
}
