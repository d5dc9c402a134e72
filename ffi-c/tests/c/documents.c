/* Tests every accessor of both documents: with all members, with empty members, and with only the required ones. */

#include "check.h"
#include "members.h"
#include <cjson/cJSON.h>
#include <malloc.h>

/* Each macro compares one member of `metadata` with `document`: by the functions for this member, and by name. A second
 * read must return the same pointer. */
#define CHECK_TEXT_MEMBER(noun, member, name_)                                                         \
    do {                                                                                               \
        const cJSON *expected = cJSON_GetObjectItemCaseSensitive(document, name_);                     \
        const char *text = telnyx_##noun##_##member(metadata);                                         \
        CHECK_TEXT(text, cJSON_GetStringValue(expected));                                              \
        CHECK(telnyx_##noun##_##member(metadata) == text);                                             \
        CHECK(telnyx_##noun##_string(metadata, name_) == text);                                        \
        CHECK_BY_NAME(noun, member, name_, TELNYX_MEMBER_TYPE_STRING);                                 \
    } while (0);

#define CHECK_LIST(noun, member, name_)                                                                \
    do {                                                                                               \
        const cJSON *expected = cJSON_GetObjectItemCaseSensitive(document, name_);                     \
        int count = expected ? cJSON_GetArraySize(expected) : 0;                                       \
        CHECK(telnyx_##noun##_has_##member(metadata) == (expected != NULL));                           \
        CHECK(telnyx_##noun##_##member##_count(metadata) == (size_t)count);                            \
        CHECK(telnyx_##noun##_list_count(metadata, name_) == (size_t)count);                           \
        for (int i = 0; i < count; i++) {                                                              \
            const char *text = telnyx_##noun##_##member##_at(metadata, (size_t)i);                     \
            CHECK_TEXT(text, cJSON_GetStringValue(cJSON_GetArrayItem(expected, i)));                   \
            CHECK(telnyx_##noun##_##member##_at(metadata, (size_t)i) == text);                         \
            CHECK(telnyx_##noun##_list_at(metadata, name_, (size_t)i) == text);                        \
        }                                                                                              \
        CHECK(telnyx_##noun##_##member##_at(metadata, (size_t)count) == NULL);                         \
        CHECK(telnyx_##noun##_##member##_at(metadata, SIZE_MAX) == NULL);                              \
        CHECK(telnyx_##noun##_list_at(metadata, name_, (size_t)count) == NULL);                        \
        CHECK_BY_NAME(noun, member, name_, TELNYX_MEMBER_TYPE_LIST);                                   \
    } while (0);

#define CHECK_BOOLEAN(noun, member, name_)                                                             \
    do {                                                                                               \
        const cJSON *expected = cJSON_GetObjectItemCaseSensitive(document, name_);                     \
        int32_t value = cJSON_IsTrue(expected) ? TELNYX_BOOLEAN_TRUE : TELNYX_BOOLEAN_FALSE;           \
        CHECK(telnyx_##noun##_has_##member(metadata) == (expected != NULL));                           \
        CHECK(telnyx_##noun##_##member(metadata) == cJSON_IsTrue(expected));                           \
        CHECK(telnyx_##noun##_boolean(metadata, name_) == (expected ? value : TELNYX_BOOLEAN_ABSENT)); \
        CHECK_BY_NAME(noun, member, name_, TELNYX_MEMBER_TYPE_BOOLEAN);                                \
    } while (0);

#define CHECK_ENDPOINTS(noun, member, name_)                                                           \
    do {                                                                                               \
        const cJSON *expected = cJSON_GetObjectItemCaseSensitive(document, name_);                     \
        int count = expected ? cJSON_GetArraySize(expected) : 0;                                       \
        CHECK(telnyx_##noun##_has_##member(metadata) == (expected != NULL));                           \
        CHECK(telnyx_##noun##_##member##_count(metadata) == (size_t)count);                            \
        for (int i = 0; i < count; i++) {                                                              \
            const cJSON *endpoint = cJSON_GetArrayItem(expected, i);                                   \
            const char *url = telnyx_##noun##_##member##_value_at(metadata, (size_t)i);                \
            CHECK_TEXT(telnyx_##noun##_##member##_name_at(metadata, (size_t)i), endpoint->string);     \
            CHECK_TEXT(url, cJSON_GetStringValue(endpoint));                                           \
            CHECK(telnyx_##noun##_##member(metadata, endpoint->string) == url);                        \
        }                                                                                              \
        CHECK(telnyx_##noun##_##member##_name_at(metadata, (size_t)count) == NULL);                    \
        CHECK(telnyx_##noun##_##member##_value_at(metadata, (size_t)count) == NULL);                   \
        CHECK(telnyx_##noun##_##member(metadata, "no_endpoint") == NULL);                              \
        CHECK_BY_NAME(noun, member, name_, TELNYX_MEMBER_TYPE_JSON);                                   \
    } while (0);

#define CHECK_OBJECT(noun, member, name_)                                                              \
    do {                                                                                               \
        CHECK(telnyx_##noun##_##member(metadata) == telnyx_##noun##_json(metadata, name_));            \
        CHECK_BY_NAME(noun, member, name_, TELNYX_MEMBER_TYPE_JSON);                                   \
    } while (0);

/* Checks a member by name: its type, its JSON, and that it has no value of another type. */
#define CHECK_BY_NAME(noun, member, name_, type_)                                                      \
    do {                                                                                               \
        const cJSON *there = cJSON_GetObjectItemCaseSensitive(document, name_);                        \
        telnyx_member_type found = telnyx_##noun##_type(metadata, name_);                              \
        const char *json = telnyx_##noun##_json(metadata, name_);                                      \
        CHECK(found == (there ? (type_) : TELNYX_MEMBER_TYPE_ABSENT));                                 \
        CHECK(there ? is_json_of(json, there) : json == NULL);                                         \
        CHECK(telnyx_##noun##_json(metadata, name_) == json);                                          \
        CHECK(telnyx_##noun##_is_judged(metadata, name_));                                             \
        if (found != TELNYX_MEMBER_TYPE_STRING)                                                        \
            CHECK(telnyx_##noun##_string(metadata, name_) == NULL);                                    \
        if (found != TELNYX_MEMBER_TYPE_LIST)                                                          \
            CHECK(telnyx_##noun##_list_count(metadata, name_) == 0);                                   \
        if (found != TELNYX_MEMBER_TYPE_BOOLEAN)                                                       \
            CHECK(telnyx_##noun##_boolean(metadata, name_) == TELNYX_BOOLEAN_ABSENT);                  \
    } while (0)

#define CHECK_ALL(NOUN)                                                                                \
    NOUN##_IDENTIFIERS(CHECK_TEXT_MEMBER) NOUN##_TEXTS(CHECK_TEXT_MEMBER) NOUN##_LISTS(CHECK_LIST)     \
    NOUN##_BOOLEANS(CHECK_BOOLEAN) NOUN##_ENDPOINTS(CHECK_ENDPOINTS) NOUN##_OBJECTS(CHECK_OBJECT)

/* Each macro adds one member to `document`. */
#define ADD_IDENTIFIER(noun, member, name_) cJSON_AddStringToObject(document, name_, identifier);
#define ADD_TEXT(noun, member, name_) add_text(document, name_, fullness);
#define ADD_LIST(noun, member, name_) add_list(document, name_, fullness);
#define ADD_BOOLEAN(noun, member, name_) add_boolean(document, name_, fullness);
#define ADD_ENDPOINTS(noun, member, name_) add_endpoints(document, name_, fullness);
#define ADD_OBJECT(noun, member, name_) add_object(document, name_, fullness);
#define ADD_ALL(NOUN)                                                                                  \
    NOUN##_IDENTIFIERS(ADD_IDENTIFIER) NOUN##_TEXTS(ADD_TEXT) NOUN##_LISTS(ADD_LIST)                   \
    NOUN##_BOOLEANS(ADD_BOOLEAN) NOUN##_ENDPOINTS(ADD_ENDPOINTS) NOUN##_OBJECTS(ADD_OBJECT)

#define RESOURCE "https://rs.example/a"
#define ISSUER "https://as.example/t1"

/* Which members a document has: only the required ones, all of them with empty values, or all of them with values. */
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

/* Returns whether the text is the JSON of this value. */
static bool is_json_of(const char *json, const cJSON *value)
{
    cJSON *found = cJSON_Parse(json);
    bool same = cJSON_Compare(found, value, true);
    cJSON_Delete(found);
    return same;
}

static telnyx_resource_metadata *parse_resource(const char *json)
{
    telnyx_response *response = response_of(json);
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_resource_metadata_from_response(RESOURCE, response, NULL, &metadata, &error), error);
    telnyx_response_free(response);
    return metadata;
}

static telnyx_authorization_server_metadata *parse_server(const char *json)
{
    telnyx_response *response = response_of(json);
    telnyx_authorization_server_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_authorization_server_metadata_from_response(ISSUER, response, NULL, &metadata, &error), error);
    telnyx_response_free(response);
    return metadata;
}

static void add_endpoints(cJSON *document, const char *member, enum fullness fullness)
{
    if (fullness == ABSENT)
        return;
    cJSON *endpoints = cJSON_AddObjectToObject(document, member);
    for (int i = 0; fullness == FULL && i < 3; i++) {
        char name[32], url[128];
        snprintf(name, sizeof name, "endpoint_%d", 3 - i);
        snprintf(url, sizeof url, "https://any.example/%s/%d", member, i);
        cJSON_AddStringToObject(endpoints, name, url);
    }
}

static void add_object(cJSON *document, const char *member, enum fullness fullness)
{
    if (fullness == ABSENT)
        return;
    cJSON *object = cJSON_AddObjectToObject(document, member);
    if (fullness == FULL)
        cJSON_AddItemToObject(object, "keys", cJSON_CreateArray());
}

static void check_resource(enum fullness fullness)
{
    const char *identifier = RESOURCE;
    cJSON *document = cJSON_CreateObject();
    ADD_ALL(RESOURCE_METADATA)
    char *json = cJSON_Print(document);
    telnyx_resource_metadata *metadata = parse_resource(json);
    CHECK_ALL(RESOURCE_METADATA)
    CHECK(telnyx_resource_metadata_names_count(metadata) == (size_t)cJSON_GetArraySize(document));
    CHECK_TEXT(telnyx_resource_metadata_raw_json(metadata), json);
    CHECK(is_json_of(telnyx_resource_metadata_to_json(metadata), document));
    CHECK(strchr(telnyx_resource_metadata_to_json(metadata), '\n') == NULL);
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
    const char *identifier = ISSUER;
    cJSON *document = cJSON_CreateObject();
    ADD_ALL(AUTHORIZATION_SERVER_METADATA)
    char *json = cJSON_Print(document);
    telnyx_authorization_server_metadata *metadata = parse_server(json);
    CHECK_ALL(AUTHORIZATION_SERVER_METADATA)
    CHECK(telnyx_authorization_server_metadata_names_count(metadata) == (size_t)cJSON_GetArraySize(document));
    CHECK_TEXT(telnyx_authorization_server_metadata_raw_json(metadata), json);
    CHECK(is_json_of(telnyx_authorization_server_metadata_to_json(metadata), document));
    CHECK(strchr(telnyx_authorization_server_metadata_to_json(metadata), '\n') == NULL);
    CHECK_TEXT(telnyx_authorization_server_metadata_extra(metadata), "{}");
    CHECK_TEXT(telnyx_authorization_server_metadata_document_url(metadata),
               "https://as.example/.well-known/oauth-authorization-server/t1");
    CHECK(telnyx_authorization_server_metadata_signature_status(metadata) ==
          (fullness == FULL ? TELNYX_SIGNATURE_UNVERIFIED : TELNYX_SIGNATURE_ABSENT));
    /* Absent members have the defaults of the RFC. */
    CHECK(telnyx_authorization_server_metadata_supports_request_uri_parameter(metadata) == (fullness != EMPTY));
    CHECK(!telnyx_authorization_server_metadata_supports_pkce_s256(metadata));
    CHECK(telnyx_authorization_server_metadata_warnings_count(metadata) == 1);
    telnyx_authorization_server_metadata_free(metadata);
    free(json);
    cJSON_Delete(document);
}

static void full_documents_are_read(void)
{
    check_resource(FULL);
    check_server(FULL);
}

static void empty_members_are_read(void)
{
    check_resource(EMPTY);
    check_server(EMPTY);
}

static void minimal_documents_are_read(void)
{
    check_resource(ABSENT);
    check_server(ABSENT);
}

static void raw_json_and_extra_are_exact(void)
{
    const char *json = "\xef\xbb\xbf{ \"resource\" : \"" RESOURCE "\",\n \"x\":{\"deep\":[1,2.50,null]} }";
    telnyx_resource_metadata *metadata = parse_resource(json);
    CHECK_TEXT(telnyx_resource_metadata_raw_json(metadata), json + 3);
    CHECK_TEXT(telnyx_resource_metadata_extra(metadata), "{\"x\":{\"deep\":[1,2.50,null]}}");
    telnyx_resource_metadata_free(metadata);

    telnyx_authorization_server_metadata *server =
        parse_server("{\"issuer\":\"" ISSUER "\",\"code_challenge_methods_supported\":[\"S256\"],\"y\":true}");
    CHECK_TEXT(telnyx_authorization_server_metadata_extra(server), "{\"y\":true}");
    CHECK(telnyx_authorization_server_metadata_supports_pkce_s256(server));
    CHECK(telnyx_authorization_server_metadata_warnings_count(server) == 0);
    CHECK(telnyx_authorization_server_metadata_warnings_at(server, 0) == NULL);
    telnyx_authorization_server_metadata_free(server);
}

/* Members read by name: types, values, and absent members. */
static void members_are_read_by_name(void)
{
    const char *json =
        "{\"x_text\":\"t\\u00e9\",\"x_list\":[\"a\",\"\"],\"x_true\":true,\"x_false\":false,\"x_mixed\":[\"a\",1],"
        "\"x_number\":18446744073709551617,\"x_null\":null,\"\":\"nameless\",\"resource_name#fr\":\"Nom\","
        "\"x_endpoint\":\"https://rs.example/x\",\"resource\":\"" RESOURCE "\"}";
    static const struct {
        const char *name;
        telnyx_member_type type;
        const char *json;
    } members[] = {
        {"x_text", TELNYX_MEMBER_TYPE_STRING, "\"t\\u00e9\""},
        {"x_list", TELNYX_MEMBER_TYPE_LIST, "[\"a\",\"\"]"},
        {"x_true", TELNYX_MEMBER_TYPE_BOOLEAN, "true"},
        {"x_false", TELNYX_MEMBER_TYPE_BOOLEAN, "false"},
        {"x_mixed", TELNYX_MEMBER_TYPE_JSON, "[\"a\",1]"},
        {"x_number", TELNYX_MEMBER_TYPE_JSON, "18446744073709551617"},
        {"x_null", TELNYX_MEMBER_TYPE_JSON, "null"},
        {"", TELNYX_MEMBER_TYPE_STRING, "\"nameless\""},
        {"resource_name#fr", TELNYX_MEMBER_TYPE_STRING, "\"Nom\""},
        {"x_endpoint", TELNYX_MEMBER_TYPE_STRING, "\"https://rs.example/x\""},
        {TELNYX_MEMBER_RESOURCE, TELNYX_MEMBER_TYPE_STRING, "\"" RESOURCE "\""},
    };
    size_t count = sizeof members / sizeof *members;
    telnyx_resource_metadata *metadata = parse_resource(json);
    CHECK(telnyx_resource_metadata_names_count(metadata) == count);
    CHECK(telnyx_resource_metadata_names_at(metadata, count) == NULL);
    for (size_t i = 0; i < count; i++) {
        CHECK(telnyx_resource_metadata_type(metadata, members[i].name) == members[i].type);
        CHECK_TEXT(telnyx_resource_metadata_json(metadata, members[i].name), members[i].json);
        size_t at = 0;
        while (strcmp(telnyx_resource_metadata_names_at(metadata, at), members[i].name) != 0)
            at++;
        CHECK(at < count);
    }
    CHECK_TEXT(telnyx_resource_metadata_string(metadata, "x_text"), "t\xc3\xa9");
    CHECK_TEXT(telnyx_resource_metadata_string(metadata, ""), "nameless");
    CHECK_TEXT(telnyx_resource_metadata_string(metadata, "resource_name#fr"), "Nom");
    CHECK(telnyx_resource_metadata_list_count(metadata, "x_list") == 2);
    CHECK_TEXT(telnyx_resource_metadata_list_at(metadata, "x_list", 0), "a");
    CHECK_TEXT(telnyx_resource_metadata_list_at(metadata, "x_list", 1), "");
    CHECK(telnyx_resource_metadata_boolean(metadata, "x_true") == TELNYX_BOOLEAN_TRUE);
    CHECK(telnyx_resource_metadata_boolean(metadata, "x_false") == TELNYX_BOOLEAN_FALSE);
    /* A value cannot be read as another type. */
    CHECK(telnyx_resource_metadata_string(metadata, "x_list") == NULL);
    CHECK(telnyx_resource_metadata_list_count(metadata, "x_mixed") == 0);
    CHECK(telnyx_resource_metadata_list_at(metadata, "x_text", 0) == NULL);
    CHECK(telnyx_resource_metadata_boolean(metadata, "x_null") == TELNYX_BOOLEAN_ABSENT);
    /* Names are exact. */
    CHECK(telnyx_resource_metadata_type(metadata, "X_text") == TELNYX_MEMBER_TYPE_ABSENT);
    CHECK(telnyx_resource_metadata_type(metadata, "x_tex") == TELNYX_MEMBER_TYPE_ABSENT);
    CHECK(telnyx_resource_metadata_json(metadata, "resource_name") == NULL);
    /* Checked names, whether the member is present or not. */
    CHECK(telnyx_resource_metadata_is_judged(metadata, "resource_name#fr"));
    CHECK(telnyx_resource_metadata_is_judged(metadata, "x_endpoint"));
    CHECK(telnyx_resource_metadata_is_judged(metadata, TELNYX_MEMBER_JWKS_URI));
    CHECK(!telnyx_resource_metadata_is_judged(metadata, "x_text"));
    telnyx_resource_metadata_free(metadata);
}

/* Returns the number of allocated bytes. */
static size_t allocated(void)
{
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

/* A document with very many members: each look-up by name is fast, and reading a registered member copies no other. */
static void many_members_are_read_by_name(void)
{
    enum { MANY = 60000 };
    char *json = malloc(MANY * 20 + 100);
    CHECK(json != NULL);
    size_t length = (size_t)sprintf(json, "{\"resource\":\"" RESOURCE "\"");
    for (int i = 0; i < MANY; i++)
        length += (size_t)sprintf(json + length, ",\"x%d\":\"%d\"", i, i);
    sprintf(json + length, "}");
    telnyx_resource_metadata *metadata = parse_resource(json);
    size_t before = allocated();
    CHECK_TEXT(telnyx_resource_metadata_resource(metadata), RESOURCE);
    CHECK(telnyx_resource_metadata_jwks_uri(metadata) == NULL);
    CHECK(allocated() < before + 4096);
    for (int i = 0; i < MANY; i++) {
        char name[16];
        sprintf(name, "x%d", i);
        CHECK_TEXT(telnyx_resource_metadata_string(metadata, name), name + 1);
    }
    telnyx_resource_metadata_free(metadata);
    free(json);
}

static void language_variants_are_found(void)
{
    telnyx_resource_metadata *metadata = parse_resource(
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
    /* Text that is not UTF-8 matches no language. */
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

static void invalid_utf8_is_refused(void)
{
    telnyx_response *response = response_of("{\"resource\":\"" RESOURCE "\",\"resource_name\":\"\xff\"}");
    telnyx_resource_metadata *metadata;
    CHECK(telnyx_resource_metadata_from_response(RESOURCE, response, NULL, &metadata, NULL) == TELNYX_STATUS_INVALID_JSON);
    CHECK(metadata == NULL);
    telnyx_response_free(response);
}

static void clones_are_equal_and_outlive_the_original(void)
{
    const char *json = "{\"resource\":\"" RESOURCE "\",\"scopes_supported\":[\"a\"]}";
    telnyx_resource_metadata *first = parse_resource(json);
    telnyx_resource_metadata *same = parse_resource(json);
    telnyx_resource_metadata *other = parse_resource("{\"resource\":\"" RESOURCE "\"}");
    CHECK(telnyx_resource_metadata_equal(first, same) && !telnyx_resource_metadata_equal(first, other));
    telnyx_resource_metadata *copy = telnyx_resource_metadata_clone(first);
    telnyx_resource_metadata_free(first);
    CHECK(telnyx_resource_metadata_equal(copy, same));
    CHECK_TEXT(telnyx_resource_metadata_scopes_supported_at(copy, 0), "a");
    telnyx_resource_metadata_free(copy);
    telnyx_resource_metadata_free(same);
    telnyx_resource_metadata_free(other);

    telnyx_authorization_server_metadata *server = parse_server("{\"issuer\":\"" ISSUER "\"}");
    telnyx_authorization_server_metadata *server_copy = telnyx_authorization_server_metadata_clone(server);
    CHECK(telnyx_authorization_server_metadata_equal(server, server_copy));
    telnyx_authorization_server_metadata_free(server);
    CHECK_TEXT(telnyx_authorization_server_metadata_issuer(server_copy), ISSUER);
    telnyx_authorization_server_metadata_free(server_copy);
}

/* Arguments: a resource's document and a server's document with signed_metadata, the JWK Set of the signer, and the
 * signer's issuer. */
static void signed_claims_replace_members(char **arguments)
{
    const char *keys = arguments[2];
    const char *signers[] = {NULL, arguments[3], "https://other-signer.example"};
    telnyx_response *resource = response_of(arguments[0]);
    telnyx_response *server = response_of(arguments[1]);
    CHECK(telnyx_response_set_received_at(resource, 1800000000) == TELNYX_STATUS_OK);
    for (size_t i = 0; i < 3; i++) {
        telnyx_status expected = i < 2 ? TELNYX_STATUS_OK : TELNYX_STATUS_SIGNATURE_INVALID;
        telnyx_options *options = telnyx_options_new();
        CHECK(telnyx_options_set_trusted_keys(options, keys, signers[i]) == TELNYX_STATUS_OK);
        CHECK(telnyx_options_set_authorization_server_trusted_keys(options, keys, signers[i]) == TELNYX_STATUS_OK);
        telnyx_resource_metadata *metadata;
        CHECK(telnyx_resource_metadata_from_response(RESOURCE, resource, options, &metadata, NULL) == expected);
        telnyx_authorization_server_metadata *found;
        CHECK(telnyx_authorization_server_metadata_from_response(ISSUER, server, options, &found, NULL) == expected);
        if (i < 2) {
            CHECK(telnyx_resource_metadata_signature_status(metadata) == TELNYX_SIGNATURE_VERIFIED);
            CHECK_TEXT(telnyx_resource_metadata_resource_policy_uri(metadata), "https://signed.example/");
            CHECK(telnyx_authorization_server_metadata_signature_status(found) == TELNYX_SIGNATURE_VERIFIED);
            CHECK_TEXT(telnyx_authorization_server_metadata_token_endpoint(found), "https://signed.example/");
        }
        telnyx_authorization_server_metadata_free(found);
        telnyx_resource_metadata_free(metadata);
        telnyx_options_free(options);
    }
    telnyx_response_free(server);
    telnyx_response_free(resource);
    CHECK_TEXT(telnyx_signature_status_str(TELNYX_SIGNATURE_ABSENT), "absent");
    CHECK_TEXT(telnyx_signature_status_str(TELNYX_SIGNATURE_UNVERIFIED), "unverified");
    CHECK_TEXT(telnyx_signature_status_str(TELNYX_SIGNATURE_VERIFIED), "verified");
    CHECK_TEXT(telnyx_signature_status_str(3), "unknown");
}

int main(int count, char **arguments)
{
    start(count, arguments);
    CHECK(count == 8);
    RUN(full_documents_are_read);
    RUN(empty_members_are_read);
    RUN(minimal_documents_are_read);
    RUN(raw_json_and_extra_are_exact);
    RUN(members_are_read_by_name);
    RUN(many_members_are_read_by_name);
    RUN(language_variants_are_found);
    RUN(a_nul_in_a_string_is_refused);
    RUN(invalid_utf8_is_refused);
    RUN(clones_are_equal_and_outlive_the_original);
    signed_claims_replace_members(arguments + 4);
    return 0;
}
