package telnyxoauth

// #include <telnyx_oauth.h>
import "C"

import (
	"runtime"
	"sync"
	"time"
)

// Client is a client with its own options, kept-alive connections and cache. Goroutines may share a client.
type Client struct {
	timeout time.Duration

	mutex  sync.Mutex
	handle *C.telnyx_client
	// calls counts the running calls. After Close, the last running call frees the handle.
	calls  int
	closed bool
}

// NewClient builds a client. It reads the environment now. The client reads the system's CA store at the first TLS
// handshake.
//
// The error is a [KindInvalidArgument] for an invalid option or proxy variable; the message names it. The error is a
// [KindInternal] if the process has no file descriptors left.
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

// Close frees the client's connections and cache. Without Close, the garbage collector frees them later.
//
// Running calls continue. Later calls fail with a [KindInvalidArgument]. A second Close does nothing.
func (c *Client) Close() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.closed = true
	c.freeIfUnused()
}

// acquire returns the handle. The handle stays valid until release.
func (c *Client) acquire() (*C.telnyx_client, error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.closed {
		return nil, invalidArgument("the client must not be closed")
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

// sharedClient returns the client of the package-level functions. The first call builds it.
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
