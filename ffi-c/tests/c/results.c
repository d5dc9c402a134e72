/* Tests of discoveries, challenges, attempts and warnings, and of calls with options. */

#include "check.h"
#include <cjson/cJSON.h>

static const char *text(const cJSON *object, const char *member)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, member));
}

static void check_challenge(const telnyx_challenge *challenge, const cJSON *json)
{
    CHECK((challenge == NULL) == cJSON_IsNull(json));
    if (challenge == NULL)
        return;
    CHECK_TEXT(telnyx_challenge_scheme(challenge), text(json, "scheme"));
    const cJSON *params = cJSON_GetObjectItem(json, "params");
    CHECK(telnyx_challenge_params_count(challenge) == (size_t)cJSON_GetArraySize(params));
    for (size_t i = 0; i < telnyx_challenge_params_count(challenge); i++) {
        const char *name = telnyx_challenge_params_name_at(challenge, i);
        CHECK_TEXT(telnyx_challenge_params_value_at(challenge, i), text(params, name));
    }
    CHECK_TEXT(telnyx_challenge_resource_metadata(challenge), text(json, "resource_metadata"));
    const cJSON *scope = cJSON_GetObjectItem(json, "scope");
    CHECK(telnyx_challenge_has_scope(challenge) && telnyx_challenge_scope_count(challenge) == 2);
    for (size_t i = 0; i < 2; i++)
        CHECK_TEXT(telnyx_challenge_scope_at(challenge, i), cJSON_GetStringValue(cJSON_GetArrayItem(scope, (int)i)));
    CHECK(telnyx_challenge_scope_at(challenge, 2) == NULL);
}

static void check_attempt(const telnyx_attempt *attempt, const cJSON *json)
{
    CHECK_TEXT(telnyx_purpose_str(telnyx_attempt_purpose(attempt)), text(json, "purpose"));
    CHECK_TEXT(telnyx_attempt_url(attempt), text(json, "url"));
    const cJSON *status = cJSON_GetObjectItem(json, "status");
    CHECK(telnyx_attempt_status(attempt) == (cJSON_IsNull(status) ? 0 : status->valueint));
    CHECK_TEXT(telnyx_outcome_str(telnyx_attempt_outcome(attempt)), text(json, "outcome"));
    CHECK((double)telnyx_attempt_elapsed_ms(attempt) == cJSON_GetObjectItem(json, "elapsed_ms")->valuedouble);
    CHECK(telnyx_attempt_from_cache(attempt) == cJSON_IsTrue(cJSON_GetObjectItem(json, "from_cache")));
}

static void check_warning(const telnyx_warning *warning, const cJSON *json)
{
    CHECK_TEXT(telnyx_warning_kind_str(telnyx_warning_kind(warning)), text(json, "kind"));
    CHECK_TEXT(telnyx_warning_message(warning), text(json, "message"));
    CHECK_TEXT(telnyx_warning_url(warning), text(json, "url"));
}

/* The accessors return the values that are in the JSON. */
static void check_discovery(const telnyx_discovery *discovery)
{
    cJSON *json = cJSON_Parse(telnyx_discovery_to_json(discovery));
    CHECK(json != NULL && cJSON_GetArraySize(json) == 10);
    CHECK_TEXT(telnyx_discovery_resource(discovery), text(json, "resource"));
    check_challenge(telnyx_discovery_challenge(discovery), cJSON_GetObjectItem(json, "challenge"));
    CHECK_TEXT(telnyx_discovery_resource_metadata_url(discovery), text(json, "resource_metadata_url"));
    cJSON *document = cJSON_Parse(telnyx_resource_metadata_to_json(telnyx_discovery_resource_metadata(discovery)));
    CHECK(cJSON_Compare(document, cJSON_GetObjectItem(json, "resource_metadata"), true));
    cJSON_Delete(document);

    const cJSON *servers = cJSON_GetObjectItem(json, "authorization_servers");
    size_t count = telnyx_discovery_authorization_servers_count(discovery);
    CHECK(count == (size_t)cJSON_GetArraySize(servers));
    for (size_t i = 0; i < count; i++) {
        const telnyx_discovered_server *server = telnyx_discovery_authorization_servers_at(discovery, i);
        const cJSON *expected = cJSON_GetArrayItem(servers, (int)i);
        CHECK_TEXT(telnyx_discovered_server_issuer(server), text(expected, "issuer"));
        CHECK_TEXT(telnyx_discovered_server_metadata_url(server), text(expected, "metadata_url"));
        const telnyx_authorization_server_metadata *metadata = telnyx_discovered_server_metadata(server);
        CHECK((metadata == NULL) == (telnyx_discovered_server_error(server) != NULL));
        CHECK(telnyx_discovered_server_attempts_count(server) >= 1);
        CHECK_HAS(telnyx_attempt_url(telnyx_discovered_server_attempts_at(server, 0)), "/.well-known/");
        CHECK(telnyx_discovered_server_attempts_at(server, SIZE_MAX) == NULL);
    }
    CHECK(telnyx_discovery_authorization_servers_at(discovery, count) == NULL);

    const cJSON *warnings = cJSON_GetObjectItem(json, "warnings");
    CHECK(telnyx_discovery_warnings_count(discovery) == (size_t)cJSON_GetArraySize(warnings));
    for (size_t i = 0; i < telnyx_discovery_warnings_count(discovery); i++)
        check_warning(telnyx_discovery_warnings_at(discovery, i), cJSON_GetArrayItem(warnings, (int)i));
    CHECK(telnyx_discovery_warnings_at(discovery, telnyx_discovery_warnings_count(discovery)) == NULL);

    const cJSON *attempts = cJSON_GetObjectItem(json, "attempts");
    CHECK(telnyx_discovery_attempts_count(discovery) == (size_t)cJSON_GetArraySize(attempts));
    for (size_t i = 0; i < telnyx_discovery_attempts_count(discovery); i++)
        check_attempt(telnyx_discovery_attempts_at(discovery, i), cJSON_GetArrayItem(attempts, (int)i));
    CHECK(telnyx_discovery_attempts_at(discovery, telnyx_discovery_attempts_count(discovery)) == NULL);
    cJSON_Delete(json);
}

/* Returns the number of attempts with this purpose. */
static size_t attempts_for(const telnyx_discovery *discovery, int32_t purpose)
{
    size_t found = 0;
    for (size_t i = 0; i < telnyx_discovery_attempts_count(discovery); i++)
        found += telnyx_attempt_purpose(telnyx_discovery_attempts_at(discovery, i)) == purpose;
    return found;
}

static telnyx_discovery *discover(const char *path, const char *const *lines, size_t count)
{
    telnyx_options *options = sandbox_options();
    char *resource = join(sandbox.http, path);
    telnyx_discovery *discovery = POISON(telnyx_discovery);
    telnyx_error *error = POISON(telnyx_error);
    CHECK_OK(telnyx_discover(resource, lines, count, options, &discovery, &error), error);
    CHECK_TEXT(telnyx_discovery_resource(discovery), resource);
    free(resource);
    telnyx_options_free(options);
    check_discovery(discovery);
    return discovery;
}

static void the_resource_sends_a_challenge(void)
{
    telnyx_discovery *discovery = discover("/challenging", NULL, 0);
    const telnyx_challenge *challenge = telnyx_discovery_challenge(discovery);
    CHECK_TEXT(telnyx_challenge_scheme(challenge), "bearer");
    CHECK_TEXT(telnyx_challenge_param(challenge, "REALM"), "r");
    CHECK_TEXT(telnyx_challenge_scope_at(challenge, 1), "b");
    CHECK_TEXT(telnyx_challenge_token68(challenge), NULL);
    CHECK(attempts_for(discovery, TELNYX_PURPOSE_PROBE) == 1);
    CHECK(attempts_for(discovery, TELNYX_PURPOSE_AUTHORIZATION_SERVER_METADATA) == 1);
    const telnyx_authorization_server_metadata *server = telnyx_discovery_authorization_server(discovery);
    CHECK_TEXT(telnyx_authorization_server_metadata_issuer(server), sandbox.http);
    CHECK(telnyx_discovery_supports_pkce_s256(discovery));
    CHECK(server == telnyx_discovered_server_metadata(telnyx_discovery_authorization_servers_at(discovery, 0)));

    /* Clones outlive the discovery. */
    telnyx_authorization_server_metadata *server_copy = telnyx_authorization_server_metadata_clone(server);
    telnyx_resource_metadata *copy = telnyx_resource_metadata_clone(telnyx_discovery_resource_metadata(discovery));
    telnyx_discovery_free(discovery);
    CHECK_TEXT(telnyx_authorization_server_metadata_issuer(server_copy), sandbox.http);
    CHECK_HAS(telnyx_resource_metadata_resource(copy), "/challenging");
    telnyx_authorization_server_metadata_free(server_copy);
    telnyx_resource_metadata_free(copy);
}

/* A pointer that is not NULL with a count of 0 means that there was no challenge. The call then sends no probe. */
static void the_caller_says_that_there_is_no_challenge(void)
{
    const char *const none = NULL;
    telnyx_discovery *discovery = discover("/v2/mcp", &none, 0);
    CHECK(telnyx_discovery_challenge(discovery) == NULL);
    CHECK(attempts_for(discovery, TELNYX_PURPOSE_PROBE) == 0);
    telnyx_discovery_free(discovery);
}

static void the_caller_passes_a_challenge(void)
{
    char *url = join(sandbox.http, WELL_KNOWN "/challenging");
    char *line = malloc(strlen(url) + 64);
    CHECK(line != NULL);
    sprintf(line, "Bearer scope=\"x y\", resource_metadata=\"%s\"", url);
    const char *lines[] = {"Negotiate abc==", line};
    telnyx_discovery *discovery = discover("/challenging", lines, 2);
    free(line);
    CHECK_TEXT(telnyx_challenge_scope_at(telnyx_discovery_challenge(discovery), 0), "x");
    CHECK_TEXT(telnyx_discovery_resource_metadata_url(discovery), url);
    CHECK(attempts_for(discovery, TELNYX_PURPOSE_PROBE) == 0);
    telnyx_discovery_free(discovery);
    free(url);
}

static void a_discovery_has_warnings(void)
{
    telnyx_discovery *discovery = discover("/unusual", NULL, 0);
    CHECK(telnyx_discovery_warnings_count(discovery) == 1);
    const telnyx_warning *warning = telnyx_discovery_warnings_at(discovery, 0);
    CHECK(telnyx_warning_kind(warning) == TELNYX_WARNING_CONTENT_TYPE_UNUSUAL);
    CHECK_HAS(telnyx_warning_message(warning), "application/problem+json");
    CHECK_HAS(telnyx_warning_url(warning), "/unusual");
    const telnyx_resource_metadata *metadata = telnyx_discovery_resource_metadata(discovery);
    CHECK(telnyx_warning_kind(telnyx_resource_metadata_warnings_at(metadata, 0)) == TELNYX_WARNING_CONTENT_TYPE_UNUSUAL);
    telnyx_discovery_free(discovery);
}

static void a_client_caches_documents(void)
{
    telnyx_client *client = sandbox_client();
    char *resource = join(sandbox.https, "/cached");
    const char *const none = NULL;
    for (int i = 0; i < 2; i++) {
        telnyx_discovery *discovery;
        telnyx_error *error;
        CHECK_OK(telnyx_client_discover(client, resource, &none, 0, NULL, &discovery, &error), error);
        CHECK(telnyx_attempt_from_cache(telnyx_discovery_attempts_at(discovery, 0)) == (i == 1));
        check_discovery(discovery);
        telnyx_discovery_free(discovery);
    }
    free(resource);
    telnyx_client_free(client);
}

static void a_server_document_is_fetched(void)
{
    telnyx_options *options = sandbox_options();
    telnyx_authorization_server_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_fetch_authorization_server_metadata(sandbox.https, options, &metadata, &error), error);
    CHECK_TEXT(telnyx_authorization_server_metadata_issuer(metadata), sandbox.https);
    CHECK_TEXT(telnyx_authorization_server_metadata_scopes_supported_at(metadata, 0), "admin");
    telnyx_authorization_server_metadata_free(metadata);
    telnyx_options_free(options);
}

static void a_challenge_has_a_token68(void)
{
    const char *const line = "Negotiate abc==, Bearer scope=\"\"";
    telnyx_challenges *challenges;
    telnyx_error *error;
    CHECK_OK(telnyx_parse_challenges(&line, 1, &challenges, &error), error);
    CHECK(telnyx_challenges_count(challenges) == 2);
    const telnyx_challenge *negotiate = telnyx_challenges_at(challenges, 0);
    CHECK_TEXT(telnyx_challenge_token68(negotiate), "abc==");
    CHECK(!telnyx_challenge_has_scope(negotiate) && telnyx_challenge_scope_count(negotiate) == 0);
    CHECK(telnyx_challenge_resource_metadata(negotiate) == NULL);
    CHECK(telnyx_challenge_params_name_at(negotiate, 0) == NULL && telnyx_challenge_params_value_at(negotiate, 0) == NULL);
    const telnyx_challenge *bearer = telnyx_challenges_at(challenges, 1);
    CHECK(telnyx_challenge_has_scope(bearer) && telnyx_challenge_scope_count(bearer) == 0);
    telnyx_challenges_free(challenges);
}

/* The names of the header's numbers, which are the same in every language. */
static void numbers_have_names(void)
{
    static const struct {
        const char *(*name)(int32_t number);
        int32_t number;
        const char *expected;
    } names[] = {
        {telnyx_purpose_str, TELNYX_PURPOSE_PROBE, "probe"},
        {telnyx_purpose_str, TELNYX_PURPOSE_RESOURCE_METADATA, "resource_metadata"},
        {telnyx_purpose_str, TELNYX_PURPOSE_AUTHORIZATION_SERVER_METADATA, "authorization_server_metadata"},
        {telnyx_purpose_str, 0, "unknown"},
        {telnyx_outcome_str, TELNYX_OUTCOME_OK, "ok"},
        {telnyx_outcome_str, TELNYX_OUTCOME_ABSENT, "absent"},
        {telnyx_outcome_str, TELNYX_STATUS_TIMEOUT, "timeout"},
        {telnyx_outcome_str, -2, "unknown"},
        {telnyx_warning_kind_str, TELNYX_WARNING_RESOURCE_MISSING, "resource_missing"},
        {telnyx_warning_kind_str, TELNYX_WARNING_RESOURCE_NOT_EXACT, "resource_not_exact"},
        {telnyx_warning_kind_str, TELNYX_WARNING_AUTHORIZATION_SERVERS_MISSING, "authorization_servers_missing"},
        {telnyx_warning_kind_str, TELNYX_WARNING_ISSUER_ROOT_SLASH, "issuer_root_slash"},
        {telnyx_warning_kind_str, TELNYX_WARNING_CONTENT_TYPE_UNUSUAL, "content_type_unusual"},
        {telnyx_warning_kind_str, TELNYX_WARNING_PKCE_S256_NOT_ADVERTISED, "pkce_s256_not_advertised"},
        {telnyx_warning_kind_str, TELNYX_WARNING_RESOURCE_NOT_LISTED, "resource_not_listed"},
        {telnyx_warning_kind_str, TELNYX_WARNING_CHALLENGE_UNUSABLE, "challenge_unusable"},
        {telnyx_warning_kind_str, TELNYX_WARNING_PROBE_FAILED, "probe_failed"},
        {telnyx_warning_kind_str, TELNYX_WARNING_CHALLENGE_MALFORMED, "challenge_malformed"},
        {telnyx_warning_kind_str, TELNYX_WARNING_AUTHORIZATION_SERVER_UNUSABLE, "authorization_server_unusable"},
        {telnyx_warning_kind_str, TELNYX_WARNING_MEMBER_NULL, "member_null"},
        {telnyx_warning_kind_str, TELNYX_WARNING_PROBE_INCONCLUSIVE, "probe_inconclusive"},
        {telnyx_warning_kind_str, 14, "unknown"},
        {telnyx_client_registration_str, TELNYX_CLIENT_REGISTRATION_CLIENT_ID_METADATA_DOCUMENT, "client_id_metadata_document"},
        {telnyx_client_registration_str, TELNYX_CLIENT_REGISTRATION_DYNAMIC, "dynamic"},
        {telnyx_client_registration_str, TELNYX_CLIENT_REGISTRATION_PREREGISTERED, "preregistered"},
        {telnyx_client_registration_str, 0, "unknown"},
    };
    CHECK(sizeof(telnyx_status) == sizeof(int32_t) && (telnyx_status)-1 < 0);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *name = names[i].name(names[i].number);
        CHECK_TEXT(name, names[i].expected);
        /* The string is static: the pointer is always the same. */
        CHECK(names[i].name(names[i].number) == name);
    }
    CHECK(telnyx_status_str(TELNYX_STATUS_TLS) == telnyx_status_str(TELNYX_STATUS_TLS));
}

int main(int count, char **arguments)
{
    start(count, arguments);
    RUN(the_resource_sends_a_challenge);
    RUN(the_caller_says_that_there_is_no_challenge);
    RUN(the_caller_passes_a_challenge);
    RUN(a_discovery_has_warnings);
    RUN(a_client_caches_documents);
    RUN(a_server_document_is_fetched);
    RUN(a_challenge_has_a_token68);
    RUN(numbers_have_names);
    return 0;
}
