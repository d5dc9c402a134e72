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
