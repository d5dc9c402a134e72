package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import (
	"runtime"
	"sync"
	"time"
)

// Client has options, connections that are kept, and a cache. Any number of goroutines may use one at the same time.
type Client struct {
	timeout time.Duration

	mutex  sync.Mutex
	handle *C.telnyx_client
	// calls are those under way; the last one frees a client that was closed meanwhile.
	calls  int
	closed bool
}

// NewClient makes a client. The environment is read now, the system's CA store when a TLS handshake first needs it.
//
// The error is a [KindInvalidArgument] for an option or a proxy variable that cannot be used, which it names; a
// [KindInternal] where the system has no file descriptors left.
func NewClient(options ...Option) (*Client, error) {
	settings, err := newSettings(options)
	if err != nil {
		return nil, err
	}
	defer settings.free()
	client := &Client{timeout: settings.timeout}
	var failure *C.telnyx_error
	if C.telnyx_client_new(settings.handle, &client.handle, &failure) != C.TELNYX_STATUS_OK {
		return nil, takeError(failure)
	}
	runtime.SetFinalizer(client, (*Client).Close)
	return client, nil
}

// Close lets go of the client's connections and its cache, which the garbage collector would do too, at some time.
// Calls that are under way go on to their end; later ones fail with a [KindInvalidArgument]. Closing twice does
// nothing.
func (c *Client) Close() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.closed = true
	c.freeIfUnused()
}

// acquire returns the handle, which stays until release.
func (c *Client) acquire() (*C.telnyx_client, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.closed {
		return nil, invalidArgument("the client must be one that is not closed")
	}
	c.calls++
	return c.handle, nil
}

func (c *Client) release() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.calls--
	c.freeIfUnused()
}

func (c *Client) freeIfUnused() {
	if c.closed && c.calls == 0 {
		C.telnyx_client_free(c.handle)
		c.handle = nil
		runtime.SetFinalizer(c, nil)
	}
}

var shared struct {
	mutex  sync.Mutex
	client *Client
}

// sharedClient returns the client of the functions that have none, made by the first of them.
func sharedClient() (*Client, error) {
	shared.mutex.Lock()
	defer shared.mutex.Unlock()
	if shared.client == nil {
		client, err := NewClient()
		if err != nil {
			return nil, err
		}
		shared.client = client
	}
	return shared.client, nil
}
