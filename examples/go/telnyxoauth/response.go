package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import (
	"math"
	"time"
	"unsafe"
)

// Response is a response from your own HTTP client, for [JudgeResourceMetadata] or [JudgeAuthorizationServerMetadata].
//
// Your HTTP client is then responsible for these protections: require https, follow redirects on the same origin only,
// limit time and size, and refuse content codings.
type Response struct {
	// Status is the HTTP status, 100 to 599.
	Status int
	// Body is the whole body.
	Body []byte
	// ContentType is the value of the Content-Type header field; empty if absent.
	ContentType string
	// URL is the URL of the response, after redirects. Default: the first well-known URL of the document.
	URL string
	// ReceivedAt is the time of receipt. Required to verify a signed_metadata with exp or nbf. Zero: unknown.
	ReceivedAt time.Time
}

// toC returns a response of C that the caller must free.
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

// judge runs work with the arguments converted to C.
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
