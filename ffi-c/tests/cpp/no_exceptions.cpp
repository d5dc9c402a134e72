// Tests of the calls that return results. cpp_programs.rs compiles this program with -fno-exceptions -fno-rtti.
#include "check.hpp"

namespace {

using telnyx_oauth::client;
using telnyx_oauth::error_kind;

void calls_without_a_client_return_results() {
  const auto options = sandbox_options();
  const auto metadata = telnyx_oauth::try_fetch_resource_metadata(https, options);
  CHECK(metadata && metadata->authorization_servers()[0] == https);
  const auto server = telnyx_oauth::try_fetch_authorization_server_metadata(https, options);
  CHECK(server && server->issuer() == https);
  const auto found = telnyx_oauth::try_discover(https + "/v2/mcp", {}, options);
  CHECK(found && found->authorization_server()->issuer() == https);
  const auto addresses = telnyx_oauth::try_vet(https, https, options);
  CHECK(addresses && addresses->size() == 1);
}

void calls_with_a_client_return_results() {
  auto made = client::try_make(sandbox_options());
  CHECK(made);
  const client client = std::move(made).value();
  const auto metadata = client.try_fetch_resource_metadata(https);
  CHECK(metadata && metadata.value().resource() == https);
  CHECK(client.try_fetch_authorization_server_metadata(https));
  CHECK(client.try_discover(https + "/v2/mcp"));
  CHECK(client.try_vet(https, https));
}

void pure_functions_return_results() {
  const auto url = telnyx_oauth::try_resource_metadata_url("https://a.example");
  CHECK(url && *url == "https://a.example/.well-known/oauth-protected-resource");
  const auto urls = telnyx_oauth::try_authorization_server_metadata_urls("https://a.example");
  CHECK(urls && urls->size() == 2);
  const auto challenges = telnyx_oauth::try_parse_challenges("Bearer");
  CHECK(challenges && (*challenges)[0].scheme() == "bearer");
  telnyx_oauth::response response(200, "{\"resource\": \"https://a.example\"}");
  response.content_type("application/json");
  CHECK(telnyx_oauth::resource_metadata::try_from_response("https://a.example", response));
  CHECK(!telnyx_oauth::authorization_server_metadata::try_from_response("https://a.example", response));
}

void a_plan_returns_results() {
  auto made = telnyx_oauth::discovery_plan::try_make("https://a.example", "Basic");
  CHECK(made && !telnyx_oauth::discovery_plan::try_make("a.example"));
  auto plan = std::move(made).value();
  CHECK(!plan.try_finish());
  telnyx_oauth::response response(200, "{\"resource\": \"https://a.example\"}");
  for (const auto request : plan.requests())
    CHECK(!plan.try_respond(request.id(), response.content_type("application/json")));
  CHECK(plan.try_respond(7, response)->kind() == error_kind::invalid_argument);
  CHECK(plan.try_fail(7, error_kind::tls, "the reason")->kind() == error_kind::invalid_argument);
  const auto found = plan.try_finish();
  CHECK(found && found->resource() == "https://a.example");
}

void errors_are_returned() {
  const auto metadata = telnyx_oauth::try_fetch_resource_metadata(http + "/busy", sandbox_options());
  CHECK(!metadata);
  const telnyx_oauth::error error = metadata.error();
  CHECK(error.kind() == error_kind::http_status && error.http_status() == 503);
  CHECK(error.retry_after() == std::chrono::seconds(7) && error.what() == error.message());
  CHECK(!client::try_make(telnyx_oauth::options().max_redirects(11)));
}

}  // namespace

int main(int argc, char **argv) {
  begin(argc, argv);
  calls_without_a_client_return_results();
  calls_with_a_client_return_results();
  pure_functions_return_results();
  a_plan_returns_results();
  errors_are_returned();
}
