package telnyxoauth

// #cgo pkg-config: telnyx_oauth
// #include <stdlib.h>
// #include <telnyx_oauth.h>
import "C"

import (
	"strings"
	"unsafe"
)

// Telnyx is the default resource and issuer: the origin of [WithBaseURL]; otherwise the origin of the environment
// variable TELNYX_BASE_URL; otherwise https://api.telnyx.com.
const Telnyx = ""

// Version returns the version of the loaded C library, such as "0.1.0".
func Version() string {
	return C.GoString(C.telnyx_version())
}

// toC returns a copy of text that the caller must free. A NUL would end the text in C, so that a NUL is an error that
// names the argument. The library checks everything else.
func toC(argument, text string) (*C.char, error) {
	if at := strings.IndexByte(text, 0); at >= 0 {
		return nil, invalidArgument("%s must not contain a NUL, but has one at byte %d", argument, at)
	}
	return C.CString(text), nil
}

// toCOrNull calls toC. It returns NULL for the empty string.
func toCOrNull(argument, text string) (*C.char, error) {
	if text == "" {
		return nil, nil
	}
	return toC(argument, text)
}

func free(text *C.char) {
	C.free(unsafe.Pointer(text))
}

// toCList copies lines for C. first is NULL if lines is nil. freeLines frees the copies.
func toCList(argument string, lines []string) (first **C.char, freeLines func(), err error) {
	if lines == nil {
		return nil, func() {}, nil
	}
	// The extra element gives an empty list an address.
	list := make([]*C.char, len(lines), len(lines)+1)
	freeLines = func() {
		for _, line := range list {
			free(line)
		}
	}
	for i, line := range lines {
		if list[i], err = toC(argument, line); err != nil {
			freeLines()
			return nil, nil, err
		}
	}
	return &list[:1][0], freeLines, nil
}

// fromC copies count strings of C.
func fromC(count C.size_t, at func(C.size_t) *C.char) []string {
	list := make([]string, count)
	for i := range list {
		list[i] = C.GoString(at(C.size_t(i)))
	}
	return list
}
