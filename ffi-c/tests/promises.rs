//! The contract that opens the header, sentence by sentence, and the tests of each. A sentence that is changed or added
//! fails here until somebody has looked at its tests.

mod common;

use common::{here, read};

/// What a sentence only defines, advises or forbids.
const NOTHING: &[&str] = &[];

/// Each sentence, and `FILE FUNCTION` of its tests.
const PROMISES: &[(&str, &[&str])] = &[
    (
        "CALLS. telnyx_fetch_resource_metadata() gets the document of one resource, \
         telnyx_fetch_authorization_server_metadata() that of one authorization server, and telnyx_discover() all that \
         is needed to ask for a token.",
        &[
            "c/results.c one_server",
            "c/results.c by_the_resources_challenge",
            "c/process.c the_process_shares_a_client",
        ],
    ),
    (
        "Without options they share one client of the process; with options each call makes its own.",
        &["c/process.c the_process_shares_a_client", "c_programs.rs process"],
    ),
    (
        "A program with options and more than one call makes a telnyx_client, which keeps connections and documents, and \
         calls telnyx_client_fetch_resource_metadata() and so on; a telnyx_call gives such a call a timeout and a cancel \
         token of its own.",
        &[
            "c/forks.c with_connections_of_its_own",
            "c/results.c from_the_cache",
            "c/cancel.c a_call_has_a_time_of_its_own",
            "c/cancel.c a_token_stays_cancelled",
        ],
    ),
    (
        "A call returns when it is done. Every call has a deadline.",
        &["c/cancel.c a_call_has_a_time_of_its_own", "c/deadline.c a_call_without_a_time_ends"],
    ),
    (
        "To use your own HTTP client, call telnyx_resource_metadata_url(), \
         telnyx_authorization_server_metadata_urls(), telnyx_parse_challenges(), \
         telnyx_resource_metadata_from_response() and telnyx_authorization_server_metadata_from_response(), which do \
         no I/O.",
        &["c/process.c what_only_thinks_does_no_io", "c_programs.rs vectors"],
    ),
    ("NAMES. A handle is a telnyx_NOUN.", NOTHING),
    (
        "Its functions are telnyx_NOUN_VERB(), and its members are read with telnyx_NOUN_MEMBER().",
        &["c/documents.c with_every_member"],
    ),
    (
        "A list has telnyx_NOUN_MEMBER_count() and telnyx_NOUN_MEMBER_at(), which counts from 0.",
        &["c/documents.c with_every_member"],
    ),
    ("A member may be absent from a document: a string is NULL then.", &["c/documents.c without_members"]),
    (
        "For lists and booleans telnyx_NOUN_has_MEMBER() tells an absent member from an empty or false one.",
        &["c/documents.c without_members", "c/documents.c with_empty_members"],
    ),
    (
        "A member of any name, registered or not, is read with telnyx_NOUN_type(), telnyx_NOUN_string(), \
         telnyx_NOUN_list_at(), telnyx_NOUN_boolean() and telnyx_NOUN_json() by its name, such as TELNYX_MEMBER_ISSUER.",
        &["c/documents.c of_any_name", "c/documents.c of_very_many_names", "c/documents.c with_every_member"],
    ),
    (
        "The URL that a document was found at is telnyx_NOUN_document_url().",
        &["c/documents.c check_resource", "c/documents.c check_server"],
    ),
    (
        "RESULTS. A function that can fail returns a telnyx_status: TELNYX_STATUS_OK, or what went wrong.",
        &["c/errors.c every_kind_was_seen"],
    ),
    (
        "Its result, and the telnyx_error with the details, come through its last two parameters.",
        &["bad_arguments.rs makes"],
    ),
    (
        "Both are set to NULL when the function begins; when it ends, one of them is set.",
        &["c/arguments.h check_made", "c/arguments.h check_refused", "c/check.h fail"],
    ),
    (
        "error_out may be NULL; every other out-parameter must be given.",
        &["bad_arguments.rs every_function_bears_null_and_text_that_is_not_utf8"],
    ),
    (
        "OWNERSHIP. A handle that comes through an out-parameter or from a _new or _clone function belongs to the \
         caller, who frees it with the telnyx_NOUN_free() of its type, once.",
        // The leaks that sanitizers and valgrind look for.
        &["c/documents.c copies_are_equal_and_outlive_what_they_are_of", "c/arguments.h take_back"],
    ),
    ("Freeing NULL does nothing.", &["bad_arguments.rs every_function_bears_null_and_text_that_is_not_utf8"]),
    (
        "A pointer to const that is returned is borrowed: it belongs to the handle that it was read from, lives as \
         long as that, does not move, and is not freed.",
        &["c/ownership.c what_is_borrowed_does_not_move", "c/threads.c documents_errors_and_discoveries"],
    ),
    (
        "A function keeps none of its arguments: after it has returned they may be freed or changed.",
        &[
            "c/ownership.c options_keep_no_argument",
            "c/ownership.c calls_keep_no_argument",
            "c/ownership.c responses_keep_no_argument",
            "c/cancel.c a_token_may_be_freed_amid_its_call",
        ],
    ),
    (
        "STRINGS. A string that goes in ends with NUL and is UTF-8; text that is not UTF-8 is \
         TELNYX_STATUS_INVALID_ARGUMENT, and the error names the argument or the option; a function without a status \
         finds nothing by such text.",
        &["bad_arguments.rs every_function_bears_null_and_text_that_is_not_utf8"],
    ),
    (
        "A string that comes out ends with NUL, is UTF-8, and is borrowed.",
        &["c/documents.c bytes_that_are_not_utf8_are_refused", "c/documents.c with_every_member"],
    ),
    (
        "Strings of a document are exactly as the server sent them, so escape them before you print them.",
        &["c/documents.c with_every_member", "c/errors.c what_a_server_causes"],
    ),
    (
        "A document with a NUL inside a string is refused; in the text of an OAuth error U+FFFD replaces it.",
        &["c/documents.c a_nul_in_a_string_is_refused", "c/errors.c dues", "../src/copies.rs a_nul_inside_is_replaced"],
    ),
    (
        "Messages, causes and reasons are escaped and cut: they may be printed and logged.",
        &[
            "c/errors.c check_error",
            "../../core/src/protocol/errors/error.rs causes_are_told_from_the_nearest_to_the_root",
        ],
    ),
    ("Functions named _str return static strings, which live as long as the program.", &["c/results.c numbers"]),
    (
        "NULL. NULL for a required argument is TELNYX_STATUS_INVALID_ARGUMENT, and the error names the argument or \
         the option.",
        &["bad_arguments.rs every_function_bears_null_and_text_that_is_not_utf8"],
    ),
    (
        "The description of an argument that may be NULL says what that means.",
        &["bad_arguments.rs is_optional", "c/results.c without_a_challenge"],
    ),
    (
        "Reading a member of a NULL handle returns NULL, 0 or false, unless the function says something else; and so does \
         an index past the end.",
        &["bad_arguments.rs reads"],
    ),
    ("A pointer that is neither NULL nor what the function asks for is undefined behaviour.", NOTHING),
    (
        "NUMBERS. telnyx_status, telnyx_member_type, TELNYX_BOOLEAN_*, TELNYX_WARNING_*, TELNYX_PURPOSE_*, \
         TELNYX_OUTCOME_*, TELNYX_SIGNATURE_* and TELNYX_RESOURCE_MATCH_* are int32_t, and later versions may add values: have a default case.",
        &["c/results.c numbers"],
    ),
    (
        "Times are milliseconds where the name ends in _ms, and else seconds.",
        &["c/cancel.c a_call_has_a_time_of_its_own"],
    ),
    (
        "A number outside the range that its function states is TELNYX_STATUS_INVALID_ARGUMENT where it is used, and the \
         error names the option and its range.",
        &["bad_arguments.rs out_of_range", "bad_arguments.rs response_new", "c/cancel.c a_call_has_a_time_of_its_own"],
    ),
    (
        "THREADS. Any number of threads may call with one telnyx_client, and read one document, error or discovery, at \
         the same time.",
        &["c/threads.c calls_of_one_client", "c/threads.c documents_errors_and_discoveries"],
    ),
    (
        "A telnyx_cancel_token may be used from any thread at any time.",
        &["c/cancel.c by_a_thread_in_sigwait", "c/cancel.c one_token_ends_many_calls"],
    ),
    (
        "telnyx_options, telnyx_call and telnyx_response may be used by several calls at the same time, but not be changed \
         meanwhile.",
        &["c/threads.c options_and_responses", "c/threads.c calls_of_one_client"],
    ),
    ("A handle must not be used while it is freed, or after.", NOTHING),
    (
        "No call starts a thread, but for a name look-up: the system's runs on a thread that ends soon after.",
        &["c/process.c no_call_starts_a_thread", "c/loading.c closed_amid_a_look_up"],
    ),
    ("Nothing is kept for a thread that has ended.", &["c/process.c nothing_is_kept_for_a_thread"]),
    ("Do not call from a signal handler.", NOTHING),
    (
        "STACKS. A call needs up to 128 KiB of its thread's stack, also for the most deeply nested document.",
        &["c/stacks.c calls_need_no_more_stack", "c_programs.rs stacks"],
    ),
    (
        "CANCELLATION. pthread_cancel() does not end a thread amid a call: cancellation is disabled for that time, the \
         state is then as before, and the thread ends at its next cancellation point.",
        &[
            "c/cancellation.c a_call_ends_before_its_thread_is_cancelled",
            "c/cancellation.c a_pending_cancellation_waits",
            "c/cancellation.c the_state_is_then_as_before",
        ],
    ),
    ("Calls of threads whose cancellation type is PTHREAD_CANCEL_ASYNCHRONOUS are undefined behaviour.", NOTHING),
    (
        "FORK. A child may use, and free, what its parent has made before the fork, clients and their cache too, while \
         the parent goes on with it: neither disturbs the other, whatever other threads of the parent were doing.",
        &[
            "c/forks.c before_any_call",
            "c/forks.c between_calls",
            "c/forks.c freed_in_the_child",
            "c/forks.c during_the_calls_of_other_threads",
            "c/forks.c while_other_threads_read",
            "c/forks.c with_the_cache",
            "c/forks.c with_the_shared_client",
        ],
    ),
    ("A child makes connections of its own.", &["c/forks.c with_connections_of_its_own", "c_programs.rs forks"]),
    (
        "A call that another thread of the parent made before the fork does not go on in the child.",
        &["c/forks.c amid_a_call_of_another_thread", "c_programs.rs forks"],
    ),
    (
        "SIGNALS. A peer that closes its connection raises no SIGPIPE in the program: a thread that sends has the signal \
         blocked for that time, and its mask and what was pending are then as before.",
        &[
            "c/signals.c a_peer_that_resets_ends_nobody",
            "c/signals.c nor_does_it_in_threads",
            "c/signals.c a_handler_of_sigpipe_is_not_called",
            "c/signals.c what_was_blocked_and_pending_stays_so",
        ],
    ),
    (
        "No handler is installed, and no other signal blocked; the thread of a name look-up runs no handler of the program.",
        &[
            "c/signals.c no_handler_is_installed",
            "c/signals.c no_other_signal_is_blocked",
            "c/loading.c no_signal_is_handled_by_a_look_up",
        ],
    ),
    (
        "A handler that runs during a call does not end it: use a telnyx_cancel_token for that.",
        &["c/signals.c a_handler_that_runs_does_not_end_a_call", "c/cancel.c by_a_thread_with_a_signalfd"],
    ),
    ("THE PROCESS. The library needs no set-up and no tear-down.", NOTHING),
    (
        "The library installs no logger, allocator, or handler, and prints nothing unless it has a bug or memory runs \
         out (below).",
        &[
            "symbols.rs the_library_exports_the_committed_list",
            "c/signals.c no_handler_is_installed",
            "common/mod.rs check",
        ],
    ),
    (
        "The shared library stays loaded after a dlclose(), for a name look-up that may be under way.",
        &["c/loading.c it_stays_loaded", "c/loading.c closed_amid_a_look_up"],
    ),
    (
        "A process that may start no thread can call by address; a call that needs a name look-up then fails with \
         TELNYX_STATUS_TRANSPORT.",
        &["c/limits.c only_a_look_up_needs_a_thread"],
    ),
    (
        "ENVIRONMENT. Variables are read when a client is built, also the one that the process shares, and never written.",
        &["c/process.c the_environment_is_read_when_a_client_is_built_and_never_written"],
    ),
    ("The system's name look-ups may read some too.", NOTHING),
    (
        "setenv(), putenv() and unsetenv() in another thread at that time are a data race of the C library, and may crash \
         the process: telnyx_options_set_ignore_environment() reads no variable.",
        &["c/process.c nothing_is_read_of_an_environment_that_is_ignored"],
    ),
    (
        "EXIT. Destructors of thread-specific values, handlers of atexit() and destructors of the program may call too.",
        &["c/endings.c a_key_is_destroyed", "c/endings.c an_exit_handler_runs", "c/endings.c the_program_is_unloaded"],
    ),
    ("The call has its result, or an error that says that its thread is at its end.", &["c/endings.c must_be_clear"]),
    (
        "BUGS. A bug in the library that it notices does not end the program: the call fails with TELNYX_STATUS_INTERNAL \
         and the bug's message, and nothing unwinds into the caller.",
        &["c/panics.c a_panic_is_an_error"],
    ),
    ("A line about it goes to standard error.", &["c_programs.rs panics"]),
    ("The client is still usable.", &["c/panics.c the_client_is_still_usable"]),
    (
        "MEMORY. The process aborts if memory runs out, with a line on standard error.",
        &["c/memory.c memory_that_runs_out_aborts_the_process"],
    ),
    (
        "The memory that a server can make a call hold is bounded: the body of each document \
         (telnyx_options_set_max_body_bytes()), all bodies of a discovery (telnyx_options_set_max_total_bytes()) and \
         its authorization servers (64), a response's header (64 KB, 256 fields), and the cache of a client (8 MiB).",
        &[
            "c/errors.c over_http",
            "c/errors.c the_bodies_of_a_discovery_are_bounded",
            "../../core/tests/discover.rs of_many_servers_64_are_asked_a_few_at_a_time",
            "../../core/tests/limits.rs a_body_of_a_gigabyte_that_is_not_declared",
            "../../core/tests/limits.rs a_header_of_300_kilobytes",
            "../../core/tests/cache.rs no_more_than_8_mib_are_kept",
        ],
    ),
    ("Input from the caller is not bounded, but for URLs (32 KiB).", &["c/errors.c a_url_that_is_too_long"]),
    (
        "VERSIONS. TELNYX_OAUTH_VERSION_* is the version of this header, telnyx_version() that of the library that was \
         loaded.",
        &["c_programs.rs version"],
    ),
    (
        "TELNYX_OAUTH_ABI is the number of the ABI, with which the SONAME ends.",
        &["symbols.rs the_library_has_its_soname_and_stays_loaded"],
    ),
    (
        "While it stays, functions, constants and what is said here are added to and never taken away or changed, so \
         a program runs with every later library of the same number.",
        &[
            "abi.rs no_function_was_changed_or_taken_away",
            "symbols.rs the_library_exports_the_committed_list",
            "symbols.rs the_numbers_are_the_committed_ones",
        ],
    ),
    ("No number of a constant is used again for something else.", &["symbols.rs the_numbers_are_the_committed_ones"]),
];

/// The text of a C comment on one line.
fn text(comment: &str) -> String {
    let lines = comment.lines().map(|line| line.trim().trim_start_matches('*').trim());
    lines.filter(|line| !line.is_empty() && *line != "/").collect::<Vec<_>>().join(" ")
}

#[test]
fn every_sentence_of_the_contract_has_its_tests() {
    let preamble = text(&read("preamble.h"));
    let mut rest = &preamble[preamble.find("CALLS.").unwrap()..];
    for (sentence, tests) in PROMISES {
        assert!(rest.starts_with(sentence), "the preamble says: {rest:.200}\nand not: {sentence}");
        rest = rest[sentence.len()..].trim_start();
        for test in *tests {
            let (file, function) = test.split_once(' ').unwrap();
            let code =
                std::fs::read_to_string(here("tests").join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            let names = [format!(" {function}("), format!("*{function}("), format!(" {function}[")];
            let found = names.iter().any(|name| code.contains(name));
            assert!(found, "{file} has no {function}");
        }
    }
    assert_eq!(rest, "", "nothing is said of the tests of this");
}
