package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import "time"

// Purpose is the purpose of a request.
type Purpose string

const (
	// PurposeProbe is a request to the resource, to get its challenge.
	PurposeProbe Purpose = "probe"
	// PurposeResourceMetadata is a request for a resource's document.
	PurposeResourceMetadata Purpose = "resource_metadata"
	// PurposeAuthorizationServerMetadata is a request for an authorization server's document.
	PurposeAuthorizationServerMetadata Purpose = "authorization_server_metadata"
)

// Outcome is the outcome of an attempt: [OutcomeOK], [OutcomeAbsent], or the [Kind] of the error.
type Outcome string

const (
	// OutcomeOK means that the response was used.
	OutcomeOK Outcome = "ok"
	// OutcomeAbsent means that the URL has no document. The next candidate URL was requested.
	OutcomeAbsent Outcome = "absent"
)

// Attempt is one request of a call, sent or answered from the cache. Each retry is a separate attempt. A redirect
// belongs to the attempt whose request it answers.
type Attempt struct {
	Purpose Purpose
	// URL is the requested URL.
	URL string
	// Status is the HTTP status; 0 if no response was received.
	Status  int
	Outcome Outcome
	// Elapsed is the time from the start of the request to the end of the response, in whole milliseconds.
	Elapsed time.Duration
	// FromCache is true if the document is from the cache: without a request, or after the server confirmed the
	// document with the status 304.
	FromCache bool
}

func attempts(count C.size_t, at func(C.size_t) *C.telnyx_attempt) []Attempt {
	list := make([]Attempt, count)
	for i := range list {
		handle := at(C.size_t(i))
		list[i] = Attempt{
			Purpose:   Purpose(C.GoString(C.telnyx_purpose_str(C.telnyx_attempt_purpose(handle)))),
			URL:       C.GoString(C.telnyx_attempt_url(handle)),
			Status:    int(C.telnyx_attempt_status(handle)),
			Outcome:   Outcome(C.GoString(C.telnyx_outcome_str(C.telnyx_attempt_outcome(handle)))),
			Elapsed:   time.Duration(C.telnyx_attempt_elapsed_ms(handle)) * time.Millisecond,
			FromCache: bool(C.telnyx_attempt_from_cache(handle)),
		}
	}
	return list
}
