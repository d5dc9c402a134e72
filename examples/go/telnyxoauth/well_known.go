package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

// ResourceMetadataURL returns the URL of a resource's metadata document: /.well-known/oauth-protected-resource inserted
// between host and path (https://www.rfc-editor.org/rfc/rfc9728#section-3.1). No request is sent.
//
// The resource is an absolute https URL, or http on a loopback host. The error is a [KindInvalidArgument] if the
// resource is not an absolute http(s) URL, has a fragment or userinfo, or is a metadata URL. It is a [KindInsecureURL]
// for http to any other host.
func ResourceMetadataURL(resource string) (string, error) {
	input, err := toC("resource", resource)
	if err != nil {
		return "", err
	}
	defer free(input)
	var found *C.telnyx_string
	var failure *C.telnyx_error
	if C.telnyx_resource_metadata_url(input, &found, &failure) != C.TELNYX_STATUS_OK {
		return "", takeError(failure)
	}
	defer C.telnyx_string_free(found)
	return C.GoString(C.telnyx_string_text(found)), nil
}

// AuthorizationServerMetadataURLs returns the well-known URLs of an issuer, in the order of the requests. RFC 8414's
// URL comes first. Next is OpenID Connect's URL, with the well-known path before the issuer's path. If the issuer has a
// path, the last URL has the well-known path after the issuer's path
// (https://www.rfc-editor.org/rfc/rfc8414#section-3.1 and section 5). No request is sent.
//
// The issuer is an absolute https URL without a query, or http on a loopback host. The errors are those of
// [ResourceMetadataURL].
func AuthorizationServerMetadataURLs(issuer string) ([]string, error) {
	input, err := toC("issuer", issuer)
	if err != nil {
		return nil, err
	}
	defer free(input)
	var found *C.telnyx_strings
	var failure *C.telnyx_error
	if C.telnyx_authorization_server_metadata_urls(input, &found, &failure) != C.TELNYX_STATUS_OK {
		return nil, takeError(failure)
	}
	defer C.telnyx_strings_free(found)
	return fromC(C.telnyx_strings_count(found), func(i C.size_t) *C.char {
		return C.telnyx_strings_at(found, i)
	}), nil
}
