// Tests every accessor of both documents, with a full document and with a minimal one.
#include "check.hpp"

#include "../c/members.h"

namespace {

using telnyx_oauth::authorization_server_metadata;
using telnyx_oauth::resource_metadata;
using telnyx_oauth::response;

// The value of each member contains the name of the member.
const std::string base = "https://api.example/";

struct body {
  std::string json = "{";

  void add(const std::string &name, const std::string &value) {
    json += (json.size() == 1 ? "\"" : ", \"") + name + "\": " + value;
  }
  void text(const std::string &name) { add(name, '"' + base + name + '"'); }
  void list(const std::string &name) { add(name, "[\"" + base + name + "/1\", \"" + base + name + "/2\"]"); }
  void boolean(const std::string &name) { add(name, "true"); }
  void object(const std::string &name) { add(name, "{\"x\":\"" + base + name + "\"}"); }
  response full() const { return ok(json + "}"); }

  static response ok(const std::string &json) {
    response response(200, json);
    response.content_type("application/json");
    return response;
  }
};

#define ADD_TEXT(noun, member, name_) body.text(name_);
#define ADD_LIST(noun, member, name_) body.list(name_);
#define ADD_BOOLEAN(noun, member, name_) body.boolean(name_);
#define ADD_OBJECT(noun, member, name_) body.object(name_);
#define ADD_ALL(NOUN)                                                                                  \
  NOUN##_IDENTIFIERS(ADD_TEXT) NOUN##_TEXTS(ADD_TEXT) NOUN##_LISTS(ADD_LIST)                           \
  NOUN##_BOOLEANS(ADD_BOOLEAN) NOUN##_ENDPOINTS(ADD_OBJECT) NOUN##_OBJECTS(ADD_OBJECT)

#define CHECK_TEXT(noun, member, name_)                                                                \
  CHECK(full.member() == base + name_ && full.string(name_) == full.member());                         \
  CHECK(!empty.member() && !empty.string(name_));
#define CHECK_LIST(noun, member, name_)                                                                \
  CHECK(full.has_##member() && full.member().size() == 2 && full.member()[0] == base + name_ "/1");    \
  CHECK(full.member()[1] == base + name_ "/2" && full.list(name_) == full.member());                   \
  CHECK(!empty.has_##member() && empty.member().empty() && empty.list(name_).empty());
#define CHECK_BOOLEAN(noun, member, name_)                                                             \
  CHECK(full.has_##member() && full.member() && full.boolean(name_) == true);                          \
  CHECK(!empty.has_##member() && !empty.member() && !empty.boolean(name_));
#define CHECK_ENDPOINTS(noun, member, name_)                                                           \
  CHECK(full.has_##member() && full.member().size() == 1 && full.member()[0].first == "x");            \
  CHECK(full.member()[0].second == base + name_ && full.member("x") == base + name_);                  \
  CHECK(!empty.has_##member() && empty.member().empty() && !empty.member("x") && !full.member("y"));
#define CHECK_OBJECT(noun, member, name_)                                                              \
  CHECK(full.member() == "{\"x\":\"" + base + name_ "\"}" && full.json(name_) == full.member());       \
  CHECK(!empty.member() && !empty.json(name_));
#define CHECK_ALL(NOUN)                                                                                \
  NOUN##_TEXTS(CHECK_TEXT) NOUN##_LISTS(CHECK_LIST) NOUN##_BOOLEANS(CHECK_BOOLEAN)                     \
  NOUN##_ENDPOINTS(CHECK_ENDPOINTS) NOUN##_OBJECTS(CHECK_OBJECT)

void resource_documents_are_read() {
  const std::string resource = base + "resource";
  body body;
  ADD_ALL(RESOURCE_METADATA)
  body.add("resource_name#fr-CA", "\"Nom\"");
  body.add("resource_documentation#fr", "\"Documentation\"");
  body.add("resource_policy_uri#fr", "\"Politique\"");
  body.add("resource_tos_uri#fr", "\"Conditions\"");
  body.add("unknown", "[1]");
  const auto full = resource_metadata::from_response(resource, body.full());
  const std::string least = "{\"resource\":\"" + base + "\"}";
  const auto empty = resource_metadata::from_response(base, body::ok(least));
  const auto nameless = resource_metadata::from_response(base, body::ok("{\"scopes_supported\":[]}"));

  CHECK(full.resource() == resource && empty.resource() == base && !nameless.resource());
  CHECK_ALL(RESOURCE_METADATA)

  CHECK(full.resource_name_for("FR-ca") == "Nom" && full.resource_name_for("de") == full.resource_name());
  CHECK(full.resource_name_for({}) == full.resource_name() && !empty.resource_name_for("fr"));
  CHECK(full.resource_documentation_for("fr-FR") == "Documentation");
  CHECK(full.resource_policy_uri_for(std::string("fr")) == "Politique");
  CHECK(full.resource_tos_uri_for(std::string_view("fr")) == "Conditions");
  CHECK(full.variants().size() == 4 && empty.variants().empty());
  bool has_variant = false;
  for (const auto &[name, value] : full.variants()) has_variant |= name == "resource_name#fr-CA" && value == "Nom";
  CHECK(has_variant);

  CHECK(full.document_url() == telnyx_oauth::resource_metadata_url(resource));
  CHECK(full.extra() == "{\"unknown\":[1]}" && empty.extra() == "{}");
  CHECK(full.raw_json() == body.json + "}" && empty.raw_json() == least);
  CHECK(contains(full.to_json(), "\"unknown\":[1]") && empty.to_json() == least);
  CHECK(full.signature_status() == telnyx_oauth::signature_status::unverified);
  CHECK(empty.signature_status() == telnyx_oauth::signature_status::absent);
  CHECK(to_string(full.signature_status()) == "unverified");

  CHECK(full.warnings().empty() && empty.warnings().size() == 1 && nameless.warnings().size() == 2);
  const auto warning = nameless.warnings()[0];
  CHECK(warning.kind() == telnyx_oauth::warning_kind::resource_missing);
  CHECK(to_string(warning.kind()) == "resource_missing");
  CHECK(contains(warning.message(), "resource") && warning.url() == nameless.document_url());

  CHECK(full == full.clone() && !(full != full.clone()) && full != empty);
}

void server_documents_are_read() {
  const std::string issuer = base + "issuer";
  body body;
  ADD_ALL(AUTHORIZATION_SERVER_METADATA)
  body.add("unknown", "null");
  const std::string least = "{\"issuer\": \"" + issuer + "\"}";
  const auto full = authorization_server_metadata::from_response(issuer, body.full());
  const auto empty = authorization_server_metadata::from_response(issuer, body::ok(least));

  CHECK(full.issuer() == issuer && empty.issuer() == issuer);
  CHECK_ALL(AUTHORIZATION_SERVER_METADATA)

  CHECK(!full.supports_pkce_s256() && !empty.supports_pkce_s256());
  CHECK(full.supports_request_uri_parameter() && empty.supports_request_uri_parameter());
  CHECK(full.document_url() == telnyx_oauth::authorization_server_metadata_urls(issuer)[0]);
  CHECK(full.extra() == "{\"unknown\":null}" && empty.extra() == "{}");
  CHECK(full.raw_json() == body.json + "}" && empty.raw_json() == least);
  CHECK(contains(full.to_json(), "\"unknown\":null") && contains(empty.to_json(), issuer));
  CHECK(full.signature_status() == telnyx_oauth::signature_status::unverified);
  CHECK(empty.signature_status() == telnyx_oauth::signature_status::absent);
  CHECK(empty.warnings().size() == 1);
  CHECK(empty.warnings()[0].kind() == telnyx_oauth::warning_kind::pkce_s256_not_advertised);
  CHECK(full == full.clone() && !(full != full.clone()) && full != empty);
}

void members_are_read_by_name() {
  using telnyx_oauth::member_type;
  const auto metadata = resource_metadata::from_response(
      base, body::ok("{\"resource\":\"" + base + "\",\"x_list\":[\"a\"],\"x_false\":false,\"x_number\":1.50}"));
  CHECK((metadata.names() == std::vector<std::string_view>{"resource", "x_list", "x_false", "x_number"}));
  CHECK(metadata.type(TELNYX_MEMBER_RESOURCE) == member_type::string && metadata.type("x") == member_type::absent);
  CHECK(metadata.type("x_list") == member_type::list && metadata.list("x_list") == std::vector<std::string_view>{"a"});
  CHECK(metadata.type("x_false") == member_type::boolean && metadata.boolean("x_false") == false);
  CHECK(metadata.type("x_number") == member_type::json && metadata.json("x_number") == "1.50");
  CHECK(metadata.is_judged("resource") && !metadata.is_judged("x_list"));
  CHECK(!metadata.string(nullptr) && !metadata.boolean("x_list") && metadata.list(std::string("x")).empty());
}

void false_members_are_not_absent() {
  const auto metadata = resource_metadata::from_response(base, body::ok("{\"dpop_bound_access_tokens_required\": false}"));
  CHECK(metadata.has_dpop_bound_access_tokens_required() && !metadata.dpop_bound_access_tokens_required());
  const auto listless = resource_metadata::from_response(base, body::ok("{\"authorization_servers\": []}"));
  CHECK(listless.has_authorization_servers() && listless.authorization_servers().empty());
}

void fetched_documents_are_read() {
  const auto options = sandbox_options();
  const auto resource = telnyx_oauth::fetch_resource_metadata(https, options);
  CHECK(resource.resource() == https && resource.authorization_servers() == std::vector<std::string_view>{https});
  CHECK(resource.document_url() == https + "/.well-known/oauth-protected-resource");
  const auto server = telnyx_oauth::fetch_authorization_server_metadata(https, options);
  CHECK(server.issuer() == https && server.token_endpoint() == https + "/v2/oauth/token");
  CHECK(server.supports_pkce_s256());
}

}  // namespace

int main(int argc, char **argv) {
  begin(argc, argv);
  resource_documents_are_read();
  server_documents_are_read();
  members_are_read_by_name();
  false_members_are_not_absent();
  fetched_documents_are_read();
}
