/* Tests of forks before, between and during calls: parent and child both continue. With an argument, the tests of forks
 * during calls are skipped. */

#include "check.h"
#include <pthread.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t fork_child(void)
{
    fflush(NULL);
    pid_t child = fork();
    CHECK(child >= 0);
    return child;
}

static void wait_for(pid_t child)
{
    int status;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

/* Replaces the child's program, so that no tool reports the memory that the child inherited as a leak. */
static void end_child(void)
{
    execl("/bin/true", "true", (char *)NULL);
    _exit(1);
}

static void fetch_both(telnyx_client *client)
{
    fetch(client, sandbox.http);
    fetch(client, sandbox.https);
}

static void the_fork_comes_before_any_call(void)
{
    telnyx_client *client = sandbox_client();
    pid_t child = fork_child();
    fetch_both(client);
    if (child == 0) {
        telnyx_client_free(client);
        end_child();
    }
    wait_for(child);
    fetch_both(client);
    telnyx_client_free(client);
}

static void the_fork_comes_between_calls(void)
{
    telnyx_client *client = sandbox_client();
    fetch_both(client);
    for (int i = 0; i < 3; i++) {
        pid_t child = fork_child();
        /* Parent and child call at the same time. */
        fetch_both(client);
        if (child == 0) {
            pid_t grandchild = fork_child();
            fetch_both(client);
            if (grandchild == 0)
                end_child();
            wait_for(grandchild);
            fetch_both(client);
            end_child();
        }
        wait_for(child);
        fetch_both(client);
    }
    telnyx_client_free(client);
}

static void the_child_frees_every_handle(void)
{
    telnyx_client *client = sandbox_client();
    telnyx_options *options = sandbox_options();
    telnyx_resource_metadata *metadata;
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK_OK(telnyx_client_fetch_resource_metadata(client, sandbox.https, NULL, &metadata, &error), error);
    CHECK_OK(telnyx_client_discover(client, sandbox.http, NULL, 0, NULL, &discovery, &error), error);
    telnyx_error *failure = fail(client, "x:", NULL, TELNYX_STATUS_INVALID_ARGUMENT);
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    telnyx_call *call = telnyx_call_new();
    telnyx_call_set_cancel_token(call, token);
    telnyx_discovery_plan *plan;
    CHECK_OK(telnyx_discovery_plan_new(sandbox.https, NULL, 0, NULL, NULL, &plan, &error), error);
    const telnyx_planned_request *request = telnyx_discovery_plan_next_request(plan);
    pid_t child = fork_child();
    if (child == 0) {
        CHECK_TEXT(telnyx_resource_metadata_resource(metadata), sandbox.https);
        CHECK_HAS(telnyx_planned_request_url(request), sandbox.https);
        CHECK(telnyx_discovery_plan_next_request(plan) != NULL);
        telnyx_discovery_plan_free(plan);
        CHECK_HAS(telnyx_discovery_to_json(discovery), "attempts");
        CHECK_HAS(telnyx_error_message(failure), "http");
        telnyx_cancel_token_cancel(token);
        CHECK(telnyx_cancel_token_is_cancelled(token));
        telnyx_client_free(client);
        telnyx_options_free(options);
        telnyx_resource_metadata_free(metadata);
        telnyx_discovery_free(discovery);
        telnyx_error_free(failure);
        telnyx_call_free(call);
        telnyx_cancel_token_free(token);
        end_child();
    }
    wait_for(child);
    CHECK(!telnyx_cancel_token_is_cancelled(token));
    CHECK(telnyx_discovery_plan_next_request(plan) != NULL);
    telnyx_discovery_plan_free(plan);
    telnyx_resource_metadata *again;
    CHECK_OK(telnyx_client_fetch_resource_metadata(client, sandbox.https, call, &again, &error), error);
    CHECK(telnyx_resource_metadata_equal(again, metadata));
    telnyx_resource_metadata_free(again);
    telnyx_resource_metadata_free(metadata);
    telnyx_discovery_free(discovery);
    telnyx_error_free(failure);
    telnyx_call_free(call);
    telnyx_cancel_token_free(token);
    telnyx_options_free(options);
    telnyx_client_free(client);
}

static struct {
    telnyx_client *client;
    atomic_bool done;
} busy;

static void *call_until_done(void *origin)
{
    do
        fetch(busy.client, origin);
    while (!atomic_load(&busy.done));
    return NULL;
}

static void other_threads_make_calls_during_the_fork(void)
{
    pthread_t threads[4];
    busy.client = sandbox_client();
    for (int i = 0; i < 4; i++)
        CHECK(pthread_create(&threads[i], NULL, call_until_done, (void *)(i % 2 ? sandbox.http : sandbox.https)) == 0);
    for (int i = 0; i < 30; i++) {
        pid_t child = fork_child();
        if (child == 0) {
            fetch_both(busy.client);
            if (i % 2)
                telnyx_client_free(busy.client);
            end_child();
        }
        wait_for(child);
    }
    atomic_store(&busy.done, true);
    for (int i = 0; i < 4; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
    telnyx_client_free(busy.client);
}

/* A document that another thread and a child read for the first time, at the same time. */
static struct {
    telnyx_resource_metadata *metadata;
    atomic_bool done;
} unread;

static void read_all(void)
{
    size_t count = telnyx_resource_metadata_names_count(unread.metadata);
    CHECK(count == 3);
    for (size_t i = 0; i < count; i++) {
        const char *name = telnyx_resource_metadata_names_at(unread.metadata, i);
        CHECK(telnyx_resource_metadata_json(unread.metadata, name) != NULL);
        CHECK(telnyx_resource_metadata_type(unread.metadata, name) != TELNYX_MEMBER_TYPE_ABSENT);
    }
    CHECK_TEXT(telnyx_resource_metadata_scopes_supported_at(unread.metadata, 1), "b");
    CHECK_TEXT(telnyx_resource_metadata_list_at(unread.metadata, "x", 0), "c");
}

static void *clone_and_read(void *unused)
{
    (void)unused;
    while (!atomic_load(&unread.done)) {
        telnyx_resource_metadata *copy = telnyx_resource_metadata_clone(unread.metadata);
        CHECK_TEXT(telnyx_resource_metadata_list_at(copy, "x", 0), "c");
        telnyx_resource_metadata_free(copy);
        read_all();
    }
    return NULL;
}

static void other_threads_read_during_the_fork(void)
{
    telnyx_response *response = response_of("{\"resource\":\"https://rs.example\",\"scopes_supported\":[\"a\",\"b\"],\"x\":[\"c\"]}");
    for (int i = 0; i < 30; i++) {
        pthread_t thread;
        telnyx_error *error;
        CHECK_OK(telnyx_resource_metadata_from_response("https://rs.example", response, NULL, &unread.metadata, &error), error);
        atomic_store(&unread.done, false);
        CHECK(pthread_create(&thread, NULL, clone_and_read, NULL) == 0);
        pid_t child = fork_child();
        if (child == 0) {
            read_all();
            telnyx_resource_metadata_free(unread.metadata);
            end_child();
        }
        wait_for(child);
        atomic_store(&unread.done, true);
        CHECK(pthread_join(thread, NULL) == 0);
        telnyx_resource_metadata_free(unread.metadata);
    }
    telnyx_response_free(response);
}

static void *fetch_slowly(void *resource)
{
    fetch(busy.client, resource);
    return NULL;
}

/* The child must not continue the parent's call: the Rust test checks that the sandbox received one request for /slow. */
static void the_child_does_not_continue_another_threads_call(void)
{
    pthread_t thread;
    char *resource = join(sandbox.http, "/slow");
    busy.client = sandbox_client();
    CHECK(pthread_create(&thread, NULL, fetch_slowly, resource) == 0);
    usleep(200000);
    pid_t child = fork_child();
    if (child == 0) {
        fetch_both(busy.client);
        telnyx_client_free(busy.client);
        end_child();
    }
    wait_for(child);
    CHECK(pthread_join(thread, NULL) == 0);
    fetch_both(busy.client);
    telnyx_client_free(busy.client);
    free(resource);
}

/* The Rust test checks the connections of parent and child. */
static void the_child_makes_its_own_connections(void)
{
    telnyx_client *client = sandbox_client();
    char *for_parent = join(sandbox.http, "/parent");
    char *for_child = join(sandbox.http, "/child");
    fetch(client, for_parent);
    pid_t child = fork_child();
    if (child == 0) {
        fetch(client, for_child);
        end_child();
    }
    wait_for(child);
    fetch(client, for_parent);
    telnyx_client_free(client);
    free(for_child);
    free(for_parent);
}

/* The child uses a fresh document in the client's cache. The Rust test checks that the sandbox received one request. */
static void the_child_has_the_cache(void)
{
    telnyx_client *client = sandbox_client();
    char *resource = join(sandbox.http, "/cached");
    fetch(client, resource);
    pid_t child = fork_child();
    fetch(client, resource);
    if (child == 0) {
        telnyx_client_free(client);
        end_child();
    }
    wait_for(child);
    fetch(client, resource);
    telnyx_client_free(client);
    free(resource);
}

static void fetch_shared(void)
{
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_fetch_resource_metadata(sandbox.http, NULL, &metadata, &error), error);
    telnyx_resource_metadata_free(metadata);
}

static void the_child_has_the_shared_client(void)
{
    for (int i = 0; i < 2; i++) {
        pid_t child = fork_child();
        fetch_shared();
        if (child == 0)
            end_child();
        wait_for(child);
        fetch_shared();
    }
}

int main(int count, char **arguments)
{
    start(count, arguments);
    RUN(the_fork_comes_before_any_call);
    RUN(the_fork_comes_between_calls);
    RUN(the_child_frees_every_handle);
    if (count == 4) {
        RUN(other_threads_make_calls_during_the_fork);
        RUN(other_threads_read_during_the_fork);
        RUN(the_child_does_not_continue_another_threads_call);
    }
    RUN(the_child_makes_its_own_connections);
    RUN(the_child_has_the_cache);
    RUN(the_child_has_the_shared_client);
    return 0;
}
