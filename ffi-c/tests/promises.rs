//! Lists each sentence of the header's preamble with its tests. After a change of the preamble, this test fails until
//! the list is updated.

mod common;

use common::{here, read};

/// For a sentence that only defines, advises or forbids something.
const NOTHING: &[&str] = &[];

/// Each sentence, and its tests as `FILE FUNCTION`.
const PROMISES: &[(&str, &[&str])] = &[
    (
        "CALLS. telnyx_fetch_resource_metadata() fetches the metadata document of one resource.",
        &["c/process.c calls_without_options_share_one_client"],
    ),
    (
        "telnyx_fetch_authorization_server_metadata() fetches the document of one authorization server.",
        &["c/results.c a_server_document_is_fetched"],
    ),
    (
        "telnyx_discover() fetches everything that a program needs to request a token.",
        &["c/results.c the_resource_sends_a_challenge"],
    ),
    (
        "telnyx_vet() returns the addresses to which a program may connect for an endpoint of a document.",
        &["c/vet.c an_endpoint_has_the_allowed_addresses"],
    ),
    (
        "Calls without options share one client of the process.",
        &["c/process.c calls_without_options_share_one_client", "c_programs.rs process"],
    ),
    (
        "A call with options makes its own client.",
        &["c/process.c calls_without_options_share_one_client", "c_programs.rs process"],
    ),
    (
        "A program that makes several calls with the same options should make a telnyx_client, which keeps \
         connections and documents.",
        &["c/forks.c the_child_makes_its_own_connections", "c/results.c a_client_caches_documents"],
    ),
    (
        "Its calls are telnyx_client_fetch_resource_metadata(), telnyx_client_fetch_authorization_server_metadata(), \
         telnyx_client_discover() and telnyx_client_vet().",
        &["c/cancel.c a_token_stays_cancelled", "c/threads.c calls_share_one_client"],
    ),
    (
        "A telnyx_call gives such a call its own timeout and cancel token.",
        &["c/cancel.c a_call_has_its_own_timeout", "c/cancel.c a_token_stays_cancelled"],
    ),
    (
        "A call blocks until it is done. Every call has a deadline.",
        &["c/cancel.c a_call_has_its_own_timeout", "c/deadline.c a_call_without_a_timeout_ends"],
    ),
    (
        "To use your own HTTP client, call telnyx_resource_metadata_url(), \
         telnyx_authorization_server_metadata_urls(), telnyx_parse_challenges(), \
         telnyx_resource_metadata_from_response() and telnyx_authorization_server_metadata_from_response().",
        &["c_programs.rs vectors"],
    ),
    (
        "For a whole discovery over your own HTTP client, make a telnyx_discovery_plan.",
        &["c/plan.c a_discovery_needs_only_responses"],
    ),
    ("These functions and those of a plan do no I/O.", &["c/process.c pure_functions_do_no_io"]),
    ("NAMES. The name of a handle type is telnyx_NOUN. The names of its functions are telnyx_NOUN_VERB().", NOTHING),
    ("telnyx_NOUN_MEMBER() reads a member.", &["c/documents.c full_documents_are_read"]),
    (
        "A list has two functions: telnyx_NOUN_MEMBER_count() returns its length, and telnyx_NOUN_MEMBER_at() \
         returns the item at an index from 0.",
        &["c/documents.c full_documents_are_read"],
    ),
    (
        "If a string is absent from a document, its function returns NULL.",
        &["c/documents.c minimal_documents_are_read"],
    ),
    (
        "For lists and booleans, telnyx_NOUN_has_MEMBER() distinguishes an absent member from an empty or false \
         one.",
        &["c/documents.c minimal_documents_are_read", "c/documents.c empty_members_are_read"],
    ),
    (
        "To read a member of any name, registered or not, pass its name to telnyx_NOUN_type(), \
         telnyx_NOUN_string(), telnyx_NOUN_list_at(), telnyx_NOUN_boolean() or telnyx_NOUN_json().",
        &[
            "c/documents.c members_are_read_by_name",
            "c/documents.c many_members_are_read_by_name",
            "c/documents.c full_documents_are_read",
        ],
    ),
    (
        "The names of the registered members are macros, such as TELNYX_MEMBER_ISSUER.",
        &["c/documents.c members_are_read_by_name"],
    ),
    (
        "telnyx_NOUN_document_url() returns the URL that the document came from.",
        &["c/documents.c check_resource", "c/documents.c check_server"],
    ),
    (
        "RESULTS. A function that can fail returns a telnyx_status: TELNYX_STATUS_OK, or the kind of the error.",
        &["c/errors.c every_kind_was_seen"],
    ),
    (
        "The last two parameters of such a function, unless it is a setter, are out-parameters: the result, and a \
         telnyx_error with the details.",
        &["bad_arguments.rs makes"],
    ),
    (
        "The function sets both to NULL first. It then sets the result if it succeeds, and the error if it fails.",
        &["c/arguments.h check_made", "c/arguments.h check_refused", "c/check.h fail"],
    ),
    (
        "error_out may be NULL. Every other out-parameter is required.",
        &["bad_arguments.rs every_function_handles_null_and_invalid_utf8"],
    ),
    ("A function without a result has only error_out.", &["bad_arguments.rs checks"]),
    (
        "OWNERSHIP. A handle that comes through an out-parameter, or from a function named _new or _clone, belongs \
         to the caller.",
        // Sanitizers and valgrind look for leaks.
        &["c/documents.c clones_are_equal_and_outlive_the_original", "c/arguments.h free_arguments"],
    ),
    (
        "The caller frees it once, with the telnyx_NOUN_free() of its type.",
        &["c/documents.c clones_are_equal_and_outlive_the_original", "c/arguments.h free_arguments"],
    ),
    ("Freeing NULL does nothing.", &["bad_arguments.rs every_function_handles_null_and_invalid_utf8"]),
    (
        "A pointer to const is borrowed instead: it belongs to the handle that it was read from, and the caller \
         does not free it.",
        &["c/ownership.c borrowed_pointers_do_not_move"],
    ),
    (
        "It stays valid and does not move until that handle is freed.",
        &["c/ownership.c borrowed_pointers_do_not_move", "c/threads.c threads_read_shared_handles"],
    ),
    (
        "A function keeps no pointer to its arguments: the caller may free or change them after the function has \
         returned.",
        &[
            "c/ownership.c options_copy_their_arguments",
            "c/ownership.c calls_copy_their_arguments",
            "c/ownership.c responses_copy_their_arguments",
            "c/cancel.c a_token_may_be_freed_during_its_call",
        ],
    ),
    ("STRINGS. A string argument ends with NUL and is UTF-8.", NOTHING),
    (
        "If it is not UTF-8, the function fails with TELNYX_STATUS_INVALID_ARGUMENT, and the error names the \
         argument or the option.",
        &["bad_arguments.rs every_function_handles_null_and_invalid_utf8"],
    ),
    (
        "A function that returns no status treats such text as an unknown name.",
        &["bad_arguments.rs every_function_handles_null_and_invalid_utf8"],
    ),
    (
        "A string that a function returns ends with NUL, is UTF-8, and is borrowed.",
        &["c/documents.c invalid_utf8_is_refused", "c/documents.c full_documents_are_read"],
    ),
    (
        "Strings of a document are exactly as the server sent them: escape them before you print them.",
        &["c/documents.c full_documents_are_read", "c/errors.c servers_cause_errors"],
    ),
    (
        "A document with a NUL inside a string is refused. In the text of an OAuth error, U+FFFD replaces a NUL.",
        &[
            "c/documents.c a_nul_in_a_string_is_refused",
            "c/errors.c expected_errors",
            "../src/copies.rs a_nul_inside_is_replaced",
        ],
    ),
    (
        "Messages, causes and reasons are escaped and truncated: a program may print and log them.",
        &[
            "c/errors.c check_error",
            "../../core/src/protocol/errors/error.rs causes_are_listed_from_the_nearest_to_the_root",
        ],
    ),
    (
        "A function whose name ends in _str returns a static string, which stays valid as long as the program runs.",
        &["c/results.c numbers_have_names"],
    ),
    (
        "NULL. If a required argument is NULL, the function fails with TELNYX_STATUS_INVALID_ARGUMENT, and the \
         error names the argument or the option.",
        &["bad_arguments.rs every_function_handles_null_and_invalid_utf8"],
    ),
    (
        "If an argument may be NULL, its description says what NULL means.",
        &["bad_arguments.rs is_optional", "c/results.c the_caller_says_that_there_is_no_challenge"],
    ),
    (
        "Reading from a NULL handle returns NULL, 0 or false, unless the comment of the function says otherwise.",
        &["bad_arguments.rs reads"],
    ),
    ("Reading past the end of a list returns NULL.", &["bad_arguments.rs reads"]),
    ("Any other pointer must point to what the function requires. Otherwise, the behaviour is undefined.", NOTHING),
    (
        "NUMBERS. telnyx_status, telnyx_member_type, TELNYX_BOOLEAN_*, TELNYX_WARNING_*, TELNYX_PURPOSE_*, \
         TELNYX_OUTCOME_*, TELNYX_SIGNATURE_*, TELNYX_CLIENT_REGISTRATION_* and TELNYX_RESOURCE_MATCH_* are int32_t. Later versions may add \
         values: have a default case.",
        &["c/results.c numbers_have_names"],
    ),
    (
        "A time is in milliseconds if its name ends in _ms, and in seconds otherwise.",
        &["c/cancel.c a_call_has_its_own_timeout"],
    ),
    (
        "If a number is outside the range that the comment of its function states, the call that uses it fails with \
         TELNYX_STATUS_INVALID_ARGUMENT. The error names the option and its range.",
        &["bad_arguments.rs out_of_range", "bad_arguments.rs response_new", "c/cancel.c a_call_has_its_own_timeout"],
    ),
    (
        "THREADS. Any number of threads may make calls with one telnyx_client at the same time.",
        &["c/threads.c calls_share_one_client"],
    ),
    (
        "They may also read one document, error or discovery at the same time.",
        &["c/threads.c threads_read_shared_handles"],
    ),
    (
        "Any thread may use a telnyx_cancel_token at any time.",
        &["c/cancel.c a_thread_in_sigwait_cancels", "c/cancel.c one_token_cancels_many_calls"],
    ),
    (
        "Several calls may use one telnyx_options, telnyx_call or telnyx_response at the same time, but no thread \
         may change it during these calls.",
        &["c/threads.c calls_share_options_and_responses", "c/threads.c calls_share_one_client"],
    ),
    ("Only one thread at a time may use a telnyx_discovery_plan.", &["c/plan.c threads_use_a_plan_in_turn"]),
    ("No thread may use a handle while another thread frees it, or after that.", NOTHING),
    (
        "Calls run on the thread of the caller. Only a name look-up of the system gets its own thread, which \
         ends soon after the look-up.",
        &["c/process.c no_call_starts_a_thread", "c/loading.c the_library_is_closed_during_a_look_up"],
    ),
    ("The library keeps nothing for a thread that has ended.", &["c/process.c nothing_is_kept_for_a_thread"]),
    ("Do not call the library from a signal handler.", NOTHING),
    (
        "STACKS. A call needs up to 128 KiB of stack, even for the most deeply nested document.",
        &["c/stacks.c calls_fit_a_small_stack", "c_programs.rs stacks"],
    ),
    (
        "CANCELLATION. pthread_cancel() does not end a thread during a call: the call disables cancellation, and \
         restores the state before it returns.",
        &[
            "c/cancellation.c a_call_ends_before_its_thread_is_cancelled",
            "c/cancellation.c the_cancellation_state_is_restored",
        ],
    ),
    (
        "The thread ends at its next cancellation point.",
        &[
            "c/cancellation.c a_call_ends_before_its_thread_is_cancelled",
            "c/cancellation.c a_pending_cancellation_waits",
        ],
    ),
    (
        "If the cancellation type of a thread is PTHREAD_CANCEL_ASYNCHRONOUS, the behaviour of its calls is \
         undefined.",
        NOTHING,
    ),
    (
        "FORK. A child process may use and free everything that its parent made before the fork, including clients \
         and their caches.",
        &[
            "c/forks.c the_fork_comes_before_any_call",
            "c/forks.c the_fork_comes_between_calls",
            "c/forks.c the_child_frees_every_handle",
            "c/forks.c the_child_has_the_cache",
            "c/forks.c the_child_has_the_shared_client",
        ],
    ),
    ("The parent may continue to use them.", &["c/forks.c the_fork_comes_between_calls"]),
    (
        "Parent and child do not affect each other. It does not matter what other threads of the parent do during \
         the fork.",
        &["c/forks.c other_threads_make_calls_during_the_fork", "c/forks.c other_threads_read_during_the_fork"],
    ),
    ("The child makes its own connections.", &["c/forks.c the_child_makes_its_own_connections", "c_programs.rs forks"]),
    (
        "A call that another thread of the parent made before the fork does not continue in the child.",
        &["c/forks.c the_child_does_not_continue_another_threads_call", "c_programs.rs forks"],
    ),
    (
        "SIGNALS. If a peer closes its connection, the program receives no SIGPIPE.",
        &[
            "c/signals.c a_reset_does_not_end_the_process",
            "c/signals.c a_reset_does_not_end_a_thread",
            "c/signals.c the_sigpipe_handler_is_not_called",
        ],
    ),
    (
        "A thread that sends blocks SIGPIPE, and then restores its signal mask and its pending signals.",
        &["c/signals.c blocked_and_pending_signals_are_restored"],
    ),
    (
        "The library installs no signal handler and blocks no other signal.",
        &["c/signals.c no_handler_is_installed", "c/signals.c no_other_signal_is_blocked"],
    ),
    (
        "The thread of a name look-up runs no signal handler of the program.",
        &["c/loading.c look_up_threads_block_all_signals"],
    ),
    (
        "A signal handler that runs during a call does not end the call: use a telnyx_cancel_token for that.",
        &["c/signals.c a_signal_handler_does_not_end_a_call", "c/cancel.c a_thread_with_a_signalfd_cancels"],
    ),
    ("THE PROCESS. The library needs no initialization and no cleanup.", NOTHING),
    (
        "It installs no logger, allocator or handler, and prints nothing except the lines described under BUGS and \
         MEMORY.",
        &[
            "symbols.rs the_library_exports_the_committed_list",
            "c/signals.c no_handler_is_installed",
            "common/mod.rs check",
        ],
    ),
    (
        "The shared library stays loaded after dlclose(), because a name look-up may still be running.",
        &["c/loading.c the_library_stays_loaded", "c/loading.c the_library_is_closed_during_a_look_up"],
    ),
    (
        "If a process cannot start threads, calls to IP addresses work, and a call that needs a name look-up fails \
         with TELNYX_STATUS_TRANSPORT.",
        &["c/limits.c only_a_look_up_needs_a_thread"],
    ),
    (
        "ENVIRONMENT. The library reads environment variables when it builds a client, including the client that \
         the process shares. It never writes them.",
        &["c/process.c the_environment_is_read_when_a_client_is_built_and_never_written"],
    ),
    ("The name look-ups of the system may read some, too.", NOTHING),
    (
        "If another thread calls setenv(), putenv() or unsetenv() at that time, there is a data race in the C \
         library, and the process may crash. With telnyx_options_set_ignore_environment(), the library reads no \
         variable.",
        &["c/process.c an_ignored_environment_is_not_read"],
    ),
    (
        "EXIT. Destructors of thread-specific values, atexit() handlers and destructors of the program may make \
         calls, too.",
        &["c/endings.c a_key_is_destroyed", "c/endings.c an_exit_handler_runs", "c/endings.c the_program_is_unloaded"],
    ),
    ("Such a call returns its result, or an error that says that its thread is ending.", &["c/endings.c check_result"]),
    (
        "BUGS. If the library detects a bug in itself, the process continues. The call fails with \
         TELNYX_STATUS_INTERNAL and the message of the bug, and nothing unwinds into the caller.",
        &["c/panics.c a_panic_becomes_an_error"],
    ),
    ("The library prints a line about the bug to standard error.", &["c_programs.rs panics"]),
    ("The client stays usable.", &["c/panics.c the_client_stays_usable"]),
    (
        "MEMORY. If memory runs out, the library prints a line to standard error and aborts the process.",
        &["c/memory.c the_process_aborts_if_memory_runs_out"],
    ),
    (
        "The memory that a server can make a call use is limited. The limits are: the body of each document \
         (telnyx_options_set_max_body_bytes()), all bodies of a discovery (telnyx_options_set_max_total_bytes()) \
         and its authorization servers (64), the header of a response (64 KB, 256 fields), and the cache of a \
         client (8 MiB).",
        &[
            "c/errors.c servers_cause_errors_over_http",
            "c/errors.c the_bodies_of_a_discovery_are_limited",
            "../../core/tests/discover.rs only_64_servers_are_requested_a_few_at_a_time",
            "../../core/tests/limits.rs a_gigabyte_body_without_content_length_is_refused",
            "../../core/tests/limits.rs a_header_section_of_300_kilobytes_is_refused",
            "../../core/tests/cache.rs the_cache_holds_at_most_8_mib",
        ],
    ),
    ("Input from the caller is not limited, except URLs (32 KiB).", &["c/errors.c a_url_that_is_too_long_is_refused"]),
    (
        "VERSIONS. TELNYX_OAUTH_VERSION_* is the version of this header. telnyx_version() returns the version of \
         the loaded library.",
        &["c_programs.rs version"],
    ),
    (
        "TELNYX_OAUTH_ABI is the number of the ABI. The SONAME ends with it.",
        &["symbols.rs the_library_has_its_soname_and_stays_loaded"],
    ),
    (
        "While the number stays the same, later versions may add functions, constants and rules, but they remove \
         and change none.",
        &[
            "abi.rs no_function_is_changed_or_removed",
            "symbols.rs the_library_exports_the_committed_list",
            "symbols.rs the_numbers_are_the_committed_ones",
        ],
    ),
    ("So a program runs with every later library of the same number.", &["abi.rs no_function_is_changed_or_removed"]),
    ("A constant's number is never reused for another meaning.", &["symbols.rs the_numbers_are_the_committed_ones"]),
];

/// Returns the text of a C comment on one line.
fn text(comment: &str) -> String {
    let lines = comment.lines().map(|line| line.trim().trim_start_matches('*').trim());
    lines.filter(|line| !line.is_empty() && *line != "/").collect::<Vec<_>>().join(" ")
}

#[test]
fn every_sentence_of_the_preamble_has_tests() {
    let preamble = text(&read("preamble.h"));
    let mut rest = &preamble[preamble.find("CALLS.").unwrap()..];
    for (sentence, tests) in PROMISES {
        assert!(rest.starts_with(sentence), "preamble.h says: {rest:.200}\nbut this list says: {sentence}");
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
    assert_eq!(rest, "", "this list lacks the tests of these sentences");
}
