/* Tests with 64 threads that share one client and other handles. */

#include "check.h"
#include <pthread.h>

#define THREADS 64
#define CALLS 8

static struct {
    telnyx_client *client;
    char *paths[2];
    telnyx_options *options;
    telnyx_call *call;
    telnyx_response *response;
    telnyx_resource_metadata *metadata;
    telnyx_authorization_server_metadata *server;
    telnyx_error *error;
    telnyx_discovery *discovery;
    pthread_barrier_t barrier;
} shared;

static void run_in_all_threads(void *(*work)(void *))
{
    pthread_t threads[THREADS];
    void *results[THREADS];
    CHECK(pthread_barrier_init(&shared.barrier, NULL, THREADS) == 0);
    for (int i = 0; i < THREADS; i++)
        CHECK(pthread_create(&threads[i], NULL, work, NULL) == 0);
    for (int i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], &results[i]) == 0);
        /* All threads get the same borrowed pointers. */
        CHECK(results[i] == results[0]);
    }
    CHECK(pthread_barrier_destroy(&shared.barrier) == 0);
}

static void *call(void *unused)
{
    (void)unused;
    pthread_barrier_wait(&shared.barrier);
    for (int i = 0; i < CALLS; i++) {
        const char *resource = shared.paths[i % 2];
        telnyx_resource_metadata *metadata;
        telnyx_error *error;
        CHECK_OK(telnyx_client_fetch_resource_metadata(shared.client, resource, shared.call, &metadata, &error), error);
        CHECK_TEXT(telnyx_resource_metadata_resource(metadata), resource);
        telnyx_resource_metadata_free(metadata);
    }
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK_OK(telnyx_client_discover(shared.client, shared.paths[0], NULL, 0, shared.call, &discovery, &error), error);
    telnyx_discovery_free(discovery);
    return NULL;
}

static void calls_share_one_client(void)
{
    run_in_all_threads(call);
}

/* All threads call at the same time, so that calls share requests. */
static void *fail_together(void *unused)
{
    (void)unused;
    char *resource = join(sandbox.https, "/reset");
    pthread_barrier_wait(&shared.barrier);
    telnyx_error_free(fail(shared.client, resource, NULL, TELNYX_STATUS_TRANSPORT));
    free(resource);
    return NULL;
}

static void failed_calls_share_one_client(void)
{
    run_in_all_threads(fail_together);
}

static void *parse_and_make_clients(void *unused)
{
    (void)unused;
    pthread_barrier_wait(&shared.barrier);
    for (int i = 0; i < CALLS; i++) {
        telnyx_resource_metadata *metadata;
        telnyx_error *error;
        CHECK_OK(telnyx_resource_metadata_from_response("https://rs.example/a", shared.response, shared.options, &metadata,
                                                        &error), error);
        telnyx_resource_metadata_free(metadata);
        telnyx_client *client;
        CHECK_OK(telnyx_client_new(shared.options, &client, &error), error);
        telnyx_client_free(client);
    }
    return NULL;
}

static void calls_share_options_and_responses(void)
{
    run_in_all_threads(parse_and_make_clients);
}

/* All threads read every value for the first time. */
static void *read(void *unused)
{
    (void)unused;
    pthread_barrier_wait(&shared.barrier);
    uintptr_t sum = 0;
    sum ^= (uintptr_t)telnyx_resource_metadata_to_json(shared.metadata);
    sum ^= (uintptr_t)telnyx_resource_metadata_raw_json(shared.metadata) << 1;
    sum ^= (uintptr_t)telnyx_resource_metadata_extra(shared.metadata) << 2;
    sum ^= (uintptr_t)telnyx_resource_metadata_resource(shared.metadata) << 3;
    sum ^= (uintptr_t)telnyx_resource_metadata_resource_name_for(shared.metadata, "fr") << 4;
    sum ^= (uintptr_t)telnyx_resource_metadata_scopes_supported_at(shared.metadata, 1) << 5;
    sum ^= (uintptr_t)telnyx_resource_metadata_warnings_at(shared.metadata, 0) << 6;
    sum ^= (uintptr_t)telnyx_error_to_json(shared.error) << 7;
    sum ^= (uintptr_t)telnyx_discovery_to_json(shared.discovery) << 8;
    sum ^= (uintptr_t)telnyx_discovery_authorization_servers_at(shared.discovery, 0) << 9;
    sum ^= (uintptr_t)telnyx_authorization_server_metadata_issuer(
               telnyx_discovery_authorization_server(shared.discovery)) << 10;
    sum ^= (uintptr_t)telnyx_resource_metadata_names_at(shared.metadata, 3) << 11;
    sum ^= (uintptr_t)telnyx_resource_metadata_string(shared.metadata, TELNYX_MEMBER_RESOURCE_NAME) << 12;
    sum ^= (uintptr_t)telnyx_resource_metadata_list_at(shared.metadata, "y", 0) << 13;
    sum ^= (uintptr_t)telnyx_resource_metadata_json(shared.metadata, "x") << 14;
    sum ^= (uintptr_t)telnyx_authorization_server_metadata_mtls_endpoint_aliases(shared.server, "token_endpoint") << 15;
    sum ^= (uintptr_t)telnyx_authorization_server_metadata_json(shared.server, TELNYX_MEMBER_MTLS_ENDPOINT_ALIASES) << 16;
    CHECK_TEXT(telnyx_resource_metadata_scopes_supported_at(shared.metadata, 1), "b");
    CHECK_TEXT(telnyx_resource_metadata_list_at(shared.metadata, "y", 0), "c");
    CHECK(telnyx_resource_metadata_type(shared.metadata, "x") == TELNYX_MEMBER_TYPE_JSON);
    telnyx_resource_metadata *copy = telnyx_resource_metadata_clone(shared.metadata);
    CHECK(telnyx_resource_metadata_equal(copy, shared.metadata));
    telnyx_resource_metadata_free(copy);
    return (void *)sum;
}

static void threads_read_shared_handles(void)
{
    run_in_all_threads(read);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    shared.client = sandbox_client();
    shared.paths[0] = join(sandbox.https, "/v2/mcp");
    shared.paths[1] = join(sandbox.http, "/cached");
    shared.options = sandbox_options();
    shared.call = telnyx_call_new();
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    CHECK(telnyx_call_set_timeout_ms(shared.call, 120000) == TELNYX_STATUS_OK);
    CHECK(telnyx_call_set_cancel_token(shared.call, token) == TELNYX_STATUS_OK);
    shared.response = response_of("{\"resource\":\"https://rs.example/a\",\"scopes_supported\":[\"a\",\"b\"],"
                                  "\"resource_name\":\"N\",\"resource_name#fr\":\"F\",\"x\":1,\"y\":[\"c\"]}");
    telnyx_error *error;
    CHECK_OK(telnyx_resource_metadata_from_response("https://rs.example/a", shared.response, NULL, &shared.metadata, &error),
             error);
    telnyx_response *response = response_of("{\"issuer\":\"https://as.example\",\"mtls_endpoint_aliases\":"
                                            "{\"token_endpoint\":\"https://mtls.as.example/token\"}}");
    CHECK_OK(telnyx_authorization_server_metadata_from_response("https://as.example", response, NULL, &shared.server, &error),
             error);
    telnyx_response_free(response);
    shared.error = fail(shared.client, "x:", NULL, TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK_OK(telnyx_client_discover(shared.client, sandbox.https, NULL, 0, NULL, &shared.discovery, &error), error);

    RUN(calls_share_one_client);
    RUN(failed_calls_share_one_client);
    RUN(calls_share_options_and_responses);
    RUN(threads_read_shared_handles);

    telnyx_discovery_free(shared.discovery);
    telnyx_error_free(shared.error);
    telnyx_resource_metadata_free(shared.metadata);
    telnyx_authorization_server_metadata_free(shared.server);
    telnyx_response_free(shared.response);
    telnyx_call_free(shared.call);
    telnyx_cancel_token_free(token);
    telnyx_options_free(shared.options);
    free(shared.paths[0]);
    free(shared.paths[1]);
    telnyx_client_free(shared.client);
    return 0;
}
