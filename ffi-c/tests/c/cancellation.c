/* Tests of threads that are cancelled with pthread_cancel. */

#include "check.h"
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

static telnyx_client *client;
static char *silent;
static atomic_bool calls;
static atomic_bool has_called;

static void *be_cancelled_during_a_call(void *call)
{
    atomic_store(&calls, true);
    telnyx_error_free(fail(client, silent, call, TELNYX_STATUS_CANCELLED));
    atomic_store(&has_called, true);
    pthread_testcancel();
    return NULL;
}

static void a_call_ends_before_its_thread_is_cancelled(void)
{
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    telnyx_call *call = telnyx_call_new();
    CHECK(telnyx_call_set_cancel_token(call, token) == TELNYX_STATUS_OK);
    pthread_t thread;
    void *result = NULL;
    CHECK(pthread_create(&thread, NULL, be_cancelled_during_a_call, call) == 0);
    while (!atomic_load(&calls))
        usleep(1000);
    usleep(100000);
    CHECK(pthread_cancel(thread) == 0);
    usleep(50000);
    CHECK(!atomic_load(&has_called));
    telnyx_cancel_token_cancel(token);
    CHECK(pthread_join(thread, &result) == 0);
    CHECK(result == PTHREAD_CANCELED && atomic_load(&has_called));
    telnyx_call_free(call);
    telnyx_cancel_token_free(token);
}

/* Calls functions while a cancellation is pending. */
static void *call_while_cancellation_is_pending(void *unused)
{
    (void)unused;
    telnyx_options *options = sandbox_options();
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    const char *port = strrchr(sandbox.https, ':');
    char *named = join("https://rs.example", port);
    CHECK(telnyx_options_add_resolve(options, "rs.example", (uint16_t)atoi(port + 1), "127.0.0.1") == TELNYX_STATUS_OK);
    CHECK(pthread_cancel(pthread_self()) == 0);

    telnyx_client *own = client_of(options);
    fetch(own, sandbox.http);
    fetch(own, sandbox.https);
    fetch(own, named);
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK_OK(telnyx_client_discover(own, sandbox.https, NULL, 0, NULL, &discovery, &error), error);
    CHECK(telnyx_discovery_to_json(discovery) != NULL);
    telnyx_discovery_free(discovery);
    telnyx_authorization_server_metadata *server;
    CHECK_OK(telnyx_client_fetch_authorization_server_metadata(own, sandbox.https, NULL, &server, &error), error);
    telnyx_authorization_server_metadata_free(server);
    telnyx_error_free(fail(own, "x:", NULL, TELNYX_STATUS_INVALID_ARGUMENT));
    telnyx_cancel_token_cancel(token);
    telnyx_cancel_token_free(token);
    telnyx_client_free(own);
    free(named);

    atomic_store(&has_called, true);
    pthread_testcancel();
    return NULL;
}

static void a_pending_cancellation_waits(void)
{
    pthread_t thread;
    void *result = NULL;
    atomic_store(&has_called, false);
    CHECK(pthread_create(&thread, NULL, call_while_cancellation_is_pending, NULL) == 0);
    CHECK(pthread_join(thread, &result) == 0);
    CHECK(result == PTHREAD_CANCELED && atomic_load(&has_called));
}

static void the_cancellation_state_is_restored(void)
{
    const int states[] = {PTHREAD_CANCEL_DISABLE, PTHREAD_CANCEL_ENABLE};
    for (size_t i = 0; i < 2; i++) {
        int state = -1;
        CHECK(pthread_setcancelstate(states[i], NULL) == 0);
        fetch(client, sandbox.http);
        telnyx_error_free(fail(client, "x:", NULL, TELNYX_STATUS_INVALID_ARGUMENT));
        CHECK(pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &state) == 0);
        CHECK(state == states[i]);
    }
}

int main(int count, char **arguments)
{
    start(count, arguments);
    client = sandbox_client();
    silent = join(sandbox.https, "/silent");
    RUN(a_call_ends_before_its_thread_is_cancelled);
    RUN(a_pending_cancellation_waits);
    RUN(the_cancellation_state_is_restored);
    free(silent);
    telnyx_client_free(client);
    return 0;
}
