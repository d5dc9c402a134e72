/*
 * telnyx_oauth.h - how to get a token for a protected API.
 *
 * Fetches and judges OAuth 2.0 Protected Resource Metadata (https://www.rfc-editor.org/rfc/rfc9728) and Authorization
 * Server Metadata (https://www.rfc-editor.org/rfc/rfc8414, OpenID Connect Discovery).
 *
 *     telnyx_resource_metadata *metadata;
 *     telnyx_error *error;
 *     if (telnyx_fetch_resource_metadata(NULL, NULL, &metadata, &error) != TELNYX_STATUS_OK) {
 *         fprintf(stderr, "%s\n", telnyx_error_message(error));
 *         telnyx_error_free(error);
 *         return 1;
 *     }
 *     for (size_t i = 0; i < telnyx_resource_metadata_authorization_servers_count(metadata); i++)
 *         puts(telnyx_resource_metadata_authorization_servers_at(metadata, i));
 *     telnyx_resource_metadata_free(metadata);
 *
 * These rules hold for every function. The comment of a function adds its own.
 *
 * CALLS. telnyx_fetch_resource_metadata() gets the document of one resource,
 * telnyx_fetch_authorization_server_metadata() that of one authorization server, and telnyx_discover() all that is
 * needed to ask for a token. Without options they share one client of the process; with options each call makes its
 * own. A program with options and more than one call makes a telnyx_client, which keeps connections and documents, and
 * calls telnyx_client_fetch_resource_metadata() and so on; a telnyx_call gives such a call a timeout and a cancel token
 * of its own. A call returns when it is done. Every call has a deadline. To use your own HTTP client, call
 * telnyx_resource_metadata_url(), telnyx_authorization_server_metadata_urls(), telnyx_parse_challenges(),
 * telnyx_resource_metadata_from_response() and telnyx_authorization_server_metadata_from_response(), which do no I/O.
 *
 * NAMES. A handle is a telnyx_NOUN. Its functions are telnyx_NOUN_VERB(), and its members are read with
 * telnyx_NOUN_MEMBER(). A list has telnyx_NOUN_MEMBER_count() and telnyx_NOUN_MEMBER_at(), which counts from 0. A
 * member may be absent from a document: a string is NULL then. For lists and booleans telnyx_NOUN_has_MEMBER() tells an
 * absent member from an empty or false one. A member of any name, registered or not, is read with telnyx_NOUN_type(),
 * telnyx_NOUN_string(), telnyx_NOUN_list_at(), telnyx_NOUN_boolean() and telnyx_NOUN_json() by its name, such as
 * TELNYX_MEMBER_ISSUER. The URL that a document was found at is telnyx_NOUN_document_url().
 *
 * RESULTS. A function that can fail returns a telnyx_status: TELNYX_STATUS_OK, or what went wrong. Its result, and the
 * telnyx_error with the details, come through its last two parameters. Both are set to NULL when the function begins;
 * when it ends, one of them is set. error_out may be NULL; every other out-parameter must be given.
 *
 * OWNERSHIP. A handle that comes through an out-parameter or from a _new or _clone function belongs to the caller, who
 * frees it with the telnyx_NOUN_free() of its type, once. Freeing NULL does nothing. A pointer to const that is
 * returned is borrowed: it belongs to the handle that it was read from, lives as long as that, does not move, and is
 * not freed. A function keeps none of its arguments: after it has returned they may be freed or changed.
 *
 * STRINGS. A string that goes in ends with NUL and is UTF-8; text that is not UTF-8 is TELNYX_STATUS_INVALID_ARGUMENT,
 * and the error names the argument or the option; a function without a status finds nothing by such text. A string that
 * comes out ends with NUL, is UTF-8, and is borrowed. Strings of a document are exactly as the server sent them, so
 * escape them before you print them. A document with a NUL inside a string is refused; in the text of an OAuth error
 * U+FFFD replaces it. Messages, causes and reasons are escaped and cut: they may be printed and logged. Functions named
 * _str return static strings, which live as long as the program.
 *
 * NULL. NULL for a required argument is TELNYX_STATUS_INVALID_ARGUMENT, and the error names the argument or the option.
 * The description of an argument that may be NULL says what that means. Reading a member of a NULL handle returns NULL,
 * 0 or false, unless the function says something else; and so does an index past the end. A pointer that is neither
 * NULL nor what the function asks for is undefined behaviour.
 *
 * NUMBERS. telnyx_status, telnyx_member_type, TELNYX_BOOLEAN_*, TELNYX_WARNING_*, TELNYX_PURPOSE_*, TELNYX_OUTCOME_*,
 * TELNYX_SIGNATURE_* and TELNYX_RESOURCE_MATCH_* are int32_t, and later versions may add values: have a default case.
 * Times are milliseconds where the name ends in _ms, and else seconds. A number outside the range that its function
 * states is TELNYX_STATUS_INVALID_ARGUMENT where it is used, and the error names the option and its range.
 *
 * THREADS. Any number of threads may call with one telnyx_client, and read one document, error or discovery, at the
 * same time. A telnyx_cancel_token may be used from any thread at any time. telnyx_options, telnyx_call and
 * telnyx_response may be used by several calls at the same time, but not be changed meanwhile. A handle must not be
 * used while it is freed, or after. No call starts a thread, but for a name look-up: the system's runs on a thread that
 * ends soon after. Nothing is kept for a thread that has ended. Do not call from a signal handler.
 *
 * STACKS. A call needs up to 128 KiB of its thread's stack, also for the most deeply nested document.
 *
 * CANCELLATION. pthread_cancel() does not end a thread amid a call: cancellation is disabled for that time, the state
 * is then as before, and the thread ends at its next cancellation point. Calls of threads whose cancellation type is
 * PTHREAD_CANCEL_ASYNCHRONOUS are undefined behaviour.
 *
 * FORK. A child may use, and free, what its parent has made before the fork, clients and their cache too, while the
 * parent goes on with it: neither disturbs the other, whatever other threads of the parent were doing. A child makes
 * connections of its own. A call that another thread of the parent made before the fork does not go on in the child.
 *
 * SIGNALS. A peer that closes its connection raises no SIGPIPE in the program: a thread that sends has the signal
 * blocked for that time, and its mask and what was pending are then as before. No handler is installed, and no other
 * signal blocked; the thread of a name look-up runs no handler of the program. A handler that runs during a call does
 * not end it: use a telnyx_cancel_token for that.
 *
 * THE PROCESS. The library needs no set-up and no tear-down. The library installs no logger, allocator, or handler, and
 * prints nothing unless it has a bug or memory runs out (below). The shared library stays loaded after a dlclose(), for
 * a name look-up that may be under way. A process that may start no thread can call by address; a call that needs a
 * name look-up then fails with TELNYX_STATUS_TRANSPORT.
 *
 * ENVIRONMENT. Variables are read when a client is built, also the one that the process shares, and never written. The
 * system's name look-ups may read some too. setenv(), putenv() and unsetenv() in another thread at that time are a data
 * race of the C library, and may crash the process: telnyx_options_set_ignore_environment() reads no variable.
 *
 * EXIT. Destructors of thread-specific values, handlers of atexit() and destructors of the program may call too. The
 * call has its result, or an error that says that its thread is at its end.
 *
 * BUGS. A bug in the library that it notices does not end the program: the call fails with TELNYX_STATUS_INTERNAL and
 * the bug's message, and nothing unwinds into the caller. A line about it goes to standard error. The client is still
 * usable.
 *
 * MEMORY. The process aborts if memory runs out, with a line on standard error. The memory that a server can make a
 * call hold is bounded: the body of each document (telnyx_options_set_max_body_bytes()), all bodies of a discovery
 * (telnyx_options_set_max_total_bytes()) and its authorization servers (64), a response's header (64 KB, 256 fields),
 * and the cache of a client (8 MiB). Input from the caller is not bounded, but for URLs (32 KiB).
 *
 * VERSIONS. TELNYX_OAUTH_VERSION_* is the version of this header, telnyx_version() that of the library that was loaded.
 * TELNYX_OAUTH_ABI is the number of the ABI, with which the SONAME ends. While it stays, functions, constants and what
 * is said here are added to and never taken away or changed, so a program runs with every later library of the same
 * number. No number of a constant is used again for something else.
 */


#ifndef TELNYX_OAUTH_H
#define TELNYX_OAUTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TELNYX_OAUTH_VERSION_MAJOR 0
#define TELNYX_OAUTH_VERSION_MINOR 1
#define TELNYX_OAUTH_VERSION_PATCH 0
#define TELNYX_OAUTH_VERSION_STRING "0.1.0"
#define TELNYX_OAUTH_ABI 1

/* The compiler warns where a status or a new handle is dropped. A program may define these macros as empty before. */
#ifndef TELNYX_WARN_UNUSED
#ifdef __GNUC__
#define TELNYX_WARN_UNUSED __attribute__((warn_unused_result))
#else
#define TELNYX_WARN_UNUSED
#endif
#endif
#ifndef TELNYX_MALLOC
#ifdef __GNUC__
#define TELNYX_MALLOC __attribute__((malloc))
#else
#define TELNYX_MALLOC
#endif
#endif

/**
 * One request that a call sent, or that it was spared. A retry is an attempt of its own; a redirect that was followed is
 * part of the attempt that it answered; a request that another call sent at the same time, and that this one shared, is
 * one attempt. It belongs to an error or a discovery.
 */
typedef struct telnyx_attempt telnyx_attempt;

/**
 * An authorization server's metadata document (https://www.rfc-editor.org/rfc/rfc8414 and
 * https://openid.net/specs/openid-connect-discovery-1_0.html), judged. A member that is absent stays absent, and strings
 * are exactly as sent. Every endpoint is an absolute https URL, or http if the issuer is http on a loopback host.
 * Immutable: any number of threads may read one at the same time.
 */
typedef struct telnyx_authorization_server_metadata telnyx_authorization_server_metadata;

/**
 * The settings of one call, or of several: a deadline and a cancel token. Not to be changed or freed while a call uses
 * it; several threads may use one at the same time.
 */
typedef struct telnyx_call telnyx_call;

/**
 * Cancels the calls that it was given to, from any thread. It may be freed while they run.
 */
typedef struct telnyx_cancel_token telnyx_cancel_token;

/**
 * One challenge of a WWW-Authenticate header field (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1). It belongs to
 * challenges or to a discovery.
 */
typedef struct telnyx_challenge telnyx_challenge;

/**
 * The challenges of a WWW-Authenticate, in order.
 */
typedef struct telnyx_challenges telnyx_challenges;

/**
 * Options, connections that are kept, a cache, and the calls. Any number of threads may use one at the same time; behind a
 * fork, parent and child both may go on with it.
 */
typedef struct telnyx_client telnyx_client;

/**
 * An authorization server that a resource's document lists, and what became of the search for its metadata. It belongs to a
 * discovery.
 */
typedef struct telnyx_discovered_server telnyx_discovered_server;

/**
 * Everything that is needed to ask for a token for a resource, and where each part came from. Immutable: any number of
 * threads may read one at the same time.
 */
typedef struct telnyx_discovery telnyx_discovery;

/**
 * Why a call failed: a kind, a message, and the evidence. Immutable.
 */
typedef struct telnyx_error telnyx_error;

/**
 * A client's options. What is not set has its default. Not to be changed or freed while another function uses it.
 */
typedef struct telnyx_options telnyx_options;

/**
 * A protected resource's metadata document (https://www.rfc-editor.org/rfc/rfc9728#section-2), judged. A member that is
 * absent stays absent, and strings are exactly as sent. Immutable: any number of threads may read one at the same time.
 */
typedef struct telnyx_resource_metadata telnyx_resource_metadata;

/**
 * A response that was fetched with an HTTP stack of the caller's own, for telnyx_resource_metadata_from_response() and
 * telnyx_authorization_server_metadata_from_response(). That stack is then responsible for what this library's transport
 * does otherwise: https, redirects on the same origin only, limits of time and size, no content coding.
 */
typedef struct telnyx_response telnyx_response;

/**
 * A string that a function has made.
 */
typedef struct telnyx_string telnyx_string;

/**
 * Strings that a function has made.
 */
typedef struct telnyx_strings telnyx_strings;

/**
 * Something that a document or a server did against an RFC, or left out, and that was tolerated.
 * telnyx_options_set_strict() turns what an RFC forbids into an error. It belongs to a document or a discovery.
 */
typedef struct telnyx_warning telnyx_warning;

/**
 * The result of a call: TELNYX_STATUS_OK, or the kind of its error.
 */
typedef int32_t telnyx_status;

/**
 * The type of a member's value: one of TELNYX_MEMBER_TYPE_*.
 */
typedef int32_t telnyx_member_type;

/**
 * The call succeeded.
 */
#define TELNYX_STATUS_OK 0

/**
 * The caller's input: not an absolute http(s) URL, a fragment, userinfo, a metadata URL where a resource is wanted, NULL,
 * text that is not UTF-8, an option that cannot be used. Correct the input.
 */
#define TELNYX_STATUS_INVALID_ARGUMENT 1

/**
 * http where https is required. Ask for the https URL, or see telnyx_options_set_allow_http().
 */
#define TELNYX_STATUS_INSECURE_URL 2

/**
 * A URL that a server supplied leads to an address where no such URL may lead.
 */
#define TELNYX_STATUS_BLOCKED_ADDRESS 3

/**
 * The name could not be resolved, the connection failed, the peer hung up, or what it sent is not HTTP.
 */
#define TELNYX_STATUS_TRANSPORT 4

/**
 * The TLS handshake failed, or the certificate is not trusted.
 */
#define TELNYX_STATUS_TLS 5

/**
 * The deadline passed: telnyx_options_set_timeout_ms() or its connect timeout, or telnyx_call_set_timeout_ms().
 */
#define TELNYX_STATUS_TIMEOUT 6

/**
 * The caller cancelled through a telnyx_cancel_token.
 */
#define TELNYX_STATUS_CANCELLED 7

/**
 * A redirect to another origin, too many of them, or one that names no usable target.
 */
#define TELNYX_STATUS_REDIRECT_REFUSED 8

/**
 * A status that is neither success nor a documented error.
 */
#define TELNYX_STATUS_HTTP_STATUS 9

/**
 * A 4xx whose body is an OAuth error: see telnyx_error_error().
 */
#define TELNYX_STATUS_OAUTH_ERROR 10

/**
 * Status 200, but not JSON, or in a content coding.
 */
#define TELNYX_STATUS_CONTENT_TYPE 11

/**
 * The body or the header is over its limit.
 */
#define TELNYX_STATUS_BODY_TOO_LARGE 12

/**
 * The body is not a JSON object.
 */
#define TELNYX_STATUS_INVALID_JSON 13

/**
 * The body is JSON, but not this document.
 */
#define TELNYX_STATUS_INVALID_METADATA 14

/**
 * The document describes another resource (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
 */
#define TELNYX_STATUS_RESOURCE_MISMATCH 15

/**
 * The document describes another issuer (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
 */
#define TELNYX_STATUS_ISSUER_MISMATCH 16

/**
 * No candidate had a document: telnyx_error_attempts_at() lists what was asked.
 */
#define TELNYX_STATUS_NOT_FOUND 17

/**
 * The document's signed_metadata could not be trusted.
 */
#define TELNYX_STATUS_SIGNATURE_INVALID 18

/**
 * A bug in this library. Please report it.
 */
#define TELNYX_STATUS_INTERNAL 99

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * The name of a status, the same in every language and on the command line: "ok", "invalid_argument", ...
 *
 * Returns a static string, "unknown" for a number that is no status; never NULL.
 */
const char *telnyx_status_str(telnyx_status status);

/**
 * The kind of the error, for a program: one of TELNYX_STATUS_*, the status that the call returned.
 * telnyx_status_str() has its name.
 *
 * Returns TELNYX_STATUS_OK for NULL.
 */
telnyx_status telnyx_error_kind(const telnyx_error *error);

/**
 * A message for a person: what was expected and what came. Text from the network is escaped and cut in it, so that it is
 * safe to print and to log.
 *
 * Returns a string of the error's; NULL for NULL only.
 */
const char *telnyx_error_message(const telnyx_error *error);

/**
 * Frees an error with all that was borrowed from it. Not for those that belong to another handle, which are const.
 */
void telnyx_error_free(telnyx_error *error);

/**
 * Makes options that all have their defaults.
 *
 * Every setter of options returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if it refuses its input or options
 * is NULL. The options remember the first input that was refused: every call with them then fails with the same status,
 * and an error that names the input and the rule. So the setters' results need no check. Some input can be judged only
 * when a client is built, and is refused then.
 *
 * Returns options to be freed with telnyx_options_free(); never NULL.
 */
TELNYX_MALLOC
TELNYX_WARN_UNUSED
telnyx_options *telnyx_options_new(void);

/**
 * Frees options. Clients that were made with them stay as they are.
 */
void telnyx_options_free(telnyx_options *options);

/**
 * Sets an option. The URL whose origin is the default resource and issuer. The path of the URL is ignored. An absolute
 * https URL, or http on a loopback host. Calls that need the base URL fail if it is not valid. Default:
 * TELNYX_BASE_URL, else https://api.telnyx.com.
 */
telnyx_status telnyx_options_set_base_url(telnyx_options *options,
                                          const char *base_url);

/**
 * Sets an option. The time limit of a whole call, including retries and waits: more than zero, at most 24 hours. In
 * milliseconds. Default: 30 s.
 */
telnyx_status telnyx_options_set_timeout_ms(telnyx_options *options,
                                            uint64_t timeout_ms);

/**
 * Sets an option. A PEM file of CA certificates to trust in addition to the system's store. It is read when the client
 * is built. SSL_CERT_FILE and SSL_CERT_DIR replace the system's store. Mozilla's root certificates are used on systems
 * without a store. Default: none.
 */
telnyx_status telnyx_options_set_ca_file(telnyx_options *options,
                                         const char *ca_file);

/**
 * Fetches and judges one document: the one at the well-known URL of a resource
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3).
 *
 * resource: an absolute https URL, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of the base URL
 * (telnyx_options_set_base_url()).
 * options: for a client of this one call. NULL: the process's shared client, which has the default options and keeps
 * connections and documents.
 * metadata_out: a document to be freed with telnyx_resource_metadata_free(); NULL on failure.
 * error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
 *
 * Returns TELNYX_STATUS_OK, or any status but TELNYX_STATUS_ISSUER_MISMATCH and TELNYX_STATUS_NOT_FOUND.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_fetch_resource_metadata(const char *resource,
                                             const telnyx_options *options,
                                             telnyx_resource_metadata **metadata_out,
                                             telnyx_error **error_out);

/**
 * Fetches and judges the document of an authorization server: the candidates of
 * telnyx_authorization_server_metadata_urls() in order, up to the first that has one
 * (https://www.rfc-editor.org/rfc/rfc8414#section-3). A candidate that answers with a status of 4xx (other than 408, 425
 * and 429), or with something that is not JSON, has none; any other failure ends the search.
 *
 * issuer: an absolute https URL without a query, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of
 * the base URL (telnyx_options_set_base_url()).
 * options: for a client of this one call. NULL: the process's shared client, which has the default options and keeps
 * connections and documents.
 * metadata_out: a document to be freed with telnyx_authorization_server_metadata_free(); NULL on failure.
 * error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_NOT_FOUND if no candidate had a document; or any other status but
 * TELNYX_STATUS_RESOURCE_MISMATCH and TELNYX_STATUS_SIGNATURE_INVALID.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_fetch_authorization_server_metadata(const char *issuer,
                                                         const telnyx_options *options,
                                                         telnyx_authorization_server_metadata **metadata_out,
                                                         telnyx_error **error_out);

/**
 * Finds everything that is needed to ask for a token for a resource: its challenge, its document, and the document of each
 * authorization server that it lists (https://www.rfc-editor.org/rfc/rfc9728#section-5).
 *
 * A challenge's resource_metadata is authoritative: what it leads to is the answer. Without one, the document is looked
 * for at its own URL, and then at the origin's. A bad document ends the search; nothing is guessed. The call succeeds if
 * the resource's document was found; each server's failure is its own, in the result.
 *
 * resource: an absolute https URL, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of the base URL
 * (telnyx_options_set_base_url()).
 * www_authenticate, www_authenticate_count: the field lines of the WWW-Authenticate that the caller has got from the
 * resource; a pointer that is not NULL with a count of 0 says that there was none. NULL and 0: the resource is asked,
 * without credentials, at the same time as its document; if that fails, or takes longer than 5 s or a third of the time,
 * the discovery goes on with TELNYX_WARNING_PROBE_FAILED.
 * options: for a client of this one call. NULL: the process's shared client, which has the default options and keeps
 * connections and documents.
 * discovery_out: a result to be freed with telnyx_discovery_free(); NULL on failure.
 * error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_NOT_FOUND if no candidate had a document; or what else stopped the search:
 * telnyx_error_attempts_at() lists what was asked.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_discover(const char *resource,
                              const char *const *www_authenticate,
                              size_t www_authenticate_count,
                              const telnyx_options *options,
                              telnyx_discovery **discovery_out,
                              telnyx_error **error_out);

/**
 * Makes a client. The environment is read now, the system's CA store when a TLS handshake first needs it.
 *
 * options: NULL: defaults. They may be changed and freed afterwards.
 * client_out: a client to be freed with telnyx_client_free(); NULL on failure.
 * error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT for an option or a proxy variable that cannot be used, which
 * the error names; TELNYX_STATUS_INTERNAL if the system has no file descriptors left.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_client_new(const telnyx_options *options,
                                telnyx_client **client_out,
                                telnyx_error **error_out);

/**
 * telnyx_fetch_resource_metadata() with this client.
 *
 * call: NULL: the client's timeout, and no cancel token.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_client_fetch_resource_metadata(telnyx_client *client,
                                                    const char *resource,
                                                    const telnyx_call *call,
                                                    telnyx_resource_metadata **metadata_out,
                                                    telnyx_error **error_out);

/**
 * telnyx_fetch_authorization_server_metadata() with this client.
 *
 * call: NULL: the client's timeout, and no cancel token.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_client_fetch_authorization_server_metadata(telnyx_client *client,
                                                                const char *issuer,
                                                                const telnyx_call *call,
                                                                telnyx_authorization_server_metadata **metadata_out,
                                                                telnyx_error **error_out);

/**
 * telnyx_discover() with this client.
 *
 * call: NULL: the client's timeout, and no cancel token.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_client_discover(telnyx_client *client,
                                     const char *resource,
                                     const char *const *www_authenticate,
                                     size_t www_authenticate_count,
                                     const telnyx_call *call,
                                     telnyx_discovery **discovery_out,
                                     telnyx_error **error_out);

/**
 * Frees a client. In a forked child this does not touch the parent's connections. No other thread may be in
 * a call of it; what calls have returned stays valid. A name look-up that the system has not answered yet keeps its thread
 * until then.
 */
void telnyx_client_free(telnyx_client *client);

/**
 * The document has no member of this name, or it is no boolean.
 */
#define TELNYX_BOOLEAN_ABSENT -1

/**
 * The member is false.
 */
#define TELNYX_BOOLEAN_FALSE 0

/**
 * The member is true.
 */
#define TELNYX_BOOLEAN_TRUE 1

/**
 * The document's resource is identical to the one asked for, code point by code point
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
 */
#define TELNYX_RESOURCE_MATCH_EXACT 1

/**
 * Same scheme, host and port, and its path is the one asked for or a whole-segment prefix of it; if an origin's root was
 * asked for, any path of that origin. A declared query must be identical.
 */
#define TELNYX_RESOURCE_MATCH_COVERS 2

/**
 * Same scheme, host and port: for hosts whose paths trust one another.
 */
#define TELNYX_RESOURCE_MATCH_SAME_ORIGIN 3

/**
 * The request was for the resource itself, for its challenge.
 */
#define TELNYX_PURPOSE_PROBE 1

/**
 * The request was for a resource's document.
 */
#define TELNYX_PURPOSE_RESOURCE_METADATA 2

/**
 * The request was for an authorization server's document.
 */
#define TELNYX_PURPOSE_AUTHORIZATION_SERVER_METADATA 3

/**
 * The answer was taken.
 */
#define TELNYX_OUTCOME_OK 0

/**
 * There is no document at this URL; the next candidate was asked. Any other outcome is the TELNYX_STATUS_* of the error
 * that the request led to.
 */
#define TELNYX_OUTCOME_ABSENT -1

/**
 * The document has no signed_metadata.
 */
#define TELNYX_SIGNATURE_ABSENT 0

/**
 * There is one, but no trusted keys were given: its signature was not checked, and its claims are not among the members.
 */
#define TELNYX_SIGNATURE_UNVERIFIED 1

/**
 * A trusted key has signed it, and its claims replace the plain members.
 */
#define TELNYX_SIGNATURE_VERIFIED 2

/**
 * The document has no resource, which https://www.rfc-editor.org/rfc/rfc9728#section-2 requires.
 */
#define TELNYX_WARNING_RESOURCE_MISSING 1

/**
 * The document's resource covers what was asked for, but is not identical to it
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
 */
#define TELNYX_WARNING_RESOURCE_NOT_EXACT 2

/**
 * The document lists no authorization server.
 */
#define TELNYX_WARNING_AUTHORIZATION_SERVERS_MISSING 3

/**
 * The issuer differs by the slash that ends a root URL (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
 */
#define TELNYX_WARNING_ISSUER_ROOT_SLASH 4

/**
 * JSON, but not called exactly application/json.
 */
#define TELNYX_WARNING_CONTENT_TYPE_UNUSUAL 5

/**
 * The server does not say that it supports PKCE with S256 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 */
#define TELNYX_WARNING_PKCE_S256_NOT_ADVERTISED 6

/**
 * The server's protected_resources lacks this resource (https://www.rfc-editor.org/rfc/rfc9728#section-4).
 */
#define TELNYX_WARNING_RESOURCE_NOT_LISTED 7

/**
 * A challenge's resource_metadata is not an absolute http(s) URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1).
 */
#define TELNYX_WARNING_CHALLENGE_UNUSABLE 8

/**
 * The resource itself could not be asked for its challenge.
 */
#define TELNYX_WARNING_PROBE_FAILED 9

/**
 * A part of a WWW-Authenticate field is malformed and was skipped, or a challenge repeats a parameter
 * (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
 */
#define TELNYX_WARNING_CHALLENGE_MALFORMED 10

/**
 * A listed authorization server has no good document; the message says why.
 */
#define TELNYX_WARNING_AUTHORIZATION_SERVER_UNUSABLE 11

/**
 * A registered member is null, which counts as absent.
 */
#define TELNYX_WARNING_MEMBER_NULL 12

/**
 * The document has no member of this name.
 */
#define TELNYX_MEMBER_TYPE_ABSENT 0

/**
 * A string.
 */
#define TELNYX_MEMBER_TYPE_STRING 1

/**
 * A list of strings.
 */
#define TELNYX_MEMBER_TYPE_LIST 2

/**
 * A boolean.
 */
#define TELNYX_MEMBER_TYPE_BOOLEAN 3

/**
 * Any other value, which can be read as JSON.
 */
#define TELNYX_MEMBER_TYPE_JSON 4

/**
 * The resource identifier of the document (https://www.rfc-editor.org/rfc/rfc9728#section-2). The resource match
 * decides how it may differ from the requested one; a difference is a warning.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_resource_metadata_resource(const telnyx_resource_metadata *metadata);

/**
 * The issuers of the authorization servers that this resource accepts, as absolute http(s) URLs
 * (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_resource_metadata_authorization_servers_count(const telnyx_resource_metadata *metadata);

/**
 * One of authorization_servers, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_resource_metadata_authorization_servers_at(const telnyx_resource_metadata *metadata,
                                                              size_t index);

/**
 * The URL of the resource's JWK Set (https://www.rfc-editor.org/rfc/rfc9728#section-2). An absolute https URL, or http
 * if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_resource_metadata_jwks_uri(const telnyx_resource_metadata *metadata);

/**
 * The scopes that requests for access to the resource use (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_resource_metadata_scopes_supported_count(const telnyx_resource_metadata *metadata);

/**
 * One of scopes_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_resource_metadata_scopes_supported_at(const telnyx_resource_metadata *metadata,
                                                         size_t index);

/**
 * The ways to send a bearer token: header, body, query (https://www.rfc-editor.org/rfc/rfc9728#section-2). An empty
 * list means that bearer tokens are not supported.
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_resource_metadata_bearer_methods_supported_count(const telnyx_resource_metadata *metadata);

/**
 * One of bearer_methods_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_resource_metadata_bearer_methods_supported_at(const telnyx_resource_metadata *metadata,
                                                                 size_t index);

/**
 * The JWS algorithms for signed responses of the resource (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_resource_metadata_resource_signing_alg_values_supported_count(const telnyx_resource_metadata *metadata);

/**
 * One of resource_signing_alg_values_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_resource_metadata_resource_signing_alg_values_supported_at(const telnyx_resource_metadata *metadata,
                                                                              size_t index);

/**
 * The resource's name, for people (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_resource_metadata_resource_name(const telnyx_resource_metadata *metadata);

/**
 * telnyx_resource_metadata_resource_name() in the language that fits best, by the lookup of
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4; without a language if none fits.
 *
 * language: a language range such as "fr-CA"; upper and lower case are the same. NULL: none.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_resource_metadata_resource_name_for(const telnyx_resource_metadata *metadata,
                                                       const char *language);

/**
 * telnyx_resource_metadata_resource_documentation() in the language that fits best, by the lookup of
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4; without a language if none fits.
 *
 * language: a language range such as "fr-CA"; upper and lower case are the same. NULL: none.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_resource_metadata_resource_documentation_for(const telnyx_resource_metadata *metadata,
                                                                const char *language);

/**
 * telnyx_resource_metadata_resource_policy_uri() in the language that fits best, by the lookup of
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4; without a language if none fits.
 *
 * language: a language range such as "fr-CA"; upper and lower case are the same. NULL: none.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_resource_metadata_resource_policy_uri_for(const telnyx_resource_metadata *metadata,
                                                             const char *language);

/**
 * telnyx_resource_metadata_resource_tos_uri() in the language that fits best, by the lookup of
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4; without a language if none fits.
 *
 * language: a language range such as "fr-CA"; upper and lower case are the same. NULL: none.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_resource_metadata_resource_tos_uri_for(const telnyx_resource_metadata *metadata,
                                                          const char *language);

/**
 * Whether access tokens are bound to client certificates, if the document says so
 * (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns false if the member is absent too.
 */
bool telnyx_resource_metadata_tls_client_certificate_bound_access_tokens(const telnyx_resource_metadata *metadata);

/**
 * The JWS algorithms that the resource supports for DPoP proofs (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_resource_metadata_dpop_signing_alg_values_supported_count(const telnyx_resource_metadata *metadata);

/**
 * One of dpop_signing_alg_values_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_resource_metadata_dpop_signing_alg_values_supported_at(const telnyx_resource_metadata *metadata,
                                                                          size_t index);

/**
 * Whether access tokens must be bound by DPoP, if the document says so
 * (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns false if the member is absent too.
 */
bool telnyx_resource_metadata_dpop_bound_access_tokens_required(const telnyx_resource_metadata *metadata);

/**
 * A JWT with the members as signed claims, exactly as sent (https://www.rfc-editor.org/rfc/rfc9728#section-2.2). The
 * signature status tells whether it was verified.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_resource_metadata_signed_metadata(const telnyx_resource_metadata *metadata);

/**
 * The URL of a signed JWT that holds the resource's JWK Set (https://openid.net/specs/openid-federation-1_0.html). An
 * absolute https URL, or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_resource_metadata_signed_jwks_uri(const telnyx_resource_metadata *metadata);

/**
 * The resource's JWK Set itself (https://openid.net/specs/openid-federation-1_0.html). As JSON text.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_resource_metadata_jwks(const telnyx_resource_metadata *metadata);

/**
 * The type of a member of any name, registered or not: one of TELNYX_MEMBER_TYPE_*.
 *
 * name: the whole name, such as TELNYX_MEMBER_ISSUER or "resource_name#fr-CA". A name that is NULL or not UTF-8 is
 * that of no member.
 */
telnyx_member_type telnyx_resource_metadata_type(const telnyx_resource_metadata *metadata,
                                                 const char *name);

/**
 * The member of a name, if it is a string.
 *
 * Returns a string of the document's; NULL for a member that is absent or of another type.
 */
const char *telnyx_resource_metadata_string(const telnyx_resource_metadata *metadata, const char *name);

/**
 * The length of the member of a name, if it is a list of strings.
 *
 * Returns 0 for a member that is empty, absent or of another type.
 */
size_t telnyx_resource_metadata_list_count(const telnyx_resource_metadata *metadata, const char *name);

/**
 * One string of the member of a name, from 0 on, if it is a list of strings.
 *
 * Returns a string of the document's; NULL past the end, and for a member that is absent or of another type.
 */
const char *telnyx_resource_metadata_list_at(const telnyx_resource_metadata *metadata,
                                             const char *name,
                                             size_t index);

/**
 * The member of a name, if it is a boolean: TELNYX_BOOLEAN_TRUE or TELNYX_BOOLEAN_FALSE.
 *
 * Returns TELNYX_BOOLEAN_ABSENT for a member that is absent or of another type, and for NULL.
 */
int32_t telnyx_resource_metadata_boolean(const telnyx_resource_metadata *metadata, const char *name);

/**
 * The value of the member of a name as JSON, whatever its type: of one line, or as sent.
 *
 * Returns a string of the document's; NULL for a member that is absent.
 */
const char *telnyx_resource_metadata_json(const telnyx_resource_metadata *metadata, const char *name);

/**
 * Whether members of a name are judged, present or not: a registered member by its type, and every member whose name
 * ends in _endpoint as an endpoint. The value of any other member may be anything.
 *
 * Returns false for NULL.
 */
bool telnyx_resource_metadata_is_judged(const telnyx_resource_metadata *metadata,
                                        const char *name);

/**
 * The number of members that the document has.
 */
size_t telnyx_resource_metadata_names_count(const telnyx_resource_metadata *metadata);

/**
 * The whole name of one member, from 0 on.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_resource_metadata_names_at(const telnyx_resource_metadata *metadata, size_t index);

/**
 * The URL that the document was found at, after redirects.
 *
 * Returns a string of the document's; NULL for NULL only.
 */
const char *telnyx_resource_metadata_document_url(const telnyx_resource_metadata *metadata);

/**
 * The members that are not registered, as a JSON object on one line; "{}" if there are none.
 *
 * Returns a string of the document's; NULL for NULL only.
 */
const char *telnyx_resource_metadata_extra(const telnyx_resource_metadata *metadata);

/**
 * The document's text as served, without a byte-order mark.
 *
 * Returns a string of the document's; NULL for NULL only.
 */
const char *telnyx_resource_metadata_raw_json(const telnyx_resource_metadata *metadata);

/**
 * The document's members as JSON on one line.
 *
 * Returns a string of the document's; NULL for NULL only.
 */
const char *telnyx_resource_metadata_to_json(const telnyx_resource_metadata *metadata);

/**
 * The state of the document's signed_metadata: one of TELNYX_SIGNATURE_*. telnyx_signature_status_str() has its name.
 */
int32_t telnyx_resource_metadata_signature_status(const telnyx_resource_metadata *metadata);

/**
 * The number of warnings: deviations in the document that were tolerated.
 */
size_t telnyx_resource_metadata_warnings_count(const telnyx_resource_metadata *metadata);

/**
 * One warning, from 0 on.
 *
 * Returns a warning of the document's; NULL past the end.
 */
const telnyx_warning *telnyx_resource_metadata_warnings_at(const telnyx_resource_metadata *metadata,
                                                           size_t index);

/**
 * Whether two documents have the same members, wherever they were found; two NULLs are equal too.
 */
bool telnyx_resource_metadata_equal(const telnyx_resource_metadata *a, const telnyx_resource_metadata *b);

/**
 * Makes another handle to the same document, which outlives this one and whatever this one belongs to. Cheap.
 *
 * Returns a document to be freed with telnyx_resource_metadata_free(); NULL for NULL only.
 */
TELNYX_MALLOC
TELNYX_WARN_UNUSED
telnyx_resource_metadata *telnyx_resource_metadata_clone(const telnyx_resource_metadata *metadata);

/**
 * Frees a document with all that was borrowed from it. Not for those that belong to another handle, which are const.
 */
void telnyx_resource_metadata_free(telnyx_resource_metadata *metadata);

/**
 * Judges a response that was fetched elsewhere: may it describe the resource?
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3.2).
 *
 * resource: as in telnyx_fetch_resource_metadata(), but not NULL.
 * response: what came; its default URL is that of telnyx_resource_metadata_url().
 * options: only how a document is judged counts (resource match, strict, allow http, trusted keys). NULL: defaults.
 * metadata_out: a document to be freed with telnyx_resource_metadata_free(); NULL on failure.
 * error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT or TELNYX_STATUS_INSECURE_URL for resource and the response's
 * URL; else the response's own error: TELNYX_STATUS_HTTP_STATUS, TELNYX_STATUS_OAUTH_ERROR, TELNYX_STATUS_CONTENT_TYPE,
 * TELNYX_STATUS_INVALID_JSON, TELNYX_STATUS_INVALID_METADATA, TELNYX_STATUS_RESOURCE_MISMATCH or
 * TELNYX_STATUS_SIGNATURE_INVALID.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_resource_metadata_from_response(const char *resource,
                                                     const telnyx_response *response,
                                                     const telnyx_options *options,
                                                     telnyx_resource_metadata **metadata_out,
                                                     telnyx_error **error_out);

/**
 * The number of members in other languages (https://www.rfc-editor.org/rfc/rfc9728#section-2.1).
 */
size_t telnyx_resource_metadata_variants_count(const telnyx_resource_metadata *metadata);

/**
 * The whole name of a member in another language, such as "resource_name#fr-CA".
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_resource_metadata_variants_name_at(const telnyx_resource_metadata *metadata, size_t index);

/**
 * The value of a member in another language.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_resource_metadata_variants_value_at(const telnyx_resource_metadata *metadata,
                                                       size_t index);

/**
 * The server's issuer identifier (https://www.rfc-editor.org/rfc/rfc8414#section-2). Use this string, not the
 * requested one, in all further requests and checks.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_issuer(const telnyx_authorization_server_metadata *metadata);

/**
 * The authorization endpoint, which the user's browser opens (https://www.rfc-editor.org/rfc/rfc8414#section-2). An
 * absolute https URL, or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_authorization_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The token endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https URL, or http if the
 * document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_token_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The URL of the server's JWK Set (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https URL, or http
 * if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_jwks_uri(const telnyx_authorization_server_metadata *metadata);

/**
 * The endpoint for dynamic client registration (RFC 7591) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An
 * absolute https URL, or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_registration_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The scopes that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_authorization_server_metadata_scopes_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * One of scopes_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_scopes_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                     size_t index);

/**
 * The response_type values that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_authorization_server_metadata_response_types_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * One of response_types_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_response_types_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                             size_t index);

/**
 * The grant types that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2). If absent:
 * authorization_code and implicit.
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_authorization_server_metadata_grant_types_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * One of grant_types_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_grant_types_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                          size_t index);

/**
 * The client authentication methods of the token endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2). If
 * absent: client_secret_basic.
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_authorization_server_metadata_token_endpoint_auth_methods_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * One of token_endpoint_auth_methods_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_token_endpoint_auth_methods_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                          size_t index);

/**
 * The JWS algorithms for client authentication at the token endpoint
 * (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_authorization_server_metadata_token_endpoint_auth_signing_alg_values_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * One of token_endpoint_auth_signing_alg_values_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_token_endpoint_auth_signing_alg_values_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                                     size_t index);

/**
 * The token revocation endpoint (RFC 7009) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https URL,
 * or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_revocation_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The JWS algorithms for client authentication at the revocation endpoint
 * (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_authorization_server_metadata_revocation_endpoint_auth_signing_alg_values_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * One of revocation_endpoint_auth_signing_alg_values_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_revocation_endpoint_auth_signing_alg_values_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                                          size_t index);

/**
 * The token introspection endpoint (RFC 7662) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https
 * URL, or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_introspection_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The JWS algorithms for client authentication at the introspection endpoint
 * (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_authorization_server_metadata_introspection_endpoint_auth_signing_alg_values_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * One of introspection_endpoint_auth_signing_alg_values_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_introspection_endpoint_auth_signing_alg_values_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                                             size_t index);

/**
 * The PKCE code challenge methods that the server supports (RFC 7636)
 * (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_authorization_server_metadata_code_challenge_methods_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * One of code_challenge_methods_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_code_challenge_methods_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                     size_t index);

/**
 * A JWT with the members as signed claims, exactly as sent (https://www.rfc-editor.org/rfc/rfc8414#section-2.1). The
 * signature status tells whether it was verified.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_signed_metadata(const telnyx_authorization_server_metadata *metadata);

/**
 * The device authorization endpoint (https://www.rfc-editor.org/rfc/rfc8628#section-4). An absolute https URL, or http
 * if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_device_authorization_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * Whether the server can issue access tokens that are bound to client certificates
 * (https://www.rfc-editor.org/rfc/rfc8705#section-3.3). If absent: false.
 *
 * Returns false if the member is absent too.
 */
bool telnyx_authorization_server_metadata_tls_client_certificate_bound_access_tokens(const telnyx_authorization_server_metadata *metadata);

/**
 * The endpoints for clients with a certificate (https://www.rfc-editor.org/rfc/rfc8705#section-5). They replace the
 * endpoints of the same names.
 *
 * name: the name of the endpoint that it stands for, such as "token_endpoint".
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_mtls_endpoint_aliases(const telnyx_authorization_server_metadata *metadata,
                                                                       const char *name);

/**
 * The number of members of mtls_endpoint_aliases; 0 if it is absent too.
 */
size_t telnyx_authorization_server_metadata_mtls_endpoint_aliases_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The name of a member of mtls_endpoint_aliases, in the document's order.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_mtls_endpoint_aliases_name_at(const telnyx_authorization_server_metadata *metadata,
                                                                               size_t index);

/**
 * The URL of a member of mtls_endpoint_aliases.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_mtls_endpoint_aliases_value_at(const telnyx_authorization_server_metadata *metadata,
                                                                                size_t index);

/**
 * OpenID Connect's UserInfo endpoint (https://openid.net/specs/openid-connect-discovery-1_0.html). An absolute https
 * URL, or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_userinfo_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * Whether the server supports the request_uri parameter, if the document says so
 * (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns false if the member is absent too. Its default is true: see
 * telnyx_authorization_server_metadata_supports_request_uri_parameter().
 */
bool telnyx_authorization_server_metadata_request_uri_parameter_supported(const telnyx_authorization_server_metadata *metadata);

/**
 * Whether the server supports the request_uri parameter; true if the document does not say
 * (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns false for NULL.
 */
bool telnyx_authorization_server_metadata_supports_request_uri_parameter(const telnyx_authorization_server_metadata *metadata);

/**
 * The pushed authorization request endpoint (https://www.rfc-editor.org/rfc/rfc9126#section-5). An absolute https URL,
 * or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_pushed_authorization_request_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * Whether authorization responses carry iss, if the document says so
 * (https://www.rfc-editor.org/rfc/rfc9207#section-3).
 *
 * Returns false if the member is absent too.
 */
bool telnyx_authorization_server_metadata_authorization_response_iss_parameter_supported(const telnyx_authorization_server_metadata *metadata);

/**
 * The URL of an iframe for session state notifications (https://openid.net/specs/openid-connect-session-1_0.html). An
 * absolute https URL, or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_check_session_iframe(const telnyx_authorization_server_metadata *metadata);

/**
 * The endpoint that logs the user out (https://openid.net/specs/openid-connect-rpinitiated-1_0.html). An absolute
 * https URL, or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_end_session_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The backchannel authentication endpoint
 * (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html). An absolute https URL,
 * or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_backchannel_authentication_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The JWS algorithms that the server supports for DPoP proofs (https://www.rfc-editor.org/rfc/rfc9449#section-5.1).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_authorization_server_metadata_dpop_signing_alg_values_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * One of dpop_signing_alg_values_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_dpop_signing_alg_values_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                      size_t index);

/**
 * The JWS algorithms for authorization responses (https://openid.net/specs/oauth-v2-jarm.html).
 *
 * Returns how many there are; 0 if the member is absent too.
 */
size_t telnyx_authorization_server_metadata_authorization_signing_alg_values_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * One of authorization_signing_alg_values_supported, from 0 on, as sent.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_authorization_signing_alg_values_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                               size_t index);

/**
 * The endpoint for explicit client registration (https://openid.net/specs/openid-federation-1_0.html). An absolute
 * https URL, or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_federation_registration_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The URL of a signed JWT that holds the server's JWK Set (https://openid.net/specs/openid-federation-1_0.html). An
 * absolute https URL, or http if the document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_signed_jwks_uri(const telnyx_authorization_server_metadata *metadata);

/**
 * The server's JWK Set itself (https://openid.net/specs/openid-federation-1_0.html). As JSON text.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_jwks(const telnyx_authorization_server_metadata *metadata);

/**
 * The endpoint that lists the URLs of token status lists
 * (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-status-list). An absolute https URL, or http if the
 * document's own subject is http.
 *
 * Returns a string of the document's; NULL: absent.
 */
const char *telnyx_authorization_server_metadata_status_list_aggregation_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * Whether a client's identifier may be the URL of a metadata document
 * (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document). If absent: false.
 *
 * Returns false if the member is absent too.
 */
bool telnyx_authorization_server_metadata_client_id_metadata_document_supported(const telnyx_authorization_server_metadata *metadata);

/**
 * The type of a member of any name, registered or not: one of TELNYX_MEMBER_TYPE_*.
 *
 * name: the whole name, such as TELNYX_MEMBER_ISSUER or "resource_name#fr-CA". A name that is NULL or not UTF-8 is
 * that of no member.
 */
telnyx_member_type telnyx_authorization_server_metadata_type(const telnyx_authorization_server_metadata *metadata,
                                                             const char *name);

/**
 * The member of a name, if it is a string.
 *
 * Returns a string of the document's; NULL for a member that is absent or of another type.
 */
const char *telnyx_authorization_server_metadata_string(const telnyx_authorization_server_metadata *metadata,
                                                        const char *name);

/**
 * The length of the member of a name, if it is a list of strings.
 *
 * Returns 0 for a member that is empty, absent or of another type.
 */
size_t telnyx_authorization_server_metadata_list_count(const telnyx_authorization_server_metadata *metadata,
                                                       const char *name);

/**
 * One string of the member of a name, from 0 on, if it is a list of strings.
 *
 * Returns a string of the document's; NULL past the end, and for a member that is absent or of another type.
 */
const char *telnyx_authorization_server_metadata_list_at(const telnyx_authorization_server_metadata *metadata,
                                                         const char *name,
                                                         size_t index);

/**
 * The member of a name, if it is a boolean: TELNYX_BOOLEAN_TRUE or TELNYX_BOOLEAN_FALSE.
 *
 * Returns TELNYX_BOOLEAN_ABSENT for a member that is absent or of another type, and for NULL.
 */
int32_t telnyx_authorization_server_metadata_boolean(const telnyx_authorization_server_metadata *metadata,
                                                     const char *name);

/**
 * The value of the member of a name as JSON, whatever its type: of one line, or as sent.
 *
 * Returns a string of the document's; NULL for a member that is absent.
 */
const char *telnyx_authorization_server_metadata_json(const telnyx_authorization_server_metadata *metadata,
                                                      const char *name);

/**
 * Whether members of a name are judged, present or not: a registered member by its type, and every member whose name
 * ends in _endpoint as an endpoint. The value of any other member may be anything.
 *
 * Returns false for NULL.
 */
bool telnyx_authorization_server_metadata_is_judged(const telnyx_authorization_server_metadata *metadata,
                                                    const char *name);

/**
 * The number of members that the document has.
 */
size_t telnyx_authorization_server_metadata_names_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The whole name of one member, from 0 on.
 *
 * Returns a string of the document's; NULL past the end.
 */
const char *telnyx_authorization_server_metadata_names_at(const telnyx_authorization_server_metadata *metadata,
                                                          size_t index);

/**
 * The URL that the document was found at, after redirects.
 *
 * Returns a string of the document's; NULL for NULL only.
 */
const char *telnyx_authorization_server_metadata_document_url(const telnyx_authorization_server_metadata *metadata);

/**
 * The members that are not registered, as a JSON object on one line; "{}" if there are none.
 *
 * Returns a string of the document's; NULL for NULL only.
 */
const char *telnyx_authorization_server_metadata_extra(const telnyx_authorization_server_metadata *metadata);

/**
 * The document's text as served, without a byte-order mark.
 *
 * Returns a string of the document's; NULL for NULL only.
 */
const char *telnyx_authorization_server_metadata_raw_json(const telnyx_authorization_server_metadata *metadata);

/**
 * The document's members as JSON on one line.
 *
 * Returns a string of the document's; NULL for NULL only.
 */
const char *telnyx_authorization_server_metadata_to_json(const telnyx_authorization_server_metadata *metadata);

/**
 * The state of the document's signed_metadata: one of TELNYX_SIGNATURE_*. telnyx_signature_status_str() has its name.
 */
int32_t telnyx_authorization_server_metadata_signature_status(const telnyx_authorization_server_metadata *metadata);

/**
 * The number of warnings: deviations in the document that were tolerated.
 */
size_t telnyx_authorization_server_metadata_warnings_count(const telnyx_authorization_server_metadata *metadata);

/**
 * One warning, from 0 on.
 *
 * Returns a warning of the document's; NULL past the end.
 */
const telnyx_warning *telnyx_authorization_server_metadata_warnings_at(const telnyx_authorization_server_metadata *metadata,
                                                                       size_t index);

/**
 * Whether two documents have the same members, wherever they were found; two NULLs are equal too.
 */
bool telnyx_authorization_server_metadata_equal(const telnyx_authorization_server_metadata *a,
                                                const telnyx_authorization_server_metadata *b);

/**
 * Makes another handle to the same document, which outlives this one and whatever this one belongs to. Cheap.
 *
 * Returns a document to be freed with telnyx_authorization_server_metadata_free(); NULL for NULL only.
 */
TELNYX_MALLOC
TELNYX_WARN_UNUSED
telnyx_authorization_server_metadata *telnyx_authorization_server_metadata_clone(const telnyx_authorization_server_metadata *metadata);

/**
 * Frees a document with all that was borrowed from it. Not for those that belong to another handle, which are const.
 */
void telnyx_authorization_server_metadata_free(telnyx_authorization_server_metadata *metadata);

/**
 * Judges a response that was fetched elsewhere: is it the document of the issuer?
 * (https://www.rfc-editor.org/rfc/rfc8414#section-3.2).
 *
 * issuer: as in telnyx_fetch_authorization_server_metadata(), but not NULL.
 * response: what came; its default URL is the first of telnyx_authorization_server_metadata_urls().
 * options: only how a document is judged counts (resource match, strict, allow http, trusted keys). NULL: defaults.
 * metadata_out: a document to be freed with telnyx_authorization_server_metadata_free(); NULL on failure.
 * error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT or TELNYX_STATUS_INSECURE_URL for issuer and the response's
 * URL; else the response's own error: TELNYX_STATUS_HTTP_STATUS, TELNYX_STATUS_OAUTH_ERROR, TELNYX_STATUS_CONTENT_TYPE,
 * TELNYX_STATUS_INVALID_JSON, TELNYX_STATUS_INVALID_METADATA or TELNYX_STATUS_ISSUER_MISMATCH.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_authorization_server_metadata_from_response(const char *issuer,
                                                                 const telnyx_response *response,
                                                                 const telnyx_options *options,
                                                                 telnyx_authorization_server_metadata **metadata_out,
                                                                 telnyx_error **error_out);

/**
 * Whether the server says that it supports PKCE with S256 (https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
 */
bool telnyx_authorization_server_metadata_supports_pkce_s256(const telnyx_authorization_server_metadata *metadata);

/**
 * The resource as it was asked for.
 *
 * Returns a string of the discovery's; NULL for NULL only.
 */
const char *telnyx_discovery_resource(const telnyx_discovery *discovery);

/**
 * The challenge that named the document's URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1); if none did, the
 * first of Bearer or DPoP that has a scope. Its scopes say what to ask for.
 *
 * Returns a challenge of the discovery's; NULL if there is none.
 */
const telnyx_challenge *telnyx_discovery_challenge(const telnyx_discovery *discovery);

/**
 * The URL that the resource's document was found at, after redirects.
 *
 * Returns a string of the discovery's; NULL for NULL only.
 */
const char *telnyx_discovery_resource_metadata_url(const telnyx_discovery *discovery);

/**
 * The resource's document.
 *
 * Returns a document of the discovery's; NULL for NULL only. telnyx_resource_metadata_clone() makes one that outlives the
 * discovery.
 */
const telnyx_resource_metadata *telnyx_discovery_resource_metadata(const telnyx_discovery *discovery);

/**
 * The number of authorization servers that the document lists.
 */
size_t telnyx_discovery_authorization_servers_count(const telnyx_discovery *discovery);

/**
 * One authorization server, in the order listed, with its metadata or with the reason why there is none.
 *
 * Returns a server of the discovery's; NULL past the end.
 */
const telnyx_discovered_server *telnyx_discovery_authorization_servers_at(const telnyx_discovery *discovery,
                                                                          size_t index);

/**
 * The metadata of the first listed server that has any.
 *
 * Returns a document of the discovery's; NULL if no server has any.
 */
const telnyx_authorization_server_metadata *telnyx_discovery_authorization_server(const telnyx_discovery *discovery);

/**
 * The metadata of the first listed server that has any, for programs that cannot go on without.
 *
 * metadata_out: a document of the discovery's; NULL on failure.
 * error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
 *
 * Returns TELNYX_STATUS_OK; if no server has any metadata, the status of the first listed server's own error; if
 * none is listed, TELNYX_STATUS_NOT_FOUND; TELNYX_STATUS_INVALID_ARGUMENT if discovery or metadata_out is NULL.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_discovery_require_authorization_server(const telnyx_discovery *discovery,
                                                            const telnyx_authorization_server_metadata **metadata_out,
                                                            telnyx_error **error_out);

/**
 * Whether the server of telnyx_discovery_authorization_server() says that it supports PKCE with S256
 * (https://www.rfc-editor.org/rfc/rfc7636#section-4.2); false if there is none.
 */
bool telnyx_discovery_supports_pkce_s256(const telnyx_discovery *discovery);

/**
 * The number of warnings: of what was tolerated, in the documents of the servers too.
 */
size_t telnyx_discovery_warnings_count(const telnyx_discovery *discovery);

/**
 * One warning, from 0 on.
 *
 * Returns a warning of the discovery's; NULL past the end.
 */
const telnyx_warning *telnyx_discovery_warnings_at(const telnyx_discovery *discovery, size_t index);

/**
 * The number of requests that were sent, or spared by the cache.
 */
size_t telnyx_discovery_attempts_count(const telnyx_discovery *discovery);

/**
 * One request, in the order asked.
 *
 * Returns an attempt of the discovery's; NULL past the end.
 */
const telnyx_attempt *telnyx_discovery_attempts_at(const telnyx_discovery *discovery, size_t index);

/**
 * The whole result as JSON on one line, as the command line prints it: resource, challenges, challenge, via,
 * resource_metadata_url, resource_metadata, authorization_servers, warnings and attempts.
 *
 * Returns a string of the discovery's; NULL for NULL only.
 */
const char *telnyx_discovery_to_json(const telnyx_discovery *discovery);

/**
 * Frees a discovery with all that was borrowed from it.
 */
void telnyx_discovery_free(telnyx_discovery *discovery);

/**
 * The issuer as it is listed. What the server calls itself is telnyx_authorization_server_metadata_issuer().
 *
 * Returns a string of the server's; NULL for NULL only.
 */
const char *telnyx_discovered_server_issuer(const telnyx_discovered_server *server);

/**
 * The URL that its document was found at, after redirects.
 *
 * Returns a string of the server's; NULL if none was found.
 */
const char *telnyx_discovered_server_metadata_url(const telnyx_discovered_server *server);

/**
 * Its document, if one was found and is good.
 *
 * Returns a document of the server's; NULL if there is an error instead. telnyx_authorization_server_metadata_clone()
 * makes one that outlives the discovery.
 */
const telnyx_authorization_server_metadata *telnyx_discovered_server_metadata(const telnyx_discovered_server *server);

/**
 * Why there is no document.
 *
 * Returns an error of the server's; NULL if there is a document instead.
 */
const telnyx_error *telnyx_discovered_server_error(const telnyx_discovered_server *server);

/**
 * The number of attempts to find the document. They are among telnyx_discovery_attempts_at() too.
 */
size_t telnyx_discovered_server_attempts_count(const telnyx_discovered_server *server);

/**
 * One attempt to find the document, in the order asked.
 *
 * Returns an attempt of the server's; NULL past the end.
 */
const telnyx_attempt *telnyx_discovered_server_attempts_at(const telnyx_discovered_server *server,
                                                           size_t index);

/**
 * Makes a call's settings: the client's timeout, and no cancel token.
 *
 * Returns settings to be freed with telnyx_call_free(); never NULL.
 */
TELNYX_MALLOC TELNYX_WARN_UNUSED telnyx_call *telnyx_call_new(void);

/**
 * Sets the time that the whole call may take, retries and waits included.
 *
 * timeout_ms: milliseconds, 1 to 86400000 (24 hours); another makes the call fail with TELNYX_STATUS_INVALID_ARGUMENT. Default: the client's timeout.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if call is NULL.
 */
telnyx_status telnyx_call_set_timeout_ms(telnyx_call *call,
                                         uint64_t timeout_ms);

/**
 * Sets the token that cancels the call. The call keeps what it needs of it: the token may be freed at any time.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if call or token is NULL.
 */
telnyx_status telnyx_call_set_cancel_token(telnyx_call *call,
                                           telnyx_cancel_token *token);

/**
 * Frees a call's settings.
 */
void telnyx_call_free(telnyx_call *call);

/**
 * Makes a token that is not cancelled, for telnyx_call_set_cancel_token().
 *
 * Returns a token to be freed with telnyx_cancel_token_free(); never NULL.
 */
TELNYX_MALLOC TELNYX_WARN_UNUSED telnyx_cancel_token *telnyx_cancel_token_new(void);

/**
 * Ends the calls that the token was given to with TELNYX_STATUS_CANCELLED, and those that it will be given to; it stays
 * cancelled. From any thread, but not in a signal handler, as it takes a lock: let a thread wait in sigwait() for the
 * signal, and cancel there.
 *
 * token: NULL does nothing.
 */
void telnyx_cancel_token_cancel(telnyx_cancel_token *token);

/**
 * Whether telnyx_cancel_token_cancel() was called; false for NULL.
 */
bool telnyx_cancel_token_is_cancelled(const telnyx_cancel_token *token);

/**
 * Frees a token. Calls that it was given to go on, and can no longer be cancelled by it.
 */
void telnyx_cancel_token_free(telnyx_cancel_token *token);

/**
 * Sets an option. The time limit to open one connection, including name resolution and TLS handshake: more than zero,
 * at most 24 hours. In milliseconds. Default: 5 s.
 */
telnyx_status telnyx_options_set_connect_timeout_ms(telnyx_options *options,
                                                    uint64_t connect_timeout_ms);

/**
 * Sets an option. The number of retries after a transport error or a status of 408, 425, 429, 500, 502, 503 or 504: 0
 * to 100. The delay is up to 0.5 s before the first retry and doubles up to 8 s, with jitter. A Retry-After of up to
 * 60 s replaces it. Default: 2.
 */
telnyx_status telnyx_options_set_max_retries(telnyx_options *options,
                                             uint32_t max_retries);

/**
 * Sets an option. The number of redirects to follow within the same scheme, host and port: 0 to 10. Default: 3.
 */
telnyx_status telnyx_options_set_max_redirects(telnyx_options *options,
                                               uint32_t max_redirects);

/**
 * Sets an option. The largest body to accept, in bytes: at most 1 GiB. Default: 1 MiB.
 */
telnyx_status telnyx_options_set_max_body_bytes(telnyx_options *options, size_t max_body_bytes);

/**
 * Sets an option. The limit on all bodies of a discovery together, in bytes: at most 1 GiB. Servers beyond the limit,
 * in the listed order, get the error body_too_large. Default: 8 MiB.
 */
telnyx_status telnyx_options_set_max_total_bytes(telnyx_options *options,
                                                 size_t max_total_bytes);

/**
 * Sets an option. Caches documents in memory while they are fresh (https://www.rfc-editor.org/rfc/rfc9111), and lets
 * concurrent calls for one URL share a request. A client stores up to 256 documents and 8 MiB. It does not store
 * errors. Default: true.
 */
telnyx_status telnyx_options_set_cache(telnyx_options *options,
                                       bool cache);

/**
 * Sets an option. Turns warnings about deviations that an RFC forbids into errors. Implies exact. Default: false.
 */
telnyx_status telnyx_options_set_strict(telnyx_options *options,
                                        bool strict);

/**
 * Sets an option. Allows http to hosts that are not loopback. Anyone on the network path can then read and forge
 * responses. Default: false.
 */
telnyx_status telnyx_options_set_allow_http(telnyx_options *options,
                                            bool allow_http);

/**
 * Sets an option. Allows a server on a public address to name private and loopback addresses in a redirect, a
 * challenge or a document. Link-local, unspecified and multicast addresses are always refused. Default: false.
 */
telnyx_status telnyx_options_set_allow_private_addresses(telnyx_options *options,
                                                         bool allow_private_addresses);

/**
 * Sets an option. The http or https URL of a proxy for every request; the empty string means no proxy. NO_PROXY still
 * applies. Behind a proxy, only literal addresses and localhost in a server's URLs can be checked, because the proxy
 * resolves all other names. Default: from HTTPS_PROXY, HTTP_PROXY and NO_PROXY.
 */
telnyx_status telnyx_options_set_proxy(telnyx_options *options,
                                       const char *proxy);

/**
 * Sets an option. Ignores all environment variables: TELNYX_BASE_URL, SSL_CERT_FILE, SSL_CERT_DIR and the variables
 * for proxies. For a program in which another thread may call setenv(), putenv() or unsetenv() while a client is
 * built. Default: false.
 */
telnyx_status telnyx_options_set_ignore_environment(telnyx_options *options,
                                                    bool ignore_environment);

/**
 * Sets an option. The User-Agent to send. Printable ASCII. Default: telnyx-oauth/VERSION (c).
 */
telnyx_status telnyx_options_set_user_agent(telnyx_options *options, const char *user_agent);

/**
 * Sets which documents describe a resource. Apart from one trailing slash, what is not identical counts under every policy
 * only where the document was found, after redirects, at the well-known URL of the requested resource or of a parent path
 * of it; if an origin's root was requested, also at that of the declared resource.
 *
 * resource_match: one of TELNYX_RESOURCE_MATCH_*. Default: TELNYX_RESOURCE_MATCH_COVERS.
 */
telnyx_status telnyx_options_set_resource_match(telnyx_options *options,
                                                int32_t resource_match);

/**
 * Sets the keys to verify a resource's signed_metadata with (https://www.rfc-editor.org/rfc/rfc9728#section-2.2): its
 * claims then count in the place of the plain members, and one that cannot be trusted is
 * TELNYX_STATUS_SIGNATURE_INVALID. ES256, ES384, RS256, PS256 and EdDSA with Ed25519.
 *
 * jwks: a JWK Set in JSON (https://www.rfc-editor.org/rfc/rfc7517#section-5). Default: none; signed_metadata is passed
 * through unverified. issuer: the only iss that is trusted; NULL: any.
 */
telnyx_status telnyx_options_set_trusted_keys(telnyx_options *options,
                                              const char *jwks,
                                              const char *issuer);

/**
 * Connects to an address for a host and a port, as curl's --resolve; the name in the URL still counts for TLS and for what
 * is judged. May be called several times; a later call wins.
 *
 * host: a name or an address, as in a URL. port: 0 to 65535. address: an IPv4 or IPv6 address, such as "127.0.0.1" or
 * "::1". Default: the system's name resolution.
 */
telnyx_status telnyx_options_add_resolve(telnyx_options *options,
                                         const char *host,
                                         uint16_t port,
                                         const char *address);

/**
 * The URL concerned: the one asked, or the caller's input if that was at fault.
 *
 * Returns a string of the error's; NULL if no URL is concerned.
 */
const char *telnyx_error_url(const telnyx_error *error);

/**
 * The HTTP status of the response that led to the error, such as 503; 0 if there was none.
 */
uint16_t telnyx_error_http_status(const telnyx_error *error);

/**
 * The OAuth error code of a TELNYX_STATUS_OAUTH_ERROR, such as "invalid_request", exactly as sent
 * (https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
 *
 * Returns a string of the error's; NULL for every other kind.
 */
const char *telnyx_error_error(const telnyx_error *error);

/**
 * The OAuth error's description, exactly as sent: escape it before you print it
 * (https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
 *
 * Returns a string of the error's; NULL if the server sent none.
 */
const char *telnyx_error_error_description(const telnyx_error *error);

/**
 * How long the server asked to wait, in seconds, from Retry-After
 * (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3); -1 if it did not ask, and for NULL.
 */
int64_t telnyx_error_retry_after(const telnyx_error *error);

/**
 * The number of causes that the error has, from the nearest to the first.
 */
size_t telnyx_error_causes_count(const telnyx_error *error);

/**
 * One cause: the text of the system or of a library below, for a log. It is escaped and cut as the message is, which says
 * all that a user needs.
 *
 * Returns a string of the error's; NULL past the end.
 */
const char *telnyx_error_causes_at(const telnyx_error *error,
                                   size_t index);

/**
 * The number of requests that the call sent, or was spared by the cache.
 */
size_t telnyx_error_attempts_count(const telnyx_error *error);

/**
 * One request that the call sent, in the order asked.
 *
 * Returns an attempt of the error's; NULL past the end.
 */
const telnyx_attempt *telnyx_error_attempts_at(const telnyx_error *error, size_t index);

/**
 * The number of warnings: of what was tolerated before the call failed.
 */
size_t telnyx_error_warnings_count(const telnyx_error *error);

/**
 * One warning, from 0 on.
 *
 * Returns a warning of the error's; NULL past the end.
 */
const telnyx_warning *telnyx_error_warnings_at(const telnyx_error *error, size_t index);

/**
 * The whole error as JSON on one line, as the command line prints it: kind, message, url, http_status, error,
 * error_description, retry_after, attempts and warnings.
 *
 * Returns a string of the error's; NULL for NULL only.
 */
const char *telnyx_error_to_json(const telnyx_error *error);

/**
 * The purpose of the request: one of TELNYX_PURPOSE_*; 0 for NULL.
 */
int32_t telnyx_attempt_purpose(const telnyx_attempt *attempt);

/**
 * The HTTP method: "GET".
 *
 * Returns a string of the attempt's; NULL for NULL only.
 */
const char *telnyx_attempt_method(const telnyx_attempt *attempt);

/**
 * The URL that answered, after redirects.
 *
 * Returns a string of the attempt's; NULL if no answer came.
 */
const char *telnyx_attempt_final_url(const telnyx_attempt *attempt);

/**
 * Why the answer was taken or left, in one sentence for a person; text from the network is escaped and cut.
 *
 * Returns a string of the attempt's; NULL for NULL only.
 */
const char *telnyx_attempt_reason(const telnyx_attempt *attempt);

/**
 * The URL asked.
 *
 * Returns a string of the attempt's; NULL for NULL only.
 */
const char *telnyx_attempt_url(const telnyx_attempt *attempt);

/**
 * The HTTP status of the answer; 0 if none came.
 */
uint16_t telnyx_attempt_status(const telnyx_attempt *attempt);

/**
 * The outcome: TELNYX_OUTCOME_OK, TELNYX_OUTCOME_ABSENT, or the TELNYX_STATUS_* of the error that it led to.
 * telnyx_outcome_str() has its name.
 */
int32_t telnyx_attempt_outcome(const telnyx_attempt *attempt);

/**
 * From the request's start to the end of its answer, or how long the call waited for a shared one, in milliseconds.
 */
uint64_t telnyx_attempt_elapsed_ms(const telnyx_attempt *attempt);

/**
 * Whether the document came from the cache: without a request, or with a status of 304 after the server has confirmed it.
 */
bool telnyx_attempt_from_cache(const telnyx_attempt *attempt);

/**
 * The name of a purpose, the same in every language: "probe", "resource_metadata", "authorization_server_metadata".
 *
 * Returns a static string, "unknown" for any other number; never NULL.
 */
const char *telnyx_purpose_str(int32_t purpose);

/**
 * The name of an outcome, the same in every language: "ok", "absent", or that of the error.
 *
 * Returns a static string, "unknown" for any other number; never NULL.
 */
const char *telnyx_outcome_str(int32_t outcome);

/**
 * The authentication scheme, in lower case, such as "bearer".
 *
 * Returns a string of the challenge's; NULL for NULL only.
 */
const char *telnyx_challenge_scheme(const telnyx_challenge *challenge);

/**
 * The number of parameters. Of a name that occurs twice, the first counts.
 */
size_t telnyx_challenge_params_count(const telnyx_challenge *challenge);

/**
 * The name of a parameter, in lower case; they are in the order of their names.
 *
 * Returns a string of the challenge's; NULL past the end.
 */
const char *telnyx_challenge_params_name_at(const telnyx_challenge *challenge, size_t index);

/**
 * The value of a parameter.
 *
 * Returns a string of the challenge's; NULL past the end.
 */
const char *telnyx_challenge_params_value_at(const telnyx_challenge *challenge, size_t index);

/**
 * The value of the parameter of this name.
 *
 * name: such as "realm"; upper and lower case are the same. NULL: none.
 *
 * Returns a string of the challenge's; NULL if there is no such parameter.
 */
const char *telnyx_challenge_param(const telnyx_challenge *challenge, const char *name);

/**
 * The token that some schemes have instead of parameters (https://www.rfc-editor.org/rfc/rfc9110#section-11.2).
 *
 * Returns a string of the challenge's; NULL if there is none.
 */
const char *telnyx_challenge_token68(const telnyx_challenge *challenge);

/**
 * The resource_metadata parameter (https://www.rfc-editor.org/rfc/rfc9728#section-5.1), whatever it is.
 *
 * Returns a string of the challenge's; NULL if there is none.
 */
const char *telnyx_challenge_resource_metadata(const telnyx_challenge *challenge);

/**
 * The number of scopes in the scope parameter (https://www.rfc-editor.org/rfc/rfc6750#section-3): what to ask for.
 *
 * Returns how many there are; 0 if there is no such parameter too.
 */
size_t telnyx_challenge_scope_count(const telnyx_challenge *challenge);

/**
 * One scope, from 0 on.
 *
 * Returns a string of the challenge's; NULL past the end.
 */
const char *telnyx_challenge_scope_at(const telnyx_challenge *challenge, size_t index);

/**
 * Whether the challenge has a scope parameter, be it an empty one.
 */
bool telnyx_challenge_has_scope(const telnyx_challenge *challenge);

/**
 * The name of a signature's status, the same in every language: "absent", "unverified", "verified".
 *
 * Returns a static string, "unknown" for any other number; never NULL.
 */
const char *telnyx_signature_status_str(int32_t status);

/**
 * The kind of the warning, for a program: one of TELNYX_WARNING_*; 0 for NULL. telnyx_warning_kind_str() has its name.
 */
int32_t telnyx_warning_kind(const telnyx_warning *warning);

/**
 * A message for a person: what was expected and what came. Text from the network is escaped and cut.
 *
 * Returns a string of the warning's; NULL for NULL only.
 */
const char *telnyx_warning_message(const telnyx_warning *warning);

/**
 * The URL concerned.
 *
 * Returns a string of the warning's; NULL if no URL is concerned.
 */
const char *telnyx_warning_url(const telnyx_warning *warning);

/**
 * The name of a warning's kind, the same in every language: "resource_missing", "resource_not_exact", ...
 *
 * Returns a static string, "unknown" for a number that is no kind; never NULL.
 */
const char *telnyx_warning_kind_str(int32_t kind);

/**
 * The URL of a resource's metadata document: /.well-known/oauth-protected-resource inserted between host and path
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3.1). The path keeps its trailing slash, its percent-encoding and its
 * query. No request is sent.
 *
 * resource: an absolute https URL, or http on a loopback host.
 * url_out: a string to be freed with telnyx_string_free(); NULL on failure.
 * error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if resource is not an absolute http(s) URL, has a fragment or
 * userinfo, or is itself a metadata URL; TELNYX_STATUS_INSECURE_URL for http to a host that is not loopback.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_resource_metadata_url(const char *resource,
                                           telnyx_string **url_out,
                                           telnyx_error **error_out);

/**
 * The URLs where an issuer's metadata may be, in the order to ask: RFC 8414's, then OpenID Connect's with the issuer's path
 * inserted and, for an issuer with a path, appended (https://www.rfc-editor.org/rfc/rfc8414#section-3.1 and section 5). No
 * request is sent.
 *
 * issuer: an absolute https URL without a query, or http on a loopback host.
 * urls_out: strings to be freed with telnyx_strings_free(); NULL on failure.
 * error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if issuer is not an absolute http(s) URL, has a query, a
 * fragment or userinfo, or is itself a metadata URL; TELNYX_STATUS_INSECURE_URL for http to a host that is not loopback.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_authorization_server_metadata_urls(const char *issuer,
                                                        telnyx_strings **urls_out,
                                                        telnyx_error **error_out);

/**
 * Reads the challenges of all WWW-Authenticate field lines (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1), each
 * line on its own, so that a malformed one hides none. A malformed piece is skipped up to the next comma outside quotes.
 * Values may be unquoted where they should be quoted, as they are seen in the wild. Takes time linear in the input.
 *
 * www_authenticate, www_authenticate_count: the values of the header fields of that name. NULL and 0: none.
 * challenges_out: challenges to be freed with telnyx_challenges_free(), possibly none; NULL on failure.
 * error_out: NULL: not wanted. An error to be freed with telnyx_error_free(); NULL on success.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT for a line that is NULL or not UTF-8.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_parse_challenges(const char *const *www_authenticate,
                                      size_t www_authenticate_count,
                                      telnyx_challenges **challenges_out,
                                      telnyx_error **error_out);

/**
 * The number of challenges.
 */
size_t telnyx_challenges_count(const telnyx_challenges *challenges);

/**
 * One challenge, from 0 on.
 *
 * Returns a challenge of the handle's; NULL past the end.
 */
const telnyx_challenge *telnyx_challenges_at(const telnyx_challenges *challenges, size_t index);

/**
 * Frees challenges with all that was borrowed from them.
 */
void telnyx_challenges_free(telnyx_challenges *challenges);

/**
 * Makes a response, without a content type, from the place where the document is looked for first.
 *
 * The response remembers the first input that this function or a setter refused, as options do: see
 * telnyx_options_new().
 *
 * status: the HTTP status, 100 to 599; another makes the judgement fail with TELNYX_STATUS_INVALID_ARGUMENT.
 * body, body_length: the whole body and its length in bytes. It is copied. NULL and 0: an empty one.
 *
 * Returns a response to be freed with telnyx_response_free(); never NULL.
 */
TELNYX_MALLOC
TELNYX_WARN_UNUSED
telnyx_response *telnyx_response_new(uint16_t status,
                                     const void *body,
                                     size_t body_length);

/**
 * Sets the URL that the response came from, after redirects.
 *
 * url: Default: the place where the document is looked for first.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or url is NULL, or url is not UTF-8.
 */
telnyx_status telnyx_response_set_url(telnyx_response *response,
                                      const char *url);

/**
 * Sets the Content-Type header field.
 *
 * content_type: Default: there was none.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or content_type is NULL, or content_type is
 * not UTF-8.
 */
telnyx_status telnyx_response_set_content_type(telnyx_response *response,
                                               const char *content_type);

/**
 * Sets when the response was received, for a signed_metadata that is valid for a time.
 *
 * unix_seconds: seconds since 1970-01-01 00:00 UTC, as time() returns. Default: not known.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response is NULL or unix_seconds is negative.
 */
telnyx_status telnyx_response_set_received_at(telnyx_response *response,
                                              int64_t unix_seconds);

/**
 * Frees a response. Documents that were judged from it stay as they are.
 */
void telnyx_response_free(telnyx_response *response);

/**
 * The string itself.
 *
 * Returns a string of the handle's; NULL for NULL only.
 */
const char *telnyx_string_text(const telnyx_string *string);

/**
 * Frees a string.
 */
void telnyx_string_free(telnyx_string *string);

/**
 * The number of strings.
 */
size_t telnyx_strings_count(const telnyx_strings *strings);

/**
 * One string, from 0 on.
 *
 * Returns a string of the handle's; NULL past the end.
 */
const char *telnyx_strings_at(const telnyx_strings *strings, size_t index);

/**
 * Frees strings.
 */
void telnyx_strings_free(telnyx_strings *strings);

/**
 * The version of the library that is loaded, such as "0.1.0". It may be later than TELNYX_OAUTH_VERSION_STRING, which is
 * that of the header that the program was compiled with.
 *
 * Returns a static string; never NULL.
 */
const char *telnyx_version(void);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "telnyx_oauth_members.h"

#endif  /* TELNYX_OAUTH_H */
