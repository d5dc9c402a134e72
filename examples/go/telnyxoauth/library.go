package telnyxoauth

// #cgo pkg-config: telnyx_oauth
// #include <stdlib.h>
// #include <telnyx_oauth.h>
import "C"

import (
	"strings"
	"unsafe"
)

// Telnyx stands in the place of a resource or an issuer for https://api.telnyx.com, or the origin of the environment
// variable TELNYX_BASE_URL, or that of [WithBaseURL].
const Telnyx = ""

// Version returns the version of the C library that is loaded, such as "0.1.0".
func Version() string {
	return C.GoString(C.telnyx_version())
}

// toC returns a copy of text that has to be freed. A NUL, which C would take for the end, is an error that names the
// argument; everything else is for the library to judge.
func toC(argument, text string) (*C.char, error) {
	if at := strings.IndexByte(text, 0); at >= 0 {
		return nil, invalidArgument("%s must have no NUL, not one at byte %d", argument, at)
	}
	return C.CString(text), nil
}

// toCOrNull is toC, but NULL for the empty string.
func toCOrNull(argument, text string) (*C.char, error) {
	if text == "" {
		return nil, nil
	}
	return toC(argument, text)
}

func free(text *C.char) {
	C.free(unsafe.Pointer(text))
}

// toCList copies lines for C, which sees NULL where lines is nil. free frees the copies.
func toCList(argument string, lines []string) (first **C.char, freeLines func(), err error) {
	if lines == nil {
		return nil, func() {}, nil
	}
	// One element more, so that there is an address where there are no lines.
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

// fromC copies count strings.
func fromC(count C.size_t, at func(C.size_t) *C.char) []string {
	list := make([]string, count)
	for i := range list {
		list[i] = C.GoString(at(C.size_t(i)))
	}
	return list
}
