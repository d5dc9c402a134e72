// Tests the authorization parameters by the vectors. More arguments: the vectors for a sandbox, as JSON.
#include "check.hpp"

#include <cjson/cJSON.h>
#include <fstream>
#include <iterator>

namespace {

using json = std::unique_ptr<cJSON, decltype(&cJSON_Delete)>;
using texts = std::vector<std::string>;

const char *text(const cJSON *object, const char *member) {
  return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, member));
}

texts list(const cJSON *array) {
  texts found;
  const cJSON *each = nullptr;
  cJSON_ArrayForEach(each, array) found.emplace_back(cJSON_GetStringValue(each));
  return found;
}

template <class Found>
bool same(const Found &found, const cJSON *expected) {
  return expected == nullptr || texts(found.begin(), found.end()) == list(expected);
}

bool same(std::optional<std::string_view> found, const cJSON *expected) {
  if (expected == nullptr || cJSON_IsNull(expected)) return expected == nullptr || !found;
  return found == cJSON_GetStringValue(expected);
}

bool same(std::string_view found, const cJSON *expected) { return same(std::optional<std::string_view>(found), expected); }

bool same(bool found, const cJSON *expected) { return expected == nullptr || (cJSON_IsTrue(expected) != 0) == found; }

void run(const telnyx_oauth::client &client, const cJSON *vector) {
  const cJSON *expected = cJSON_GetObjectItem(vector, "expect");
  const auto expect = [&](const char *member) { return cJSON_GetObjectItem(expected, member); };
  const auto found = client.discover(text(vector, "requested"), list(cJSON_GetObjectItem(vector, "www_authenticate")));
  const auto result = found.try_authorization_parameters(text(vector, "issuer"));
  if (const char *kind = text(expected, "error")) {
    CHECK(!result && to_string(result.error().kind()) == kind);
    return;
  }
  CHECK(result);
  const auto &parameters = *result;
  std::vector<std::string_view> ways;
  for (const auto way : parameters.client_registration()) ways.push_back(to_string(way));
  CHECK(same(parameters.issuer(), expect("issuer")));
  CHECK(same(parameters.authorization_endpoint(), expect("authorization_endpoint")));
  CHECK(same(parameters.token_endpoint(), expect("token_endpoint")));
  CHECK(same(parameters.pushed_authorization_request_endpoint(), expect("pushed_authorization_request_endpoint")));
  CHECK(same(parameters.resource(), expect("resource")));
  CHECK(same(parameters.scope(), expect("scope")));
  CHECK(same(parameters.offline_access_supported(), expect("offline_access_supported")));
  CHECK(same(parameters.code_challenge_method(), expect("code_challenge_method")));
  CHECK(same(ways, expect("client_registration")));
  CHECK(same(parameters.token_endpoint_auth_methods(), expect("token_endpoint_auth_methods")));
  CHECK(same(parameters.requires_pushed_authorization(), expect("requires_pushed_authorization")));
  CHECK(same(parameters.dpop_required(), expect("dpop_required")));
  CHECK(same(parameters.mtls_supported(), expect("mtls_supported")));
  CHECK(contains(found.to_json(), parameters.to_json()) || text(vector, "issuer") != nullptr);
  if (const cJSON *after = expect("scope_after")) {
    const auto previous = list(cJSON_GetObjectItem(vector, "previous"));
    CHECK(same(parameters.scope_after(previous, list(cJSON_GetObjectItem(vector, "then"))), after));
  }
  if (const cJSON *verified = expect("verify_issuer")) {
    const auto error = parameters.try_verify_issuer(text(vector, "iss"));
    CHECK(error ? text(expected, "verify_issuer") == to_string(error->kind()) : cJSON_IsNull(verified));
  }
}

void throws(const telnyx_oauth::client &client) {
  const auto parameters = client.discover(http + "/plain/rs/mcp").authorization_parameters();
  CHECK(parameters.sends_authorization_response_iss() == false);
  parameters.verify_issuer(http + "/plain/as");
  parameters.verify_issuer(nullptr);
  bool thrown = false;
  try {
    parameters.verify_issuer("https://evil.example");
  } catch (const telnyx_oauth::error &error) {
    thrown = error.kind() == telnyx_oauth::error_kind::issuer_mismatch;
    CHECK(contains(error.message(), "do not show its error_description"));
  }
  CHECK(thrown);
}

}  // namespace

int main(int argc, char **argv) {
  CHECK(argc == 5);
  begin(4, argv);
  const telnyx_oauth::client client(sandbox_options());
  const json whole(cJSON_Parse(argv[4]), cJSON_Delete);
  const cJSON *cases = cJSON_GetObjectItem(whole.get(), "cases");
  CHECK(cJSON_GetArraySize(cases) > 30);
  const cJSON *vector = nullptr;
  cJSON_ArrayForEach(vector, cases) run(client, vector);
  throws(client);
}
