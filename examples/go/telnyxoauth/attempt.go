package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import "time"

// Purpose is what a request was for.
type Purpose string

const (
	// PurposeProbe is a request for the resource itself, for its challenge.
	PurposeProbe Purpose = "probe"
	// PurposeResourceMetadata is a request for a resource's document.
	PurposeResourceMetadata Purpose = "resource_metadata"
	// PurposeAuthorizationServerMetadata is a request for an authorization server's document.
	PurposeAuthorizationServerMetadata Purpose = "authorization_server_metadata"
)

// Outcome is what became of a request: [OutcomeOK], [OutcomeAbsent], or the [Kind] of the error that it led to.
type Outcome string

const (
	// OutcomeOK says that the answer was taken.
	OutcomeOK Outcome = "ok"
	// OutcomeAbsent says that there is no document at this URL; the next candidate was asked.
	OutcomeAbsent Outcome = "absent"
)

// Attempt is one request that a call sent, or that the cache spared it. A retry is an attempt of its own; a redirect
// that was followed is part of the attempt that it answered.
type Attempt struct {
	Purpose Purpose
	// URL is the one asked.
	URL string
	// Status is the HTTP status of the answer; 0 where none came.
	Status  int
	Outcome Outcome
	// Elapsed is from the request's start to the end of its answer, in whole milliseconds.
	Elapsed time.Duration
	// FromCache says that the document came from the cache: without a request, or with a status of 304 after the server
	// has confirmed it.
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
