/* Tests of signals and calls. With an argument, the test of a thread's signal mask is skipped. */

#include "check.h"
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static char *resets[4];
static telnyx_client *client;
static volatile sig_atomic_t handled;

static void count(int signal)
{
    (void)signal;
    handled++;
}

/* Makes calls whose connections are reset in every way that makes a later write raise SIGPIPE. */
static void make_reset_calls(int times)
{
    for (int i = 0; i < times; i++)
        for (size_t r = 0; r < sizeof resets / sizeof *resets; r++)
            telnyx_error_free(fail(client, resets[r], NULL, TELNYX_STATUS_TRANSPORT));
}

static sigset_t mask(void)
{
    sigset_t set;
    CHECK(pthread_sigmask(SIG_BLOCK, NULL, &set) == 0);
    return set;
}

static bool pending(int signal)
{
    sigset_t set;
    CHECK(sigpending(&set) == 0);
    return sigismember(&set, signal) == 1;
}

static bool same(const sigset_t *a, const sigset_t *b)
{
    for (int signal = 1; signal < NSIG; signal++)
        if (sigismember(a, signal) != sigismember(b, signal))
            return false;
    return true;
}

/* SIGPIPE would end the process. */
static void a_reset_does_not_end_the_process(void)
{
    CHECK(signal(SIGPIPE, SIG_DFL) != SIG_ERR);
    sigset_t before = mask();
    make_reset_calls(25);
    sigset_t after = mask();
    CHECK(same(&before, &after) && sigismember(&after, SIGPIPE) == 0 && !pending(SIGPIPE));
}

static void *make_reset_calls_in_a_thread(void *unused)
{
    make_reset_calls(3);
    return unused;
}

static void a_reset_does_not_end_a_thread(void)
{
    pthread_t threads[16];
    for (size_t i = 0; i < 16; i++)
        CHECK(pthread_create(&threads[i], NULL, make_reset_calls_in_a_thread, NULL) == 0);
    for (size_t i = 0; i < 16; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
}

/* A SIGPIPE of the library does not reach a handler of the program. */
static void the_sigpipe_handler_is_not_called(void)
{
    const struct sigaction counting = {.sa_handler = count};
    CHECK(sigaction(SIGPIPE, &counting, NULL) == 0);
    handled = 0;
    make_reset_calls(10);
    CHECK(handled == 0);
    CHECK(signal(SIGPIPE, SIG_DFL) != SIG_ERR);
}

static void blocked_and_pending_signals_are_restored(void)
{
    sigset_t pipes;
    sigset_t before;
    int taken;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    CHECK(pthread_sigmask(SIG_BLOCK, &pipes, &before) == 0);

    make_reset_calls(5);
    CHECK(!pending(SIGPIPE));

    /* The signal is sent to the thread, and then to the process. */
    for (int to_process = 0; to_process < 2; to_process++) {
        CHECK((to_process ? kill(getpid(), SIGPIPE) : raise(SIGPIPE)) == 0);
        make_reset_calls(5);
        sigset_t after = mask();
        CHECK(pending(SIGPIPE) && sigismember(&after, SIGPIPE) == 1);
        while (pending(SIGPIPE))
            CHECK(sigwait(&pipes, &taken) == 0 && taken == SIGPIPE);
    }
    CHECK(pthread_sigmask(SIG_SETMASK, &before, NULL) == 0);
}

static void no_handler_is_installed(void)
{
    struct sigaction before[NSIG];
    for (int signal = 1; signal < NSIG; signal++)
        (void)sigaction(signal, NULL, &before[signal]);
    telnyx_client *other = sandbox_client();
    fetch(other, sandbox.https);
    make_reset_calls(1);
    telnyx_client_free(other);
    for (int signal = 1; signal < NSIG; signal++) {
        struct sigaction after;
        if (sigaction(signal, NULL, &after) != 0)
            continue;
        CHECK(after.sa_handler == before[signal].sa_handler && after.sa_flags == before[signal].sa_flags);
    }
}

static void *call_slowly(void *resource)
{
    fetch(client, resource);
    return NULL;
}

/* The calling thread handles signals during its call, and the call continues. */
static void a_signal_handler_does_not_end_a_call(void)
{
    /* Without SA_RESTART, a signal interrupts the system calls of the thread. */
    const struct sigaction counting = {.sa_handler = count};
    char *resource = join(sandbox.https, "/slow");
    pthread_t thread;
    handled = 0;
    CHECK(sigaction(SIGUSR1, &counting, NULL) == 0);
    CHECK(pthread_create(&thread, NULL, call_slowly, resource) == 0);
    for (int i = 0; i < 20; i++) {
        usleep(10000);
        CHECK(pthread_kill(thread, SIGUSR1) == 0);
    }
    CHECK(pthread_join(thread, NULL) == 0);
    CHECK(handled > 0);
    free(resource);
}

/* Returns the signal mask of a thread. */
static unsigned long long mask_of(pid_t thread)
{
    char path[64];
    char line[256];
    unsigned long long found = 0;
    snprintf(path, sizeof path, "/proc/self/task/%d/status", (int)thread);
    FILE *file = fopen(path, "r");
    CHECK(file != NULL);
    while (fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, "SigBlk:", 7) == 0)
            found = strtoull(line + 7, NULL, 16);
    fclose(file);
    return found;
}

static atomic_int calling_thread;

static void *call_until_cancelled(void *call)
{
    char *resource = join(sandbox.http, "/silent");
    atomic_store(&calling_thread, gettid());
    telnyx_error_free(fail(client, resource, call, TELNYX_STATUS_CANCELLED));
    free(resource);
    return NULL;
}

/* Cancels the call after the test has seen SIGPIPE blocked 20 times. */
static void no_other_signal_is_blocked(void)
{
    const unsigned long long sigpipe = 1ULL << (SIGPIPE - 1);
    const unsigned long long before = mask_of(gettid());
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    telnyx_call *call = telnyx_call_new();
    telnyx_call_set_cancel_token(call, token);
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, call_until_cancelled, call) == 0);
    while (atomic_load(&calling_thread) == 0)
        usleep(1000);
    for (int seen = 0; seen < 20; usleep(1000)) {
        unsigned long long during = mask_of(atomic_load(&calling_thread));
        CHECK((during & ~sigpipe) == (before & ~sigpipe));
        seen += (during & sigpipe) != 0;
    }
    telnyx_cancel_token_cancel(token);
    CHECK(pthread_join(thread, NULL) == 0);
    telnyx_call_free(call);
    telnyx_cancel_token_free(token);
}

int main(int argument_count, char **arguments)
{
    start(argument_count, arguments);
    const char *port = strrchr(sandbox.https, ':');
    char *http1 = join("https://http1.example", port);
    resets[0] = join(sandbox.https, "/reset");
    resets[1] = join(sandbox.https, "/cut");
    resets[2] = join(http1, "/reset");
    resets[3] = join(http1, "/cut");
    telnyx_options *options = sandbox_options();
    telnyx_options_add_resolve(options, "http1.example", (uint16_t)atoi(port + 1), "127.0.0.1");
    client = client_of(options);
    RUN(a_reset_does_not_end_the_process);
    RUN(a_reset_does_not_end_a_thread);
    RUN(the_sigpipe_handler_is_not_called);
    RUN(blocked_and_pending_signals_are_restored);
    RUN(no_handler_is_installed);
    RUN(a_signal_handler_does_not_end_a_call);
    if (argument_count == 4)
        RUN(no_other_signal_is_blocked);
    telnyx_client_free(client);
    for (size_t r = 0; r < sizeof resets / sizeof *resets; r++)
        free(resets[r]);
    free(http1);
    return 0;
}
