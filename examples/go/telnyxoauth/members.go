package telnyxoauth

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// fill sets each tagged field of document to the member of that name in text, the library's JSON. It returns the
// members without a field. encoding/json alone ignores case, so that a member "Issuer" could replace the member
// "issuer".
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
	message := fmt.Sprintf("cannot read the library's JSON %.80q: %v", text, err)
	return &Error{Kind: KindInternal, Message: message, RetryAfter: -1}
}
