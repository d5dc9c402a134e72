// Fetch prints the authorization servers of the resource in the first argument. Default: Telnyx.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"

	"telnyx-oauth/telnyxoauth"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	resource := telnyxoauth.Telnyx
	if len(os.Args) > 1 {
		resource = os.Args[1]
	}
	metadata, err := telnyxoauth.FetchResourceMetadata(ctx, resource)
	var failure *telnyxoauth.Error
	if errors.As(err, &failure) {
		fmt.Fprintf(os.Stderr, "%s: %s\n", failure.Kind, failure.Message)
		os.Exit(1)
	}
	for _, issuer := range metadata.AuthorizationServers {
		fmt.Println(issuer)
	}
}
