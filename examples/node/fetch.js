// Prints the authorization servers of the resource in the first argument. Default: Telnyx.
import { fetchResourceMetadata, TelnyxOAuthError } from 'telnyx-oauth';

try {
  const metadata = await fetchResourceMetadata(process.argv[2]);
  for (const issuer of metadata.authorizationServers ?? []) {
    console.log(issuer);
  }
} catch (error) {
  if (!(error instanceof TelnyxOAuthError)) throw error;
  console.error(`${error.kind}: ${error.message}`);
  process.exitCode = 1;
}
