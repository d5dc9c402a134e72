// Tests of discovery plans. The program itself makes the responses.
#include "check.hpp"

#include <map>

namespace {

using telnyx_oauth::discovery_plan;
using telnyx_oauth::error_kind;
using telnyx_oauth::planned_request;
using telnyx_oauth::purpose;
using telnyx_oauth::response;

const std::string resource = "https://rs.example/mcp", named = "https://rs.example/meta", issuer = "https://as.example";
const std::string challenge = "Bearer scope=\"a\", resource_metadata=\"" + named + "\"";
const std::string document = R"({"resource": "https://rs.example/mcp", "authorization_servers": ["https://as.example"]})";

std::string header(planned_request request, std::string_view wanted) {
  for (const auto &[name, value] : request.headers())
    if (name == wanted) return std::string(value);
  return "";
}

// Returns the kind of the error that a call throws.
template <class Call>
error_kind thrown(Call call) {
  try {
    call();
  } catch (const telnyx_oauth::error &error) {
    return error.kind();
  }
  return error_kind();
}

response answer(planned_request request) {
  const std::map<std::string, std::string, std::less<>> documents = {
      {named, document},
      {issuer + "/.well-known/oauth-authorization-server", R"({"issuer": "https://as.example"})"},
  };
  if (request.purpose() == purpose::probe) {
    response challenged(401, "");
    challenged.www_authenticate({"Basic", challenge});
    return challenged;
  }
  const auto found = documents.find(request.url());
  if (found == documents.end()) return response(404, "");
  response good(200, found->second);
  good.content_type("application/json").url(request.url()).received_at(std::chrono::system_clock::now());
  return good;
}

void a_plan_makes_a_discovery_from_responses() {
  discovery_plan plan(resource);
  std::vector<std::string> named_by;
  while (!plan.is_finished()) {
    for (const auto request : plan.requests()) {
      CHECK(request.method() == "GET" && !request.body());
      CHECK(request.revalidate() == (request.url() == named));
      if (request.named_by()) named_by.emplace_back(*request.named_by());
      plan.respond(request.id(), answer(request));
    }
  }
  CHECK((named_by == std::vector<std::string>{resource, named}));
  const auto found = plan.finish();
  CHECK(found.via() == "challenge" && found.resource_metadata_url() == named);
  CHECK(found.challenges().size() == 2 && found.authorization_server()->issuer() == issuer);
  CHECK(thrown([&] { plan.finish(); }) == error_kind::invalid_argument);
  CHECK(plan.is_finished() && plan.requests().empty());
}

void an_mcp_session_is_opened_and_closed() {
  discovery_plan plan(resource, {}, {}, telnyx_oauth::options().probe("mcp"));
  const auto first = plan.requests();
  CHECK(first.size() == 2 && first[0].method() == "POST" && first[0].url() == resource);
  CHECK(contains(*first[0].body(), "server/discover") && header(first[0], "content-type") == "application/json");
  response older(400, "");
  older.www_authenticate(std::vector<std::string>());
  plan.respond(first[0].id(), older);
  const auto second = plan.requests();
  CHECK(second.size() == 1 && contains(*second[0].body(), "initialize"));
  response opened(200, "");
  opened.www_authenticate(std::vector<std::string>()).mcp_session_id("abc-1").mcp_protocol_version("2025-11-25");
  plan.respond(second[0].id(), opened);
  bool closes = false;
  for (const auto request : plan.requests())
    closes = closes || (request.method() == "DELETE" && header(request, "mcp-session-id") == "abc-1");
  CHECK(closes);
}

void the_caller_chooses_the_server() {
  discovery_plan plan(resource, "Basic", issuer);
  while (!plan.is_finished())
    for (const auto request : plan.requests()) plan.respond(request.id(), answer(request));
  const auto found = plan.finish();
  CHECK(found.via() == "issuer");
  CHECK(thrown([] { discovery_plan(resource, {}, "http://as.example"); }) == error_kind::insecure_url);
}

void failures_and_wrong_arguments_are_errors() {
  CHECK(thrown([] { discovery_plan("rs.example"); }) == error_kind::invalid_argument);
  discovery_plan plan(resource, "Basic");
  CHECK(thrown([&] { plan.respond(0, response(404, "")); }) == error_kind::invalid_argument);
  CHECK(plan.requests().size() == 1);
  CHECK(thrown([&] { plan.fail(0, error_kind(), "the reason"); }) == error_kind::invalid_argument);
  CHECK(thrown([&] { plan.finish(); }) == error_kind::invalid_argument && !plan.is_finished());
  plan.fail(0, error_kind::tls, "the reason");
  const auto failed = plan.try_finish();
  CHECK(!failed && failed.error().kind() == error_kind::tls && contains(failed.error().what(), "the reason"));

  // Without its WWW-Authenticate, the response to a probe is refused.
  discovery_plan probing(resource);
  CHECK(probing.requests()[0].purpose() == purpose::probe);
  CHECK(thrown([&] { probing.respond(0, response(404, "")); }) == error_kind::invalid_argument);
}

void a_moved_plan_continues() {
  discovery_plan plan(resource, challenge);
  const auto requests = plan.requests();
  discovery_plan moved = std::move(plan);
  CHECK(requests[0].url() == named);
  moved.respond(requests[0].id(), answer(requests[0]));
  CHECK(moved.requests()[0].named_by() == named);
}

}  // namespace

int main(int argc, char **argv) {
  begin(argc, argv);
  a_plan_makes_a_discovery_from_responses();
  an_mcp_session_is_opened_and_closed();
  the_caller_chooses_the_server();
  failures_and_wrong_arguments_are_errors();
  a_moved_plan_continues();
}
