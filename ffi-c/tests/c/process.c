/* Tests that the library does not change its process. TELNYX_BASE_URL is the HTTPS origin of the sandbox, and
 * SSL_CERT_FILE is the file of its CA. */

#include "check.h"
#include "threads.h"
#include <pthread.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

extern char **environ;

/* Returns the environment as one string, which the caller frees. */
static char *environment(void)
{
    char *all = join("", "");
    for (char **entry = environ; *entry != NULL; entry++) {
        char *line = join(*entry, "\n");
        char *longer = join(all, line);
        free(line);
        free(all);
        all = longer;
    }
    return all;
}

static void check_shared(const char *expected)
{
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_fetch_resource_metadata(NULL, NULL, &metadata, &error), error);
    CHECK_TEXT(telnyx_resource_metadata_resource(metadata), expected);
    telnyx_resource_metadata_free(metadata);
}

/* The shared client is built by the first call. */
static void the_environment_is_read_when_a_client_is_built_and_never_written(void)
{
    char *before = environment();
    check_shared(sandbox.https);
    telnyx_authorization_server_metadata *server;
    telnyx_error *error;
    CHECK_OK(telnyx_fetch_authorization_server_metadata(NULL, NULL, &server, &error), error);
    telnyx_authorization_server_metadata_free(server);
    telnyx_discovery *discovery;
    CHECK_OK(telnyx_discover(NULL, NULL, 0, NULL, &discovery, &error), error);
    telnyx_discovery_free(discovery);
    char *after = environment();
    CHECK_TEXT(after, before);
    free(after);
    free(before);

    telnyx_client *early = client_of(telnyx_options_new());
    CHECK(setenv("TELNYX_BASE_URL", sandbox.http, 1) == 0);
    check_shared(sandbox.https);
    telnyx_client *late = client_of(telnyx_options_new());
    for (int i = 0; i < 2; i++) {
        telnyx_resource_metadata *metadata;
        CHECK_OK(telnyx_client_fetch_resource_metadata(i ? late : early, NULL, NULL, &metadata, &error), error);
        CHECK_TEXT(telnyx_resource_metadata_resource(metadata), i ? sandbox.http : sandbox.https);
        telnyx_resource_metadata_free(metadata);
    }
    telnyx_client_free(early);
    telnyx_client_free(late);
}

/* The Rust test checks the connections: one for the calls without options, and one for the call with options. */
static void calls_without_options_share_one_client(void)
{
    char *resource = join(sandbox.http, "/parent");
    telnyx_options *options = sandbox_options();
    for (int i = 0; i < 3; i++) {
        telnyx_resource_metadata *metadata;
        telnyx_error *error;
        CHECK_OK(telnyx_fetch_resource_metadata(resource, i == 1 ? options : NULL, &metadata, &error), error);
        telnyx_resource_metadata_free(metadata);
    }
    telnyx_options_free(options);
    free(resource);
}

/* These functions succeed even if the process can open no file and no socket. */
static void pure_functions_do_no_io(void)
{
    struct rlimit before;
    CHECK(getrlimit(RLIMIT_NOFILE, &before) == 0);
    const struct rlimit none = {.rlim_cur = 0, .rlim_max = before.rlim_max};
    const char *const line = "Bearer realm=\"r\"";
    telnyx_string *url;
    telnyx_strings *urls;
    telnyx_challenges *challenges;
    telnyx_resource_metadata *metadata;
    telnyx_authorization_server_metadata *server;
    telnyx_response *response = response_of("{\"resource\":\"https://rs.example\"}");
    telnyx_response *server_response = response_of("{\"issuer\":\"https://as.example\"}");
    telnyx_discovery_plan *plan;
    telnyx_discovery *discovery;
    CHECK(setrlimit(RLIMIT_NOFILE, &none) == 0);
    telnyx_status statuses[] = {
        telnyx_resource_metadata_url("https://rs.example", &url, NULL),
        telnyx_authorization_server_metadata_urls("https://as.example", &urls, NULL),
        telnyx_parse_challenges(&line, 1, &challenges, NULL),
        telnyx_resource_metadata_from_response("https://rs.example", response, NULL, &metadata, NULL),
        telnyx_authorization_server_metadata_from_response("https://as.example", server_response, NULL, &server, NULL),
        telnyx_discovery_plan_new("https://rs.example", &line, 1, NULL, NULL, &plan, NULL),
        telnyx_discovery_plan_respond(plan, telnyx_planned_request_id(telnyx_discovery_plan_next_request(plan)), response, NULL),
        telnyx_discovery_plan_finish(plan, &discovery, NULL),
    };
    CHECK(setrlimit(RLIMIT_NOFILE, &before) == 0);
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        CHECK(statuses[i] == TELNYX_STATUS_OK);
    telnyx_discovery_free(discovery);
    telnyx_discovery_plan_free(plan);
    telnyx_response_free(server_response);
    telnyx_response_free(response);
    telnyx_authorization_server_metadata_free(server);
    telnyx_resource_metadata_free(metadata);
    telnyx_challenges_free(challenges);
    telnyx_strings_free(urls);
    telnyx_string_free(url);
}

/* A CA store that cannot be read does not affect a call without TLS. */
static void the_ca_store_is_read_when_a_handshake_needs_it(void)
{
    char *before = join(getenv("SSL_CERT_FILE"), "");
    CHECK(setenv("SSL_CERT_FILE", "/nowhere/ca.pem", 1) == 0);
    telnyx_options *options = telnyx_options_new();
    CHECK(telnyx_options_set_max_retries(options, 0) == TELNYX_STATUS_OK);
    telnyx_client *client = client_of(options);
    fetch(client, sandbox.http);
    telnyx_error_free(fail(client, sandbox.https, NULL, TELNYX_STATUS_TLS));
    telnyx_client_free(client);
    CHECK(setenv("SSL_CERT_FILE", before, 1) == 0);
    free(before);
}

/* Reading the environment crashes the program in this test. */
static void an_ignored_environment_is_not_read(void)
{
    char **before = environ;
    void *unreadable = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CHECK(unreadable != MAP_FAILED);
    telnyx_options *options = sandbox_options();
    CHECK(telnyx_options_set_ignore_environment(options, true) == TELNYX_STATUS_OK);
    environ = unreadable;
    telnyx_client *client = client_of(options);
    fetch(client, sandbox.http);
    fetch(client, sandbox.https);
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK_OK(telnyx_client_discover(client, sandbox.https, NULL, 0, NULL, &discovery, &error), error);
    telnyx_discovery_free(discovery);
    telnyx_client_free(client);
    environ = before;
    CHECK(munmap(unreadable, 4096) == 0);
}

static void *call_slowly(void *resource)
{
    telnyx_client *client = sandbox_client();
    fetch(client, resource);
    telnyx_client_free(client);
    return NULL;
}

static void no_call_starts_a_thread(void)
{
    char *resource = join(sandbox.https, "/slow");
    pthread_t thread;
    const int before = threads();
    CHECK(pthread_create(&thread, NULL, call_slowly, resource) == 0);
    for (int i = 0; i < 40; i++) {
        CHECK(threads() <= before + 1);
        usleep(10000);
    }
    CHECK(pthread_join(thread, NULL) == 0);
    /* The system may list a thread for a short time after its end. */
    while (threads() > before)
        usleep(1000);
    free(resource);
}

static void *fetch_and_end(void *client)
{
    fetch(client, sandbox.https);
    return NULL;
}

/* Threads use a client and end. Valgrind and the sanitizers find memory that stays allocated. */
static void nothing_is_kept_for_a_thread(void)
{
    telnyx_client *client = sandbox_client();
    for (int i = 0; i < 8; i++) {
        pthread_t thread;
        CHECK(pthread_create(&thread, NULL, fetch_and_end, client) == 0);
        CHECK(pthread_join(thread, NULL) == 0);
    }
    telnyx_client_free(client);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    RUN(the_environment_is_read_when_a_client_is_built_and_never_written);
    RUN(calls_without_options_share_one_client);
    RUN(pure_functions_do_no_io);
    RUN(the_ca_store_is_read_when_a_handshake_needs_it);
    RUN(an_ignored_environment_is_not_read);
    RUN(no_call_starts_a_thread);
    RUN(nothing_is_kept_for_a_thread);
    return 0;
}
