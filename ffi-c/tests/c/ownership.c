/* Tests of ownership: arguments may be freed after a function has returned, and borrowed pointers do not move. */

#include "check.h"

/* Overwrites a string that was an argument, and frees it. */
static void overwrite_and_free(char *text)
{
    memset(text, '#', strlen(text));
    free(text);
}

static void options_copy_their_arguments(void)
{
    const char *port = strrchr(sandbox.https, ':');
    telnyx_options *options = telnyx_options_new();
    char *base_url = join("https://rs.example", port);
    char *ca_file = join(sandbox.ca_file, "");
    char *proxy = join("", "");
    char *user_agent = join("own/", "1");
    char *host = join("rs.", "example");
    char *address = join("127.0.", "0.1");
    char *keys = join("{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",",
                      "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}");
    char *issuer = join("https://signer", ".example");
    CHECK(telnyx_options_set_base_url(options, base_url) == TELNYX_STATUS_OK);
    CHECK(telnyx_options_set_ca_file(options, ca_file) == TELNYX_STATUS_OK);
    CHECK(telnyx_options_set_proxy(options, proxy) == TELNYX_STATUS_OK);
    CHECK(telnyx_options_set_user_agent(options, user_agent) == TELNYX_STATUS_OK);
    CHECK(telnyx_options_add_resolve(options, host, (uint16_t)atoi(port + 1), address) == TELNYX_STATUS_OK);
    CHECK(telnyx_options_set_authorization_server_trusted_keys(options, keys, issuer) == TELNYX_STATUS_OK);
    char *given[] = {base_url, ca_file, proxy, user_agent, host, address, keys, issuer};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        overwrite_and_free(given[i]);

    /* A client does not depend on its options any more. */
    telnyx_client *client;
    telnyx_error *error;
    CHECK_OK(telnyx_client_new(options, &client, &error), error);
    CHECK(telnyx_options_set_base_url(options, "https://nowhere.example") == TELNYX_STATUS_OK);
    telnyx_options_free(options);
    telnyx_resource_metadata *metadata;
    CHECK_OK(telnyx_client_fetch_resource_metadata(client, NULL, NULL, &metadata, &error), error);
    CHECK_HAS(telnyx_resource_metadata_resource(metadata), "https://rs.example:");

    /* A result does not depend on its client. */
    telnyx_client_free(client);
    CHECK_HAS(telnyx_resource_metadata_document_url(metadata), WELL_KNOWN);
    telnyx_resource_metadata_free(metadata);
}

static void calls_copy_their_arguments(void)
{
    telnyx_client *client = sandbox_client();
    char *resource = join(sandbox.http, "/v2/mcp");
    char *line = join("Bearer scope=", "a");
    const char **lines = malloc(sizeof *lines);
    CHECK(lines != NULL);
    lines[0] = line;
    telnyx_call *call = telnyx_call_new();
    CHECK(telnyx_call_set_timeout_ms(call, 60000) == TELNYX_STATUS_OK);
    telnyx_discovery *discovery;
    telnyx_challenges *challenges;
    telnyx_error *error;
    CHECK_OK(telnyx_client_discover(client, resource, lines, 1, call, &discovery, &error), error);
    CHECK_OK(telnyx_parse_challenges(lines, 1, &challenges, &error), error);
    telnyx_error *failure = fail(client, "ftp://rs.example", call, TELNYX_STATUS_INVALID_ARGUMENT);
    telnyx_call_free(call);
    overwrite_and_free(line);
    overwrite_and_free(resource);
    free(lines);
    telnyx_client_free(client);
    CHECK_HAS(telnyx_discovery_resource(discovery), "/v2/mcp");
    CHECK_TEXT(telnyx_challenge_scope_at(telnyx_challenges_at(challenges, 0), 0), "a");
    CHECK_TEXT(telnyx_error_url(failure), "ftp://rs.example");
    telnyx_error_free(failure);
    telnyx_challenges_free(challenges);
    telnyx_discovery_free(discovery);
}

static void responses_copy_their_arguments(void)
{
    char *body = join("{\"resource\":\"https://rs.example/a\"", ",\"x\":1}");
    char *type = join("application/", "json");
    char *url = join("https://rs.example", WELL_KNOWN "/a");
    char *resource = join("https://rs.example", "/a");
    telnyx_response *response = telnyx_response_new(200, body, strlen(body));
    CHECK(telnyx_response_set_content_type(response, type) == TELNYX_STATUS_OK);
    CHECK(telnyx_response_set_url(response, url) == TELNYX_STATUS_OK);
    overwrite_and_free(body);
    overwrite_and_free(type);
    overwrite_and_free(url);
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_resource_metadata_from_response(resource, response, NULL, &metadata, &error), error);
    telnyx_response_free(response);
    overwrite_and_free(resource);
    CHECK_TEXT(telnyx_resource_metadata_extra(metadata), "{\"x\":1}");
    CHECK_TEXT(telnyx_resource_metadata_document_url(metadata), "https://rs.example" WELL_KNOWN "/a");
    telnyx_resource_metadata_free(metadata);
}

/* Other reads from the same handle do not move a borrowed pointer. */
static void borrowed_pointers_do_not_move(void)
{
    telnyx_client *client = sandbox_client();
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK_OK(telnyx_client_discover(client, sandbox.https, NULL, 0, NULL, &discovery, &error), error);
    const char *json[2];
    const char *url[2];
    const telnyx_authorization_server_metadata *server[2];
    const char *scope[2];
    for (int i = 0; i < 2; i++) {
        json[i] = telnyx_discovery_to_json(discovery);
        url[i] = telnyx_attempt_url(telnyx_discovery_attempts_at(discovery, 0));
        server[i] = telnyx_discovery_authorization_server(discovery);
        scope[i] = telnyx_authorization_server_metadata_scopes_supported_at(server[i], 0);
        (void)telnyx_authorization_server_metadata_raw_json(server[i]);
        (void)telnyx_resource_metadata_to_json(telnyx_discovery_resource_metadata(discovery));
    }
    CHECK(json[0] == json[1] && url[0] == url[1] && server[0] == server[1] && scope[0] == scope[1]);
    CHECK_TEXT(scope[0], "admin");
    telnyx_discovery_free(discovery);
    telnyx_client_free(client);
}

/* A later call returns the error of a setter. */
static void refused_input_is_remembered(void)
{
    telnyx_options *options = sandbox_options();
    CHECK(telnyx_options_add_resolve(options, "rs.example", 443, "nowhere") == TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK(telnyx_options_set_resource_match(options, 4) == TELNYX_STATUS_INVALID_ARGUMENT);
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    telnyx_status status = telnyx_fetch_resource_metadata(sandbox.http, options, &metadata, &error);
    CHECK(status == TELNYX_STATUS_INVALID_ARGUMENT && metadata == NULL);
    CHECK_HAS(telnyx_error_message(error), "nowhere");
    telnyx_error_free(error);
    telnyx_options_free(options);

    telnyx_response *response = response_of("{}");
    CHECK(telnyx_response_set_received_at(response, -1) == TELNYX_STATUS_INVALID_ARGUMENT);
    status = telnyx_resource_metadata_from_response("https://rs.example", response, NULL, &metadata, &error);
    CHECK(status == TELNYX_STATUS_INVALID_ARGUMENT && metadata == NULL);
    CHECK_HAS(telnyx_error_message(error), "received_at");
    telnyx_error_free(error);
    telnyx_response_free(response);
}

/* These options are checked only when a client is built. */
static void a_client_applies_every_option(void)
{
    static const char *const words[] = {"timeout", "max_redirects", "ca_file", "user_agent", "proxy"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        telnyx_options *options = telnyx_options_new();
        (void)(i == 0 && telnyx_options_set_connect_timeout_ms(options, 0));
        (void)(i == 1 && telnyx_options_set_max_redirects(options, 11));
        (void)(i == 2 && telnyx_options_set_ca_file(options, "/nowhere/ca.pem"));
        (void)(i == 3 && telnyx_options_set_user_agent(options, "a\nb"));
        (void)(i == 4 && telnyx_options_set_proxy(options, "ftp://proxy.example"));
        telnyx_client *client;
        telnyx_error *error;
        CHECK_TEXT(telnyx_client_new(options, &client, &error) == TELNYX_STATUS_OK ? words[i] : NULL, NULL);
        CHECK_HAS(telnyx_error_message(error), words[i]);
        telnyx_error_free(error);
        telnyx_options_free(options);
    }

    /* The base URL is used only if the call names no resource. */
    telnyx_options *options = sandbox_options();
    CHECK(telnyx_options_set_base_url(options, "api.telnyx.com") == TELNYX_STATUS_OK);
    telnyx_client *client = client_of(options);
    fetch(client, sandbox.http);
    telnyx_error *error = fail(client, NULL, NULL, TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK_HAS(telnyx_error_message(error), "base_url");
    telnyx_error_free(error);
    telnyx_client_free(client);

    options = sandbox_options();
    CHECK(telnyx_options_set_max_body_bytes(options, 10) == TELNYX_STATUS_OK);
    CHECK(telnyx_options_set_cache(options, false) == TELNYX_STATUS_OK);
    CHECK(telnyx_options_set_allow_http(options, true) == TELNYX_STATUS_OK);
    CHECK(telnyx_options_set_allow_private_addresses(options, true) == TELNYX_STATUS_OK);
    CHECK(telnyx_options_add_resolve(options, "rs.example", 80, "127.0.0.1") == TELNYX_STATUS_OK);
    client = client_of(options);
    error = fail(client, sandbox.http, NULL, TELNYX_STATUS_BODY_TOO_LARGE);
    CHECK_HAS(telnyx_error_message(error), "10 bytes");
    telnyx_error_free(error);
    /* The port is closed, but http is allowed. */
    telnyx_error_free(fail(client, "http://rs.example", NULL, TELNYX_STATUS_TRANSPORT));
    telnyx_client_free(client);

    options = sandbox_options();
    CHECK(telnyx_options_set_strict(options, true) == TELNYX_STATUS_OK);
    client = client_of(options);
    char *longer = join(sandbox.http, "/");
    telnyx_error_free(fail(client, longer, NULL, TELNYX_STATUS_RESOURCE_MISMATCH));
    free(longer);
    telnyx_client_free(client);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    RUN(options_copy_their_arguments);
    RUN(calls_copy_their_arguments);
    RUN(responses_copy_their_arguments);
    RUN(borrowed_pointers_do_not_move);
    RUN(refused_input_is_remembered);
    RUN(a_client_applies_every_option);
    return 0;
}
