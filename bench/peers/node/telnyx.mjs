import Telnyx from "telnyx";
import { expect, work } from "./protocol.mjs";

await work((origin) => {
  const client = new Telnyx({ apiKey: "bench", baseURL: origin, maxRetries: 0 });
  return async () => {
    const metadata = await client.wellKnown.retrieveProtectedResourceMetadata();
    expect(metadata.resource === origin && metadata.authorization_servers.length > 0);
  };
});
