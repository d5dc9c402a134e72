import { allowInsecureRequests, processResourceDiscoveryResponse, resourceDiscoveryRequest } from "oauth4webapi";
import { expect, work } from "./protocol.mjs";

await work((origin) => {
  const resource = new URL(origin);
  const options = { [allowInsecureRequests]: resource.protocol === "http:" };
  return async () => {
    const response = await resourceDiscoveryRequest(resource, options);
    const metadata = await processResourceDiscoveryResponse(resource, response);
    expect(metadata.resource === origin && metadata.authorization_servers.length > 0);
  };
});
