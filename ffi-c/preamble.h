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
