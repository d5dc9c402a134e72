/* Tests a process that cannot start threads. */

#include "check.h"
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* A user ID that owns no other process. */
#define UNUSED_UID 54321

static telnyx_client *client;
static char *named;

/* The limit applies only to users without privileges. */
static void may_start_no_thread(void)
{
    const struct rlimit one = {1, 1};
    if (geteuid() == 0)
        CHECK(setresuid(UNUSED_UID, UNUSED_UID, UNUSED_UID) == 0);
    CHECK(setrlimit(RLIMIT_NPROC, &one) == 0);
}

static void call_without_threads(void)
{
    telnyx_discovery *discovery;
    telnyx_error *error;
    may_start_no_thread();
    fetch(client, sandbox.http);
    fetch(client, sandbox.https);
    CHECK_OK(telnyx_client_discover(client, sandbox.https, NULL, 0, NULL, &discovery, &error), error);
    telnyx_discovery_free(discovery);
    /* The first failure does not affect the second call. */
    for (int i = 0; i < 2; i++) {
        error = fail(client, named, NULL, TELNYX_STATUS_TRANSPORT);
        CHECK_HAS(telnyx_error_message(error), "thread");
        CHECK_HAS(telnyx_error_message(error), "rs.example");
        telnyx_error_free(error);
    }
    fetch(client, sandbox.http);
}

static void only_a_look_up_needs_a_thread(void)
{
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        call_without_threads();
        telnyx_client_free(client);
        free(named);
        exit(0);
    }
    int status;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    client = sandbox_client();
    named = join("https://rs.example", strrchr(sandbox.https, ':'));
    fetch(client, sandbox.https);
    RUN(only_a_look_up_needs_a_thread);
    free(named);
    telnyx_client_free(client);
    return 0;
}
