/* Tests of calls that end early: by a token, by a signal, and by a timeout. */

#include "check.h"
#include <pthread.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

static telnyx_client *client;
static char *silent;

static sigset_t only(int signal)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signal);
    return set;
}

static void *cancel_after_sigwait(void *token)
{
    sigset_t set = only(SIGUSR1);
    int signal;
    CHECK(sigwait(&set, &signal) == 0 && signal == SIGUSR1);
    telnyx_cancel_token_cancel(token);
    return NULL;
}

static void *cancel_after_signalfd(void *token)
{
    sigset_t set = only(SIGUSR1);
    int file = signalfd(-1, &set, SFD_CLOEXEC);
    struct signalfd_siginfo info;
    CHECK(file >= 0 && read(file, &info, sizeof info) == (ssize_t)sizeof info && info.ssi_signo == SIGUSR1);
    telnyx_cancel_token_cancel(token);
    CHECK(close(file) == 0);
    return NULL;
}

static void *signal_soon(void *unused)
{
    usleep(200000);
    CHECK(kill(getpid(), SIGUSR1) == 0);
    return unused;
}

static telnyx_call *call_with(telnyx_cancel_token *token)
{
    telnyx_call *call = telnyx_call_new();
    CHECK(telnyx_call_set_cancel_token(call, token) == TELNYX_STATUS_OK);
    return call;
}

static void cancel_by_signal(void *(*waiter)(void *))
{
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    telnyx_call *call = call_with(token);
    pthread_t waiting;
    pthread_t sending;
    CHECK(pthread_create(&waiting, NULL, waiter, token) == 0);
    CHECK(pthread_create(&sending, NULL, signal_soon, NULL) == 0);
    telnyx_error *error = fail(client, silent, call, TELNYX_STATUS_CANCELLED);
    CHECK(telnyx_error_attempts_count(error) == 1);
    CHECK(telnyx_attempt_outcome(telnyx_error_attempts_at(error, 0)) == TELNYX_STATUS_CANCELLED);
    telnyx_error_free(error);
    CHECK(pthread_join(waiting, NULL) == 0 && pthread_join(sending, NULL) == 0);
    telnyx_call_free(call);
    telnyx_cancel_token_free(token);
}

static void a_thread_in_sigwait_cancels(void)
{
    cancel_by_signal(cancel_after_sigwait);
}

static void a_thread_with_a_signalfd_cancels(void)
{
    cancel_by_signal(cancel_after_signalfd);
}

static void a_token_stays_cancelled(void)
{
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    CHECK(!telnyx_cancel_token_is_cancelled(token));
    telnyx_call *call = call_with(token);
    telnyx_cancel_token_cancel(token);
    telnyx_cancel_token_cancel(token);
    CHECK(telnyx_cancel_token_is_cancelled(token));
    for (int i = 0; i < 2; i++)
        telnyx_error_free(fail(client, sandbox.http, call, TELNYX_STATUS_CANCELLED));
    telnyx_discovery *discovery;
    telnyx_status status = telnyx_client_discover(client, sandbox.http, NULL, 0, call, &discovery, NULL);
    CHECK(status == TELNYX_STATUS_CANCELLED && discovery == NULL);
    telnyx_authorization_server_metadata *metadata;
    status = telnyx_client_fetch_authorization_server_metadata(client, sandbox.http, call, &metadata, NULL);
    CHECK(status == TELNYX_STATUS_CANCELLED && metadata == NULL);
    telnyx_strings *addresses;
    status = telnyx_client_vet(client, sandbox.http, sandbox.http, call, &addresses, NULL);
    CHECK(status == TELNYX_STATUS_CANCELLED && addresses == NULL);
    telnyx_call_free(call);
    telnyx_cancel_token_free(token);
    fetch(client, sandbox.http);
}

static void *free_soon(void *token)
{
    usleep(100000);
    telnyx_cancel_token_free(token);
    return NULL;
}

static void a_token_may_be_freed_during_its_call(void)
{
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    telnyx_call *call = call_with(token);
    char *slow = join(sandbox.http, "/slow");
    pthread_t freeing;
    CHECK(pthread_create(&freeing, NULL, free_soon, token) == 0);
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_client_fetch_resource_metadata(client, slow, call, &metadata, &error), error);
    telnyx_resource_metadata_free(metadata);
    CHECK(pthread_join(freeing, NULL) == 0);
    free(slow);
    telnyx_call_free(call);
}

static void *be_cancelled(void *call)
{
    telnyx_error_free(fail(client, silent, call, TELNYX_STATUS_CANCELLED));
    return NULL;
}

static void one_token_cancels_many_calls(void)
{
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    telnyx_call *call = call_with(token);
    pthread_t threads[16];
    for (size_t i = 0; i < 16; i++)
        CHECK(pthread_create(&threads[i], NULL, be_cancelled, call) == 0);
    usleep(200000);
    telnyx_cancel_token_cancel(token);
    for (size_t i = 0; i < 16; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
    telnyx_call_free(call);
    telnyx_cancel_token_free(token);
}

static void a_call_has_its_own_timeout(void)
{
    telnyx_call *call = telnyx_call_new();
    CHECK(telnyx_call_set_timeout_ms(call, 200) == TELNYX_STATUS_OK);
    telnyx_error *error = fail(client, silent, call, TELNYX_STATUS_TIMEOUT);
    CHECK_HAS(telnyx_error_message(error), "200ms");
    telnyx_error_free(error);

    CHECK(telnyx_call_set_timeout_ms(call, 0) == TELNYX_STATUS_OK);
    error = fail(client, silent, call, TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK_HAS(telnyx_error_message(error), "timeout");
    telnyx_error_free(error);

    /* The timeout of the call may be longer than that of the client. */
    telnyx_options *options = sandbox_options();
    CHECK(telnyx_options_set_timeout_ms(options, 200) == TELNYX_STATUS_OK);
    telnyx_client *hurried = client_of(options);
    char *slow = join(sandbox.http, "/slow");
    CHECK(telnyx_call_set_timeout_ms(call, 60000) == TELNYX_STATUS_OK);
    telnyx_resource_metadata *metadata;
    CHECK_OK(telnyx_client_fetch_resource_metadata(hurried, slow, call, &metadata, &error), error);
    telnyx_resource_metadata_free(metadata);
    telnyx_error_free(fail(hurried, slow, NULL, TELNYX_STATUS_TIMEOUT));
    free(slow);
    telnyx_client_free(hurried);

    /* The maximum is one day. */
    const uint64_t day = 24 * 60 * 60 * 1000;
    CHECK(telnyx_call_set_timeout_ms(call, day) == TELNYX_STATUS_OK);
    CHECK_OK(telnyx_client_fetch_resource_metadata(client, sandbox.http, call, &metadata, &error), error);
    telnyx_resource_metadata_free(metadata);
    const uint64_t longer[] = {day + 1, UINT64_MAX};
    for (size_t i = 0; i < 2; i++) {
        CHECK(telnyx_call_set_timeout_ms(call, longer[i]) == TELNYX_STATUS_OK);
        error = fail(client, sandbox.http, call, TELNYX_STATUS_INVALID_ARGUMENT);
        CHECK_HAS(telnyx_error_message(error), "timeout must be at most 24 hours");
        telnyx_error_free(error);
    }
    telnyx_call_free(call);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    sigset_t set = only(SIGUSR1);
    CHECK(pthread_sigmask(SIG_BLOCK, &set, NULL) == 0);
    client = sandbox_client();
    silent = join(sandbox.https, "/silent");
    RUN(a_thread_in_sigwait_cancels);
    RUN(a_thread_with_a_signalfd_cancels);
    RUN(a_token_stays_cancelled);
    RUN(a_token_may_be_freed_during_its_call);
    RUN(one_token_cancels_many_calls);
    RUN(a_call_has_its_own_timeout);
    free(silent);
    telnyx_client_free(client);
    return 0;
}
