// The worker for telnyx-go, the official SDK. The protocol is in bench/README.md.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"log"
	"net/http"
	"os"
	"slices"
	"strconv"
	"time"

	"github.com/team-telnyx/telnyx-go/v4"
	"github.com/team-telnyx/telnyx-go/v4/option"
)

func trusting(caFile string) option.RequestOption {
	pem, err := os.ReadFile(caFile)
	if err != nil {
		log.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.TLSClientConfig = &tls.Config{RootCAs: roots}
	return option.WithHTTPClient(&http.Client{Transport: transport})
}

func main() {
	if len(os.Args) < 3 {
		log.Fatal("usage: warm ORIGIN N | cold ORIGIN [CA]")
	}
	mode, origin, rest := os.Args[1], os.Args[2], os.Args[3:]
	options := []option.RequestOption{
		option.WithBaseURL(origin),
		option.WithAPIKey("bench"),
		option.WithMaxRetries(0),
	}
	if mode == "cold" && len(rest) == 1 {
		options = append(options, trusting(rest[0]))
	}
	client := telnyx.NewClient(options...)
	call := func() {
		metadata, err := client.WellKnown.GetProtectedResourceMetadata(context.Background())
		if err != nil {
			log.Fatal(err)
		}
		if metadata.Resource != origin || len(metadata.AuthorizationServers) == 0 {
			log.Fatal("telnyx-go: unexpected document")
		}
	}

	switch {
	case mode == "cold":
		call()
	case mode == "warm" && len(rest) == 1:
		count, err := strconv.Atoi(rest[0])
		if err != nil || count < 1 {
			log.Fatal("N must be a positive number")
		}
		for range 200 {
			call()
		}
		times := make([]time.Duration, count)
		for i := range times {
			start := time.Now()
			call()
			times[i] = time.Since(start)
		}
		slices.Sort(times)
		fmt.Println(times[count/2].Nanoseconds())
	default:
		log.Fatal("usage: warm ORIGIN N | cold ORIGIN [CA]")
	}
}
