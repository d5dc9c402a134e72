package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import (
	"context"
	"fmt"
	"time"
)

// Error is the failure of a call.
type Error struct {
	// Kind is the kind of the error, for programs.
	Kind Kind
	// Message gives the expected and the actual value, for people. Text from the network is escaped and truncated, so
	// that the message is safe to print and to log.
	Message string
	// URL is the URL of the failed request, or the caller's invalid URL; otherwise empty.
	URL string
	// HTTPStatus is the HTTP status; 0 if no response was received.
	HTTPStatus int
	// OAuthError is the code of a [KindOAuthError], such as "invalid_request", exactly as received
	// (https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
	OAuthError string
	// Description is the OAuth error's error_description, exactly as received. Escape the text before you print it.
	// Empty if absent.
	Description string
	// RetryAfter is the wait that the server requested with Retry-After
	// (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3); negative if absent.
	RetryAfter time.Duration
	// Causes are the messages of the underlying errors, from the outermost to the root cause, for logs. They are escaped
	// like the message.
	Causes []string
	// Attempts are the requests of the call, sent or answered from the cache, in order.
	Attempts []Attempt
}

// Error returns the message.
func (e *Error) Error() string {
	return e.Message
}

// Is reports true for context.Canceled if the kind is [KindCancelled], and for context.DeadlineExceeded if the kind is
// [KindTimeout].
func (e *Error) Is(target error) bool {
	switch e.Kind {
	case KindCancelled:
		return target == context.Canceled
	case KindTimeout:
		return target == context.DeadlineExceeded
	}
	return false
}

// Timeout reports whether a deadline passed, like the errors of the package net.
func (e *Error) Timeout() bool {
	return e.Kind == KindTimeout
}

// invalidArgument returns the error for input that cannot be passed to the library.
func invalidArgument(format string, values ...any) *Error {
	return &Error{Kind: KindInvalidArgument, Message: fmt.Sprintf(format, values...), RetryAfter: -1}
}

// takeError copies an error and frees the original.
func takeError(handle *C.telnyx_error) *Error {
	defer C.telnyx_error_free(handle)
	return copyError(handle)
}

func copyError(handle *C.telnyx_error) *Error {
	retryAfter := time.Duration(-1)
	if seconds := C.telnyx_error_retry_after(handle); seconds >= 0 {
		retryAfter = time.Duration(seconds) * time.Second
	}
	return &Error{
		Kind:        Kind(C.GoString(C.telnyx_status_str(C.telnyx_error_kind(handle)))),
		Message:     C.GoString(C.telnyx_error_message(handle)),
		URL:         C.GoString(C.telnyx_error_url(handle)),
		HTTPStatus:  int(C.telnyx_error_http_status(handle)),
		OAuthError:  C.GoString(C.telnyx_error_error(handle)),
		Description: C.GoString(C.telnyx_error_error_description(handle)),
		RetryAfter:  retryAfter,
		Causes: fromC(C.telnyx_error_causes_count(handle), func(i C.size_t) *C.char {
			return C.telnyx_error_causes_at(handle, i)
		}),
		Attempts: attempts(C.telnyx_error_attempts_count(handle), func(i C.size_t) *C.telnyx_attempt {
			return C.telnyx_error_attempts_at(handle, i)
		}),
	}
}
