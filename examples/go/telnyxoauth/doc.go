// Package telnyxoauth finds out how to get a token for a protected API. It fetches and judges OAuth 2.0 Protected
// Resource Metadata (RFC 9728) and Authorization Server Metadata (RFC 8414, OpenID Connect Discovery).
//
//	metadata, err := telnyxoauth.FetchResourceMetadata(ctx, "https://api.telnyx.com/v2/mcp")
//	if err != nil {
//		return err
//	}
//	fmt.Println(metadata.AuthorizationServers)
//
// It stands on the C library libtelnyx_oauth, which decides everything, and finds it with pkg-config.
//
// # Contexts
//
// A call ends when its context does. A deadline that the context has takes the place of the default timeout of 30 s,
// and of the one of [WithTimeout] where it is the earlier one. No call is without a deadline.
//
// # Errors
//
// Every error is an [*Error]. For one of [KindCancelled], errors.Is(err, context.Canceled) holds, and for one of
// [KindTimeout], errors.Is(err, context.DeadlineExceeded).
//
// # Goroutines
//
// Any number of goroutines may use one [Client], and call the functions of this package, at the same time. A call keeps
// a thread while it waits, as every call into C does, and leaves no goroutine behind.
package telnyxoauth
