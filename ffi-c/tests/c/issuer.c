/* Tests of a discovery with the caller's authorization server. The sandbox has the server /tenant, which no document
 * lists; the resource /mcp with a document, and the resource /nothing without a document. */

#include "check.h"

static telnyx_client *client;
static char *tenant;
static const char *const no_challenge[] = {NULL};

/* Discovers with this issuer. Returns the status, and the result or the error through the out-parameters. */
static telnyx_status discover(const char *path, const char *issuer, telnyx_discovery **found, telnyx_error **error)
{
    char *resource = join(sandbox.http, path);
    telnyx_call *call = telnyx_call_new();
    CHECK(telnyx_call_set_issuer(call, issuer) == TELNYX_STATUS_OK);
    telnyx_status status = telnyx_client_discover(client, resource, no_challenge, 0, call, found, error);
    telnyx_call_free(call);
    free(resource);
    return status;
}

/* Discovers with this issuer, which must fail with this status. */
static void fail_with(const char *path, const char *issuer, telnyx_status status)
{
    telnyx_discovery *found = POISON(telnyx_discovery);
    telnyx_error *error = POISON(telnyx_error);
    telnyx_status failed = discover(path, issuer, &found, &error);
    CHECK_TEXT(telnyx_status_str(failed), telnyx_status_str(status));
    CHECK(found == NULL && telnyx_error_kind(error) == status);
    telnyx_error_free(error);
}

static void a_server_that_no_document_lists_is_found(void)
{
    telnyx_discovery *found;
    telnyx_error *error;
    CHECK_OK(discover("/mcp", tenant, &found, &error), error);
    CHECK_TEXT(telnyx_discovery_via(found), "well_known");
    CHECK(telnyx_discovery_authorization_servers_count(found) == 2);
    CHECK_TEXT(telnyx_authorization_server_metadata_issuer(telnyx_discovery_authorization_server(found)), tenant);
    telnyx_authorization_parameters *parameters;
    CHECK_OK(telnyx_discovery_authorization_parameters(found, NULL, &parameters, &error), error);
    CHECK_TEXT(telnyx_authorization_parameters_issuer(parameters), tenant);
    telnyx_authorization_parameters_free(parameters);
    telnyx_discovery_free(found);
}

static void the_server_replaces_a_missing_document(void)
{
    telnyx_discovery *found;
    telnyx_error *error;
    CHECK_OK(discover("/nothing", tenant, &found, &error), error);
    CHECK_TEXT(telnyx_discovery_via(found), "issuer");
    CHECK(telnyx_discovery_resource_metadata(found) == NULL);
    CHECK(telnyx_discovery_resource_metadata_url(found) == NULL);
    CHECK_TEXT(telnyx_authorization_server_metadata_issuer(telnyx_discovery_authorization_server(found)), tenant);
    telnyx_discovery_free(found);
}

static void the_failure_of_the_server_fails_the_call(void)
{
    char *gone = join(sandbox.http, "/gone");
    char *other = join(sandbox.http, "/other");
    fail_with("/mcp", gone, TELNYX_STATUS_NOT_FOUND);
    fail_with("/nothing", gone, TELNYX_STATUS_NOT_FOUND);
    fail_with("/mcp", other, TELNYX_STATUS_ISSUER_MISMATCH);
    free(gone);
    free(other);
}

static void an_invalid_issuer_is_refused(void)
{
    static const char *const issuers[] = {"", "as.example", "https://as.example?x=1", "https://u:p@as.example"};
    for (size_t i = 0; i < sizeof issuers / sizeof *issuers; i++)
        fail_with("/mcp", issuers[i], TELNYX_STATUS_INVALID_ARGUMENT);
    fail_with("/mcp", "http://as.example", TELNYX_STATUS_INSECURE_URL);
}

static void other_calls_ignore_the_issuer(void)
{
    telnyx_call *call = telnyx_call_new();
    CHECK(telnyx_call_set_issuer(call, "as.example") == TELNYX_STATUS_OK);
    char *resource = join(sandbox.http, "/mcp");
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_client_fetch_resource_metadata(client, resource, call, &metadata, &error), error);
    telnyx_resource_metadata_free(metadata);
    free(resource);
    telnyx_call_free(call);
}

static void the_settings_keep_the_first_error_and_copy_the_issuer(void)
{
    telnyx_call *call = telnyx_call_new();
    char *issuer = join(tenant, "");
    CHECK(telnyx_call_set_issuer(call, issuer) == TELNYX_STATUS_OK);
    memset(issuer, 'x', strlen(issuer));
    free(issuer);
    char *resource = join(sandbox.http, "/nothing");
    telnyx_discovery *found;
    telnyx_error *error;
    CHECK_OK(telnyx_client_discover(client, resource, no_challenge, 0, call, &found, &error), error);
    telnyx_discovery_free(found);

    CHECK(telnyx_call_set_issuer(call, "https://\xc3(") == TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK(telnyx_call_set_cancel_token(call, NULL) == TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK(telnyx_call_set_issuer(call, tenant) == TELNYX_STATUS_OK);
    CHECK(telnyx_client_discover(client, resource, no_challenge, 0, call, &found, &error) == TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK(found == NULL);
    CHECK_HAS(telnyx_error_message(error), "issuer must be UTF-8");
    telnyx_error_free(error);
    free(resource);
    telnyx_call_free(call);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    client = sandbox_client();
    tenant = join(sandbox.http, "/tenant");
    RUN(a_server_that_no_document_lists_is_found);
    RUN(the_server_replaces_a_missing_document);
    RUN(the_failure_of_the_server_fails_the_call);
    RUN(an_invalid_issuer_is_refused);
    RUN(other_calls_ignore_the_issuer);
    RUN(the_settings_keep_the_first_error_and_copy_the_issuer);
    free(tenant);
    telnyx_client_free(client);
    return 0;
}
