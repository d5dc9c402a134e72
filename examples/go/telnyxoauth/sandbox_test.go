package telnyxoauth_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telnyx-oauth/telnyxoauth"
)

// long is a deadline that no test reaches.
const long = 20 * time.Second

// sandbox is a sandbox in its own process.
type sandbox struct {
	HTTP   string `json:"http"`
	HTTPS  string `json:"https"`
	CAFile string `json:"ca_file"`
}

func startSandbox(t *testing.T) *sandbox {
	t.Helper()
	name := os.Getenv("TELNYX_OAUTH_COMMAND")
	if name == "" {
		t.Fatal("TELNYX_OAUTH_COMMAND must name the command telnyx-oauth; run examples/go/test, which sets it")
	}
	command := exec.Command(name, "sandbox", "--json")
	output, err := command.StdoutPipe()
	must(t, err)
	must(t, command.Start())
	t.Cleanup(func() {
		must(t, command.Process.Signal(os.Interrupt))
		_ = command.Wait()
	})
	line, err := bufio.NewReader(output).ReadBytes('\n')
	must(t, err)
	var place sandbox
	must(t, json.Unmarshal(line, &place))
	return &place
}

// port returns the HTTPS port.
func (s *sandbox) port() string {
	return s.HTTPS[strings.LastIndex(s.HTTPS, ":")+1:]
}

// play sends a scenario to the sandbox, in the format of a scenario file.
func (s *sandbox) play(t *testing.T, scenario []byte) {
	t.Helper()
	response, err := http.Post(s.HTTP+"/.sandbox/scenario", "application/json", bytes.NewReader(scenario))
	must(t, err)
	defer response.Body.Close()
	if response.StatusCode != http.StatusNoContent {
		t.Fatalf("the sandbox refused the scenario: %s", response.Status)
	}
}

type request struct {
	Target  string      `json:"target"`
	Headers [][2]string `json:"headers"`
}

// requests returns the requests that the sandbox has received.
func (s *sandbox) requests(t *testing.T) (list []request) {
	t.Helper()
	response, err := http.Get(s.HTTP + "/.sandbox/requests")
	must(t, err)
	defer response.Body.Close()
	must(t, json.NewDecoder(response.Body).Decode(&list))
	return list
}

// client returns a client that trusts the sandbox's CA.
func (s *sandbox) client(t *testing.T, options ...telnyxoauth.Option) *telnyxoauth.Client {
	t.Helper()
	common := []telnyxoauth.Option{
		telnyxoauth.WithCAFile(s.CAFile), telnyxoauth.WithMaxRetries(0), telnyxoauth.WithProxy(""),
	}
	client, err := telnyxoauth.NewClient(append(common, options...)...)
	must(t, err)
	t.Cleanup(client.Close)
	return client
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// read reads a JSON file of the repository.
func read(t *testing.T, path string, into any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "..", path))
	must(t, err)
	must(t, json.Unmarshal(text, into))
}
