/* Tests the options of the probe, and how a discovery says that it found the document. */

#include "check.h"

static char *url;

static telnyx_status discover(telnyx_options *options, telnyx_discovery **discovery_out, telnyx_error **error_out)
{
    telnyx_client *client = client_of(options);
    telnyx_status status = telnyx_client_discover(client, url, NULL, 0, NULL, discovery_out, error_out);
    telnyx_client_free(client);
    return status;
}

/* The method of a request of the probe, in the order of the attempts. */
static const char *probed(const telnyx_discovery *discovery, size_t index)
{
    for (size_t i = 0; i < telnyx_discovery_attempts_count(discovery); i++) {
        const telnyx_attempt *attempt = telnyx_discovery_attempts_at(discovery, i);
        if (telnyx_attempt_purpose(attempt) == TELNYX_PURPOSE_PROBE && index-- == 0)
            return telnyx_attempt_method(attempt);
    }
    return NULL;
}

static void check_probe(const char *probe, const char *first, const char *second)
{
    telnyx_options *options = sandbox_options();
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK(telnyx_options_set_probe(options, probe) == TELNYX_STATUS_OK);
    CHECK_OK(discover(options, &discovery, &error), error);
    CHECK_TEXT(probed(discovery, 0), first);
    CHECK_TEXT(probed(discovery, 1), second);
    telnyx_discovery_free(discovery);
}

/* The resource does not speak JSON-RPC, so only the value mcp sends it a POST. */
static void the_option_chooses_the_requests_of_the_probe(void)
{
    check_probe("none", NULL, NULL);
    check_probe("get", "GET", NULL);
    check_probe("auto", "GET", NULL);
    check_probe("mcp", "POST", NULL);
}

static void the_profile_requires_pkce(void)
{
    telnyx_options *options = sandbox_options();
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK(telnyx_options_set_profile(options, "mcp") == TELNYX_STATUS_OK);
    CHECK_OK(discover(options, &discovery, &error), error);
    CHECK_TEXT(probed(discovery, 0), "POST");
    const telnyx_discovered_server *server = telnyx_discovery_authorization_servers_at(discovery, 0);
    CHECK(telnyx_error_kind(telnyx_discovered_server_error(server)) == TELNYX_STATUS_PROFILE_UNMET);
    telnyx_discovery_free(discovery);
}

static void a_discovery_has_all_challenges_and_says_how_it_found_the_document(void)
{
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK_OK(discover(sandbox_options(), &discovery, &error), error);
    CHECK_TEXT(telnyx_discovery_via(discovery), "challenge");
    CHECK(telnyx_discovery_challenges_count(discovery) == 2);
    CHECK_TEXT(telnyx_challenge_scheme(telnyx_discovery_challenges_at(discovery, 0)), "basic");
    CHECK_TEXT(telnyx_challenge_scheme(telnyx_discovery_challenges_at(discovery, 1)), "bearer");
    CHECK(telnyx_discovery_challenges_at(discovery, 2) == NULL);
    CHECK(telnyx_discovery_via(NULL) == NULL && telnyx_discovery_challenges_count(NULL) == 0);
    telnyx_discovery_free(discovery);
}

/* The authorization server at the origin of the resource. It publishes no document as a resource. */
static void the_legacy_origin_needs_no_document(void)
{
    telnyx_options *options = sandbox_options();
    telnyx_discovery *discovery;
    telnyx_error *error;
    char *challenging = url;
    url = join(sandbox.https, "/legacy");
    telnyx_status status = discover(options, &discovery, &error);
    CHECK(status == TELNYX_STATUS_NOT_FOUND && discovery == NULL);
    telnyx_error_free(error);
    options = sandbox_options();
    CHECK(telnyx_options_set_legacy_origin(options, true) == TELNYX_STATUS_OK);
    CHECK_OK(discover(options, &discovery, &error), error);
    CHECK_TEXT(telnyx_discovery_via(discovery), "legacy_origin");
    CHECK(telnyx_discovery_resource_metadata(discovery) == NULL);
    CHECK(telnyx_discovery_resource_metadata_url(discovery) == NULL);
    CHECK(telnyx_discovery_authorization_server(discovery) != NULL);
    telnyx_discovery_free(discovery);
    free(url);
    url = challenging;
}

static void bad_values_are_refused(void)
{
    telnyx_options *options = sandbox_options();
    CHECK(telnyx_options_set_probe(options, "post") == TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK(telnyx_options_set_profile(options, "MCP") == TELNYX_STATUS_INVALID_ARGUMENT);
    telnyx_options_free(options);

    options = sandbox_options();
    CHECK(telnyx_options_add_header(options, "Authorization", "secret") == TELNYX_STATUS_OK);
    telnyx_client *client = POISON(telnyx_client);
    telnyx_error *error;
    CHECK(telnyx_client_new(options, &client, &error) == TELNYX_STATUS_INVALID_ARGUMENT && client == NULL);
    CHECK_HAS(telnyx_error_message(error), "Authorization");
    CHECK(strstr(telnyx_error_message(error), "secret") == NULL);
    telnyx_error_free(error);
    telnyx_options_free(options);
}

static void header_fields_reach_the_resource(void)
{
    telnyx_options *options = sandbox_options();
    telnyx_discovery *discovery;
    telnyx_error *error;
    /* The harness checks that the sandbox received this field. */
    CHECK(telnyx_options_add_header(options, "X-Gateway-Key", "k1") == TELNYX_STATUS_OK);
    CHECK_OK(discover(options, &discovery, &error), error);
    telnyx_discovery_free(discovery);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    url = join(sandbox.https, "/challenging");
    RUN(the_option_chooses_the_requests_of_the_probe);
    RUN(the_profile_requires_pkce);
    RUN(a_discovery_has_all_challenges_and_says_how_it_found_the_document);
    RUN(the_legacy_origin_needs_no_document);
    RUN(bad_values_are_refused);
    RUN(header_fields_reach_the_resource);
    free(url);
    return 0;
}
