package telnyxoauth

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// fill sets every field of document that has a tag to the member of exactly that name in text, which the library has
// written, and returns the members that have no field. (To encoding/json alone, "Issuer" would be issuer, and could take
// its place.)
func fill(document any, text string) (map[string]json.RawMessage, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal([]byte(text), &members); err != nil {
		return nil, unreadable(text, err)
	}
	fields := reflect.ValueOf(document).Elem()
	for i := 0; i < fields.NumField(); i++ {
		name := fields.Type().Field(i).Tag.Get("member")
		if member, ok := members[name]; ok && name != "" {
			if err := json.Unmarshal(member, fields.Field(i).Addr().Interface()); err != nil {
				return nil, unreadable(text, err)
			}
			delete(members, name)
		}
	}
	return members, nil
}

func unreadable(text string, err error) *Error {
	message := fmt.Sprintf("the library wrote %.80q, which is not what was expected: %v", text, err)
	return &Error{Kind: KindInternal, Message: message, RetryAfter: -1}
}
