/* Tests every kind of error over real sockets and TLS, with all its details. */

#include "check.h"
#include <cjson/cJSON.h>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#define WELL_KNOWN_SERVER "/.well-known/oauth-authorization-server"

/* One of the three calls, which must fail. */
typedef telnyx_status caller(telnyx_client *client, const char *url, const telnyx_call *call, telnyx_error **error_out);

static telnyx_status fetch_resource(telnyx_client *client, const char *url, const telnyx_call *call, telnyx_error **error_out)
{
    telnyx_resource_metadata *metadata = POISON(telnyx_resource_metadata);
    telnyx_status status = telnyx_client_fetch_resource_metadata(client, url, call, &metadata, error_out);
    CHECK(metadata == NULL);
    return status;
}

static telnyx_status fetch_server(telnyx_client *client, const char *url, const telnyx_call *call, telnyx_error **error_out)
{
    telnyx_authorization_server_metadata *metadata = POISON(telnyx_authorization_server_metadata);
    telnyx_status status = telnyx_client_fetch_authorization_server_metadata(client, url, call, &metadata, error_out);
    CHECK(metadata == NULL);
    return status;
}

static telnyx_status discover(telnyx_client *client, const char *url, const telnyx_call *call, telnyx_error **error_out)
{
    const char *const line = "Bearer resource_metadata=\"https://169.254.169.254/metadata\"";
    telnyx_discovery *discovery = POISON(telnyx_discovery);
    telnyx_status status = telnyx_client_discover(client, url, &line, 1, call, &discovery, error_out);
    CHECK(discovery == NULL);
    return status;
}

/* The expected error of a call. */
struct failure {
    telnyx_status kind;
    const char *name;
    caller *call;
    /* The path of the requested resource. */
    const char *path;
    /* The URL of the error: a path after the origin, or an absolute URL. */
    const char *url;
    const char *words;
    uint16_t http_status;
    const char *error;
    const char *error_description;
    int64_t retry_after;
    size_t attempts;
};

#define NO_OAUTH_ERROR NULL, NULL
#define NO_WAIT (-1)

static const struct failure expected_errors[] = {
    {TELNYX_STATUS_BLOCKED_ADDRESS, "blocked_address", discover, "/blocked", "https://169.254.169.254/metadata",
     "169.254.169.254", 0, NO_OAUTH_ERROR, NO_WAIT, 1},
    {TELNYX_STATUS_TRANSPORT, "transport", fetch_resource, "/reset", WELL_KNOWN "/reset", "reset", 0, NO_OAUTH_ERROR,
     NO_WAIT, 1},
    {TELNYX_STATUS_TIMEOUT, "timeout", fetch_resource, "/silent", WELL_KNOWN "/silent", "within 500ms", 0, NO_OAUTH_ERROR,
     NO_WAIT, 1},
    {TELNYX_STATUS_REDIRECT_REFUSED, "redirect_refused", fetch_resource, "/elsewhere", WELL_KNOWN "/elsewhere",
     "https://elsewhere.example", 302, NO_OAUTH_ERROR, NO_WAIT, 1},
    {TELNYX_STATUS_HTTP_STATUS, "http_status", fetch_resource, "/busy", WELL_KNOWN "/busy", "503", 503, NO_OAUTH_ERROR,
     3600, 1},
    {TELNYX_STATUS_OAUTH_ERROR, "oauth_error", fetch_resource, "/oauth", WELL_KNOWN "/oauth", "invalid_request", 400,
     "invalid_request", "the \x1b[1mdescription\xc3\xa9", NO_WAIT, 1},
    {TELNYX_STATUS_OAUTH_ERROR, "oauth_error", fetch_resource, "/slow-down", WELL_KNOWN "/slow-down", "slow_down", 429,
     "slow_down", NULL, 61, 1},
    {TELNYX_STATUS_OAUTH_ERROR, "oauth_error", fetch_resource, "/nul", WELL_KNOWN "/nul", "a\\0b", 401, "a\xef\xbf\xbd" "b",
     "c\xef\xbf\xbd" "d", NO_WAIT, 1},
    {TELNYX_STATUS_CONTENT_TYPE, "content_type", fetch_resource, "/html", WELL_KNOWN "/html", "text/html", 200,
     NO_OAUTH_ERROR, NO_WAIT, 1},
    {TELNYX_STATUS_BODY_TOO_LARGE, "body_too_large", fetch_resource, "/large", WELL_KNOWN "/large", "1048576", 200,
     NO_OAUTH_ERROR, NO_WAIT, 1},
    {TELNYX_STATUS_INVALID_JSON, "invalid_json", fetch_resource, "/not-json", WELL_KNOWN "/not-json", "JSON", 200,
     NO_OAUTH_ERROR, NO_WAIT, 1},
    {TELNYX_STATUS_INVALID_METADATA, "invalid_metadata", fetch_resource, "/not-metadata", WELL_KNOWN "/not-metadata",
     "resource must be a string", 200, NO_OAUTH_ERROR, NO_WAIT, 1},
    {TELNYX_STATUS_RESOURCE_MISMATCH, "resource_mismatch", fetch_resource, "/other", WELL_KNOWN "/other",
     "https://other.example", 200, NO_OAUTH_ERROR, NO_WAIT, 1},
    {TELNYX_STATUS_ISSUER_MISMATCH, "issuer_mismatch", fetch_server, "/other", WELL_KNOWN_SERVER "/other",
     "https://other.example", 200, NO_OAUTH_ERROR, NO_WAIT, 1},
    {TELNYX_STATUS_NOT_FOUND, "not_found", fetch_server, "/nowhere", "/nowhere", "openid-configuration", 0, NO_OAUTH_ERROR,
     NO_WAIT, 3},
    {TELNYX_STATUS_SIGNATURE_INVALID, "signature_invalid", fetch_resource, "/signed", WELL_KNOWN "/signed",
     "cannot be trusted", 200, NO_OAUTH_ERROR, NO_WAIT, 1},
};

#define HIGHEST TELNYX_STATUS_INTERNAL

static bool seen[HIGHEST + 1];

/* The JSON has the same values as the accessors. */
static void check_json(const telnyx_error *error)
{
    cJSON *json = cJSON_Parse(telnyx_error_to_json(error));
    CHECK(json != NULL && cJSON_GetArraySize(json) == 9);
    CHECK_TEXT(cJSON_GetStringValue(cJSON_GetObjectItem(json, "kind")), telnyx_status_str(telnyx_error_kind(error)));
    CHECK_TEXT(cJSON_GetStringValue(cJSON_GetObjectItem(json, "message")), telnyx_error_message(error));
    CHECK_TEXT(cJSON_GetStringValue(cJSON_GetObjectItem(json, "url")), telnyx_error_url(error));
    const cJSON *http_status = cJSON_GetObjectItem(json, "http_status");
    CHECK(telnyx_error_http_status(error) ? http_status->valueint == telnyx_error_http_status(error)
                                          : cJSON_IsNull(http_status));
    const cJSON *retry_after = cJSON_GetObjectItem(json, "retry_after");
    CHECK(telnyx_error_retry_after(error) >= 0 ? retry_after->valueint == telnyx_error_retry_after(error)
                                               : cJSON_IsNull(retry_after));
    CHECK(cJSON_IsNull(cJSON_GetObjectItem(json, "error")) == (telnyx_error_error(error) == NULL));
    CHECK(cJSON_IsNull(cJSON_GetObjectItem(json, "error_description")) == (telnyx_error_error_description(error) == NULL));
    CHECK((size_t)cJSON_GetArraySize(cJSON_GetObjectItem(json, "attempts")) == telnyx_error_attempts_count(error));
    CHECK((size_t)cJSON_GetArraySize(cJSON_GetObjectItem(json, "warnings")) == telnyx_error_warnings_count(error));
    cJSON_Delete(json);
}

/* The text contains no control characters. */
static void check_printable(const char *text)
{
    CHECK(text != NULL && *text != '\0');
    for (const char *c = text; *c != '\0'; c++)
        CHECK((unsigned char)*c >= ' ' && *c != '\x7f');
}

static void check_error(const telnyx_error *error, telnyx_status status, const struct failure *expected, const char *url)
{
    CHECK(error != NULL);
    CHECK_TEXT(telnyx_status_str(status), expected->name);
    CHECK(status == expected->kind && telnyx_error_kind(error) == expected->kind);
    seen[expected->kind] = true;
    CHECK_HAS(telnyx_error_message(error), expected->words);
    check_printable(telnyx_error_message(error));
    CHECK_TEXT(telnyx_error_url(error), url);
    CHECK(telnyx_error_http_status(error) == expected->http_status);
    CHECK_TEXT(telnyx_error_error(error), expected->error);
    CHECK_TEXT(telnyx_error_error_description(error), expected->error_description);
    CHECK(telnyx_error_retry_after(error) == expected->retry_after);
    CHECK(telnyx_error_attempts_count(error) == expected->attempts);
    for (size_t i = 0; i < expected->attempts; i++) {
        const telnyx_attempt *attempt = telnyx_error_attempts_at(error, i);
        CHECK_HAS(telnyx_attempt_url(attempt), "://");
        CHECK_TEXT(telnyx_attempt_method(attempt), "GET");
        CHECK((telnyx_attempt_final_url(attempt) == NULL) == (telnyx_attempt_status(attempt) == 0));
        check_printable(telnyx_attempt_reason(attempt));
    }
    for (size_t i = 0; i < telnyx_error_warnings_count(error); i++)
        check_printable(telnyx_warning_message(telnyx_error_warnings_at(error, i)));
    CHECK(telnyx_error_attempts_at(error, expected->attempts) == NULL);
    for (size_t i = 0; i < telnyx_error_causes_count(error); i++)
        check_printable(telnyx_error_causes_at(error, i));
    CHECK(telnyx_error_causes_at(error, telnyx_error_causes_count(error)) == NULL);
    check_json(error);
}

static void servers_cause_errors(const char *origin)
{
    /* The public key of https://www.rfc-editor.org/rfc/rfc8037#appendix-A.2: no test signs with it. */
    const char *keys = "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
                       "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}";
    telnyx_options *options = sandbox_options();
    CHECK(telnyx_options_set_trusted_keys(options, keys, NULL) == TELNYX_STATUS_OK);
    telnyx_client *client = client_of(options);
    telnyx_call *call = telnyx_call_new();
    CHECK(telnyx_call_set_timeout_ms(call, 500) == TELNYX_STATUS_OK);
    for (size_t i = 0; i < sizeof expected_errors / sizeof *expected_errors; i++) {
        char *requested = join(origin, expected_errors[i].path);
        char *url = expected_errors[i].url[0] == '/' ? join(origin, expected_errors[i].url) : join("", expected_errors[i].url);
        telnyx_error *error = NULL;
        bool hurried = expected_errors[i].kind == TELNYX_STATUS_TIMEOUT;
        telnyx_status status = expected_errors[i].call(client, requested, hurried ? call : NULL, &error);
        check_error(error, status, &expected_errors[i], url);
        telnyx_error_free(error);
        free(url);
        free(requested);
    }
    telnyx_call_free(call);
    telnyx_client_free(client);
}

static void servers_cause_errors_over_http(void)
{
    servers_cause_errors(sandbox.http);
}

static void servers_cause_errors_over_https(void)
{
    servers_cause_errors(sandbox.https);
}

/* Fetches one document with options for this call. */
static void check_fetch(const char *resource, const telnyx_options *options, const struct failure *expected)
{
    telnyx_resource_metadata *metadata = POISON(telnyx_resource_metadata);
    telnyx_error *error = NULL;
    telnyx_status status = telnyx_fetch_resource_metadata(resource, options, &metadata, &error);
    CHECK(metadata == NULL);
    check_error(error, status, expected, expected->url);
    telnyx_error_free(error);
}

static void callers_cause_errors(void)
{
    static const struct failure file = {TELNYX_STATUS_INVALID_ARGUMENT, "invalid_argument", NULL, NULL, "file:///etc/passwd",
                                    "http", 0, NO_OAUTH_ERROR, NO_WAIT, 0};
    static const struct failure plain = {TELNYX_STATUS_INSECURE_URL, "insecure_url", NULL, NULL, "http://rs.example/a", "https",
                                     0, NO_OAUTH_ERROR, NO_WAIT, 0};
    telnyx_options *options = sandbox_options();
    check_fetch(file.url, options, &file);
    check_fetch(plain.url, options, &plain);
    telnyx_options_free(options);
}

static void a_url_that_is_too_long_is_refused(void)
{
    const size_t length = 200 << 20;
    telnyx_client *client = sandbox_client();
    char *url = malloc(length + 1);
    CHECK(url != NULL);
    memset(url, 'a', length);
    url[length] = '\0';
    memcpy(url, "https://rs.example/", strlen("https://rs.example/"));
    telnyx_error *error = fail(client, url, NULL, TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK_HAS(telnyx_error_message(error), "at most 32,768 bytes");
    telnyx_error_free(error);
    free(url);
    telnyx_client_free(client);
}

static void an_untrusted_certificate_is_refused(void)
{
    const char *port = strrchr(sandbox.https, ':');
    char *origin = join("https://unknown-ca.example", port);
    char *url = join(origin, WELL_KNOWN);
    const struct failure expected = {TELNYX_STATUS_TLS, "tls", NULL, NULL, url, "certificate", 0, NO_OAUTH_ERROR, NO_WAIT, 1};
    telnyx_options *options = sandbox_options();
    telnyx_options_add_resolve(options, "unknown-ca.example", (uint16_t)atoi(port + 1), "127.0.0.1");
    check_fetch(origin, options, &expected);
    telnyx_options_free(options);
    free(url);
    free(origin);
}

/* The profile mcp requires that a document lists an authorization server. */
static void a_document_without_servers_does_not_meet_the_profile(void)
{
    char *resource = join(sandbox.https, "/without-servers");
    char *url = join(sandbox.https, WELL_KNOWN "/without-servers");
    const struct failure expected = {TELNYX_STATUS_PROFILE_UNMET, "profile_unmet", NULL, NULL, url, "MCP requires", 200,
                            NO_OAUTH_ERROR, NO_WAIT, 1};
    telnyx_options *options = sandbox_options();
    telnyx_options_set_profile(options, "mcp");
    check_fetch(resource, options, &expected);
    telnyx_options_free(options);
    free(url);
    free(resource);
}

static void *cancel(void *token)
{
    usleep(100000);
    telnyx_cancel_token_cancel(token);
    return NULL;
}

static void a_cancelled_call_fails(void)
{
    char *resource = join(sandbox.https, "/silent");
    char *url = join(sandbox.https, WELL_KNOWN "/silent");
    const struct failure expected = {TELNYX_STATUS_CANCELLED, "cancelled", NULL, NULL, NULL, "cancelled", 0, NO_OAUTH_ERROR, NO_WAIT,
                            1};
    telnyx_client *client = sandbox_client();
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    telnyx_call *call = telnyx_call_new();
    telnyx_call_set_cancel_token(call, token);
    pthread_t canceller;
    CHECK(pthread_create(&canceller, NULL, cancel, token) == 0);
    telnyx_error *error = NULL;
    telnyx_status status = fetch_resource(client, resource, call, &error);
    CHECK(pthread_join(canceller, NULL) == 0);
    check_error(error, status, &expected, url);
    telnyx_error_free(error);
    free(url);
    free(resource);
    telnyx_call_free(call);
    telnyx_cancel_token_free(token);
    telnyx_client_free(client);
}

/* A client needs file descriptors. */
static void a_client_without_file_descriptors_fails(void)
{
    const struct failure expected = {TELNYX_STATUS_INTERNAL, "internal", NULL, NULL, NULL, "runtime", 0, NO_OAUTH_ERROR, NO_WAIT, 0};
    struct rlimit before;
    CHECK(getrlimit(RLIMIT_NOFILE, &before) == 0);
    const struct rlimit none = {.rlim_cur = 0, .rlim_max = before.rlim_max};
    telnyx_client *client = POISON(telnyx_client);
    telnyx_error *error = NULL;
    CHECK(setrlimit(RLIMIT_NOFILE, &none) == 0);
    telnyx_status status = telnyx_client_new(NULL, &client, &error);
    CHECK(setrlimit(RLIMIT_NOFILE, &before) == 0);
    CHECK(client == NULL);
    check_error(error, status, &expected, NULL);
    telnyx_error_free(error);
    telnyx_client_free(sandbox_client());
}

/* The tests saw every kind, and no other number has a name. */
static void every_kind_was_seen(void)
{
    CHECK_TEXT(telnyx_status_str(TELNYX_STATUS_OK), "ok");
    for (telnyx_status status = 1; status <= HIGHEST; status++)
        CHECK(seen[status] == (strcmp(telnyx_status_str(status), "unknown") != 0));
    CHECK_TEXT(telnyx_status_str(-1), "unknown");
    CHECK_TEXT(telnyx_status_str(HIGHEST + 1), "unknown");
}

/* The error of an authorization server belongs to the discovery. */
static void a_server_error_belongs_to_its_discovery(void)
{
    telnyx_client *client = sandbox_client();
    char *resource = join(sandbox.https, "/two-servers");
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK_OK(telnyx_client_discover(client, resource, NULL, 0, NULL, &discovery, &error), error);
    CHECK(telnyx_discovery_authorization_servers_count(discovery) == 2);
    const telnyx_discovered_server *lacking = telnyx_discovery_authorization_servers_at(discovery, 1);
    CHECK(telnyx_discovered_server_metadata(lacking) == NULL && telnyx_discovered_server_metadata_url(lacking) == NULL);
    const telnyx_error *borrowed = telnyx_discovered_server_error(lacking);
    char *issuer = join(sandbox.https, "/nowhere");
    const struct failure expected = {TELNYX_STATUS_NOT_FOUND, "not_found", NULL, NULL, NULL, "", 0, NO_OAUTH_ERROR, NO_WAIT, 3};
    check_error(borrowed, telnyx_error_kind(borrowed), &expected, issuer);
    CHECK(telnyx_discovered_server_error(telnyx_discovery_authorization_servers_at(discovery, 0)) == NULL);
    const telnyx_authorization_server_metadata *first;
    CHECK_OK(telnyx_discovery_require_authorization_server(discovery, &first, &error), error);
    CHECK(first == telnyx_discovery_authorization_server(discovery) && first != NULL);
    telnyx_discovery_free(discovery);
    free(issuer);
    free(resource);
    telnyx_client_free(client);
}

/* The resource's document is within the limit, and the document of the first server exceeds it. */
static void the_bodies_of_a_discovery_are_limited(void)
{
    telnyx_options *options = sandbox_options();
    char *resource = join(sandbox.https, "/two-servers");
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK(telnyx_options_set_max_total_bytes(options, 400) == TELNYX_STATUS_OK);
    CHECK_OK(telnyx_discover(resource, NULL, 0, options, &discovery, &error), error);
    const telnyx_discovered_server *server = telnyx_discovery_authorization_servers_at(discovery, 0);
    const telnyx_error *refused = telnyx_discovered_server_error(server);
    CHECK(telnyx_error_kind(refused) == TELNYX_STATUS_BODY_TOO_LARGE);
    CHECK_HAS(telnyx_error_message(refused), "max_total_bytes");
    telnyx_discovery_free(discovery);
    telnyx_options_free(options);
    free(resource);
}

/* If no authorization server is usable, the call returns the error of the first one. */
static void a_discovery_without_a_usable_server_fails(void)
{
    telnyx_client *client = sandbox_client();
    const char *const paths[] = {"/bad-server", "/no-server"};
    const char *const words[] = {"/nowhere", "authorization server"};
    for (size_t i = 0; i < 2; i++) {
        char *resource = join(sandbox.https, paths[i]);
        telnyx_discovery *discovery;
        telnyx_error *error;
        CHECK_OK(telnyx_client_discover(client, resource, NULL, 0, NULL, &discovery, &error), error);
        const telnyx_authorization_server_metadata *none = POISON(const telnyx_authorization_server_metadata);
        CHECK(telnyx_discovery_require_authorization_server(discovery, &none, &error) == TELNYX_STATUS_NOT_FOUND);
        CHECK(none == NULL);
        CHECK_HAS(telnyx_error_message(error), words[i]);
        /* The error belongs to the caller. */
        telnyx_discovery_free(discovery);
        check_printable(telnyx_error_message(error));
        telnyx_error_free(error);
        free(resource);
    }
    telnyx_client_free(client);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    RUN(servers_cause_errors_over_http);
    RUN(servers_cause_errors_over_https);
    RUN(callers_cause_errors);
    RUN(a_url_that_is_too_long_is_refused);
    RUN(an_untrusted_certificate_is_refused);
    RUN(a_document_without_servers_does_not_meet_the_profile);
    RUN(a_cancelled_call_fails);
    RUN(a_client_without_file_descriptors_fails);
    RUN(every_kind_was_seen);
    RUN(a_server_error_belongs_to_its_discovery);
    RUN(the_bodies_of_a_discovery_are_limited);
    RUN(a_discovery_without_a_usable_server_fails);
    return 0;
}
