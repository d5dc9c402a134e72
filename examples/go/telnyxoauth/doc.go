// Package telnyxoauth finds out how to get a token for a protected API. It fetches and validates OAuth 2.0 Protected
// Resource Metadata (RFC 9728) and Authorization Server Metadata (RFC 8414, OpenID Connect Discovery).
//
//	metadata, err := telnyxoauth.FetchResourceMetadata(ctx, "https://api.telnyx.com/v2/mcp")
//	if err != nil {
//		return err
//	}
//	fmt.Println(metadata.AuthorizationServers)
//
// The package calls the C library libtelnyx_oauth, which makes all decisions. It finds the library with pkg-config.
//
// # Contexts
//
// A call ends when its context ends. The context's deadline replaces the default timeout of 30 s. If [WithTimeout] is
// set, the earlier of the two deadlines applies. Every call has a deadline.
//
// # Errors
//
// Every error is an [*Error]. For [KindCancelled], errors.Is(err, context.Canceled) is true. For [KindTimeout],
// errors.Is(err, context.DeadlineExceeded) is true.
//
// # Goroutines
//
// Goroutines may share a [Client], and may call the functions of this package at the same time. Like every call into C,
// a call occupies a thread while it waits. After a call, no goroutine of the package remains.
package telnyxoauth
