/*
 * telnyx_oauth.h - finds out how to get a token for a protected API.
 *
 * Fetches and checks OAuth 2.0 Protected Resource Metadata (https://www.rfc-editor.org/rfc/rfc9728) and Authorization
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
 * CALLS. telnyx_fetch_resource_metadata() fetches the metadata document of one resource.
 * telnyx_fetch_authorization_server_metadata() fetches the document of one authorization server. telnyx_discover()
 * fetches everything that a program needs to request a token. telnyx_vet() returns the addresses to which a program may
 * connect for an endpoint of a document. Calls without options share one client of the process. A call with options
 * makes its own client. A program that makes several calls with the same options should make a telnyx_client, which
 * keeps connections and documents. Its calls are telnyx_client_fetch_resource_metadata(),
 * telnyx_client_fetch_authorization_server_metadata(), telnyx_client_discover() and telnyx_client_vet(). A telnyx_call
 * gives such a call its own timeout and cancel token. A call blocks until it is done. Every call has a deadline. To use
 * your own HTTP client, call telnyx_resource_metadata_url(), telnyx_authorization_server_metadata_urls(),
 * telnyx_parse_challenges(), telnyx_resource_metadata_from_response() and
 * telnyx_authorization_server_metadata_from_response(). For a whole discovery over your own HTTP client, make a
 * telnyx_discovery_plan. These functions and those of a plan do no I/O.
 *
 * NAMES. The name of a handle type is telnyx_NOUN. The names of its functions are telnyx_NOUN_VERB().
 * telnyx_NOUN_MEMBER() reads a member. A list has two functions: telnyx_NOUN_MEMBER_count() returns its length, and
 * telnyx_NOUN_MEMBER_at() returns the item at an index from 0. If a string is absent from a document, its function
 * returns NULL. For lists and booleans, telnyx_NOUN_has_MEMBER() distinguishes an absent member from an empty or false
 * one. To read a member of any name, registered or not, pass its name to telnyx_NOUN_type(), telnyx_NOUN_string(),
 * telnyx_NOUN_list_at(), telnyx_NOUN_boolean() or telnyx_NOUN_json(). The names of the registered members are macros,
 * such as TELNYX_MEMBER_ISSUER. telnyx_NOUN_document_url() returns the URL that the document came from.
 *
 * RESULTS. A function that can fail returns a telnyx_status: TELNYX_STATUS_OK, or the kind of the error. The last two
 * parameters of such a function, unless it is a setter, are out-parameters: the result, and a telnyx_error with the
 * details. The function sets both to NULL first. It then sets the result if it succeeds, and the error if it fails.
 * error_out may be NULL. Every other out-parameter is required. A function without a result has only error_out.
 *
 * OWNERSHIP. A handle that comes through an out-parameter, or from a function named _new or _clone, belongs to the
 * caller. The caller frees it once, with the telnyx_NOUN_free() of its type. Freeing NULL does nothing. A pointer to
 * const is borrowed instead: it belongs to the handle that it was read from, and the caller does not free it. It stays
 * valid and does not move until that handle is freed. A function keeps no pointer to its arguments: the caller may
 * free or change them after the function has returned.
 *
 * STRINGS. A string argument ends with NUL and is UTF-8. If it is not UTF-8, the function fails with
 * TELNYX_STATUS_INVALID_ARGUMENT, and the error names the argument or the option. A function that returns no status
 * treats such text as an unknown name. A string that a function returns ends with NUL, is UTF-8, and is borrowed.
 * Strings of a document are exactly as the server sent them: escape them before you print them. A document with a NUL
 * inside a string is refused. In the text of an OAuth error, U+FFFD replaces a NUL. Messages, causes and reasons are
 * escaped and truncated: a program may print and log them. A function whose name ends in _str returns a static string,
 * which stays valid as long as the program runs.
 *
 * NULL. If a required argument is NULL, the function fails with TELNYX_STATUS_INVALID_ARGUMENT, and the error names
 * the argument or the option. If an argument may be NULL, its description says what NULL means. Reading from a NULL
 * handle returns NULL, 0 or false, unless the comment of the function says otherwise. Reading past the end of a list
 * returns NULL. Any other pointer must point to what the function requires. Otherwise, the behaviour is undefined.
 *
 * NUMBERS. telnyx_status, telnyx_member_type, TELNYX_BOOLEAN_*, TELNYX_WARNING_*, TELNYX_PURPOSE_*, TELNYX_OUTCOME_*,
 * TELNYX_SIGNATURE_*, TELNYX_CLIENT_REGISTRATION_* and TELNYX_RESOURCE_MATCH_* are int32_t. Later versions may add
 * values: have a default case. A time is in milliseconds if its name ends in _ms, and in seconds otherwise. If a number
 * is outside the range that the comment of its function states, the call that uses it fails with
 * TELNYX_STATUS_INVALID_ARGUMENT. The error names the option and its range.
 *
 * THREADS. Any number of threads may make calls with one telnyx_client at the same time. They may also read one
 * document, error or discovery at the same time. Any thread may use a telnyx_cancel_token at any time. Several calls
 * may use one telnyx_options, telnyx_call or telnyx_response at the same time, but no thread may change it during
 * these calls. Only one thread at a time may use a telnyx_discovery_plan. No thread may use a handle while another
 * thread frees it, or after that. Calls run on the thread of the caller. Only a name look-up of the system gets its
 * own thread, which ends soon after the look-up. The library keeps nothing for a thread that has ended. Do not call
 * the library from a signal handler.
 *
 * STACKS. A call needs up to 128 KiB of stack, even for the most deeply nested document.
 *
 * CANCELLATION. pthread_cancel() does not end a thread during a call: the call disables cancellation, and restores the
 * state before it returns. The thread ends at its next cancellation point. If the cancellation type of a thread is
 * PTHREAD_CANCEL_ASYNCHRONOUS, the behaviour of its calls is undefined.
 *
 * FORK. A child process may use and free everything that its parent made before the fork, including clients and their
 * caches. The parent may continue to use them. Parent and child do not affect each other. It does not matter what
 * other threads of the parent do during the fork. The child makes its own connections. A call that another thread of
 * the parent made before the fork does not continue in the child.
 *
 * SIGNALS. If a peer closes its connection, the program receives no SIGPIPE. A thread that sends blocks SIGPIPE, and
 * then restores its signal mask and its pending signals. The library installs no signal handler and blocks no other
 * signal. The thread of a name look-up runs no signal handler of the program. A signal handler that runs during a call
 * does not end the call: use a telnyx_cancel_token for that.
 *
 * THE PROCESS. The library needs no initialization and no cleanup. It installs no logger, allocator or handler, and
 * prints nothing except the lines described under BUGS and MEMORY. The shared library stays loaded after dlclose(),
 * because a name look-up may still be running. If a process cannot start threads, calls to IP addresses work, and a
 * call that needs a name look-up fails with TELNYX_STATUS_TRANSPORT.
 *
 * ENVIRONMENT. The library reads environment variables when it builds a client, including the client that the process
 * shares. It never writes them. The name look-ups of the system may read some, too. If another thread calls setenv(),
 * putenv() or unsetenv() at that time, there is a data race in the C library, and the process may crash. With
 * telnyx_options_set_ignore_environment(), the library reads no variable.
 *
 * EXIT. Destructors of thread-specific values, atexit() handlers and destructors of the program may make calls, too.
 * Such a call returns its result, or an error that says that its thread is ending.
 *
 * BUGS. If the library detects a bug in itself, the process continues. The call fails with TELNYX_STATUS_INTERNAL and
 * the message of the bug, and nothing unwinds into the caller. The library prints a line about the bug to standard
 * error. The client stays usable.
 *
 * MEMORY. If memory runs out, the library prints a line to standard error and aborts the process. The memory that a
 * server can make a call use is limited. The limits are: the body of each document
 * (telnyx_options_set_max_body_bytes()), all bodies of a discovery (telnyx_options_set_max_total_bytes()) and its
 * authorization servers (64), the header of a response (64 KB, 256 fields), and the cache of a client (8 MiB). Input
 * from the caller is not limited, except URLs (32 KiB).
 *
 * VERSIONS. TELNYX_OAUTH_VERSION_* is the version of this header. telnyx_version() returns the version of the loaded
 * library. TELNYX_OAUTH_ABI is the number of the ABI. The SONAME ends with it. While the number stays the same, later
 * versions may add functions, constants and rules, but they remove and change none. So a program runs with every later
 * library of the same number. A constant's number is never reused for another meaning.
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

/* The compiler warns if a program ignores a status or a new handle. To turn the warnings off, define these macros as
 * empty before the header is included. */
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
 * One request that a call sent, or that the cache answered. A retry is a separate attempt. A redirect that was
 * followed is part of the same attempt. If a call shared the request of another call, that request is one attempt. An
 * attempt belongs to an error or a discovery.
 */
typedef struct telnyx_attempt telnyx_attempt;

/**
 * The parameters of the authorization and token requests that a discovery determines, for any OAuth library. They are
 * immutable: any number of threads may read them at the same time.
 */
typedef struct telnyx_authorization_parameters telnyx_authorization_parameters;

/**
 * An authorization server's metadata document (https://www.rfc-editor.org/rfc/rfc8414 and
 * https://openid.net/specs/openid-connect-discovery-1_0.html), checked. Absent members stay absent, and strings are
 * exactly as sent. Every endpoint is an absolute https URL, or http if the issuer is http. The
 * document is immutable: any number of threads may read it at the same time.
 */
typedef struct telnyx_authorization_server_metadata telnyx_authorization_server_metadata;

/**
 * The settings of one or more calls: a timeout, a cancel token and an issuer. Several threads may use the same settings
 * at the same time. Do not change or free them while a call uses them.
 */
typedef struct telnyx_call telnyx_call;

/**
 * A token that cancels calls from any thread. The token may be freed while the calls run.
 */
typedef struct telnyx_cancel_token telnyx_cancel_token;

/**
 * One challenge of a WWW-Authenticate header field (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1). A
 * challenge belongs to a telnyx_challenges or to a discovery.
 */
typedef struct telnyx_challenge telnyx_challenge;

/**
 * The challenges of WWW-Authenticate header fields, in order.
 */
typedef struct telnyx_challenges telnyx_challenges;

/**
 * A client makes calls with fixed options. It keeps connections and a cache. Any number of threads may use one client
 * at the same time. After a fork, the parent and the child may both continue to use it.
 */
typedef struct telnyx_client telnyx_client;

/**
 * An authorization server that a resource's document lists, with its metadata or with an error. It belongs to a
 * discovery.
 */
typedef struct telnyx_discovered_server telnyx_discovered_server;

/**
 * Everything that a program needs to request a token for a resource, with the source of each part. A discovery is
 * immutable: any number of threads may read it at the same time.
 */
typedef struct telnyx_discovery telnyx_discovery;

/**
 * The discovery of a resource without I/O, to run it over another HTTP client or an event loop. The plan returns
 * requests, accepts their responses in any order, and ends with a discovery or an error:
 *
 *     while (!telnyx_discovery_plan_is_finished(plan)) {
 *         while ((request = telnyx_discovery_plan_next_request(plan)) != NULL)
 *             start(request);
 *         wait_for_responses(plan); // calls telnyx_discovery_plan_respond() or telnyx_discovery_plan_fail()
 *     }
 *     status = telnyx_discovery_plan_finish(plan, &discovery, &error);
 *
 * Only one thread at a time may use a plan.
 */
typedef struct telnyx_discovery_plan telnyx_discovery_plan;

/**
 * The reason why a call failed: a kind, a message, and details. An error is immutable.
 */
typedef struct telnyx_error telnyx_error;

/**
 * The options of a client. An option that is not set has its default. Do not change or free options while another
 * function uses them.
 */
typedef struct telnyx_options telnyx_options;

/**
 * A request that a discovery plan asks the caller to send, without credentials. A GET follows redirects on the same
 * origin, at most 3. A POST and a DELETE follow none. A planned request is immutable: any number of threads may read it
 * at the same time. It belongs to its plan.
 */
typedef struct telnyx_planned_request telnyx_planned_request;

/**
 * A protected resource's metadata document (https://www.rfc-editor.org/rfc/rfc9728#section-2), checked. Absent members
 * stay absent, and strings are exactly as sent. The document is immutable: any number of threads may read it at the
 * same time.
 */
typedef struct telnyx_resource_metadata telnyx_resource_metadata;

/**
 * A response from the caller's own HTTP client, for telnyx_resource_metadata_from_response(),
 * telnyx_authorization_server_metadata_from_response() and telnyx_discovery_plan_respond(). That client must then
 * enforce the rules that this library's own client enforces: https, redirects within the same origin only, limits on
 * time and size, and no content coding.
 */
typedef struct telnyx_response telnyx_response;

/**
 * A string that a function returned.
 */
typedef struct telnyx_string telnyx_string;

/**
 * Strings that a function returned.
 */
typedef struct telnyx_strings telnyx_strings;

/**
 * A deviation from an RFC that was tolerated. telnyx_options_set_strict() turns a deviation that an RFC forbids into
 * an error. A warning belongs to a document, a discovery or an error.
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
 * The caller's input is invalid: a URL that is not absolute http(s), or that has a fragment or userinfo; a metadata
 * URL in place of a resource; NULL; text that is not UTF-8; or an invalid option. Correct the input.
 */
#define TELNYX_STATUS_INVALID_ARGUMENT 1

/**
 * The URL is http, but https is required. Use the https URL, or see telnyx_options_set_allow_http().
 */
#define TELNYX_STATUS_INSECURE_URL 2

/**
 * A URL from a server leads to an address that is not allowed for such URLs.
 */
#define TELNYX_STATUS_BLOCKED_ADDRESS 3

/**
 * The name could not be resolved, the connection failed or was closed, or the response is not HTTP.
 */
#define TELNYX_STATUS_TRANSPORT 4

/**
 * The TLS handshake failed, or the certificate is not trusted.
 */
#define TELNYX_STATUS_TLS 5

/**
 * The timeout expired: telnyx_options_set_timeout_ms(), telnyx_options_set_connect_timeout_ms() or
 * telnyx_call_set_timeout_ms().
 */
#define TELNYX_STATUS_TIMEOUT 6

/**
 * The caller cancelled the call with a telnyx_cancel_token.
 */
#define TELNYX_STATUS_CANCELLED 7

/**
 * A redirect was refused: it leads to another origin, has no valid target, or is one too many.
 */
#define TELNYX_STATUS_REDIRECT_REFUSED 8

/**
 * The response has a status that is neither a success nor a documented error.
 */
#define TELNYX_STATUS_HTTP_STATUS 9

/**
 * The response has a 4xx status, and its body is an OAuth error: see telnyx_error_error().
 */
#define TELNYX_STATUS_OAUTH_ERROR 10

/**
 * The response has status 200, but it is not JSON or has a content coding.
 */
#define TELNYX_STATUS_CONTENT_TYPE 11

/**
 * The body or the header is larger than its limit.
 */
#define TELNYX_STATUS_BODY_TOO_LARGE 12

/**
 * The body is not a JSON object.
 */
#define TELNYX_STATUS_INVALID_JSON 13

/**
 * The body is JSON, but not a valid document of the requested type.
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
 * No URL has a document: telnyx_error_attempts_at() lists the requests.
 */
#define TELNYX_STATUS_NOT_FOUND 17

/**
 * The document's signed_metadata could not be trusted.
 */
#define TELNYX_STATUS_SIGNATURE_INVALID 18

/**
 * The document is valid, but lacks a requirement of the chosen profile.
 */
#define TELNYX_STATUS_PROFILE_UNMET 19

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
 * Returns a static string, which is "unknown" for any other number; never NULL.
 */
const char *telnyx_status_str(telnyx_status status);

/**
 * The kind of the error, for a program: one of TELNYX_STATUS_*, the same as the status that the call returned.
 * telnyx_status_str() returns its name.
 *
 * Returns TELNYX_STATUS_OK if error is NULL.
 */
telnyx_status telnyx_error_kind(const telnyx_error *error);

/**
 * A message for a person, which states what was expected and what was received. Text from the network is escaped and
 * truncated: the message is safe to print and to log.
 *
 * Returns a string that belongs to the error; NULL only if error is NULL.
 */
const char *telnyx_error_message(const telnyx_error *error);

/**
 * Frees an error and everything that belongs to it. Do not free a const error: it belongs to another handle.
 */
void telnyx_error_free(telnyx_error *error);

/**
 * Makes options with the default values.
 *
 * A setter of options returns TELNYX_STATUS_INVALID_ARGUMENT if it refuses its input or if options is NULL, and
 * TELNYX_STATUS_OK otherwise. A program need not check these results: the options keep the first error, and every call
 * with them then fails with the same status. The error names the input and the rule. Some input can be checked only
 * when a client is built: building the client then fails.
 *
 * Returns options, which the caller frees with telnyx_options_free(); never NULL.
 */
TELNYX_MALLOC
TELNYX_WARN_UNUSED
telnyx_options *telnyx_options_new(void);

/**
 * Frees options. Clients that were made with these options do not change.
 */
void telnyx_options_free(telnyx_options *options);

/**
 * Sets the option base_url. The URL whose origin is the default resource and issuer. The path of the URL is ignored.
 * An absolute https URL, or http on a loopback host. Calls that need the base URL fail if it is not valid. Default:
 * TELNYX_BASE_URL, else https://api.telnyx.com.
 */
telnyx_status telnyx_options_set_base_url(telnyx_options *options,
                                          const char *base_url);

/**
 * Sets the option timeout. The time limit of a whole call, including retries and waits: more than zero, at most 24
 * hours. In milliseconds. Default: 30 s.
 */
telnyx_status telnyx_options_set_timeout_ms(telnyx_options *options,
                                            uint64_t timeout_ms);

/**
 * Sets the option ca_file. A PEM file of CA certificates to trust in addition to the system's store. It is read when
 * the client is built. SSL_CERT_FILE and SSL_CERT_DIR replace the system's store. Mozilla's root certificates are used
 * on systems without a store. Default: none.
 */
telnyx_status telnyx_options_set_ca_file(telnyx_options *options,
                                         const char *ca_file);

/**
 * Fetches and checks the document at the well-known URL of a resource
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3).
 *
 * resource: an absolute https URL, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of the base URL
 * (telnyx_options_set_base_url()).
 * options: options for this call, which makes its own client. NULL: the client that the process shares, which has the
 * default options and keeps connections and documents.
 * metadata_out: receives a document, which the caller frees with telnyx_resource_metadata_free(); NULL on failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK, or any other status except TELNYX_STATUS_ISSUER_MISMATCH and TELNYX_STATUS_NOT_FOUND.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_fetch_resource_metadata(const char *resource,
                                             const telnyx_options *options,
                                             telnyx_resource_metadata **metadata_out,
                                             telnyx_error **error_out);

/**
 * Fetches and checks the document of an authorization server (https://www.rfc-editor.org/rfc/rfc8414#section-3).
 * Requests the URLs of telnyx_authorization_server_metadata_urls() in order, until a URL has a document. These responses
 * mean that a URL has no document: a 4xx status (except 408, 425 and 429), an empty body, a body that is not JSON, a JSON
 * object without a registered member, and a redirect that is not followed. Any other failure ends the search.
 *
 * issuer: an absolute https URL without a query, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of
 * the base URL (telnyx_options_set_base_url()).
 * options: options for this call, which makes its own client. NULL: the client that the process shares, which has the
 * default options and keeps connections and documents.
 * metadata_out: receives a document, which the caller frees with telnyx_authorization_server_metadata_free(); NULL on
 * failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_NOT_FOUND if no URL has a document; or any other status except
 * TELNYX_STATUS_RESOURCE_MISMATCH.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_fetch_authorization_server_metadata(const char *issuer,
                                                         const telnyx_options *options,
                                                         telnyx_authorization_server_metadata **metadata_out,
                                                         telnyx_error **error_out);

/**
 * Finds everything that a program needs to request a token for a resource: its challenge, its document, and the
 * document of each authorization server that it lists (https://www.rfc-editor.org/rfc/rfc9728#section-5).
 *
 * If a challenge has a resource_metadata URL, only that URL is requested. Otherwise the call requests the well-known
 * URL of the resource, and then that of its origin. An invalid document ends the search. The call succeeds if the
 * resource's document was found. If the document of an authorization server cannot be fetched, the result has an error
 * for that server.
 *
 * resource: an absolute https URL, or http on a loopback host. NULL: https://api.telnyx.com, or the origin of the base URL
 * (telnyx_options_set_base_url()).
 * www_authenticate, www_authenticate_count: the WWW-Authenticate field lines that the caller has received from the
 * resource. A pointer that is not NULL with a count of 0 means that there was no such field. NULL and 0: the call
 * requests the resource without credentials, at the same time as its document. If this request fails, or takes longer
 * than 5 s or a third of the timeout, the discovery continues with TELNYX_WARNING_PROBE_FAILED.
 * options: options for this call, which makes its own client. NULL: the client that the process shares, which has the
 * default options and keeps connections and documents.
 * discovery_out: receives a result, which the caller frees with telnyx_discovery_free(); NULL on failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_NOT_FOUND if no URL has a document; or the status of the error that ended
 * the search. telnyx_error_attempts_at() lists the requests.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_discover(const char *resource,
                              const char *const *www_authenticate,
                              size_t www_authenticate_count,
                              const telnyx_options *options,
                              telnyx_discovery **discovery_out,
                              telnyx_error **error_out);

/**
 * Returns the addresses to which an HTTP client may connect for an endpoint of a document, such as the token endpoint.
 * The rules are those for URLs that servers name: the endpoint must not lead to a less public address than the document
 * does, nor to a link-local one. No request is sent; a name is looked up.
 *
 * Connect to these addresses only, as with CURLOPT_RESOLVE of curl, because the name may lead elsewhere later. Follow no
 * redirects.
 *
 * url: the endpoint's URL: https, or http if both URLs have a loopback host (telnyx_options_set_allow_http()).
 * from: the URL of the document that names the endpoint, as telnyx_authorization_server_metadata_document_url() and
 * telnyx_discovered_server_metadata_url() return it.
 * options: options for this call, which makes its own client. NULL: the client that the process shares.
 * addresses_out: receives IPv4 and IPv6 addresses as text, at least one, which the caller frees with
 * telnyx_strings_free(); NULL on failure. An IPv6 address has no brackets.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_BLOCKED_ADDRESS if no address is allowed; TELNYX_STATUS_INSECURE_URL;
 * TELNYX_STATUS_TRANSPORT if the name cannot be resolved; TELNYX_STATUS_TIMEOUT; TELNYX_STATUS_CANCELLED;
 * TELNYX_STATUS_INVALID_ARGUMENT if url or from is invalid, or if a proxy takes the requests for url, because the proxy
 * resolves the name.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_vet(const char *url,
                         const char *from,
                         const telnyx_options *options,
                         telnyx_strings **addresses_out,
                         telnyx_error **error_out);

/**
 * Makes a client. This function reads the environment. The first TLS handshake reads the CA store of the system.
 *
 * options: may be changed and freed afterwards. NULL: the defaults.
 * client_out: receives a client, which the caller frees with telnyx_client_free(); NULL on failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if an option or a proxy variable is invalid, in which case
 * the error names it; TELNYX_STATUS_INTERNAL if the system has no file descriptors left.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_client_new(const telnyx_options *options,
                                telnyx_client **client_out,
                                telnyx_error **error_out);

/**
 * Like telnyx_fetch_resource_metadata(), with this client.
 *
 * call: the settings of this call. NULL: the client's timeout, and no cancel token.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_client_fetch_resource_metadata(telnyx_client *client,
                                                    const char *resource,
                                                    const telnyx_call *call,
                                                    telnyx_resource_metadata **metadata_out,
                                                    telnyx_error **error_out);

/**
 * Like telnyx_fetch_authorization_server_metadata(), with this client.
 *
 * call: the settings of this call. NULL: the client's timeout, and no cancel token.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_client_fetch_authorization_server_metadata(telnyx_client *client,
                                                                const char *issuer,
                                                                const telnyx_call *call,
                                                                telnyx_authorization_server_metadata **metadata_out,
                                                                telnyx_error **error_out);

/**
 * Like telnyx_discover(), with this client.
 *
 * call: the settings of this call. NULL: the client's timeout, no cancel token, and the authorization servers that the
 * document lists (telnyx_call_set_issuer()).
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
 * Like telnyx_vet(), with this client.
 *
 * call: the settings of this call. NULL: the client's timeout, and no cancel token.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_client_vet(telnyx_client *client,
                                const char *url,
                                const char *from,
                                const telnyx_call *call,
                                telnyx_strings **addresses_out,
                                telnyx_error **error_out);

/**
 * Frees a client. No thread may be in a call of this client. The results of its calls stay valid. In a forked child,
 * this function does not affect the parent's connections. The thread of an unfinished name look-up runs until the
 * system answers.
 */
void telnyx_client_free(telnyx_client *client);

/**
 * The document has no member of this name, or its value is not a boolean.
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
 * The client sends the URL of its own metadata document as its client_id
 * (https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/).
 */
#define TELNYX_CLIENT_REGISTRATION_CLIENT_ID_METADATA_DOCUMENT 1

/**
 * The client registers itself at the registration_endpoint (https://www.rfc-editor.org/rfc/rfc7591).
 */
#define TELNYX_CLIENT_REGISTRATION_DYNAMIC 2

/**
 * The developer or the user registers the client before its first request.
 */
#define TELNYX_CLIENT_REGISTRATION_PREREGISTERED 3

/**
 * The document's resource is identical to the requested resource, code point by code point
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
 */
#define TELNYX_RESOURCE_MATCH_EXACT 1

/**
 * The scheme, host and port are the same. The document's path is the requested path or a prefix of it that ends at a
 * segment. If the root of an origin is requested, the document may have any path of that origin. If the document's
 * resource has a query, it must be identical.
 */
#define TELNYX_RESOURCE_MATCH_COVERS 2

/**
 * The scheme, host and port are the same. Use this only if all paths of the host trust one another.
 */
#define TELNYX_RESOURCE_MATCH_SAME_ORIGIN 3

/**
 * The request was for the resource itself, to receive its challenge.
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
 * The response was accepted.
 */
#define TELNYX_OUTCOME_OK 0

/**
 * There is no document at this URL, so the call went on to the next candidate. Any other outcome is the
 * TELNYX_STATUS_* of the error that the request caused.
 */
#define TELNYX_OUTCOME_ABSENT -1

/**
 * The document has no signed_metadata.
 */
#define TELNYX_SIGNATURE_ABSENT 0

/**
 * The document has signed_metadata, but there are no trusted keys. The signature was not checked, and the claims are
 * not among the members.
 */
#define TELNYX_SIGNATURE_UNVERIFIED 1

/**
 * A trusted key has signed the signed_metadata. Its claims replace the plain members.
 */
#define TELNYX_SIGNATURE_VERIFIED 2

/**
 * The document has no resource, which https://www.rfc-editor.org/rfc/rfc9728#section-2 requires.
 */
#define TELNYX_WARNING_RESOURCE_MISSING 1

/**
 * The document's resource covers the requested resource, but is not identical to it
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
 */
#define TELNYX_WARNING_RESOURCE_NOT_EXACT 2

/**
 * The document lists no authorization server.
 */
#define TELNYX_WARNING_AUTHORIZATION_SERVERS_MISSING 3

/**
 * The issuer differs from the requested one by the slash at the end of a root URL
 * (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
 */
#define TELNYX_WARNING_ISSUER_ROOT_SLASH 4

/**
 * The response is JSON, but its content type is not exactly application/json.
 */
#define TELNYX_WARNING_CONTENT_TYPE_UNUSUAL 5

/**
 * The server does not advertise PKCE with S256 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 */
#define TELNYX_WARNING_PKCE_S256_NOT_ADVERTISED 6

/**
 * The server's protected_resources does not list this resource (https://www.rfc-editor.org/rfc/rfc9728#section-4).
 */
#define TELNYX_WARNING_RESOURCE_NOT_LISTED 7

/**
 * A challenge's resource_metadata is not an absolute http(s) URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1).
 */
#define TELNYX_WARNING_CHALLENGE_UNUSABLE 8

/**
 * The request for the resource's challenge failed.
 */
#define TELNYX_WARNING_PROBE_FAILED 9

/**
 * A part of a WWW-Authenticate field was malformed and was skipped, or a challenge repeats a parameter
 * (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
 */
#define TELNYX_WARNING_CHALLENGE_MALFORMED 10

/**
 * A listed authorization server has no valid document. The message states the reason.
 */
#define TELNYX_WARNING_AUTHORIZATION_SERVER_UNUSABLE 11

/**
 * A registered member is null, which counts as absent.
 */
#define TELNYX_WARNING_MEMBER_NULL 12

/**
 * The probe brought no challenge and ended with a status of 404, 405 or 406, or with a redirect that was not followed.
 * The document is not exactly about the resource. The resource may challenge another method.
 */
#define TELNYX_WARNING_PROBE_INCONCLUSIVE 13

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
 * Any other value. It can be read as JSON.
 */
#define TELNYX_MEMBER_TYPE_JSON 4

/**
 * The resource identifier of the document (https://www.rfc-editor.org/rfc/rfc9728#section-2). The resource match
 * decides how it may differ from the requested one; a difference is a warning.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_resource_metadata_resource(const telnyx_resource_metadata *metadata);

/**
 * The issuers of the authorization servers that this resource accepts, as absolute http(s) URLs
 * (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_resource_metadata_authorization_servers_count(const telnyx_resource_metadata *metadata);

/**
 * The item of authorization_servers at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_resource_metadata_authorization_servers_at(const telnyx_resource_metadata *metadata,
                                                              size_t index);

/**
 * The URL of the resource's JWK Set (https://www.rfc-editor.org/rfc/rfc9728#section-2). An absolute https URL, or http
 * if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_resource_metadata_jwks_uri(const telnyx_resource_metadata *metadata);

/**
 * The scopes to request for access to the resource (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_resource_metadata_scopes_supported_count(const telnyx_resource_metadata *metadata);

/**
 * The item of scopes_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_resource_metadata_scopes_supported_at(const telnyx_resource_metadata *metadata,
                                                         size_t index);

/**
 * The ways to send a bearer token: header, body, query (https://www.rfc-editor.org/rfc/rfc9728#section-2). An empty
 * list means that bearer tokens are not supported.
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_resource_metadata_bearer_methods_supported_count(const telnyx_resource_metadata *metadata);

/**
 * The item of bearer_methods_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_resource_metadata_bearer_methods_supported_at(const telnyx_resource_metadata *metadata,
                                                                 size_t index);

/**
 * The JWS algorithms for signed responses of the resource (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_resource_metadata_resource_signing_alg_values_supported_count(const telnyx_resource_metadata *metadata);

/**
 * The item of resource_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_resource_metadata_resource_signing_alg_values_supported_at(const telnyx_resource_metadata *metadata,
                                                                              size_t index);

/**
 * The resource's name, for people (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_resource_metadata_resource_name(const telnyx_resource_metadata *metadata);

/**
 * Like telnyx_resource_metadata_resource_name(), in the best matching language by the lookup of
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
 *
 * language: a language range such as "fr-CA", not case-sensitive. NULL: no language.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_resource_metadata_resource_name_for(const telnyx_resource_metadata *metadata,
                                                       const char *language);

/**
 * Like telnyx_resource_metadata_resource_documentation(), in the best matching language by the lookup of
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
 *
 * language: a language range such as "fr-CA", not case-sensitive. NULL: no language.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_resource_metadata_resource_documentation_for(const telnyx_resource_metadata *metadata,
                                                                const char *language);

/**
 * Like telnyx_resource_metadata_resource_policy_uri(), in the best matching language by the lookup of
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
 *
 * language: a language range such as "fr-CA", not case-sensitive. NULL: no language.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_resource_metadata_resource_policy_uri_for(const telnyx_resource_metadata *metadata,
                                                             const char *language);

/**
 * Like telnyx_resource_metadata_resource_tos_uri(), in the best matching language by the lookup of
 * https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
 *
 * language: a language range such as "fr-CA", not case-sensitive. NULL: no language.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_resource_metadata_resource_tos_uri_for(const telnyx_resource_metadata *metadata,
                                                          const char *language);

/**
 * Whether access tokens are bound to client certificates, if the document says so
 * (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns false also if the member is absent.
 */
bool telnyx_resource_metadata_tls_client_certificate_bound_access_tokens(const telnyx_resource_metadata *metadata);

/**
 * The JWS algorithms that the resource supports for DPoP proofs (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_resource_metadata_dpop_signing_alg_values_supported_count(const telnyx_resource_metadata *metadata);

/**
 * The item of dpop_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_resource_metadata_dpop_signing_alg_values_supported_at(const telnyx_resource_metadata *metadata,
                                                                          size_t index);

/**
 * Whether access tokens must be bound by DPoP, if the document says so
 * (https://www.rfc-editor.org/rfc/rfc9728#section-2).
 *
 * Returns false also if the member is absent.
 */
bool telnyx_resource_metadata_dpop_bound_access_tokens_required(const telnyx_resource_metadata *metadata);

/**
 * A JWT with the members as signed claims, exactly as sent (https://www.rfc-editor.org/rfc/rfc9728#section-2.2). The
 * signature status tells whether it was verified.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_resource_metadata_signed_metadata(const telnyx_resource_metadata *metadata);

/**
 * The URL of a signed JWT that holds the resource's JWK Set (https://openid.net/specs/openid-federation-1_0.html). An
 * absolute https URL, or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_resource_metadata_signed_jwks_uri(const telnyx_resource_metadata *metadata);

/**
 * The resource's JWK Set itself (https://openid.net/specs/openid-federation-1_0.html). As JSON text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_resource_metadata_jwks(const telnyx_resource_metadata *metadata);

/**
 * The type of the member with this name, registered or not: one of TELNYX_MEMBER_TYPE_*.
 *
 * name: the full name, such as TELNYX_MEMBER_ISSUER or "resource_name#fr-CA". A name that is NULL or not UTF-8 matches
 * no member.
 */
telnyx_member_type telnyx_resource_metadata_type(const telnyx_resource_metadata *metadata,
                                                 const char *name);

/**
 * The member with this name, if it is a string.
 *
 * Returns a string that belongs to the document; NULL if the member is absent or of another type.
 */
const char *telnyx_resource_metadata_string(const telnyx_resource_metadata *metadata, const char *name);

/**
 * The length of the member with this name, if it is a list of strings.
 *
 * Returns 0 if the member is empty, absent or of another type.
 */
size_t telnyx_resource_metadata_list_count(const telnyx_resource_metadata *metadata, const char *name);

/**
 * The string at an index from 0 of the member with this name, if the member is a list of strings.
 *
 * Returns a string that belongs to the document; NULL if index is past the end, or if the member is absent or of
 * another type.
 */
const char *telnyx_resource_metadata_list_at(const telnyx_resource_metadata *metadata,
                                             const char *name,
                                             size_t index);

/**
 * The member with this name, if it is a boolean: TELNYX_BOOLEAN_TRUE or TELNYX_BOOLEAN_FALSE.
 *
 * Returns TELNYX_BOOLEAN_ABSENT if the member is absent or of another type, or if metadata is NULL.
 */
int32_t telnyx_resource_metadata_boolean(const telnyx_resource_metadata *metadata, const char *name);

/**
 * The value of the member with this name as JSON, for a value of any type. The JSON is on one line, or as sent.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_resource_metadata_json(const telnyx_resource_metadata *metadata,
                                          const char *name);

/**
 * Whether the library checks the value of a member with this name. It checks registered members by their types, and
 * every member whose name ends in _endpoint as an endpoint. Any other member may have any value. The document need not
 * have the member.
 *
 * Returns false if metadata is NULL.
 */
bool telnyx_resource_metadata_is_judged(const telnyx_resource_metadata *metadata,
                                        const char *name);

/**
 * The number of members that the document has.
 */
size_t telnyx_resource_metadata_names_count(const telnyx_resource_metadata *metadata);

/**
 * The full name of the member at an index from 0.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_resource_metadata_names_at(const telnyx_resource_metadata *metadata, size_t index);

/**
 * The URL that the document came from, after redirects.
 *
 * Returns a string that belongs to the document; NULL only if metadata is NULL.
 */
const char *telnyx_resource_metadata_document_url(const telnyx_resource_metadata *metadata);

/**
 * The unregistered members as a JSON object on one line; "{}" if there are none.
 *
 * Returns a string that belongs to the document; NULL only if metadata is NULL.
 */
const char *telnyx_resource_metadata_extra(const telnyx_resource_metadata *metadata);

/**
 * The text of the document as the server sent it, without a byte-order mark.
 *
 * Returns a string that belongs to the document; NULL only if metadata is NULL.
 */
const char *telnyx_resource_metadata_raw_json(const telnyx_resource_metadata *metadata);

/**
 * The members of the document as JSON on one line.
 *
 * Returns a string that belongs to the document; NULL only if metadata is NULL.
 */
const char *telnyx_resource_metadata_to_json(const telnyx_resource_metadata *metadata);

/**
 * The status of the document's signed_metadata: one of TELNYX_SIGNATURE_*. telnyx_signature_status_str() returns its
 * name.
 */
int32_t telnyx_resource_metadata_signature_status(const telnyx_resource_metadata *metadata);

/**
 * The number of warnings: deviations from an RFC in the document that were tolerated.
 */
size_t telnyx_resource_metadata_warnings_count(const telnyx_resource_metadata *metadata);

/**
 * The warning at an index from 0.
 *
 * Returns a warning that belongs to the document; NULL if index is past the end.
 */
const telnyx_warning *telnyx_resource_metadata_warnings_at(const telnyx_resource_metadata *metadata,
                                                           size_t index);

/**
 * Whether two documents have the same members. Their URLs may differ. Two NULLs are equal.
 */
bool telnyx_resource_metadata_equal(const telnyx_resource_metadata *a, const telnyx_resource_metadata *b);

/**
 * Makes another handle to the same document. The new handle outlives this one and the handle that this one belongs to.
 * The copy is cheap: it shares the document.
 *
 * Returns a document, which the caller frees with telnyx_resource_metadata_free(); NULL only if metadata is NULL.
 */
TELNYX_MALLOC
TELNYX_WARN_UNUSED
telnyx_resource_metadata *telnyx_resource_metadata_clone(const telnyx_resource_metadata *metadata);

/**
 * Frees a document and everything that belongs to it. Do not free a const document: it belongs to another handle.
 */
void telnyx_resource_metadata_free(telnyx_resource_metadata *metadata);

/**
 * Checks a response from another HTTP client, and reads the resource's document from it
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3.2).
 *
 * resource: as for telnyx_fetch_resource_metadata(), but not NULL.
 * response: the response. Its default URL is that of telnyx_resource_metadata_url().
 * options: only the options for checking a document are used (resource match, strict, allow http, trusted keys). NULL:
 * the defaults.
 * metadata_out: receives a document, which the caller frees with telnyx_resource_metadata_free(); NULL on failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT or TELNYX_STATUS_INSECURE_URL if resource or the URL of the
 * response is refused; otherwise the error in the response: TELNYX_STATUS_HTTP_STATUS, TELNYX_STATUS_OAUTH_ERROR,
 * TELNYX_STATUS_CONTENT_TYPE, TELNYX_STATUS_INVALID_JSON, TELNYX_STATUS_INVALID_METADATA,
 * TELNYX_STATUS_RESOURCE_MISMATCH or TELNYX_STATUS_SIGNATURE_INVALID.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_resource_metadata_from_response(const char *resource,
                                                     const telnyx_response *response,
                                                     const telnyx_options *options,
                                                     telnyx_resource_metadata **metadata_out,
                                                     telnyx_error **error_out);

/**
 * The number of language variants of members (https://www.rfc-editor.org/rfc/rfc9728#section-2.1).
 */
size_t telnyx_resource_metadata_variants_count(const telnyx_resource_metadata *metadata);

/**
 * The full name of a language variant, such as "resource_name#fr-CA".
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_resource_metadata_variants_name_at(const telnyx_resource_metadata *metadata, size_t index);

/**
 * The value of a language variant.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_resource_metadata_variants_value_at(const telnyx_resource_metadata *metadata,
                                                       size_t index);

/**
 * The server's issuer identifier (https://www.rfc-editor.org/rfc/rfc8414#section-2). Use this string, not the
 * requested one, in all further requests and checks.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_issuer(const telnyx_authorization_server_metadata *metadata);

/**
 * The authorization endpoint, which the user's browser opens (https://www.rfc-editor.org/rfc/rfc8414#section-2). An
 * absolute https URL, or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_authorization_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The token endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https URL, or http if the
 * resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_token_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The URL of the server's JWK Set (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https URL, or http
 * if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_jwks_uri(const telnyx_authorization_server_metadata *metadata);

/**
 * The endpoint for dynamic client registration (RFC 7591) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An
 * absolute https URL, or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_registration_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The scopes that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_authorization_server_metadata_scopes_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The item of scopes_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_scopes_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                     size_t index);

/**
 * The response_type values that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_authorization_server_metadata_response_types_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The item of response_types_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_response_types_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                             size_t index);

/**
 * The grant types that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2). If absent:
 * authorization_code and implicit.
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_authorization_server_metadata_grant_types_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The item of grant_types_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_grant_types_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                          size_t index);

/**
 * The client authentication methods of the token endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2). If
 * absent: client_secret_basic.
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_authorization_server_metadata_token_endpoint_auth_methods_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The item of token_endpoint_auth_methods_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_token_endpoint_auth_methods_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                          size_t index);

/**
 * The JWS algorithms for client authentication at the token endpoint
 * (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_authorization_server_metadata_token_endpoint_auth_signing_alg_values_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The item of token_endpoint_auth_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_token_endpoint_auth_signing_alg_values_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                                     size_t index);

/**
 * The token revocation endpoint (RFC 7009) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https URL,
 * or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_revocation_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The JWS algorithms for client authentication at the revocation endpoint
 * (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_authorization_server_metadata_revocation_endpoint_auth_signing_alg_values_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The item of revocation_endpoint_auth_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_revocation_endpoint_auth_signing_alg_values_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                                          size_t index);

/**
 * The token introspection endpoint (RFC 7662) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https
 * URL, or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_introspection_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The JWS algorithms for client authentication at the introspection endpoint
 * (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_authorization_server_metadata_introspection_endpoint_auth_signing_alg_values_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The item of introspection_endpoint_auth_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_introspection_endpoint_auth_signing_alg_values_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                                             size_t index);

/**
 * The PKCE code challenge methods that the server supports (RFC 7636)
 * (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_authorization_server_metadata_code_challenge_methods_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The item of code_challenge_methods_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_code_challenge_methods_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                     size_t index);

/**
 * A JWT with the members as signed claims, exactly as sent (https://www.rfc-editor.org/rfc/rfc8414#section-2.1). The
 * signature status tells whether it was verified.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_signed_metadata(const telnyx_authorization_server_metadata *metadata);

/**
 * The device authorization endpoint (https://www.rfc-editor.org/rfc/rfc8628#section-4). An absolute https URL, or http
 * if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_device_authorization_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * Whether the server can issue access tokens that are bound to client certificates
 * (https://www.rfc-editor.org/rfc/rfc8705#section-3.3). If absent: false.
 *
 * Returns false also if the member is absent.
 */
bool telnyx_authorization_server_metadata_tls_client_certificate_bound_access_tokens(const telnyx_authorization_server_metadata *metadata);

/**
 * The endpoints for clients with a certificate (https://www.rfc-editor.org/rfc/rfc8705#section-5). They replace the
 * endpoints of the same names.
 *
 * name: the name of the endpoint that the alias replaces, such as "token_endpoint".
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_mtls_endpoint_aliases(const telnyx_authorization_server_metadata *metadata,
                                                                       const char *name);

/**
 * The number of members of mtls_endpoint_aliases; 0 also if mtls_endpoint_aliases is absent.
 */
size_t telnyx_authorization_server_metadata_mtls_endpoint_aliases_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The name of a member of mtls_endpoint_aliases, in the order of the document.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_mtls_endpoint_aliases_name_at(const telnyx_authorization_server_metadata *metadata,
                                                                               size_t index);

/**
 * The URL of a member of mtls_endpoint_aliases.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_mtls_endpoint_aliases_value_at(const telnyx_authorization_server_metadata *metadata,
                                                                                size_t index);

/**
 * OpenID Connect's UserInfo endpoint (https://openid.net/specs/openid-connect-discovery-1_0.html). An absolute https
 * URL, or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_userinfo_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * Whether the server supports the request_uri parameter, if the document says so
 * (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns false also if the member is absent. The default of the member is true: see
 * telnyx_authorization_server_metadata_supports_request_uri_parameter().
 */
bool telnyx_authorization_server_metadata_request_uri_parameter_supported(const telnyx_authorization_server_metadata *metadata);

/**
 * Whether the server supports the request_uri parameter; true if the document does not say
 * (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * Returns false if metadata is NULL.
 */
bool telnyx_authorization_server_metadata_supports_request_uri_parameter(const telnyx_authorization_server_metadata *metadata);

/**
 * The pushed authorization request endpoint (https://www.rfc-editor.org/rfc/rfc9126#section-5). An absolute https URL,
 * or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_pushed_authorization_request_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * Whether authorization responses carry iss, if the document says so
 * (https://www.rfc-editor.org/rfc/rfc9207#section-3).
 *
 * Returns false also if the member is absent.
 */
bool telnyx_authorization_server_metadata_authorization_response_iss_parameter_supported(const telnyx_authorization_server_metadata *metadata);

/**
 * The URL of an iframe for session state notifications (https://openid.net/specs/openid-connect-session-1_0.html). An
 * absolute https URL, or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_check_session_iframe(const telnyx_authorization_server_metadata *metadata);

/**
 * The endpoint that logs the user out (https://openid.net/specs/openid-connect-rpinitiated-1_0.html). An absolute
 * https URL, or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_end_session_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The backchannel authentication endpoint
 * (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html). An absolute https URL,
 * or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_backchannel_authentication_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The JWS algorithms that the server supports for DPoP proofs (https://www.rfc-editor.org/rfc/rfc9449#section-5.1).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_authorization_server_metadata_dpop_signing_alg_values_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The item of dpop_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_dpop_signing_alg_values_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                      size_t index);

/**
 * The JWS algorithms for authorization responses (https://openid.net/specs/oauth-v2-jarm.html).
 *
 * Returns the number of items; 0 also if the member is absent.
 */
size_t telnyx_authorization_server_metadata_authorization_signing_alg_values_supported_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The item of authorization_signing_alg_values_supported at an index from 0, exactly as sent.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_authorization_signing_alg_values_supported_at(const telnyx_authorization_server_metadata *metadata,
                                                                                               size_t index);

/**
 * The endpoint for explicit client registration (https://openid.net/specs/openid-federation-1_0.html). An absolute
 * https URL, or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_federation_registration_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * The URL of a signed JWT that holds the server's JWK Set (https://openid.net/specs/openid-federation-1_0.html). An
 * absolute https URL, or http if the resource or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_signed_jwks_uri(const telnyx_authorization_server_metadata *metadata);

/**
 * The server's JWK Set itself (https://openid.net/specs/openid-federation-1_0.html). As JSON text.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_jwks(const telnyx_authorization_server_metadata *metadata);

/**
 * The endpoint that lists the URLs of token status lists
 * (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-status-list). An absolute https URL, or http if the resource
 * or issuer of the document is http.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_status_list_aggregation_endpoint(const telnyx_authorization_server_metadata *metadata);

/**
 * Whether a client's identifier may be the URL of a metadata document
 * (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document). If absent: false.
 *
 * Returns false also if the member is absent.
 */
bool telnyx_authorization_server_metadata_client_id_metadata_document_supported(const telnyx_authorization_server_metadata *metadata);

/**
 * The type of the member with this name, registered or not: one of TELNYX_MEMBER_TYPE_*.
 *
 * name: the full name, such as TELNYX_MEMBER_ISSUER or "resource_name#fr-CA". A name that is NULL or not UTF-8 matches
 * no member.
 */
telnyx_member_type telnyx_authorization_server_metadata_type(const telnyx_authorization_server_metadata *metadata,
                                                             const char *name);

/**
 * The member with this name, if it is a string.
 *
 * Returns a string that belongs to the document; NULL if the member is absent or of another type.
 */
const char *telnyx_authorization_server_metadata_string(const telnyx_authorization_server_metadata *metadata,
                                                        const char *name);

/**
 * The length of the member with this name, if it is a list of strings.
 *
 * Returns 0 if the member is empty, absent or of another type.
 */
size_t telnyx_authorization_server_metadata_list_count(const telnyx_authorization_server_metadata *metadata,
                                                       const char *name);

/**
 * The string at an index from 0 of the member with this name, if the member is a list of strings.
 *
 * Returns a string that belongs to the document; NULL if index is past the end, or if the member is absent or of
 * another type.
 */
const char *telnyx_authorization_server_metadata_list_at(const telnyx_authorization_server_metadata *metadata,
                                                         const char *name,
                                                         size_t index);

/**
 * The member with this name, if it is a boolean: TELNYX_BOOLEAN_TRUE or TELNYX_BOOLEAN_FALSE.
 *
 * Returns TELNYX_BOOLEAN_ABSENT if the member is absent or of another type, or if metadata is NULL.
 */
int32_t telnyx_authorization_server_metadata_boolean(const telnyx_authorization_server_metadata *metadata,
                                                     const char *name);

/**
 * The value of the member with this name as JSON, for a value of any type. The JSON is on one line, or as sent.
 *
 * Returns a string that belongs to the document; NULL if the member is absent.
 */
const char *telnyx_authorization_server_metadata_json(const telnyx_authorization_server_metadata *metadata,
                                                      const char *name);

/**
 * Whether the library checks the value of a member with this name. It checks registered members by their types, and
 * every member whose name ends in _endpoint as an endpoint. Any other member may have any value. The document need not
 * have the member.
 *
 * Returns false if metadata is NULL.
 */
bool telnyx_authorization_server_metadata_is_judged(const telnyx_authorization_server_metadata *metadata,
                                                    const char *name);

/**
 * The number of members that the document has.
 */
size_t telnyx_authorization_server_metadata_names_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The full name of the member at an index from 0.
 *
 * Returns a string that belongs to the document; NULL if index is past the end.
 */
const char *telnyx_authorization_server_metadata_names_at(const telnyx_authorization_server_metadata *metadata,
                                                          size_t index);

/**
 * The URL that the document came from, after redirects.
 *
 * Returns a string that belongs to the document; NULL only if metadata is NULL.
 */
const char *telnyx_authorization_server_metadata_document_url(const telnyx_authorization_server_metadata *metadata);

/**
 * The unregistered members as a JSON object on one line; "{}" if there are none.
 *
 * Returns a string that belongs to the document; NULL only if metadata is NULL.
 */
const char *telnyx_authorization_server_metadata_extra(const telnyx_authorization_server_metadata *metadata);

/**
 * The text of the document as the server sent it, without a byte-order mark.
 *
 * Returns a string that belongs to the document; NULL only if metadata is NULL.
 */
const char *telnyx_authorization_server_metadata_raw_json(const telnyx_authorization_server_metadata *metadata);

/**
 * The members of the document as JSON on one line.
 *
 * Returns a string that belongs to the document; NULL only if metadata is NULL.
 */
const char *telnyx_authorization_server_metadata_to_json(const telnyx_authorization_server_metadata *metadata);

/**
 * The status of the document's signed_metadata: one of TELNYX_SIGNATURE_*. telnyx_signature_status_str() returns its
 * name.
 */
int32_t telnyx_authorization_server_metadata_signature_status(const telnyx_authorization_server_metadata *metadata);

/**
 * The number of warnings: deviations from an RFC in the document that were tolerated.
 */
size_t telnyx_authorization_server_metadata_warnings_count(const telnyx_authorization_server_metadata *metadata);

/**
 * The warning at an index from 0.
 *
 * Returns a warning that belongs to the document; NULL if index is past the end.
 */
const telnyx_warning *telnyx_authorization_server_metadata_warnings_at(const telnyx_authorization_server_metadata *metadata,
                                                                       size_t index);

/**
 * Whether two documents have the same members. Their URLs may differ. Two NULLs are equal.
 */
bool telnyx_authorization_server_metadata_equal(const telnyx_authorization_server_metadata *a,
                                                const telnyx_authorization_server_metadata *b);

/**
 * Makes another handle to the same document. The new handle outlives this one and the handle that this one belongs to.
 * The copy is cheap: it shares the document.
 *
 * Returns a document, which the caller frees with telnyx_authorization_server_metadata_free(); NULL only if metadata
 * is NULL.
 */
TELNYX_MALLOC
TELNYX_WARN_UNUSED
telnyx_authorization_server_metadata *telnyx_authorization_server_metadata_clone(const telnyx_authorization_server_metadata *metadata);

/**
 * Frees a document and everything that belongs to it. Do not free a const document: it belongs to another handle.
 */
void telnyx_authorization_server_metadata_free(telnyx_authorization_server_metadata *metadata);

/**
 * Checks a response from another HTTP client, and reads the issuer's document from it
 * (https://www.rfc-editor.org/rfc/rfc8414#section-3.2).
 *
 * issuer: as for telnyx_fetch_authorization_server_metadata(), but not NULL.
 * response: the response. Its default URL is the first of telnyx_authorization_server_metadata_urls().
 * options: only the options for checking a document are used (resource match, strict, allow http, trusted keys). NULL:
 * the defaults.
 * metadata_out: receives a document, which the caller frees with telnyx_authorization_server_metadata_free(); NULL on
 * failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT or TELNYX_STATUS_INSECURE_URL if issuer or the URL of the
 * response is refused; otherwise the error in the response: TELNYX_STATUS_HTTP_STATUS, TELNYX_STATUS_OAUTH_ERROR,
 * TELNYX_STATUS_CONTENT_TYPE, TELNYX_STATUS_INVALID_JSON, TELNYX_STATUS_INVALID_METADATA,
 * TELNYX_STATUS_ISSUER_MISMATCH or TELNYX_STATUS_SIGNATURE_INVALID.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_authorization_server_metadata_from_response(const char *issuer,
                                                                 const telnyx_response *response,
                                                                 const telnyx_options *options,
                                                                 telnyx_authorization_server_metadata **metadata_out,
                                                                 telnyx_error **error_out);

/**
 * Whether the server advertises PKCE with S256 (https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
 */
bool telnyx_authorization_server_metadata_supports_pkce_s256(const telnyx_authorization_server_metadata *metadata);

/**
 * The requested resource.
 *
 * Returns a string that belongs to the discovery; NULL only if discovery is NULL.
 */
const char *telnyx_discovery_resource(const telnyx_discovery *discovery);

/**
 * The number of all challenges of the resource.
 */
size_t telnyx_discovery_challenges_count(const telnyx_discovery *discovery);

/**
 * One of all challenges of the resource, in order.
 *
 * Returns a challenge of the discovery's; NULL past the end.
 */
const telnyx_challenge *telnyx_discovery_challenges_at(const telnyx_discovery *discovery, size_t index);

/**
 * How the document was found: "challenge", "well_known" or "root". Without a document, "issuer" or "legacy_origin".
 *
 * Returns a string of the discovery's; NULL for NULL only.
 */
const char *telnyx_discovery_via(const telnyx_discovery *discovery);

/**
 * The challenge that named the document's URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1). If no challenge
 * named a URL: the first Bearer or DPoP challenge that has a scope. Its scopes are the scopes to request.
 *
 * Returns a challenge that belongs to the discovery; NULL if there is none.
 */
const telnyx_challenge *telnyx_discovery_challenge(const telnyx_discovery *discovery);

/**
 * The URL of the resource's document, after redirects.
 *
 * Returns a string that belongs to the discovery; NULL if there is no document.
 */
const char *telnyx_discovery_resource_metadata_url(const telnyx_discovery *discovery);

/**
 * The resource's document.
 *
 * Returns a document that belongs to the discovery; NULL if there is none (telnyx_discovery_via()).
 * telnyx_resource_metadata_clone() makes a copy that outlives the discovery.
 */
const telnyx_resource_metadata *telnyx_discovery_resource_metadata(const telnyx_discovery *discovery);

/**
 * The number of authorization servers that the resource's document lists. The server of telnyx_call_set_issuer() counts,
 * too.
 */
size_t telnyx_discovery_authorization_servers_count(const telnyx_discovery *discovery);

/**
 * The authorization server at an index from 0, in the order listed, with its metadata or with an error. The server of
 * telnyx_call_set_issuer() comes first.
 *
 * Returns a server that belongs to the discovery; NULL if index is past the end.
 */
const telnyx_discovered_server *telnyx_discovery_authorization_servers_at(const telnyx_discovery *discovery,
                                                                          size_t index);

/**
 * The metadata of the first listed server that has any.
 *
 * Returns a document that belongs to the discovery; NULL if no server has metadata.
 */
const telnyx_authorization_server_metadata *telnyx_discovery_authorization_server(const telnyx_discovery *discovery);

/**
 * The metadata of the first listed server that has any, for programs that require it.
 *
 * metadata_out: receives a document that belongs to the discovery; NULL on failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; if no server has metadata, the status of the first listed server's error;
 * TELNYX_STATUS_NOT_FOUND if no server is listed; TELNYX_STATUS_INVALID_ARGUMENT if discovery or metadata_out is NULL.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_discovery_require_authorization_server(const telnyx_discovery *discovery,
                                                            const telnyx_authorization_server_metadata **metadata_out,
                                                            telnyx_error **error_out);

/**
 * Whether the server of telnyx_discovery_authorization_server() advertises PKCE with S256
 * (https://www.rfc-editor.org/rfc/rfc7636#section-4.2); false if there is no such server.
 */
bool telnyx_discovery_supports_pkce_s256(const telnyx_discovery *discovery);

/**
 * The number of warnings, including the warnings about the documents of the servers.
 */
size_t telnyx_discovery_warnings_count(const telnyx_discovery *discovery);

/**
 * The warning at an index from 0.
 *
 * Returns a warning that belongs to the discovery; NULL if index is past the end.
 */
const telnyx_warning *telnyx_discovery_warnings_at(const telnyx_discovery *discovery, size_t index);

/**
 * The number of requests that the call sent, or that the cache answered.
 */
size_t telnyx_discovery_attempts_count(const telnyx_discovery *discovery);

/**
 * The request at an index from 0, in the order of the requests.
 *
 * Returns an attempt that belongs to the discovery; NULL if index is past the end.
 */
const telnyx_attempt *telnyx_discovery_attempts_at(const telnyx_discovery *discovery, size_t index);

/**
 * The whole result as JSON on one line, as the command-line tool prints it: resource, challenges, challenge, via,
 * resource_metadata_url, resource_metadata, authorization_servers, authorization_parameters, warnings and attempts.
 *
 * Returns a string that belongs to the discovery; NULL only if discovery is NULL.
 */
const char *telnyx_discovery_to_json(const telnyx_discovery *discovery);

/**
 * Frees a discovery and everything that belongs to it.
 */
void telnyx_discovery_free(telnyx_discovery *discovery);

/**
 * The issuer as the resource's document lists it. telnyx_authorization_server_metadata_issuer() returns the issuer of
 * the server's own document.
 *
 * Returns a string that belongs to the server; NULL only if server is NULL.
 */
const char *telnyx_discovered_server_issuer(const telnyx_discovered_server *server);

/**
 * The URL of the server's document, after redirects.
 *
 * Returns a string that belongs to the server; NULL if no document was found.
 */
const char *telnyx_discovered_server_metadata_url(const telnyx_discovered_server *server);

/**
 * The server's document, if one was found and is valid.
 *
 * Returns a document that belongs to the server; NULL if there is an error instead.
 * telnyx_authorization_server_metadata_clone() makes a copy that outlives the discovery.
 */
const telnyx_authorization_server_metadata *telnyx_discovered_server_metadata(const telnyx_discovered_server *server);

/**
 * The reason why there is no document.
 *
 * Returns an error that belongs to the server; NULL if there is a document instead.
 */
const telnyx_error *telnyx_discovered_server_error(const telnyx_discovered_server *server);

/**
 * The number of attempts to find the document. telnyx_discovery_attempts_at() lists them too.
 */
size_t telnyx_discovered_server_attempts_count(const telnyx_discovered_server *server);

/**
 * The attempt at an index from 0, in the order of the requests.
 *
 * Returns an attempt that belongs to the server; NULL if index is past the end.
 */
const telnyx_attempt *telnyx_discovered_server_attempts_at(const telnyx_discovered_server *server,
                                                           size_t index);

/**
 * Makes the parameters of the authorization and token requests that follow the discovery.
 *
 * issuer: the issuer of the authorization server, as the resource's document or as its own document writes it. NULL: the
 * first listed server that has metadata.
 * parameters_out: receives parameters, which the caller frees with telnyx_authorization_parameters_free(); NULL on
 * failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if discovery or parameters_out is NULL, if issuer is not UTF-8,
 * or if the discovery has no server with this issuer; the status of the server's error if the server has no metadata. If
 * issuer is NULL: the statuses of telnyx_discovery_require_authorization_server().
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_discovery_authorization_parameters(const telnyx_discovery *discovery,
                                                        const char *issuer,
                                                        telnyx_authorization_parameters **parameters_out,
                                                        telnyx_error **error_out);

/**
 * The issuer in the server's document. Store tokens by this issuer and the requested resource.
 *
 * Returns a string that belongs to the parameters; NULL only if parameters is NULL.
 */
const char *telnyx_authorization_parameters_issuer(const telnyx_authorization_parameters *parameters);

/**
 * The URL of the authorization endpoint.
 *
 * Returns a string that belongs to the parameters; NULL if the server has no such endpoint.
 */
const char *telnyx_authorization_parameters_authorization_endpoint(const telnyx_authorization_parameters *parameters);

/**
 * The URL of the token endpoint.
 *
 * Returns a string that belongs to the parameters; NULL if the server has no such endpoint.
 */
const char *telnyx_authorization_parameters_token_endpoint(const telnyx_authorization_parameters *parameters);

/**
 * The URL of the pushed authorization request endpoint (https://www.rfc-editor.org/rfc/rfc9126).
 *
 * Returns a string that belongs to the parameters; NULL if the server has no such endpoint.
 */
const char *telnyx_authorization_parameters_pushed_authorization_request_endpoint(const telnyx_authorization_parameters *parameters);

/**
 * The value of the resource parameter (https://www.rfc-editor.org/rfc/rfc8707#section-2): the resource of the document
 * exactly as written, else the requested resource.
 *
 * Returns a string that belongs to the parameters; NULL only if parameters is NULL.
 */
const char *telnyx_authorization_parameters_resource(const telnyx_authorization_parameters *parameters);

/**
 * The number of scopes to request: those of the challenge, else the document's scopes_supported, each once. If there are
 * none, send no scope parameter.
 */
size_t telnyx_authorization_parameters_scope_count(const telnyx_authorization_parameters *parameters);

/**
 * The scope at an index from 0.
 *
 * Returns a string that belongs to the parameters; NULL if index is past the end.
 */
const char *telnyx_authorization_parameters_scope_at(const telnyx_authorization_parameters *parameters,
                                                     size_t index);

/**
 * Whether the server supports the scope offline_access, which requests a refresh token
 * (https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess). The scopes have it only if the challenge or the
 * document has it.
 */
bool telnyx_authorization_parameters_offline_access_supported(const telnyx_authorization_parameters *parameters);

/**
 * The code_challenge_method to send: "S256" if the server says that it supports this method
 * (https://www.rfc-editor.org/rfc/rfc7636#section-4.3).
 *
 * Returns a string that belongs to the parameters; NULL if the server does not say so.
 */
const char *telnyx_authorization_parameters_code_challenge_method(const telnyx_authorization_parameters *parameters);

/**
 * The number of ways to get a client_id from this server.
 */
size_t telnyx_authorization_parameters_client_registration_count(const telnyx_authorization_parameters *parameters);

/**
 * The way to get a client_id at an index from 0, best first: one of TELNYX_CLIENT_REGISTRATION_*.
 * telnyx_client_registration_str() returns its name.
 *
 * Returns 0 if index is past the end.
 */
int32_t telnyx_authorization_parameters_client_registration_at(const telnyx_authorization_parameters *parameters,
                                                               size_t index);

/**
 * The number of client authentication methods of the token endpoint. Default: one, client_secret_basic
 * (https://www.rfc-editor.org/rfc/rfc8414#section-2).
 */
size_t telnyx_authorization_parameters_token_endpoint_auth_methods_count(const telnyx_authorization_parameters *parameters);

/**
 * The client authentication method at an index from 0.
 *
 * Returns a string that belongs to the parameters; NULL if index is past the end.
 */
const char *telnyx_authorization_parameters_token_endpoint_auth_methods_at(const telnyx_authorization_parameters *parameters,
                                                                           size_t index);

/**
 * Whether the server accepts only pushed authorization requests (https://www.rfc-editor.org/rfc/rfc9126#section-5).
 */
bool telnyx_authorization_parameters_requires_pushed_authorization(const telnyx_authorization_parameters *parameters);

/**
 * Whether the resource accepts only DPoP-bound access tokens (https://www.rfc-editor.org/rfc/rfc9449#section-5.2).
 */
bool telnyx_authorization_parameters_dpop_required(const telnyx_authorization_parameters *parameters);

/**
 * Whether the resource and the server both support certificate-bound access tokens
 * (https://www.rfc-editor.org/rfc/rfc8705#section-3.3).
 */
bool telnyx_authorization_parameters_mtls_supported(const telnyx_authorization_parameters *parameters);

/**
 * Whether the server says that its authorization responses have an iss parameter
 * (https://www.rfc-editor.org/rfc/rfc9207#section-3). telnyx_authorization_parameters_verify_issuer() then requires it.
 */
bool telnyx_authorization_parameters_sends_authorization_response_iss(const telnyx_authorization_parameters *parameters);

/**
 * Makes the list of scopes to request after a response with status 403 and the error insufficient_scope
 * (https://www.rfc-editor.org/rfc/rfc6750#section-3.1): the previous ones, then those of the challenge, each once.
 *
 * previous, previous_count: the scopes of the last authorization request. NULL and 0: none.
 * www_authenticate, www_authenticate_count: the field lines of the 403's WWW-Authenticate. NULL and 0: none. The challenge
 * is chosen as for telnyx_discovery_challenge(). If no challenge counts, the result is previous.
 * scope_out: receives strings, possibly none, which the caller frees with telnyx_strings_free(); NULL on failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if a string is NULL or not UTF-8, or if parameters or
 * scope_out is NULL.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_authorization_parameters_scope_after(const telnyx_authorization_parameters *parameters,
                                                          const char *const *previous,
                                                          size_t previous_count,
                                                          const char *const *www_authenticate,
                                                          size_t www_authenticate_count,
                                                          telnyx_strings **scope_out,
                                                          telnyx_error **error_out);

/**
 * Checks the iss parameter of an authorization response, a success or an error
 * (https://www.rfc-editor.org/rfc/rfc9207#section-2.4). Call this function before the program uses any other part of the
 * response.
 *
 * iss: the parameter, percent-decoded. It must be identical to telnyx_authorization_parameters_issuer(), byte by byte.
 * NULL: the response has no iss.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_ISSUER_MISMATCH if iss differs, or is missing although the server says that it
 * sends it; TELNYX_STATUS_INVALID_ARGUMENT if parameters is NULL or iss is not UTF-8. Unless the status is
 * TELNYX_STATUS_OK, discard the response, and do not show its error_description.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_authorization_parameters_verify_issuer(const telnyx_authorization_parameters *parameters,
                                                            const char *iss,
                                                            telnyx_error **error_out);

/**
 * The parameters as JSON on one line, as telnyx_discovery_to_json() has them.
 *
 * Returns a string that belongs to the parameters; NULL only if parameters is NULL.
 */
const char *telnyx_authorization_parameters_to_json(const telnyx_authorization_parameters *parameters);

/**
 * The name of a way to get a client_id, the same in every language: "client_id_metadata_document", "dynamic",
 * "preregistered".
 *
 * Returns a static string, which is "unknown" for any other number; never NULL.
 */
const char *telnyx_client_registration_str(int32_t client_registration);

/**
 * Frees parameters and everything that belongs to them.
 */
void telnyx_authorization_parameters_free(telnyx_authorization_parameters *parameters);

/**
 * Makes settings for calls. They start with the client's timeout, no cancel token and no issuer.
 *
 * A setter returns TELNYX_STATUS_INVALID_ARGUMENT if it refuses its input or if call is NULL, and TELNYX_STATUS_OK
 * otherwise. A program need not check these results: the settings keep the first error, and every call with them then
 * fails with the same status.
 *
 * Returns settings, which the caller frees with telnyx_call_free(); never NULL.
 */
TELNYX_MALLOC
TELNYX_WARN_UNUSED
telnyx_call *telnyx_call_new(void);

/**
 * Sets the time limit for the whole call, including retries and waits.
 *
 * timeout_ms: milliseconds, 1 to 86400000 (24 hours). With any other value, the call fails with
 * TELNYX_STATUS_INVALID_ARGUMENT. Default: the client's timeout.
 */
telnyx_status telnyx_call_set_timeout_ms(telnyx_call *call, uint64_t timeout_ms);

/**
 * Sets the token that cancels the call. The token may be freed at any time.
 */
telnyx_status telnyx_call_set_cancel_token(telnyx_call *call, telnyx_cancel_token *token);

/**
 * Sets the authorization server of telnyx_client_discover(). Other calls ignore the issuer.
 *
 * The resource's document need not list this server. No other server replaces it: if the server fails, the call fails
 * with that error. The call then also succeeds if the resource has no document, or if its document lists no server.
 *
 * issuer: an absolute https URL without a query, or http on a loopback host. With any other value, the call fails with
 * TELNYX_STATUS_INVALID_ARGUMENT or TELNYX_STATUS_INSECURE_URL. Default: the servers that the document lists.
 */
telnyx_status telnyx_call_set_issuer(telnyx_call *call,
                                     const char *issuer);

/**
 * Frees the settings of a call.
 */
void telnyx_call_free(telnyx_call *call);

/**
 * Makes a token for telnyx_call_set_cancel_token(). The token is not cancelled.
 *
 * Returns a token, which the caller frees with telnyx_cancel_token_free(); never NULL.
 */
TELNYX_MALLOC TELNYX_WARN_UNUSED telnyx_cancel_token *telnyx_cancel_token_new(void);

/**
 * Cancels all current and later calls that use the token: they fail with TELNYX_STATUS_CANCELLED. The token stays
 * cancelled. Any thread may call this function. A signal handler must not, because the function acquires a lock: instead,
 * let a thread wait in sigwait() for the signal and cancel the token there.
 *
 * token: if NULL, the function does nothing.
 */
void telnyx_cancel_token_cancel(telnyx_cancel_token *token);

/**
 * Whether telnyx_cancel_token_cancel() was called; false if token is NULL.
 */
bool telnyx_cancel_token_is_cancelled(const telnyx_cancel_token *token);

/**
 * Frees a token. Calls that use the token continue, and cannot be cancelled by it any more.
 */
void telnyx_cancel_token_free(telnyx_cancel_token *token);

/**
 * Sets the option connect_timeout. The time limit to open one connection, including name resolution and TLS handshake:
 * more than zero, at most 24 hours. In milliseconds. Default: 5 s.
 */
telnyx_status telnyx_options_set_connect_timeout_ms(telnyx_options *options,
                                                    uint64_t connect_timeout_ms);

/**
 * Sets the option max_retries. The number of retries after a transport error or a status of 408, 425, 429, 500, 502,
 * 503 or 504: 0 to 100. The delay is up to 0.5 s before the first retry and doubles up to 8 s, with jitter. A
 * Retry-After of up to 60 s replaces it. Default: 2.
 */
telnyx_status telnyx_options_set_max_retries(telnyx_options *options,
                                             uint32_t max_retries);

/**
 * Sets the option max_redirects. The number of redirects to follow within the same scheme, host and port: 0 to 10.
 * Default: 3.
 */
telnyx_status telnyx_options_set_max_redirects(telnyx_options *options,
                                               uint32_t max_redirects);

/**
 * Sets the option max_body_bytes. The largest body to accept, in bytes: at most 1 GiB. Default: 1 MiB.
 */
telnyx_status telnyx_options_set_max_body_bytes(telnyx_options *options, size_t max_body_bytes);

/**
 * Sets the option max_total_bytes. The limit on all bodies of a discovery together, in bytes: at most 1 GiB. Servers
 * beyond the limit, in the listed order, get the error body_too_large. Default: 8 MiB.
 */
telnyx_status telnyx_options_set_max_total_bytes(telnyx_options *options,
                                                 size_t max_total_bytes);

/**
 * Sets the option cache. Caches documents in memory while they are fresh (https://www.rfc-editor.org/rfc/rfc9111), and
 * lets concurrent calls for one URL share a request. A client stores up to 256 documents and 8 MiB. It does not store
 * errors. Default: true.
 */
telnyx_status telnyx_options_set_cache(telnyx_options *options,
                                       bool cache);

/**
 * Sets the option strict. Turns warnings about deviations that an RFC forbids into errors. Implies exact. Default:
 * false.
 */
telnyx_status telnyx_options_set_strict(telnyx_options *options,
                                        bool strict);

/**
 * Sets the option legacy_origin. Tries the resource's origin as the authorization server if each well-known URL of the
 * resource answers with a status of 4xx other than 408, 425 and 429, as MCP 2025-03-26 did. Default: false.
 */
telnyx_status telnyx_options_set_legacy_origin(telnyx_options *options,
                                               bool legacy_origin);

/**
 * Sets the option allow_http. Allows http to hosts that are not loopback. Anyone on the network path can then read and
 * forge responses. Default: false.
 */
telnyx_status telnyx_options_set_allow_http(telnyx_options *options,
                                            bool allow_http);

/**
 * Sets the option allow_private_addresses. Allows a server on a public address to name private and loopback addresses
 * in a redirect, a challenge or a document. Link-local, unspecified and multicast addresses are always refused.
 * Default: false.
 */
telnyx_status telnyx_options_set_allow_private_addresses(telnyx_options *options,
                                                         bool allow_private_addresses);

/**
 * Sets the option proxy. The http or https URL of a proxy for every request; the empty string means no proxy. NO_PROXY
 * still applies. Behind a proxy, only literal addresses and localhost in a server's URLs can be checked, because the
 * proxy resolves all other names. Default: from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY.
 */
telnyx_status telnyx_options_set_proxy(telnyx_options *options,
                                       const char *proxy);

/**
 * Sets the option ignore_environment. Ignores all environment variables: TELNYX_BASE_URL, SSL_CERT_FILE, SSL_CERT_DIR
 * and the variables for proxies. For a program in which another thread may call setenv(), putenv() or unsetenv() while
 * a client is built. Default: false.
 */
telnyx_status telnyx_options_set_ignore_environment(telnyx_options *options,
                                                    bool ignore_environment);

/**
 * Sets the option user_agent. The User-Agent to send. Printable ASCII. Default: telnyx-oauth/VERSION (c).
 */
telnyx_status telnyx_options_set_user_agent(telnyx_options *options, const char *user_agent);

/**
 * Sets which documents describe a resource. One trailing slash is ignored. If the document's resource is otherwise not
 * identical, every policy also checks the URL at which the document was found, after redirects. That URL must be the
 * well-known URL of the requested resource or of one of its parent paths. If the root of an origin is requested, it
 * may also be the well-known URL of the document's resource.
 *
 * resource_match: one of TELNYX_RESOURCE_MATCH_*. Default: TELNYX_RESOURCE_MATCH_COVERS.
 */
telnyx_status telnyx_options_set_resource_match(telnyx_options *options,
                                                int32_t resource_match);

/**
 * Sets the additional requirements of a protocol. A document that lacks one is TELNYX_STATUS_PROFILE_UNMET.
 *
 * profile: "mcp": the resource's document must list a server, and a server must advertise PKCE with S256. Default: none.
 */
telnyx_status telnyx_options_set_profile(telnyx_options *options,
                                         const char *profile);

/**
 * Sets how a discovery asks the resource for its challenge.
 *
 * probe: "auto" sends a GET, and continues as "mcp" if the answer shows a JSON-RPC endpoint. "mcp" sends a POST of
 * server/discover, and then of initialize if the server is older. "get" sends a GET only, "none" nothing. Default: "mcp"
 * with the profile "mcp", else "auto".
 */
telnyx_status telnyx_options_set_probe(telnyx_options *options,
                                       const char *probe);

/**
 * Adds a header field for a gateway in front of the resource. Only the origin of the requested resource gets it. May be
 * called several times. Building a client refuses fields with credentials and those that the client sets itself.
 */
telnyx_status telnyx_options_add_header(telnyx_options *options,
                                        const char *name,
                                        const char *value);

/**
 * Sets the keys that verify a resource's signed_metadata (https://www.rfc-editor.org/rfc/rfc9728#section-2.2). The
 * claims then replace the plain members. If the signature cannot be trusted, or the document has no signed_metadata, a
 * call fails with TELNYX_STATUS_SIGNATURE_INVALID. Supported algorithms: ES256, ES384, RS256, PS256, and EdDSA with
 * Ed25519.
 *
 * jwks: a JWK Set in JSON (https://www.rfc-editor.org/rfc/rfc7517#section-5). Default: none, so that signed_metadata
 * is not verified. issuer: the only trusted iss. NULL: any iss.
 */
telnyx_status telnyx_options_set_trusted_keys(telnyx_options *options,
                                              const char *jwks,
                                              const char *issuer);

/**
 * Sets the keys that verify an authorization server's signed_metadata
 * (https://www.rfc-editor.org/rfc/rfc8414#section-2.1), as telnyx_options_set_trusted_keys() does for a resource's. If
 * discovery uses several servers, each document must be signed with one of the keys.
 *
 * jwks: a JWK Set in JSON (https://www.rfc-editor.org/rfc/rfc7517#section-5). Default: none, so that signed_metadata
 * is not verified. issuer: the only trusted iss. NULL: any iss.
 */
telnyx_status telnyx_options_set_authorization_server_trusted_keys(telnyx_options *options,
                                                                   const char *jwks,
                                                                   const char *issuer);

/**
 * Sets the IP address for a host and a port, like --resolve of curl. TLS and all checks still use the name in the URL.
 * This function may be called several times. For the same host and port, the last call wins.
 *
 * host: a name or an address, as in a URL. port: 0 to 65535. address: an IPv4 or IPv6 address, such as "127.0.0.1" or
 * "::1". Default: the system's name resolution.
 */
telnyx_status telnyx_options_add_resolve(telnyx_options *options,
                                         const char *host,
                                         uint16_t port,
                                         const char *address);

/**
 * The URL that the error is about: the requested URL, or the caller's input if the input was invalid.
 *
 * Returns a string that belongs to the error; NULL if there is no such URL.
 */
const char *telnyx_error_url(const telnyx_error *error);

/**
 * The HTTP status of the response that caused the error, such as 503; 0 if there was none.
 */
uint16_t telnyx_error_http_status(const telnyx_error *error);

/**
 * The OAuth error code of a TELNYX_STATUS_OAUTH_ERROR, such as "invalid_request", exactly as sent
 * (https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
 *
 * Returns a string that belongs to the error; NULL for every other kind.
 */
const char *telnyx_error_error(const telnyx_error *error);

/**
 * The OAuth error's description, exactly as sent: escape it before you print it
 * (https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
 *
 * Returns a string that belongs to the error; NULL if the server sent none.
 */
const char *telnyx_error_error_description(const telnyx_error *error);

/**
 * The time that the server asks the client to wait, in seconds, from Retry-After
 * (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3); -1 if the server did not ask, or if error is NULL.
 */
int64_t telnyx_error_retry_after(const telnyx_error *error);

/**
 * The number of causes.
 */
size_t telnyx_error_causes_count(const telnyx_error *error);

/**
 * The cause at an index from 0, from the nearest cause to the root cause. A cause is text of the system or of a
 * library, for a log; the message has everything that a user needs. A cause is escaped and truncated as the message
 * is.
 *
 * Returns a string that belongs to the error; NULL if index is past the end.
 */
const char *telnyx_error_causes_at(const telnyx_error *error,
                                   size_t index);

/**
 * The number of requests that the call sent, or that the cache answered.
 */
size_t telnyx_error_attempts_count(const telnyx_error *error);

/**
 * The request at an index from 0, in the order of the requests.
 *
 * Returns an attempt that belongs to the error; NULL if index is past the end.
 */
const telnyx_attempt *telnyx_error_attempts_at(const telnyx_error *error, size_t index);

/**
 * The number of warnings before the call failed.
 */
size_t telnyx_error_warnings_count(const telnyx_error *error);

/**
 * The warning at an index from 0.
 *
 * Returns a warning that belongs to the error; NULL if index is past the end.
 */
const telnyx_warning *telnyx_error_warnings_at(const telnyx_error *error, size_t index);

/**
 * The whole error as JSON on one line, as the command-line tool prints it: kind, message, url, http_status, error,
 * error_description, retry_after, attempts and warnings.
 *
 * Returns a string that belongs to the error; NULL only if error is NULL.
 */
const char *telnyx_error_to_json(const telnyx_error *error);

/**
 * The purpose of the request: one of TELNYX_PURPOSE_*; 0 if attempt is NULL.
 */
int32_t telnyx_attempt_purpose(const telnyx_attempt *attempt);

/**
 * The HTTP method: "GET".
 *
 * Returns a string that belongs to the attempt; NULL only if attempt is NULL.
 */
const char *telnyx_attempt_method(const telnyx_attempt *attempt);

/**
 * The URL that sent the response, after redirects.
 *
 * Returns a string that belongs to the attempt; NULL if there was no response.
 */
const char *telnyx_attempt_final_url(const telnyx_attempt *attempt);

/**
 * The reason why the response was accepted or rejected: one sentence for a person. Text from the network is escaped
 * and truncated.
 *
 * Returns a string that belongs to the attempt; NULL only if attempt is NULL.
 */
const char *telnyx_attempt_reason(const telnyx_attempt *attempt);

/**
 * The requested URL.
 *
 * Returns a string that belongs to the attempt; NULL only if attempt is NULL.
 */
const char *telnyx_attempt_url(const telnyx_attempt *attempt);

/**
 * The HTTP status of the response; 0 if there was none.
 */
uint16_t telnyx_attempt_status(const telnyx_attempt *attempt);

/**
 * The outcome: TELNYX_OUTCOME_OK, TELNYX_OUTCOME_ABSENT, or the TELNYX_STATUS_* of the error that the request caused.
 * telnyx_outcome_str() returns its name.
 */
int32_t telnyx_attempt_outcome(const telnyx_attempt *attempt);

/**
 * The time from the start of the request to the end of the response, in milliseconds. If the call shared the request
 * of another call: the time that it waited.
 */
uint64_t telnyx_attempt_elapsed_ms(const telnyx_attempt *attempt);

/**
 * Whether the document came from the cache, either without a request or after the server confirmed it with status 304.
 */
bool telnyx_attempt_from_cache(const telnyx_attempt *attempt);

/**
 * The name of a purpose, the same in every language: "probe", "resource_metadata", "authorization_server_metadata".
 *
 * Returns a static string, which is "unknown" for any other number; never NULL.
 */
const char *telnyx_purpose_str(int32_t purpose);

/**
 * The name of an outcome, the same in every language: "ok", "absent", or the name of the error's kind.
 *
 * Returns a static string, which is "unknown" for any other number; never NULL.
 */
const char *telnyx_outcome_str(int32_t outcome);

/**
 * The authentication scheme, in lower case, such as "bearer".
 *
 * Returns a string that belongs to the challenge; NULL only if challenge is NULL.
 */
const char *telnyx_challenge_scheme(const telnyx_challenge *challenge);

/**
 * The number of parameters. If a name occurs twice, only the first parameter counts.
 */
size_t telnyx_challenge_params_count(const telnyx_challenge *challenge);

/**
 * The name of a parameter, in lower case. Parameters are sorted by name.
 *
 * Returns a string that belongs to the challenge; NULL if index is past the end.
 */
const char *telnyx_challenge_params_name_at(const telnyx_challenge *challenge, size_t index);

/**
 * The value of a parameter.
 *
 * Returns a string that belongs to the challenge; NULL if index is past the end.
 */
const char *telnyx_challenge_params_value_at(const telnyx_challenge *challenge, size_t index);

/**
 * The value of the parameter with this name.
 *
 * name: such as "realm", not case-sensitive. NULL: no name.
 *
 * Returns a string that belongs to the challenge; NULL if there is no such parameter.
 */
const char *telnyx_challenge_param(const telnyx_challenge *challenge, const char *name);

/**
 * The token that some schemes have instead of parameters (https://www.rfc-editor.org/rfc/rfc9110#section-11.2).
 *
 * Returns a string that belongs to the challenge; NULL if there is none.
 */
const char *telnyx_challenge_token68(const telnyx_challenge *challenge);

/**
 * The resource_metadata parameter (https://www.rfc-editor.org/rfc/rfc9728#section-5.1), not checked.
 *
 * Returns a string that belongs to the challenge; NULL if there is none.
 */
const char *telnyx_challenge_resource_metadata(const telnyx_challenge *challenge);

/**
 * The number of scopes in the scope parameter (https://www.rfc-editor.org/rfc/rfc6750#section-3). These are the scopes
 * to request.
 *
 * Returns the number; 0 also if the challenge has no scope parameter.
 */
size_t telnyx_challenge_scope_count(const telnyx_challenge *challenge);

/**
 * The scope at an index from 0.
 *
 * Returns a string that belongs to the challenge; NULL if index is past the end.
 */
const char *telnyx_challenge_scope_at(const telnyx_challenge *challenge, size_t index);

/**
 * Whether the challenge has a scope parameter, including an empty one.
 */
bool telnyx_challenge_has_scope(const telnyx_challenge *challenge);

/**
 * The name of a signature status, the same in every language: "absent", "unverified", "verified".
 *
 * Returns a static string, which is "unknown" for any other number; never NULL.
 */
const char *telnyx_signature_status_str(int32_t status);

/**
 * The kind of the warning, for a program: one of TELNYX_WARNING_*; 0 if warning is NULL. telnyx_warning_kind_str()
 * returns its name.
 */
int32_t telnyx_warning_kind(const telnyx_warning *warning);

/**
 * A message for a person, which states what was expected and what was received. Text from the network is escaped and
 * truncated.
 *
 * Returns a string that belongs to the warning; NULL only if warning is NULL.
 */
const char *telnyx_warning_message(const telnyx_warning *warning);

/**
 * The URL that the warning is about.
 *
 * Returns a string that belongs to the warning; NULL if there is no such URL.
 */
const char *telnyx_warning_url(const telnyx_warning *warning);

/**
 * The name of a warning's kind, the same in every language: "resource_missing", "resource_not_exact", ...
 *
 * Returns a static string, which is "unknown" for any other number; never NULL.
 */
const char *telnyx_warning_kind_str(int32_t kind);

/**
 * The URL of a resource's metadata document: /.well-known/oauth-protected-resource inserted between host and path
 * (https://www.rfc-editor.org/rfc/rfc9728#section-3.1). The path keeps its trailing slash, percent-encoding and query.
 * No request is sent.
 *
 * resource: an absolute https URL, or http on a loopback host.
 * url_out: receives a string, which the caller frees with telnyx_string_free(); NULL on failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if resource is not an absolute http(s) URL, has a fragment
 * or userinfo, or is itself a metadata URL; TELNYX_STATUS_INSECURE_URL if it is http and its host is not loopback.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_resource_metadata_url(const char *resource,
                                           telnyx_string **url_out,
                                           telnyx_error **error_out);

/**
 * The URLs at which an issuer's metadata can be, in the order in which to request them
 * (https://www.rfc-editor.org/rfc/rfc8414#section-3.1 and section 5). The first is the URL of RFC 8414, the second
 * that of OpenID Connect with the issuer's path inserted. If the issuer has a path, the third is that of OpenID
 * Connect with the path appended. No request is sent.
 *
 * issuer: an absolute https URL without a query, or http on a loopback host.
 * urls_out: receives the URLs, which the caller frees with telnyx_strings_free(); NULL on failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if issuer is not an absolute http(s) URL, has a query, a
 * fragment or userinfo, or is itself a metadata URL; TELNYX_STATUS_INSECURE_URL if it is http and its host is not
 * loopback.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_authorization_server_metadata_urls(const char *issuer,
                                                        telnyx_strings **urls_out,
                                                        telnyx_error **error_out);

/**
 * Parses the challenges of all WWW-Authenticate field lines (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
 * Each line is parsed separately, so that a malformed line does not affect the others. The parser skips a malformed
 * part up to the next comma outside quotes. It accepts unquoted values that should be quoted, because some servers
 * send them. The time is linear in the length of the input.
 *
 * www_authenticate, www_authenticate_count: the values of the WWW-Authenticate header fields. NULL and 0: there are
 * none.
 * challenges_out: receives the challenges, possibly none, which the caller frees with telnyx_challenges_free(); NULL
 * on failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if a line is NULL or not UTF-8.
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
 * The challenge at an index from 0.
 *
 * Returns a challenge that belongs to the handle; NULL if index is past the end.
 */
const telnyx_challenge *telnyx_challenges_at(const telnyx_challenges *challenges, size_t index);

/**
 * Frees challenges and everything that belongs to them.
 */
void telnyx_challenges_free(telnyx_challenges *challenges);

/**
 * Makes a response without a content type. Its URL is the first URL at which the document can be, or the URL of the
 * planned request.
 *
 * The response keeps the first error of this function or of a setter, as options do: see telnyx_options_new().
 *
 * status: the HTTP status, 100 to 599. With any other value, the function that checks the response fails with
 * TELNYX_STATUS_INVALID_ARGUMENT.
 * body, body_length: the whole body and its length in bytes. The body is copied. NULL and 0: an empty body. The first
 * 64 KiB of the body are enough for a response to a probe.
 *
 * Returns a response, which the caller frees with telnyx_response_free(); never NULL.
 */
TELNYX_MALLOC
TELNYX_WARN_UNUSED
telnyx_response *telnyx_response_new(uint16_t status,
                                     const void *body,
                                     size_t body_length);

/**
 * Sets the URL that the response came from, after redirects.
 *
 * url: an absolute URL. Default: the first URL at which the document can be, or the URL of the planned request.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or url is NULL, or url is not UTF-8.
 */
telnyx_status telnyx_response_set_url(telnyx_response *response,
                                      const char *url);

/**
 * Sets the Content-Type header field.
 *
 * content_type: the value of the field. Default: the response has no such field.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or content_type is NULL, or content_type is
 * not UTF-8.
 */
telnyx_status telnyx_response_set_content_type(telnyx_response *response,
                                               const char *content_type);

/**
 * Sets the WWW-Authenticate field lines. Only the response to a probe needs them (telnyx_discovery_plan_respond()).
 *
 * www_authenticate, www_authenticate_count: the values of the WWW-Authenticate header fields. NULL and 0: the response has
 * no such field. Default: unknown.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or a line is NULL, or a line is not UTF-8.
 */
telnyx_status telnyx_response_set_www_authenticate(telnyx_response *response,
                                                   const char *const *www_authenticate,
                                                   size_t www_authenticate_count);

/**
 * Sets the Mcp-Session-Id header field of the response to a probe.
 *
 * mcp_session_id: the value of the field. Default: the response has no such field.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or mcp_session_id is NULL, or
 * mcp_session_id is not UTF-8.
 */
telnyx_status telnyx_response_set_mcp_session_id(telnyx_response *response, const char *mcp_session_id);

/**
 * Sets the MCP-Protocol-Version header field of the response to a probe.
 *
 * mcp_protocol_version: the value of the field. Default: the response has no such field.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response or mcp_protocol_version is NULL, or
 * mcp_protocol_version is not UTF-8.
 */
telnyx_status telnyx_response_set_mcp_protocol_version(telnyx_response *response,
                                                       const char *mcp_protocol_version);

/**
 * Sets the time at which the response was received. It is used to check the validity period of signed_metadata.
 *
 * unix_seconds: seconds since 1970-01-01 00:00 UTC, as time() returns. Default: unknown.
 *
 * Returns TELNYX_STATUS_OK, or TELNYX_STATUS_INVALID_ARGUMENT if response is NULL or unix_seconds is negative.
 */
telnyx_status telnyx_response_set_received_at(telnyx_response *response,
                                              int64_t unix_seconds);

/**
 * Frees a response. Documents that were read from this response do not change.
 */
void telnyx_response_free(telnyx_response *response);

/**
 * Starts the discovery of a resource. The plan has the same result as telnyx_discover() has for the same responses.
 *
 * resource: an absolute https URL, or http on a loopback host.
 * www_authenticate, www_authenticate_count: the WWW-Authenticate field lines that the caller has received from the
 * resource. A pointer that is not NULL with a count of 0 means that there was no such field. In both cases, the plan sends
 * no probe. NULL and 0: the first requests include a probe of the resource.
 * issuer: the authorization server to use, even if the resource's document does not list it. NULL: the servers in the
 * document.
 * options: only the options that apply without a client are used (resource match, strict, profile, probe, legacy origin,
 * allow http, trusted keys). NULL: the defaults.
 * plan_out: receives a plan, which the caller frees with telnyx_discovery_plan_free(); NULL on failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT or TELNYX_STATUS_INSECURE_URL if resource or issuer is refused.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_discovery_plan_new(const char *resource,
                                        const char *const *www_authenticate,
                                        size_t www_authenticate_count,
                                        const char *issuer,
                                        const telnyx_options *options,
                                        telnyx_discovery_plan **plan_out,
                                        telnyx_error **error_out);

/**
 * The next request to send. The function returns each request once. The requests do not depend on each other: send them
 * at the same time. At most 16 requests wait for a response at the same time. A response may lead to more requests, so call
 * this function again after each response.
 *
 * Returns a request that belongs to the plan; NULL if there is no request to send now. A finished plan may return a DELETE
 * that closes an MCP session. The result does not depend on the response to the DELETE.
 */
const telnyx_planned_request *telnyx_discovery_plan_next_request(telnyx_discovery_plan *plan);

/**
 * Accepts the response to a request. A second response to the same request is ignored. A response from another scheme,
 * host or port than the request's counts as TELNYX_STATUS_REDIRECT_REFUSED, as does a response to a POST from another URL.
 *
 * id: the id of the request (telnyx_planned_request_id()).
 * response: the response. Its default URL is that of the request. The response to a probe must have the WWW-Authenticate
 * field lines (telnyx_response_set_www_authenticate()). The plan keeps no pointer to the response.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if plan or response is NULL, no request has this id, the
 * response is refused, or the plan is finished. After a refused response, the request still waits for its response.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_discovery_plan_respond(telnyx_discovery_plan *plan,
                                            size_t id,
                                            const telnyx_response *response,
                                            telnyx_error **error_out);

/**
 * Accepts the failure of a request that got no response.
 *
 * id: the id of the request (telnyx_planned_request_id()).
 * kind: the kind of the error, such as TELNYX_STATUS_TRANSPORT, TELNYX_STATUS_TLS, TELNYX_STATUS_TIMEOUT,
 * TELNYX_STATUS_REDIRECT_REFUSED or TELNYX_STATUS_BLOCKED_ADDRESS.
 * message: the reason, for people.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if plan or message is NULL, message is not UTF-8, kind is not
 * the kind of an error, no request has this id, or the plan is finished.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_discovery_plan_fail(telnyx_discovery_plan *plan,
                                         size_t id,
                                         telnyx_status kind,
                                         const char *message,
                                         telnyx_error **error_out);

/**
 * Whether no further response can change the result. Running requests may be aborted then.
 */
bool telnyx_discovery_plan_is_finished(const telnyx_discovery_plan *plan);

/**
 * Ends the plan, and makes its result. A plan can be ended once. The plan then only needs to be freed. Its requests stay
 * valid until then.
 *
 * discovery_out: receives a result, which the caller frees with telnyx_discovery_free(); NULL on failure.
 * error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
 *
 * Returns the same statuses as telnyx_discover(); TELNYX_STATUS_INVALID_ARGUMENT if plan or discovery_out is NULL,
 * responses are missing (the plan then continues), or this function has ended the plan already.
 */
TELNYX_WARN_UNUSED
telnyx_status telnyx_discovery_plan_finish(telnyx_discovery_plan *plan,
                                           telnyx_discovery **discovery_out,
                                           telnyx_error **error_out);

/**
 * Frees a plan and the requests that belong to it. A discovery that came from the plan does not change.
 */
void telnyx_discovery_plan_free(telnyx_discovery_plan *plan);

/**
 * The id to pass to telnyx_discovery_plan_respond() or telnyx_discovery_plan_fail(). The ids of a plan start at 0.
 */
size_t telnyx_planned_request_id(const telnyx_planned_request *request);

/**
 * The purpose of the request: one of TELNYX_PURPOSE_*; 0 if request is NULL. Do not retry a TELNYX_PURPOSE_PROBE. All
 * probes together should take at most 5 s. After that time, pass TELNYX_STATUS_TIMEOUT to telnyx_discovery_plan_fail().
 */
int32_t telnyx_planned_request_purpose(const telnyx_planned_request *request);

/**
 * The HTTP method: "GET", "POST" or "DELETE". Only a probe is a POST or a DELETE. The plan does not wait for the response
 * to a DELETE.
 *
 * Returns a string that belongs to the plan; NULL only if request is NULL.
 */
const char *telnyx_planned_request_method(const telnyx_planned_request *request);

/**
 * The URL to request.
 *
 * Returns a string that belongs to the plan; NULL only if request is NULL.
 */
const char *telnyx_planned_request_url(const telnyx_planned_request *request);

/**
 * The number of header fields to send.
 */
size_t telnyx_planned_request_headers_count(const telnyx_planned_request *request);

/**
 * The name of a header field, in lower case.
 *
 * Returns a string that belongs to the plan; NULL if index is past the end.
 */
const char *telnyx_planned_request_headers_name_at(const telnyx_planned_request *request, size_t index);

/**
 * The value of a header field.
 *
 * Returns a string that belongs to the plan; NULL if index is past the end.
 */
const char *telnyx_planned_request_headers_value_at(const telnyx_planned_request *request, size_t index);

/**
 * The body to send. It is JSON, without a NUL inside: its length is that of the string.
 *
 * Returns a string that belongs to the plan; NULL if the request has no body. Only a POST has one.
 */
const char *telnyx_planned_request_body(const telnyx_planned_request *request);

/**
 * The URL of the response that named the URL of this request, in a challenge or a document. The request must not connect
 * to a less public address than that response came from, nor to a link-local address: telnyx_client_vet() returns the
 * permitted addresses.
 *
 * Returns a string that belongs to the plan; NULL if no server named the URL.
 */
const char *telnyx_planned_request_named_by(const telnyx_planned_request *request);

/**
 * Whether a challenge named the URL. The document may have changed, so a cache must not answer without asking the server
 * (https://www.rfc-editor.org/rfc/rfc9728#section-5.2).
 */
bool telnyx_planned_request_revalidate(const telnyx_planned_request *request);

/**
 * The text of the string.
 *
 * Returns a string that belongs to the handle; NULL only if the handle is NULL.
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
 * The string at an index from 0.
 *
 * Returns a string that belongs to the handle; NULL if index is past the end.
 */
const char *telnyx_strings_at(const telnyx_strings *strings, size_t index);

/**
 * Frees strings.
 */
void telnyx_strings_free(telnyx_strings *strings);

/**
 * The version of the loaded library, such as "0.1.0". It may be later than TELNYX_OAUTH_VERSION_STRING, the version of
 * the header that the program was compiled with.
 *
 * Returns a static string; never NULL.
 */
const char *telnyx_version(void);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#include "telnyx_oauth_members.h"

#endif  /* TELNYX_OAUTH_H */
