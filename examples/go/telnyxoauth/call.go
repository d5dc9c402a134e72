package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import (
	"context"
	"time"
)

// longestCall is the longest timeout that the library accepts.
const longestCall = 24 * time.Hour

// during runs work, a blocking call of the library, with the deadline and the cancellation of ctx.
func (c *Client) during(ctx context.Context, work func(*C.telnyx_client, *C.telnyx_call)) error {
	if err := ctx.Err(); err != nil {
		return endedBefore(err)
	}
	handle, err := c.acquire()
	if err != nil {
		return err
	}
	defer c.release()
	call := C.telnyx_call_new()
	defer C.telnyx_call_free(call)
	if deadline, ok := ctx.Deadline(); ok {
		left := time.Until(deadline)
		if left <= 0 {
			return endedBefore(context.DeadlineExceeded)
		}
		if left > longestCall {
			left = longestCall
		}
		if c.timeout == 0 || left < c.timeout {
			C.telnyx_call_set_timeout_ms(call, milliseconds(left))
		}
	}
	defer cancelWith(ctx, call)()
	work(handle, call)
	return nil
}

// endedBefore returns the error of a call whose context ended before the call started.
func endedBefore(reason error) *Error {
	if reason == context.DeadlineExceeded {
		return &Error{Kind: KindTimeout, Message: "the context's deadline had passed before the call", RetryAfter: -1}
	}
	return &Error{Kind: KindCancelled, Message: "the context was cancelled before the call", RetryAfter: -1}
}

// cancelWith cancels call when ctx is cancelled. stop ends the goroutine that watches ctx, and waits for it.
//
// The deadline of ctx does not cancel call. The deadline is the timeout of call instead, so that the error is a timeout
// and a discovery returns its partial result.
func cancelWith(ctx context.Context, call *C.telnyx_call) (stop func()) {
	if ctx.Done() == nil {
		return func() {}
	}
	token := C.telnyx_cancel_token_new()
	C.telnyx_call_set_cancel_token(call, token)
	ended := make(chan struct{})
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		select {
		case <-ctx.Done():
			if ctx.Err() != context.DeadlineExceeded {
				C.telnyx_cancel_token_cancel(token)
			}
		case <-ended:
		}
	}()
	return func() {
		close(ended)
		<-watched
		C.telnyx_cancel_token_free(token)
	}
}
