/* Valid arguments for the generated program bad_arguments.c, and its checks. */

#include "check.h"

#define RESOURCE "https://rs.example/a"
#define ISSUER "https://as.example"
#define KEYS "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}"

/* Starts like a URL, and then is not UTF-8. */
#define NOT_UTF8 "https://\xc3("

static struct {
    telnyx_client *client;
    telnyx_options *options;
    telnyx_call *call;
    telnyx_cancel_token *token;
    telnyx_response *response;
    telnyx_response *server_response;
    telnyx_resource_metadata *resource_metadata;
    telnyx_authorization_server_metadata *authorization_server_metadata;
    telnyx_discovery *discovery;
    const telnyx_discovered_server *server;
    telnyx_authorization_parameters *parameters;
    telnyx_discovery_plan *plan;
    const telnyx_planned_request *request;
    telnyx_discovery_plan *finished_plan;
    telnyx_challenges *challenges;
    const telnyx_challenge *challenge;
    telnyx_error *error;
    const telnyx_attempt *attempt;
    const telnyx_warning *warning;
    telnyx_string *string;
    telnyx_strings *strings;
} given;

static const char *const lines[] = {"Bearer realm=\"r\", scope=\"a b\""};
static const char *const null_line[] = {NULL};
static const char *const not_utf8_line[] = {NOT_UTF8};

/* Returns a plan that can be finished, and that belongs to the arguments. */
static inline telnyx_discovery_plan *finished_plan(void)
{
    telnyx_discovery_plan *plan;
    telnyx_error *error;
    telnyx_discovery_plan_free(given.finished_plan);
    CHECK_OK(telnyx_discovery_plan_new(RESOURCE, lines, 1, NULL, NULL, &plan, &error), error);
    given.finished_plan = plan;
    size_t id = telnyx_planned_request_id(telnyx_discovery_plan_next_request(plan));
    telnyx_response *response = response_of("{\"resource\":\"" RESOURCE "\"}");
    CHECK_OK(telnyx_discovery_plan_respond(plan, id, response, &error), error);
    telnyx_response_free(response);
    return plan;
}

static inline void make_arguments(void)
{
    telnyx_error *error;
    given.options = sandbox_options();
    CHECK(telnyx_options_set_base_url(given.options, sandbox.http) == TELNYX_STATUS_OK);
    CHECK_OK(telnyx_client_new(given.options, &given.client, &error), error);
    given.call = telnyx_call_new();
    given.token = telnyx_cancel_token_new();
    given.response = response_of("{\"resource\":\"" RESOURCE "\",\"resource_name\":\"N\",\"resource_name#fr\":\"F\","
                                 "\"resource_documentation\":\"D\",\"resource_policy_uri\":\"P\",\"resource_tos_uri\":\"T\"}");
    given.server_response = response_of("{\"issuer\":\"" ISSUER "\"}");
    CHECK_OK(telnyx_resource_metadata_from_response(RESOURCE, given.response, NULL, &given.resource_metadata, &error), error);
    CHECK_OK(telnyx_authorization_server_metadata_from_response(ISSUER, given.server_response, NULL,
                                                                &given.authorization_server_metadata, &error), error);
    CHECK_OK(telnyx_client_discover(given.client, NULL, NULL, 0, NULL, &given.discovery, &error), error);
    given.server = telnyx_discovery_authorization_servers_at(given.discovery, 0);
    CHECK_OK(telnyx_discovery_authorization_parameters(given.discovery, NULL, &given.parameters, &error), error);
    given.attempt = telnyx_discovery_attempts_at(given.discovery, 0);
    given.warning = telnyx_resource_metadata_warnings_at(given.resource_metadata, 0);
    CHECK(given.server != NULL && given.attempt != NULL && given.warning != NULL);
    CHECK_OK(telnyx_discovery_plan_new(RESOURCE, NULL, 0, NULL, NULL, &given.plan, &error), error);
    while (telnyx_planned_request_purpose(given.request) != TELNYX_PURPOSE_RESOURCE_METADATA)
        given.request = telnyx_discovery_plan_next_request(given.plan);
    CHECK_OK(telnyx_parse_challenges(lines, 1, &given.challenges, &error), error);
    given.challenge = telnyx_challenges_at(given.challenges, 0);
    given.error = fail(given.client, "x:", NULL, TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK_OK(telnyx_resource_metadata_url(RESOURCE, &given.string, &error), error);
    CHECK_OK(telnyx_authorization_server_metadata_urls(ISSUER, &given.strings, &error), error);
}

static inline void free_arguments(void)
{
    telnyx_strings_free(given.strings);
    telnyx_string_free(given.string);
    telnyx_error_free(given.error);
    telnyx_challenges_free(given.challenges);
    telnyx_discovery_plan_free(given.finished_plan);
    telnyx_discovery_plan_free(given.plan);
    telnyx_authorization_parameters_free(given.parameters);
    telnyx_discovery_free(given.discovery);
    telnyx_authorization_server_metadata_free(given.authorization_server_metadata);
    telnyx_resource_metadata_free(given.resource_metadata);
    telnyx_response_free(given.server_response);
    telnyx_response_free(given.response);
    telnyx_cancel_token_free(given.token);
    telnyx_call_free(given.call);
    telnyx_client_free(given.client);
    telnyx_options_free(given.options);
}

static inline void report(const char *where, const char *what)
{
    fprintf(stderr, "%s: %s\n", where, what);
    exit(1);
}

/* The call returned a result and no error. */
static inline void check_made(const char *where, telnyx_status status, const void *made, const telnyx_error *error)
{
    if (status != TELNYX_STATUS_OK || made == NULL || made == POISON(void) || error != NULL)
        report(where, "the call must succeed");
}

/* The call failed with an error that names the argument. Frees the error. */
static inline void check_refused(const char *where, telnyx_status status, const void *made, telnyx_error *error,
                                 const char *argument)
{
    if (status != TELNYX_STATUS_INVALID_ARGUMENT || made != NULL)
        report(where, "the call must refuse the argument");
    if (error == NULL || error == POISON(telnyx_error) || telnyx_error_kind(error) != status)
        report(where, "the call must return an error with its status");
    if (strstr(telnyx_error_message(error), argument) == NULL)
        report(where, telnyx_error_message(error));
    telnyx_error_free(error);
}

/* If argument is not NULL: making a client fails with an error that names the argument. Frees the options. */
static inline void check_options(const char *where, telnyx_options *options, const char *argument)
{
    telnyx_client *client = POISON(telnyx_client);
    telnyx_error *error = POISON(telnyx_error);
    telnyx_status status = telnyx_client_new(options, &client, &error);
    if (argument != NULL)
        check_refused(where, status, client, error, argument);
    else
        check_made(where, status, client, error);
    telnyx_client_free(client);
    telnyx_options_free(options);
}

/* The same for checking a response. Frees the response. */
static inline void check_response(const char *where, telnyx_response *response, const char *argument)
{
    telnyx_resource_metadata *metadata = POISON(telnyx_resource_metadata);
    telnyx_error *error = POISON(telnyx_error);
    telnyx_status status = telnyx_resource_metadata_from_response(RESOURCE, response, NULL, &metadata, &error);
    if (argument != NULL)
        check_refused(where, status, metadata, error, argument);
    else
        check_made(where, status, metadata, error);
    telnyx_resource_metadata_free(metadata);
    telnyx_response_free(response);
}

/* The same for a discovery with these settings. Frees the settings. */
static inline void check_call(const char *where, telnyx_call *call, const char *argument)
{
    telnyx_discovery *discovery = POISON(telnyx_discovery);
    telnyx_error *error = POISON(telnyx_error);
    telnyx_status status = telnyx_client_discover(given.client, NULL, NULL, 0, call, &discovery, &error);
    if (argument != NULL) {
        check_refused(where, status, discovery, error, argument);
    } else {
        if (status == TELNYX_STATUS_INVALID_ARGUMENT)
            report(where, telnyx_error_message(error));
        telnyx_discovery_free(discovery);
        telnyx_error_free(error);
    }
    telnyx_call_free(call);
}
