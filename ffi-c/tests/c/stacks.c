/* Tests of calls on threads with small stacks. The last argument is the stack size in KiB. A call that needs more
 * crashes. */

#include "check.h"
#include <pthread.h>

/* The depth of the nested arrays in a document. */
#define DEPTH 120

static pthread_attr_t small;
static telnyx_client *client;

static void run_in_small_thread(void *(*work)(void *))
{
    pthread_t thread;
    CHECK(pthread_create(&thread, &small, work, NULL) == 0);
    CHECK(pthread_join(thread, NULL) == 0);
}

static void *make_a_client(void *unused)
{
    telnyx_client *own = sandbox_client();
    telnyx_client_free(own);
    return unused;
}

static void *fetch_over_tls(void *unused)
{
    char *deep = join(sandbox.https, "/deep");
    telnyx_client *own = sandbox_client();
    fetch(own, sandbox.http);
    fetch(own, sandbox.https);
    fetch(own, deep);
    telnyx_client_free(own);
    free(deep);
    return unused;
}

static void *fetch_a_server_over_tls(void *unused)
{
    char *deep = join(sandbox.https, "/deep");
    telnyx_authorization_server_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_client_fetch_authorization_server_metadata(client, deep, NULL, &metadata, &error), error);
    CHECK_HAS(telnyx_authorization_server_metadata_to_json(metadata), "[[");
    CHECK_HAS(telnyx_authorization_server_metadata_extra(metadata), "[[");
    telnyx_authorization_server_metadata_free(metadata);
    free(deep);
    return unused;
}

static void *discover_over_tls(void *unused)
{
    char *deep = join(sandbox.https, "/deep");
    telnyx_options *options = sandbox_options();
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK_OK(telnyx_discover(deep, NULL, 0, options, &discovery, &error), error);
    CHECK(telnyx_discovery_authorization_server(discovery) != NULL);
    CHECK_HAS(telnyx_discovery_to_json(discovery), "[[");
    telnyx_discovery_free(discovery);
    telnyx_options_free(options);
    free(deep);
    return unused;
}

static void *fail_to_connect(void *unused)
{
    char *reset = join(sandbox.https, "/reset");
    telnyx_error *error = fail(client, reset, NULL, TELNYX_STATUS_TRANSPORT);
    CHECK(telnyx_error_to_json(error) != NULL);
    telnyx_error_free(error);
    free(reset);
    return unused;
}

static void *parse(void *unused)
{
    char json[2 * DEPTH + 64] = "{\"resource\":\"https://rs.example\",\"x\":";
    char *end = json + strlen(json);
    memset(end, '[', DEPTH);
    memset(end + DEPTH, ']', DEPTH);
    end[2 * DEPTH] = '}';
    telnyx_response *response = response_of(json);
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_resource_metadata_from_response("https://rs.example", response, NULL, &metadata, &error), error);
    CHECK_HAS(telnyx_resource_metadata_to_json(metadata), "[[");
    telnyx_resource_metadata_free(metadata);
    telnyx_response_free(response);
    return unused;
}

static void calls_fit_a_small_stack(void)
{
    run_in_small_thread(make_a_client);
    run_in_small_thread(fetch_over_tls);
    run_in_small_thread(fetch_a_server_over_tls);
    run_in_small_thread(discover_over_tls);
    run_in_small_thread(fail_to_connect);
    run_in_small_thread(parse);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    CHECK(count == 5);
    CHECK(pthread_attr_init(&small) == 0);
    CHECK(pthread_attr_setstacksize(&small, (size_t)atoi(arguments[4]) * 1024) == 0);
    client = sandbox_client();
    RUN(calls_fit_a_small_stack);
    telnyx_client_free(client);
    CHECK(pthread_attr_destroy(&small) == 0);
    return 0;
}
