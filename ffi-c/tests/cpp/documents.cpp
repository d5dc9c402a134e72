// Every accessor of both documents, with a document that has everything and one that has next to nothing.
#include "check.hpp"

namespace {

using telnyx_oauth::authorization_server_metadata;
using telnyx_oauth::resource_metadata;
using telnyx_oauth::response;

// Each member's values tell which member they belong to.
const std::string base = "https://api.example/";

struct body {
  std::string json = "{";

  void add(const std::string &name, const std::string &value) {
    json += (json.size() == 1 ? "\"" : ", \"") + name + "\": " + value;
  }
  void text(const std::string &name) { add(name, '"' + base + name + '"'); }
  void list(const std::string &name) { add(name, "[\"" + base + name + "/1\", \"" + base + name + "/2\"]"); }
  void boolean(const std::string &name) { add(name, "true"); }
  response full() const { return ok(json + "}"); }

  static response ok(const std::string &json) {
    response response(200, json);
    response.content_type("application/json");
    return response;
  }
};

#define RESOURCE_TEXTS(X) \
  X(jwks_uri) X(resource_name) X(resource_documentation) X(resource_policy_uri) X(resource_tos_uri) X(signed_metadata)

#define RESOURCE_LISTS(X)                                                                              \
  X(authorization_servers) X(scopes_supported) X(bearer_methods_supported)                             \
  X(resource_signing_alg_values_supported) X(authorization_details_types_supported)                    \
  X(dpop_signing_alg_values_supported)

#define RESOURCE_BOOLEANS(X) X(tls_client_certificate_bound_access_tokens) X(dpop_bound_access_tokens_required)

#define SERVER_TEXTS(X)                                                                                \
  X(authorization_endpoint) X(token_endpoint) X(jwks_uri) X(registration_endpoint)                     \
  X(service_documentation) X(op_policy_uri) X(op_tos_uri) X(revocation_endpoint)                       \
  X(introspection_endpoint) X(signed_metadata) X(userinfo_endpoint) X(end_session_endpoint)

#define SERVER_LISTS(X)                                                                                \
  X(scopes_supported) X(response_types_supported) X(response_modes_supported)                          \
  X(grant_types_supported) X(token_endpoint_auth_methods_supported)                                    \
  X(token_endpoint_auth_signing_alg_values_supported) X(ui_locales_supported)                          \
  X(revocation_endpoint_auth_methods_supported)                                                        \
  X(revocation_endpoint_auth_signing_alg_values_supported)                                             \
  X(introspection_endpoint_auth_methods_supported)                                                     \
  X(introspection_endpoint_auth_signing_alg_values_supported)                                          \
  X(code_challenge_methods_supported) X(protected_resources) X(acr_values_supported)                   \
  X(subject_types_supported) X(id_token_signing_alg_values_supported)                                  \
  X(id_token_encryption_alg_values_supported) X(id_token_encryption_enc_values_supported)              \
  X(userinfo_signing_alg_values_supported) X(userinfo_encryption_alg_values_supported)                 \
  X(userinfo_encryption_enc_values_supported) X(request_object_signing_alg_values_supported)           \
  X(request_object_encryption_alg_values_supported)                                                    \
  X(request_object_encryption_enc_values_supported) X(display_values_supported)                        \
  X(claim_types_supported) X(claims_supported) X(claims_locales_supported)

#define SERVER_BOOLEANS(X)                                                                             \
  X(authorization_response_iss_parameter_supported) X(claims_parameter_supported)                      \
  X(request_parameter_supported) X(request_uri_parameter_supported) X(require_request_uri_registration)

#define ADD_TEXT(member) body.text(#member);
#define ADD_LIST(member) body.list(#member);
#define ADD_BOOLEAN(member) body.boolean(#member);

#define CHECK_TEXT(member) CHECK(full.member() == base + #member && !empty.member());
#define CHECK_LIST(member)                                                                             \
  CHECK(full.has_##member() && full.member().size() == 2 && full.member()[0] == base + #member "/1");  \
  CHECK(full.member()[1] == base + #member "/2");                                                      \
  CHECK(!empty.has_##member() && empty.member().empty());
#define CHECK_BOOLEAN(member)                                                                          \
  CHECK(full.has_##member() && full.member());                                                         \
  CHECK(!empty.has_##member() && !empty.member());

void resource_documents() {
  const std::string resource = base + "resource";
  body body;
  body.text("resource");
  RESOURCE_TEXTS(ADD_TEXT)
  RESOURCE_LISTS(ADD_LIST)
  RESOURCE_BOOLEANS(ADD_BOOLEAN)
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
  RESOURCE_TEXTS(CHECK_TEXT)
  RESOURCE_LISTS(CHECK_LIST)
  RESOURCE_BOOLEANS(CHECK_BOOLEAN)

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

void server_documents() {
  const std::string issuer = base + "issuer";
  body body;
  body.text("issuer");
  SERVER_TEXTS(ADD_TEXT)
  SERVER_LISTS(ADD_LIST)
  SERVER_BOOLEANS(ADD_BOOLEAN)
  body.add("unknown", "null");
  const std::string least = "{\"issuer\": \"" + issuer + "\"}";
  const auto full = authorization_server_metadata::from_response(issuer, body.full());
  const auto empty = authorization_server_metadata::from_response(issuer, body::ok(least));

  CHECK(full.issuer() == issuer && empty.issuer() == issuer);
  SERVER_TEXTS(CHECK_TEXT)
  SERVER_LISTS(CHECK_LIST)
  SERVER_BOOLEANS(CHECK_BOOLEAN)

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

void booleans_that_are_false() {
  const auto metadata = resource_metadata::from_response(base, body::ok("{\"dpop_bound_access_tokens_required\": false}"));
  CHECK(metadata.has_dpop_bound_access_tokens_required() && !metadata.dpop_bound_access_tokens_required());
  const auto listless = resource_metadata::from_response(base, body::ok("{\"authorization_servers\": []}"));
  CHECK(listless.has_authorization_servers() && listless.authorization_servers().empty());
}

void what_is_fetched_is_the_same() {
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
  resource_documents();
  server_documents();
  booleans_that_are_false();
  what_is_fetched_is_the_same();
}
