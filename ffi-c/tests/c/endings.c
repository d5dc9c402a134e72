/* Tests of calls while a thread or the process ends, after the thread-specific data of the library was destroyed. Each
 * call succeeds or returns a clear error. */

#include "check.h"
#include <pthread.h>
#include <unistd.h>

/* Like CHECK, but without exit(), which an exit handler must not call. */
#define MUST(condition)                                                                       \
    do {                                                                                      \
        if (!(condition)) {                                                                   \
            fprintf(stderr, "%s:%d: check failed: %s\n", __FILE__, __LINE__, #condition);    \
            _exit(1);                                                                         \
        }                                                                                     \
    } while (0)

static telnyx_client *client;
static char *cached;
static pthread_key_t key;

static void check_result(telnyx_status status, telnyx_error *error)
{
    if (status != TELNYX_STATUS_OK) {
        MUST(status == TELNYX_STATUS_INVALID_ARGUMENT);
        MUST(strstr(telnyx_error_message(error), "thread is ending") != NULL);
    }
    telnyx_error_free(error);
}

/* Makes a client, makes every call that does I/O, and frees the client. */
static void call_everything(void)
{
    const char *const resources[] = {sandbox.http, sandbox.https, cached};
    telnyx_options *options = telnyx_options_new();
    telnyx_client *own;
    telnyx_error *error;
    MUST(telnyx_options_set_ca_file(options, sandbox.ca_file) == TELNYX_STATUS_OK);
    MUST(telnyx_options_set_proxy(options, "") == TELNYX_STATUS_OK);
    telnyx_status status = telnyx_client_new(options, &own, &error);
    check_result(status, error);
    for (int i = 0; i < 2; i++) {
        telnyx_client *with = i == 0 ? client : own;
        for (size_t r = 0; r < sizeof resources / sizeof *resources && with != NULL; r++) {
            telnyx_resource_metadata *metadata;
            status = telnyx_client_fetch_resource_metadata(with, resources[r], NULL, &metadata, &error);
            check_result(status, error);
            telnyx_resource_metadata_free(metadata);
            telnyx_discovery *discovery;
            status = telnyx_client_discover(with, resources[r], NULL, 0, NULL, &discovery, &error);
            check_result(status, error);
            telnyx_discovery_free(discovery);
        }
        telnyx_authorization_server_metadata *server;
        status = telnyx_client_fetch_authorization_server_metadata(with, sandbox.http, NULL, &server, &error);
        check_result(status, error);
        telnyx_authorization_server_metadata_free(server);
    }
    telnyx_client_free(own);
    telnyx_discovery *discovery;
    status = telnyx_discover(sandbox.https, NULL, 0, options, &discovery, &error);
    check_result(status, error);
    telnyx_discovery_free(discovery);
    telnyx_options_free(options);
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    telnyx_cancel_token_cancel(token);
    telnyx_cancel_token_free(token);
}

static void in_the_destructor_of_a_key(void *unused)
{
    (void)unused;
    call_everything();
}

static void *call_and_leave_a_value(void *calls)
{
    CHECK(pthread_setspecific(key, client) == 0);
    if (calls != NULL)
        fetch(client, sandbox.https);
    return NULL;
}

static void a_key_is_destroyed(void)
{
    CHECK(pthread_key_create(&key, in_the_destructor_of_a_key) == 0);
    for (int calls = 0; calls < 2; calls++) {
        pthread_t thread;
        CHECK(pthread_create(&thread, NULL, call_and_leave_a_value, calls ? client : NULL) == 0);
        CHECK(pthread_join(thread, NULL) == 0);
    }
}

static void an_exit_handler_runs(void)
{
    puts("an_exit_handler_runs");
    call_everything();
}

__attribute__((destructor)) static void the_program_is_unloaded(void)
{
    if (client == NULL)
        return;
    puts("the_program_is_unloaded");
    fflush(stdout);
    call_everything();
    telnyx_client_free(client);
    free(cached);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    cached = join(sandbox.https, "/cached");
    client = sandbox_client();
    fetch(client, sandbox.https);
    fetch(client, cached);
    RUN(a_key_is_destroyed);
    CHECK(atexit(an_exit_handler_runs) == 0);
    return 0;
}
