package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import (
	"math"
	"time"
	"unsafe"
)

// Response is one that was fetched with an HTTP stack of the caller's own. That stack is then responsible for what this
// package does otherwise: https, redirects on the same origin only, limits of time and size, no content coding.
type Response struct {
	// Status is the HTTP status, 100 to 599.
	Status int
	// Body is the whole body.
	Body []byte
	// ContentType is the Content-Type header field; empty where there was none.
	ContentType string
	// URL is the one that the response came from, after redirects. Empty: where the document is looked for first.
	URL string
	// ReceivedAt is when the response was received, for a signed_metadata that is valid for a time. Zero: not known.
	ReceivedAt time.Time
}

// toC makes a response that has to be freed.
func (r Response) toC() (*C.telnyx_response, error) {
	if r.Status < 0 || r.Status > math.MaxUint16 {
		return nil, invalidArgument("the response's status must be from 100 to 599, not %d", r.Status)
	}
	url, err := toCOrNull("the response's URL", r.URL)
	if err != nil {
		return nil, err
	}
	defer free(url)
	contentType, err := toCOrNull("the response's content type", r.ContentType)
	if err != nil {
		return nil, err
	}
	defer free(contentType)
	var body unsafe.Pointer
	if len(r.Body) > 0 {
		body = unsafe.Pointer(&r.Body[0])
	}
	response := C.telnyx_response_new(C.uint16_t(r.Status), body, C.size_t(len(r.Body)))
	if url != nil {
		C.telnyx_response_set_url(response, url)
	}
	if contentType != nil {
		C.telnyx_response_set_content_type(response, contentType)
	}
	if !r.ReceivedAt.IsZero() {
		C.telnyx_response_set_received_at(response, C.int64_t(r.ReceivedAt.Unix()))
	}
	return response, nil
}

// judge runs work with what a judgement needs in C.
func judge(
	argument, identifier string, response Response, options []Option,
	work func(*C.char, *C.telnyx_response, *C.telnyx_options) error,
) error {
	input, err := toC(argument, identifier)
	if err != nil {
		return err
	}
	defer free(input)
	handle, err := response.toC()
	if err != nil {
		return err
	}
	defer C.telnyx_response_free(handle)
	settings, err := newSettings(options)
	if err != nil {
		return err
	}
	defer settings.free()
	return work(input, handle, settings.handle)
}
