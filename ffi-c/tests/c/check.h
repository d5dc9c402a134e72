/* Shared code of the test programs. Usage: PROGRAM HTTP HTTPS CA_FILE [MORE...]. HTTP and HTTPS are the origins of the
 * sandbox, and CA_FILE is the file of its CA. A program prints the names of its tests, and ends at the first check that
 * fails. */

#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <telnyx_oauth.h>

/* The path of the document of an origin. */
#define WELL_KNOWN "/.well-known/oauth-protected-resource"

/* The value of an out-parameter before a call, which must overwrite it. */
#define POISON(type) ((type *)(uintptr_t)1)

#define CHECK(condition) check_that((condition), #condition, __FILE__, __LINE__)
#define CHECK_TEXT(found, expected) check_text((found), (expected), #found, __FILE__, __LINE__)
#define CHECK_HAS(text, word) check_has((text), (word), #text, __FILE__, __LINE__)
/* Evaluates the call before the error. C does not define the order in which function arguments are evaluated. */
#define CHECK_OK(call, error)                                \
    do {                                                     \
        telnyx_status status_ = (call);                      \
        check_ok(status_, (error), __FILE__, __LINE__);      \
    } while (0)
#define RUN(test) (puts(#test), fflush(stdout), test())

static struct {
    const char *http;
    const char *https;
    const char *ca_file;
} sandbox;

static inline void check_that(bool holds, const char *condition, const char *file, int line)
{
    if (holds)
        return;
    fprintf(stderr, "%s:%d: check failed: %s\n", file, line, condition);
    exit(1);
}

/* Checks that both are NULL or the same text. */
static inline void check_text(const char *found, const char *expected, const char *what, const char *file, int line)
{
    if (found == NULL ? expected == NULL : expected != NULL && strcmp(found, expected) == 0)
        return;
    fprintf(stderr, "%s:%d: %s is %s, not %s\n", file, line, what, found ? found : "NULL", expected ? expected : "NULL");
    exit(1);
}

static inline void check_has(const char *text, const char *word, const char *what, const char *file, int line)
{
    if (text != NULL && strstr(text, word) != NULL)
        return;
    fprintf(stderr, "%s:%d: %s does not contain \"%s\": %s\n", file, line, what, word, text ? text : "NULL");
    exit(1);
}

static inline void check_ok(telnyx_status status, const telnyx_error *error, const char *file, int line)
{
    if (status == TELNYX_STATUS_OK && error == NULL)
        return;
    fprintf(stderr, "%s:%d: %s: %s\n", file, line, telnyx_status_str(status), telnyx_error_message(error));
    exit(1);
}

/* Reads the arguments of every program. */
static inline void start(int count, char **arguments)
{
    CHECK(count >= 4);
    sandbox.http = arguments[1];
    sandbox.https = arguments[2];
    sandbox.ca_file = arguments[3];
}

/* Returns first and second as one string, which the caller frees. */
static inline char *join(const char *first, const char *second)
{
    char *joined = malloc(strlen(first) + strlen(second) + 1);
    CHECK(joined != NULL);
    return strcat(strcpy(joined, first), second);
}

/* Options for the sandbox: its CA is trusted, and there are no retries. */
static inline telnyx_options *sandbox_options(void)
{
    telnyx_options *options = telnyx_options_new();
    CHECK(telnyx_options_set_ca_file(options, sandbox.ca_file) == TELNYX_STATUS_OK);
    CHECK(telnyx_options_set_proxy(options, "") == TELNYX_STATUS_OK);
    CHECK(telnyx_options_set_max_retries(options, 0) == TELNYX_STATUS_OK);
    return options;
}

/* Returns a client with these options, and frees the options. */
static inline telnyx_client *client_of(telnyx_options *options)
{
    telnyx_client *client;
    telnyx_error *error;
    CHECK_OK(telnyx_client_new(options, &client, &error), error);
    telnyx_options_free(options);
    return client;
}

static inline telnyx_client *sandbox_client(void)
{
    return client_of(sandbox_options());
}

/* Fetches the document of a resource, which must succeed, and frees it. */
static inline void fetch(telnyx_client *client, const char *resource)
{
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    CHECK_OK(telnyx_client_fetch_resource_metadata(client, resource, NULL, &metadata, &error), error);
    CHECK_TEXT(telnyx_resource_metadata_resource(metadata), resource);
    telnyx_resource_metadata_free(metadata);
}

/* Fetches the document of a resource, which must fail with this status. Returns the error, which the caller frees. */
static inline telnyx_error *fail(telnyx_client *client, const char *resource, const telnyx_call *call, telnyx_status status)
{
    telnyx_resource_metadata *metadata = POISON(telnyx_resource_metadata);
    telnyx_error *error = POISON(telnyx_error);
    telnyx_status found = telnyx_client_fetch_resource_metadata(client, resource, call, &metadata, &error);
    CHECK_TEXT(telnyx_status_str(found), telnyx_status_str(status));
    CHECK(metadata == NULL && error != NULL && telnyx_error_kind(error) == status);
    return error;
}

/* Returns a response with this document and the content type application/json. */
static inline telnyx_response *response_of(const char *json)
{
    telnyx_response *response = telnyx_response_new(200, json, strlen(json));
    CHECK(telnyx_response_set_content_type(response, "application/json") == TELNYX_STATUS_OK);
    return response;
}

#endif
