/* Every accessor of the two documents: with every member, with empty ones, and without any. */

#include "check.h"
#include <cjson/cJSON.h>

#define RESOURCE_TEXTS(X) \
    X(jwks_uri) X(resource_name) X(resource_documentation) X(resource_policy_uri) X(resource_tos_uri) X(signed_metadata)

#define RESOURCE_LISTS(X)                                                                              \
    X(authorization_servers) X(scopes_supported) X(bearer_methods_supported)                           \
    X(resource_signing_alg_values_supported) X(authorization_details_types_supported)                  \
    X(dpop_signing_alg_values_supported)

#define RESOURCE_BOOLEANS(X) X(tls_client_certificate_bound_access_tokens) X(dpop_bound_access_tokens_required)

#define SERVER_TEXTS(X)                                                                                \
    X(authorization_endpoint) X(token_endpoint) X(jwks_uri) X(registration_endpoint)                   \
    X(service_documentation) X(op_policy_uri) X(op_tos_uri) X(revocation_endpoint)                     \
    X(introspection_endpoint) X(signed_metadata) X(userinfo_endpoint) X(end_session_endpoint)

#define SERVER_LISTS(X)                                                                                \
    X(scopes_supported) X(response_types_supported) X(response_modes_supported)                        \
    X(grant_types_supported) X(token_endpoint_auth_methods_supported)                                  \
    X(token_endpoint_auth_signing_alg_values_supported) X(ui_locales_supported)                        \
    X(revocation_endpoint_auth_methods_supported)                                                      \
    X(revocation_endpoint_auth_signing_alg_values_supported)                                           \
    X(introspection_endpoint_auth_methods_supported)                                                   \
    X(introspection_endpoint_auth_signing_alg_values_supported) X(code_challenge_methods_supported)    \
    X(protected_resources) X(acr_values_supported) X(subject_types_supported)                          \
    X(id_token_signing_alg_values_supported) X(id_token_encryption_alg_values_supported)               \
    X(id_token_encryption_enc_values_supported) X(userinfo_signing_alg_values_supported)               \
    X(userinfo_encryption_alg_values_supported) X(userinfo_encryption_enc_values_supported)            \
    X(request_object_signing_alg_values_supported) X(request_object_encryption_alg_values_supported)   \
    X(request_object_encryption_enc_values_supported) X(display_values_supported)                      \
    X(claim_types_supported) X(claims_supported) X(claims_locales_supported)

#define SERVER_BOOLEANS(X)                                                                             \
    X(authorization_response_iss_parameter_supported) X(claims_parameter_supported)                    \
    X(request_parameter_supported) X(request_uri_parameter_supported) X(require_request_uri_registration)

/* Each checks one member of `metadata` against `document`, and that what is read twice does not move. */
#define CHECK_MEMBER_TEXT(noun, member)                                                                \
    do {                                                                                               \
        const char *text = telnyx_##noun##_##member(metadata);                                         \
        CHECK_TEXT(text, cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(document, #member)));   \
        CHECK(telnyx_##noun##_##member(metadata) == text);                                             \
    } while (0);

#define CHECK_MEMBER_LIST(noun, member)                                                                \
    do {                                                                                               \
        const cJSON *list = cJSON_GetObjectItemCaseSensitive(document, #member);                       \
        int count = list ? cJSON_GetArraySize(list) : 0;                                               \
        CHECK(telnyx_##noun##_has_##member(metadata) == (list != NULL));                               \
        CHECK(telnyx_##noun##_##member##_count(metadata) == (size_t)count);                            \
        for (int i = 0; i < count; i++) {                                                              \
            const char *text = telnyx_##noun##_##member##_at(metadata, (size_t)i);                     \
            CHECK_TEXT(text, cJSON_GetStringValue(cJSON_GetArrayItem(list, i)));                       \
            CHECK(telnyx_##noun##_##member##_at(metadata, (size_t)i) == text);                         \
        }                                                                                              \
        CHECK(telnyx_##noun##_##member##_at(metadata, (size_t)count) == NULL);                         \
        CHECK(telnyx_##noun##_##member##_at(metadata, SIZE_MAX) == NULL);                              \
    } while (0);

#define CHECK_MEMBER_BOOLEAN(noun, member)                                                             \
    do {                                                                                               \
        const cJSON *boolean = cJSON_GetObjectItemCaseSensitive(document, #member);                    \
        CHECK(telnyx_##noun##_has_##member(metadata) == (boolean != NULL));                            \
        CHECK(telnyx_##noun##_##member(metadata) == cJSON_IsTrue(boolean));                            \
    } while (0);

#define RESOURCE_TEXT(member) CHECK_MEMBER_TEXT(resource_metadata, member)
#define RESOURCE_LIST(member) CHECK_MEMBER_LIST(resource_metadata, member)
#define RESOURCE_BOOLEAN(member) CHECK_MEMBER_BOOLEAN(resource_metadata, member)
#define SERVER_TEXT(member) CHECK_MEMBER_TEXT(authorization_server_metadata, member)
#define SERVER_LIST(member) CHECK_MEMBER_LIST(authorization_server_metadata, member)
#define SERVER_BOOLEAN(member) CHECK_MEMBER_BOOLEAN(authorization_server_metadata, member)

#define RESOURCE "https://rs.example/a"
#define ISSUER "https://as.example/t1"

/* How full a document is made. */
enum fullness { ABSENT, EMPTY, FULL };

static void add_text(cJSON *document, const char *member, enum fullness fullness)
{
    char url[128];
    snprintf(url, sizeof url, "https://any.example/%s?\xc3\xa9=\"", member);
    if (fullness == FULL)
        cJSON_AddStringToObject(document, member, url);
}

static void add_list(cJSON *document, const char *member, enum fullness fullness)
{
    if (fullness == ABSENT)
        return;
    cJSON *list = cJSON_AddArrayToObject(document, member);
    for (int i = 0; fullness == FULL && i < 3; i++) {
        char url[128];
        snprintf(url, sizeof url, "https://any.example/%s/%d", member, i);
        cJSON_AddItemToArray(list, cJSON_CreateString(url));
    }
}

static void add_boolean(cJSON *document, const char *member, enum fullness fullness)
{
    if (fullness != ABSENT)
        cJSON_AddBoolToObject(document, member, fullness == FULL);
}

/* Whether the text is JSON that says the same as the document. */
static bool is_document(const char *json, const cJSON *document)
{
    CHECK(strchr(json, '\n') == NULL);
    cJSON *found = cJSON_Parse(json);
    bool same = cJSON_Compare(found, document, true);
    cJSON_Delete(found);
    return same;
}

static telnyx_resource_metadata *judge_resource(const char *json)
{
    telnyx_response *response = response_of(json);
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_resource_metadata_from_response(RESOURCE, response, NULL, &metadata, &error), error);
    telnyx_response_free(response);
    return metadata;
}

static telnyx_authorization_server_metadata *judge_server(const char *json)
{
    telnyx_response *response = response_of(json);
    telnyx_authorization_server_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_authorization_server_metadata_from_response(ISSUER, response, NULL, &metadata, &error), error);
    telnyx_response_free(response);
    return metadata;
}

static void check_resource(enum fullness fullness)
{
    cJSON *document = cJSON_CreateObject();
    cJSON_AddStringToObject(document, "resource", RESOURCE);
#define X(member) add_text(document, #member, fullness);
    RESOURCE_TEXTS(X)
#undef X
#define X(member) add_list(document, #member, fullness);
    RESOURCE_LISTS(X)
#undef X
#define X(member) add_boolean(document, #member, fullness);
    RESOURCE_BOOLEANS(X)
#undef X
    char *json = cJSON_Print(document);
    telnyx_resource_metadata *metadata = judge_resource(json);
    RESOURCE_TEXT(resource)
    RESOURCE_TEXTS(RESOURCE_TEXT)
    RESOURCE_LISTS(RESOURCE_LIST)
    RESOURCE_BOOLEANS(RESOURCE_BOOLEAN)
    CHECK_TEXT(telnyx_resource_metadata_raw_json(metadata), json);
    CHECK(is_document(telnyx_resource_metadata_to_json(metadata), document));
    CHECK_TEXT(telnyx_resource_metadata_extra(metadata), "{}");
    CHECK_TEXT(telnyx_resource_metadata_document_url(metadata), "https://rs.example" WELL_KNOWN "/a");
    CHECK(telnyx_resource_metadata_signature_status(metadata) ==
          (fullness == FULL ? TELNYX_SIGNATURE_UNVERIFIED : TELNYX_SIGNATURE_ABSENT));
    CHECK(telnyx_resource_metadata_warnings_count(metadata) == (fullness == FULL ? 0 : 1));
    telnyx_resource_metadata_free(metadata);
    free(json);
    cJSON_Delete(document);
}

static void check_server(enum fullness fullness)
{
    cJSON *document = cJSON_CreateObject();
    cJSON_AddStringToObject(document, "issuer", ISSUER);
#define X(member) add_text(document, #member, fullness);
    SERVER_TEXTS(X)
#undef X
#define X(member) add_list(document, #member, fullness);
    SERVER_LISTS(X)
#undef X
#define X(member) add_boolean(document, #member, fullness);
    SERVER_BOOLEANS(X)
#undef X
    char *json = cJSON_Print(document);
    telnyx_authorization_server_metadata *metadata = judge_server(json);
    SERVER_TEXT(issuer)
    SERVER_TEXTS(SERVER_TEXT)
    SERVER_LISTS(SERVER_LIST)
    SERVER_BOOLEANS(SERVER_BOOLEAN)
    CHECK_TEXT(telnyx_authorization_server_metadata_raw_json(metadata), json);
    CHECK(is_document(telnyx_authorization_server_metadata_to_json(metadata), document));
    CHECK_TEXT(telnyx_authorization_server_metadata_extra(metadata), "{}");
    CHECK_TEXT(telnyx_authorization_server_metadata_document_url(metadata),
               "https://as.example/.well-known/oauth-authorization-server/t1");
    CHECK(telnyx_authorization_server_metadata_signature_status(metadata) ==
          (fullness == FULL ? TELNYX_SIGNATURE_UNVERIFIED : TELNYX_SIGNATURE_ABSENT));
    /* What the RFC's defaults make of the absent. */
    CHECK(telnyx_authorization_server_metadata_supports_request_uri_parameter(metadata) == (fullness != EMPTY));
    CHECK(!telnyx_authorization_server_metadata_supports_pkce_s256(metadata));
    CHECK(telnyx_authorization_server_metadata_warnings_count(metadata) == 1);
    telnyx_authorization_server_metadata_free(metadata);
    free(json);
    cJSON_Delete(document);
}

static void with_every_member(void)
{
    check_resource(FULL);
    check_server(FULL);
}

static void with_empty_members(void)
{
    check_resource(EMPTY);
    check_server(EMPTY);
}

static void without_members(void)
{
    check_resource(ABSENT);
    check_server(ABSENT);
}

static void raw_and_extra(void)
{
    const char *json = "\xef\xbb\xbf{ \"resource\" : \"" RESOURCE "\",\n \"x\":{\"deep\":[1,2.50,null]} }";
    telnyx_resource_metadata *metadata = judge_resource(json);
    CHECK_TEXT(telnyx_resource_metadata_raw_json(metadata), json + 3);
    CHECK_TEXT(telnyx_resource_metadata_extra(metadata), "{\"x\":{\"deep\":[1,2.50,null]}}");
    telnyx_resource_metadata_free(metadata);

    telnyx_authorization_server_metadata *server =
        judge_server("{\"issuer\":\"" ISSUER "\",\"code_challenge_methods_supported\":[\"S256\"],\"y\":true}");
    CHECK_TEXT(telnyx_authorization_server_metadata_extra(server), "{\"y\":true}");
    CHECK(telnyx_authorization_server_metadata_supports_pkce_s256(server));
    CHECK(telnyx_authorization_server_metadata_warnings_count(server) == 0);
    CHECK(telnyx_authorization_server_metadata_warnings_at(server, 0) == NULL);
    telnyx_authorization_server_metadata_free(server);
}

static void languages(void)
{
    telnyx_resource_metadata *metadata = judge_resource(
        "{\"resource\":\"" RESOURCE "\",\"resource_name\":\"Name\",\"resource_name#fr\":\"Nom\","
        "\"resource_name#fr-CA\":\"Nom d'ici\",\"resource_documentation#de\":\"https://rs.example/hilfe\","
        "\"resource_policy_uri#de\":\"https://rs.example/regeln\",\"resource_tos_uri\":\"https://rs.example/tos\"}");
    CHECK_TEXT(telnyx_resource_metadata_resource_name_for(metadata, "fr-CA"), "Nom d'ici");
    CHECK_TEXT(telnyx_resource_metadata_resource_name_for(metadata, "FR-ca-x-y"), "Nom d'ici");
    CHECK_TEXT(telnyx_resource_metadata_resource_name_for(metadata, "fr-BE"), "Nom");
    CHECK_TEXT(telnyx_resource_metadata_resource_name_for(metadata, "de"), "Name");
    CHECK_TEXT(telnyx_resource_metadata_resource_name_for(metadata, ""), "Name");
    CHECK_TEXT(telnyx_resource_metadata_resource_documentation_for(metadata, "de-AT"), "https://rs.example/hilfe");
    CHECK_TEXT(telnyx_resource_metadata_resource_documentation_for(metadata, "fr"), NULL);
    CHECK_TEXT(telnyx_resource_metadata_resource_policy_uri_for(metadata, "de"), "https://rs.example/regeln");
    CHECK_TEXT(telnyx_resource_metadata_resource_policy_uri(metadata), NULL);
    CHECK_TEXT(telnyx_resource_metadata_resource_tos_uri_for(metadata, "de"), "https://rs.example/tos");
    /* Text that is not UTF-8 fits no language. */
    CHECK_TEXT(telnyx_resource_metadata_resource_name_for(metadata, "fr\xff"), "Name");
    CHECK(telnyx_resource_metadata_variants_count(metadata) == 4);
    bool found = false;
    for (size_t i = 0; i < 4; i++) {
        const char *name = telnyx_resource_metadata_variants_name_at(metadata, i);
        const char *value = telnyx_resource_metadata_variants_value_at(metadata, i);
        CHECK_HAS(name, "#");
        if (strcmp(name, "resource_name#fr-CA") == 0) {
            CHECK(value == telnyx_resource_metadata_resource_name_for(metadata, "fr-CA"));
            found = true;
        }
    }
    CHECK(found);
    CHECK(telnyx_resource_metadata_variants_name_at(metadata, 4) == NULL);
    CHECK(telnyx_resource_metadata_variants_value_at(metadata, 4) == NULL);
    telnyx_resource_metadata_free(metadata);
}

static void a_nul_in_a_string_is_refused(void)
{
    telnyx_response *response = response_of("{\"resource\":\"" RESOURCE "\",\"resource_name\":\"a\\u0000b\"}");
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    telnyx_status status = telnyx_resource_metadata_from_response(RESOURCE, response, NULL, &metadata, &error);
    CHECK(status == TELNYX_STATUS_INVALID_METADATA && metadata == NULL);
    CHECK_HAS(telnyx_error_message(error), "resource_name");
    telnyx_error_free(error);
    telnyx_response_free(response);
}

static void bytes_that_are_not_utf8_are_refused(void)
{
    telnyx_response *response = response_of("{\"resource\":\"" RESOURCE "\",\"resource_name\":\"\xff\"}");
    telnyx_resource_metadata *metadata;
    CHECK(telnyx_resource_metadata_from_response(RESOURCE, response, NULL, &metadata, NULL) == TELNYX_STATUS_INVALID_JSON);
    CHECK(metadata == NULL);
    telnyx_response_free(response);
}

static void copies_are_equal_and_outlive_what_they_are_of(void)
{
    const char *json = "{\"resource\":\"" RESOURCE "\",\"scopes_supported\":[\"a\"]}";
    telnyx_resource_metadata *first = judge_resource(json);
    telnyx_resource_metadata *same = judge_resource(json);
    telnyx_resource_metadata *other = judge_resource("{\"resource\":\"" RESOURCE "\"}");
    CHECK(telnyx_resource_metadata_equal(first, same) && !telnyx_resource_metadata_equal(first, other));
    telnyx_resource_metadata *copy = telnyx_resource_metadata_clone(first);
    telnyx_resource_metadata_free(first);
    CHECK(telnyx_resource_metadata_equal(copy, same));
    CHECK_TEXT(telnyx_resource_metadata_scopes_supported_at(copy, 0), "a");
    telnyx_resource_metadata_free(copy);
    telnyx_resource_metadata_free(same);
    telnyx_resource_metadata_free(other);

    telnyx_authorization_server_metadata *server = judge_server("{\"issuer\":\"" ISSUER "\"}");
    telnyx_authorization_server_metadata *server_copy = telnyx_authorization_server_metadata_clone(server);
    CHECK(telnyx_authorization_server_metadata_equal(server, server_copy));
    telnyx_authorization_server_metadata_free(server);
    CHECK_TEXT(telnyx_authorization_server_metadata_issuer(server_copy), ISSUER);
    telnyx_authorization_server_metadata_free(server_copy);
}

/* Arguments: the document of a signer whom the options trust, his keys and his name. */
static void signed_claims(char **arguments)
{
    const char *json = arguments[0];
    const char *keys = arguments[1];
    const char *signers[] = {NULL, arguments[2], "https://somebody.else.example"};
    telnyx_response *response = response_of(json);
    CHECK(telnyx_response_set_received_at(response, 1800000000) == TELNYX_STATUS_OK);
    for (size_t i = 0; i < 3; i++) {
        telnyx_options *options = telnyx_options_new();
        CHECK(telnyx_options_set_trusted_keys(options, keys, signers[i]) == TELNYX_STATUS_OK);
        telnyx_resource_metadata *metadata;
        telnyx_status status = telnyx_resource_metadata_from_response(RESOURCE, response, options, &metadata, NULL);
        CHECK(status == (i < 2 ? TELNYX_STATUS_OK : TELNYX_STATUS_SIGNATURE_INVALID));
        if (i < 2) {
            CHECK(telnyx_resource_metadata_signature_status(metadata) == TELNYX_SIGNATURE_VERIFIED);
            CHECK_TEXT(telnyx_resource_metadata_resource_name(metadata), "Signed");
        }
        telnyx_resource_metadata_free(metadata);
        telnyx_options_free(options);
    }
    telnyx_response_free(response);
    CHECK_TEXT(telnyx_signature_status_str(TELNYX_SIGNATURE_ABSENT), "absent");
    CHECK_TEXT(telnyx_signature_status_str(TELNYX_SIGNATURE_UNVERIFIED), "unverified");
    CHECK_TEXT(telnyx_signature_status_str(TELNYX_SIGNATURE_VERIFIED), "verified");
    CHECK_TEXT(telnyx_signature_status_str(3), "unknown");
}

int main(int count, char **arguments)
{
    start(count, arguments);
    CHECK(count == 7);
    RUN(with_every_member);
    RUN(with_empty_members);
    RUN(without_members);
    RUN(raw_and_extra);
    RUN(languages);
    RUN(a_nul_in_a_string_is_refused);
    RUN(bytes_that_are_not_utf8_are_refused);
    RUN(copies_are_equal_and_outlive_what_they_are_of);
    signed_claims(arguments + 4);
    return 0;
}
