package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import (
	"context"
	"fmt"
	"time"
)

// Error says why a call failed.
type Error struct {
	// Kind is what went wrong, for a program.
	Kind Kind
	// Message is what was expected and what came, for a person. Text from the network is escaped and cut in it, so that
	// it is safe to print and to log.
	Message string
	// URL is the one asked, or the caller's input where that was at fault; empty where none is concerned.
	URL string
	// HTTPStatus is the status of the response that led to the error; 0 where there was none.
	HTTPStatus int
	// OAuthError is the code of a [KindOAuthError], such as "invalid_request", exactly as sent
	// (https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
	OAuthError string
	// Description is the OAuth error's error_description, exactly as sent: escape it before you print it. Empty where
	// the server sent none.
	Description string
	// RetryAfter is how long the server asked to wait
	// (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3); negative where it did not ask.
	RetryAfter time.Duration
	// Causes is what layers below said, from the nearest to the first, for a log. Not escaped.
	Causes []string
	// Attempts are the requests that the call sent, or was spared by the cache, in the order asked.
	Attempts []Attempt
}

// Error returns the message.
func (e *Error) Error() string {
	return e.Message
}

// Is makes a [KindCancelled] a context.Canceled, and a [KindTimeout] a context.DeadlineExceeded.
func (e *Error) Is(target error) bool {
	switch e.Kind {
	case KindCancelled:
		return target == context.Canceled
	case KindTimeout:
		return target == context.DeadlineExceeded
	}
	return false
}

// Timeout tells whether a deadline has passed, as the errors of the package net do.
func (e *Error) Timeout() bool {
	return e.Kind == KindTimeout
}

// invalidArgument is for input that cannot be handed to the library.
func invalidArgument(format string, values ...any) *Error {
	return &Error{Kind: KindInvalidArgument, Message: fmt.Sprintf(format, values...), RetryAfter: -1}
}

// takeError copies and frees an error.
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
