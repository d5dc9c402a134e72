/* Tests of discovery plans. The program itself makes the responses, so no test needs the sandbox. */

#include "check.h"
#include <pthread.h>

#define RESOURCE "https://rs.example/mcp"
#define DOCUMENT "https://rs.example/meta"
#define ISSUER "https://as.example"
#define CHALLENGE "Bearer scope=\"a b\", resource_metadata=\"" DOCUMENT "\""

static telnyx_discovery_plan *plan_with(const char *const *lines, size_t count, const char *issuer,
                                        const telnyx_options *options)
{
    telnyx_discovery_plan *plan;
    telnyx_error *error;
    CHECK_OK(telnyx_discovery_plan_new(RESOURCE, lines, count, issuer, options, &plan, &error), error);
    return plan;
}

static telnyx_discovery_plan *plan_of(telnyx_options *options)
{
    telnyx_discovery_plan *plan = plan_with(NULL, 0, NULL, options);
    telnyx_options_free(options);
    return plan;
}

static telnyx_discovery_plan *mcp_plan(void)
{
    telnyx_options *options = telnyx_options_new();
    CHECK(telnyx_options_set_probe(options, "mcp") == TELNYX_STATUS_OK);
    return plan_of(options);
}

/* Checks the next request of a plan, and returns it. */
static const telnyx_planned_request *next(telnyx_discovery_plan *plan, const char *method, const char *url)
{
    const telnyx_planned_request *request = telnyx_discovery_plan_next_request(plan);
    CHECK_TEXT(telnyx_planned_request_method(request), method);
    CHECK_TEXT(telnyx_planned_request_url(request), url);
    return request;
}

static void check_none_is_next(telnyx_discovery_plan *plan)
{
    CHECK(telnyx_discovery_plan_next_request(plan) == NULL);
}

/* Gives a response to the plan, and frees it. */
static void respond(telnyx_discovery_plan *plan, const telnyx_planned_request *request, telnyx_response *response)
{
    telnyx_error *error;
    CHECK_OK(telnyx_discovery_plan_respond(plan, telnyx_planned_request_id(request), response, &error), error);
    telnyx_response_free(response);
}

/* A response with one WWW-Authenticate field line, or with none. */
static telnyx_response *answer_to_probe(uint16_t status, const char *line)
{
    telnyx_response *response = telnyx_response_new(status, NULL, 0);
    CHECK(telnyx_response_set_www_authenticate(response, line ? &line : NULL, line != NULL) == TELNYX_STATUS_OK);
    return response;
}

static telnyx_response *absent(void)
{
    return telnyx_response_new(404, NULL, 0);
}

static void fail_with(telnyx_discovery_plan *plan, const telnyx_planned_request *request, telnyx_status kind)
{
    telnyx_error *error;
    size_t id = telnyx_planned_request_id(request);
    CHECK_OK(telnyx_discovery_plan_fail(plan, id, kind, "the reason", &error), error);
}

/* Ends a plan and frees it. */
static telnyx_discovery *finished(telnyx_discovery_plan *plan)
{
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK(telnyx_discovery_plan_is_finished(plan));
    CHECK_OK(telnyx_discovery_plan_finish(plan, &discovery, &error), error);
    telnyx_discovery_plan_free(plan);
    return discovery;
}

/* Ends a plan, which must fail with this status. */
static telnyx_error *failure(telnyx_discovery_plan *plan, telnyx_status status)
{
    telnyx_discovery *discovery = POISON(telnyx_discovery);
    telnyx_error *error = POISON(telnyx_error);
    CHECK(telnyx_discovery_plan_finish(plan, &discovery, &error) == status && discovery == NULL);
    CHECK(telnyx_error_kind(error) == status);
    return error;
}

/* Checks the error of a function that must refuse its arguments. */
static void check_refused(telnyx_status status, telnyx_error *error, const char *word)
{
    CHECK_TEXT(telnyx_status_str(status), "invalid_argument");
    CHECK_HAS(telnyx_error_message(error), word);
    telnyx_error_free(error);
}

static void check_refused_response(telnyx_discovery_plan *plan, size_t id, telnyx_response *response, const char *word)
{
    telnyx_error *error = POISON(telnyx_error);
    telnyx_status status = telnyx_discovery_plan_respond(plan, id, response, &error);
    check_refused(status, error, word);
    telnyx_response_free(response);
}

static void check_refused_failure(telnyx_discovery_plan *plan, size_t id, telnyx_status kind, const char *word)
{
    telnyx_error *error = POISON(telnyx_error);
    telnyx_status status = telnyx_discovery_plan_fail(plan, id, kind, "the reason", &error);
    check_refused(status, error, word);
}

/* The value of a header field of a request; NULL if there is none. */
static const char *header(const telnyx_planned_request *request, const char *name)
{
    for (size_t i = 0; i < telnyx_planned_request_headers_count(request); i++)
        if (strcmp(telnyx_planned_request_headers_name_at(request, i), name) == 0)
            return telnyx_planned_request_headers_value_at(request, i);
    return NULL;
}

static void a_discovery_needs_only_responses(void)
{
    telnyx_discovery_plan *plan = plan_with(NULL, 0, NULL, NULL);
    const telnyx_planned_request *probe = next(plan, "GET", RESOURCE);
    const telnyx_planned_request *own = next(plan, "GET", "https://rs.example" WELL_KNOWN "/mcp");
    check_none_is_next(plan);
    CHECK(telnyx_planned_request_purpose(probe) == TELNYX_PURPOSE_PROBE);
    CHECK(telnyx_planned_request_purpose(own) == TELNYX_PURPOSE_RESOURCE_METADATA);
    CHECK_TEXT(header(probe, "accept"), "application/json, text/event-stream, */*;q=0.5");
    CHECK_TEXT(telnyx_planned_request_body(probe), NULL);
    CHECK_TEXT(telnyx_planned_request_named_by(own), NULL);
    CHECK(!telnyx_planned_request_revalidate(own));

    respond(plan, probe, answer_to_probe(401, CHALLENGE));
    const telnyx_planned_request *named = next(plan, "GET", DOCUMENT);
    check_none_is_next(plan);
    CHECK_TEXT(telnyx_planned_request_named_by(named), RESOURCE);
    CHECK(telnyx_planned_request_revalidate(named));
    respond(plan, named, response_of("{\"resource\":\"" RESOURCE "\",\"authorization_servers\":[\"" ISSUER "\"]}"));
    CHECK(!telnyx_discovery_plan_is_finished(plan));

    const telnyx_planned_request *server = next(plan, "GET", ISSUER "/.well-known/oauth-authorization-server");
    CHECK(telnyx_planned_request_purpose(server) == TELNYX_PURPOSE_AUTHORIZATION_SERVER_METADATA);
    CHECK_TEXT(telnyx_planned_request_named_by(server), DOCUMENT);
    respond(plan, server, response_of("{\"issuer\":\"" ISSUER "\",\"token_endpoint\":\"" ISSUER "/t\"}"));

    /* The document at the well-known URL does not count after the challenge. Its request has no response yet. */
    telnyx_discovery *discovery = finished(plan);
    CHECK_TEXT(telnyx_discovery_via(discovery), "challenge");
    CHECK_TEXT(telnyx_discovery_resource_metadata_url(discovery), DOCUMENT);
    CHECK_TEXT(telnyx_challenge_scope_at(telnyx_discovery_challenge(discovery), 1), "b");
    CHECK_TEXT(telnyx_authorization_server_metadata_token_endpoint(telnyx_discovery_authorization_server(discovery)),
               ISSUER "/t");
    CHECK(telnyx_discovery_attempts_count(discovery) == 4);
    telnyx_discovery_free(discovery);
}

static void a_post_has_header_fields_and_a_body(void)
{
    telnyx_discovery_plan *plan = mcp_plan();
    const telnyx_planned_request *post = next(plan, "POST", RESOURCE);
    CHECK(telnyx_planned_request_purpose(post) == TELNYX_PURPOSE_PROBE);
    CHECK_TEXT(header(post, "content-type"), "application/json");
    CHECK_TEXT(header(post, "mcp-method"), "server/discover");
    CHECK_TEXT(header(post, "mcp-protocol-version"), "2026-07-28");
    CHECK_TEXT(header(post, "authorization"), NULL);
    CHECK_HAS(telnyx_planned_request_body(post), "{\"jsonrpc\":\"2.0\"");
    CHECK_HAS(telnyx_planned_request_body(post), "\"method\":\"server/discover\"");
    CHECK(telnyx_planned_request_headers_name_at(post, telnyx_planned_request_headers_count(post)) == NULL);
    telnyx_discovery_plan_free(plan);
}

/* The DELETE belongs to a plan that may be finished already. */
static void a_session_is_closed(void)
{
    telnyx_discovery_plan *plan = mcp_plan();
    const telnyx_planned_request *discover = next(plan, "POST", RESOURCE);
    const telnyx_planned_request *own = next(plan, "GET", "https://rs.example" WELL_KNOWN "/mcp");
    respond(plan, own, response_of("{\"resource\":\"" RESOURCE "\"}"));
    respond(plan, discover, answer_to_probe(400, NULL));
    const telnyx_planned_request *initialize = next(plan, "POST", RESOURCE);
    CHECK_HAS(telnyx_planned_request_body(initialize), "\"method\":\"initialize\"");
    telnyx_response *opened = answer_to_probe(200, NULL);
    CHECK(telnyx_response_set_mcp_session_id(opened, "abc-1") == TELNYX_STATUS_OK);
    CHECK(telnyx_response_set_mcp_protocol_version(opened, "2025-11-25") == TELNYX_STATUS_OK);
    respond(plan, initialize, opened);
    CHECK(telnyx_discovery_plan_is_finished(plan));
    const telnyx_planned_request *delete = next(plan, "DELETE", RESOURCE);
    CHECK_TEXT(header(delete, "mcp-session-id"), "abc-1");
    CHECK_TEXT(header(delete, "mcp-protocol-version"), "2025-11-25");
    CHECK_TEXT(telnyx_planned_request_body(delete), NULL);
    check_none_is_next(plan);
    telnyx_discovery_free(finished(plan));
}

/* The answer shows the JSON-RPC endpoint by a header field alone. */
static void a_protocol_version_shows_an_mcp_server(void)
{
    telnyx_discovery_plan *plan = plan_with(NULL, 0, NULL, NULL);
    const telnyx_planned_request *get = next(plan, "GET", RESOURCE);
    (void)next(plan, "GET", "https://rs.example" WELL_KNOWN "/mcp");
    telnyx_response *response = answer_to_probe(405, NULL);
    CHECK(telnyx_response_set_mcp_protocol_version(response, "2025-11-25") == TELNYX_STATUS_OK);
    respond(plan, get, response);
    (void)next(plan, "POST", RESOURCE);
    telnyx_discovery_plan_free(plan);
}

static void the_callers_response_replaces_the_probe(void)
{
    static const char *const lines[] = {"Basic", CHALLENGE};
    telnyx_discovery_plan *plan = plan_with(lines, 2, NULL, NULL);
    (void)next(plan, "GET", DOCUMENT);
    check_none_is_next(plan);
    telnyx_discovery_plan_free(plan);

    /* The response has no such field. */
    plan = plan_with(lines, 0, NULL, NULL);
    (void)next(plan, "GET", "https://rs.example" WELL_KNOWN "/mcp");
    check_none_is_next(plan);
    telnyx_discovery_plan_free(plan);
}

static void the_callers_issuer_is_used(void)
{
    static const char *const lines[] = {"Basic"};
    telnyx_discovery_plan *plan = plan_with(lines, 1, ISSUER, NULL);
    respond(plan, next(plan, "GET", "https://rs.example" WELL_KNOWN "/mcp"), absent());
    respond(plan, next(plan, "GET", "https://rs.example" WELL_KNOWN), absent());
    const telnyx_planned_request *server = next(plan, "GET", ISSUER "/.well-known/oauth-authorization-server");
    CHECK_TEXT(telnyx_planned_request_named_by(server), NULL);
    respond(plan, server, response_of("{\"issuer\":\"" ISSUER "\"}"));
    telnyx_discovery *discovery = finished(plan);
    CHECK_TEXT(telnyx_discovery_via(discovery), "issuer");
    telnyx_discovery_free(discovery);

    static const char *const issuers[] = {"x:", "http://as.example", "https://as.example?a"};
    for (size_t i = 0; i < sizeof issuers / sizeof *issuers; i++) {
        plan = POISON(telnyx_discovery_plan);
        telnyx_error *error;
        telnyx_status status = telnyx_discovery_plan_new(RESOURCE, NULL, 0, issuers[i], NULL, &plan, &error);
        CHECK(status == (i == 1 ? TELNYX_STATUS_INSECURE_URL : TELNYX_STATUS_INVALID_ARGUMENT) && plan == NULL);
        telnyx_error_free(error);
    }
}

static void the_plan_applies_the_rules_of_the_options(void)
{
    telnyx_options *options = telnyx_options_new();
    CHECK(telnyx_options_set_probe(options, "none") == TELNYX_STATUS_OK);
    telnyx_discovery_plan *plan = plan_of(options);
    (void)next(plan, "GET", "https://rs.example" WELL_KNOWN "/mcp");
    telnyx_discovery_plan_free(plan);

    options = telnyx_options_new();
    CHECK(telnyx_options_set_profile(options, "mcp") == TELNYX_STATUS_OK);
    plan = plan_of(options);
    fail_with(plan, next(plan, "POST", RESOURCE), TELNYX_STATUS_TIMEOUT);
    respond(plan, next(plan, "GET", "https://rs.example" WELL_KNOWN "/mcp"), response_of("{\"resource\":\"" RESOURCE "\"}"));
    telnyx_error_free(failure(plan, TELNYX_STATUS_PROFILE_UNMET));
    telnyx_discovery_plan_free(plan);

    options = telnyx_options_new();
    CHECK(telnyx_options_set_legacy_origin(options, true) == TELNYX_STATUS_OK);
    plan = plan_of(options);
    respond(plan, next(plan, "GET", RESOURCE), answer_to_probe(401, NULL));
    respond(plan, next(plan, "GET", "https://rs.example" WELL_KNOWN "/mcp"), absent());
    respond(plan, next(plan, "GET", "https://rs.example" WELL_KNOWN), absent());
    (void)next(plan, "GET", "https://rs.example/.well-known/oauth-authorization-server");
    telnyx_discovery_plan_free(plan);

    /* Options that were refused are refused here, too. */
    options = telnyx_options_new();
    CHECK(telnyx_options_set_probe(options, "post") == TELNYX_STATUS_INVALID_ARGUMENT);
    plan = POISON(telnyx_discovery_plan);
    telnyx_error *error;
    telnyx_status status = telnyx_discovery_plan_new(RESOURCE, NULL, 0, NULL, options, &plan, &error);
    CHECK(plan == NULL);
    check_refused(status, error, "post");
    telnyx_options_free(options);
}

static void failures_are_part_of_the_result(void)
{
    telnyx_discovery_plan *plan = plan_with(NULL, 0, NULL, NULL);
    fail_with(plan, next(plan, "GET", RESOURCE), TELNYX_STATUS_TIMEOUT);
    const telnyx_planned_request *own = next(plan, "GET", "https://rs.example" WELL_KNOWN "/mcp");
    fail_with(plan, own, TELNYX_STATUS_TLS);
    CHECK(telnyx_discovery_plan_is_finished(plan));
    telnyx_error *error = failure(plan, TELNYX_STATUS_TLS);
    CHECK_HAS(telnyx_error_message(error), "the reason");
    CHECK_TEXT(telnyx_error_url(error), "https://rs.example" WELL_KNOWN "/mcp");
    CHECK(telnyx_error_attempts_count(error) == 2);
    CHECK(telnyx_attempt_outcome(telnyx_error_attempts_at(error, 0)) == TELNYX_STATUS_TIMEOUT);
    CHECK(telnyx_warning_kind(telnyx_error_warnings_at(error, 0)) == TELNYX_WARNING_PROBE_FAILED);
    telnyx_error_free(error);
    telnyx_discovery_plan_free(plan);
}

static void a_response_from_another_origin_is_refused(void)
{
    static const char *const lines[] = {CHALLENGE};
    telnyx_discovery_plan *plan = plan_with(lines, 1, NULL, NULL);
    const telnyx_planned_request *request = next(plan, "GET", DOCUMENT);
    telnyx_response *response = response_of("{\"resource\":\"" RESOURCE "\"}");
    CHECK(telnyx_response_set_url(response, "https://evil.example/meta") == TELNYX_STATUS_OK);
    respond(plan, request, response);
    telnyx_error_free(failure(plan, TELNYX_STATUS_REDIRECT_REFUSED));
    telnyx_discovery_plan_free(plan);
}

static void wrong_arguments_change_nothing(void)
{
    telnyx_discovery_plan *plan = plan_with(NULL, 0, NULL, NULL);
    /* The plan has returned no request yet. */
    check_refused_response(plan, 0, absent(), "id 0");
    const telnyx_planned_request *probe = next(plan, "GET", RESOURCE);
    const size_t id = telnyx_planned_request_id(probe);
    check_refused_response(plan, 77, absent(), "id 77");
    check_refused_response(plan, SIZE_MAX, absent(), "id");
    check_refused_failure(plan, 77, TELNYX_STATUS_TRANSPORT, "id 77");
    static const telnyx_status no_kinds[] = {TELNYX_STATUS_OK, TELNYX_OUTCOME_ABSENT, 98, INT32_MAX};
    for (size_t i = 0; i < sizeof no_kinds / sizeof *no_kinds; i++)
        check_refused_failure(plan, id, no_kinds[i], "kind");
    check_refused_response(plan, id, absent(), "WWW-Authenticate");
    check_refused_response(plan, id, answer_to_probe(42, NULL), "status");
    telnyx_response *response = answer_to_probe(401, NULL);
    CHECK(telnyx_response_set_url(response, "nowhere") == TELNYX_STATUS_OK);
    check_refused_response(plan, id, response, "nowhere");
    response = answer_to_probe(401, NULL);
    CHECK(telnyx_response_set_mcp_session_id(response, "\xff") == TELNYX_STATUS_INVALID_ARGUMENT);
    check_refused_response(plan, id, response, "mcp_session_id");

    telnyx_error *error = failure(plan, TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK_HAS(telnyx_error_message(error), "responses are missing");
    telnyx_error_free(error);
    CHECK(!telnyx_discovery_plan_is_finished(plan));

    /* The first response counts, and the second is ignored. */
    respond(plan, probe, answer_to_probe(401, CHALLENGE));
    respond(plan, probe, answer_to_probe(200, NULL));
    fail_with(plan, probe, TELNYX_STATUS_TLS);
    (void)next(plan, "GET", "https://rs.example" WELL_KNOWN "/mcp");
    respond(plan, next(plan, "GET", DOCUMENT), response_of("{\"resource\":\"" RESOURCE "\"}"));
    telnyx_discovery *discovery = finished(plan);
    CHECK_TEXT(telnyx_discovery_via(discovery), "challenge");
    telnyx_discovery_free(discovery);
}

static void a_plan_is_finished_once(void)
{
    static const char *const lines[] = {CHALLENGE};
    telnyx_discovery_plan *plan = plan_with(lines, 1, NULL, NULL);
    const telnyx_planned_request *request = next(plan, "GET", DOCUMENT);
    respond(plan, request, response_of("{\"resource\":\"" RESOURCE "\"}"));
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK_OK(telnyx_discovery_plan_finish(plan, &discovery, &error), error);

    error = failure(plan, TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK_HAS(telnyx_error_message(error), "already finished");
    telnyx_error_free(error);
    CHECK(telnyx_discovery_plan_is_finished(plan));
    check_none_is_next(plan);
    check_refused_response(plan, 0, absent(), "already finished");
    check_refused_failure(plan, 0, TELNYX_STATUS_TRANSPORT, "already finished");
    CHECK_TEXT(telnyx_planned_request_url(request), DOCUMENT);
    telnyx_discovery_plan_free(plan);
    CHECK_TEXT(telnyx_discovery_resource(discovery), RESOURCE);
    telnyx_discovery_free(discovery);
}

/* A plan with many servers returns many requests, and each stays where it is. */
static void requests_do_not_move(void)
{
    enum { SERVERS = 40, AT_ONCE = 16 };
    char document[4096] = "{\"resource\":\"" RESOURCE "\",\"authorization_servers\":[";
    for (int i = 0; i < SERVERS; i++)
        sprintf(document + strlen(document), "%s\"https://as%d.example\"", i ? "," : "", i);
    strcat(document, "]}");
    static const char *const lines[] = {CHALLENGE};
    telnyx_discovery_plan *plan = plan_with(lines, 1, NULL, NULL);
    const telnyx_planned_request *first = next(plan, "GET", DOCUMENT);
    const char *url = telnyx_planned_request_url(first);
    respond(plan, first, response_of(document));
    const telnyx_planned_request *waiting[AT_ONCE + 1];
    size_t sent = 0;
    do {
        size_t count = 0;
        while ((waiting[count] = telnyx_discovery_plan_next_request(plan)) != NULL)
            CHECK(++count <= AT_ONCE);
        for (size_t i = 0; i < count; i++)
            respond(plan, waiting[i], absent());
        sent += count;
    } while (!telnyx_discovery_plan_is_finished(plan));
    /* Each server has two URLs. */
    CHECK(sent == (size_t)2 * SERVERS);
    CHECK(telnyx_planned_request_url(first) == url);
    CHECK_TEXT(url, DOCUMENT);
    telnyx_discovery_free(finished(plan));
}

static void *answer_the_next_request(void *plan)
{
    respond(plan, telnyx_discovery_plan_next_request(plan), response_of("{\"resource\":\"" RESOURCE "\"}"));
    return NULL;
}

static void threads_use_a_plan_in_turn(void)
{
    static const char *const lines[] = {CHALLENGE};
    telnyx_discovery_plan *plan = plan_with(lines, 1, NULL, NULL);
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, answer_the_next_request, plan) == 0);
    CHECK(pthread_join(thread, NULL) == 0);
    telnyx_discovery_free(finished(plan));
}

int main(int count, char **arguments)
{
    start(count, arguments);
    RUN(a_discovery_needs_only_responses);
    RUN(a_post_has_header_fields_and_a_body);
    RUN(a_session_is_closed);
    RUN(a_protocol_version_shows_an_mcp_server);
    RUN(the_callers_response_replaces_the_probe);
    RUN(the_callers_issuer_is_used);
    RUN(the_plan_applies_the_rules_of_the_options);
    RUN(failures_are_part_of_the_result);
    RUN(a_response_from_another_origin_is_refused);
    RUN(wrong_arguments_change_nothing);
    RUN(a_plan_is_finished_once);
    RUN(requests_do_not_move);
    RUN(threads_use_a_plan_in_turn);
    return 0;
}
