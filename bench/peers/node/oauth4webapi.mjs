import {
  WWWAuthenticateChallengeError,
  allowInsecureRequests,
  customFetch,
  discoveryRequest,
  processDiscoveryResponse,
  processResourceDiscoveryResponse,
  protectedResourceRequest,
  resourceDiscoveryRequest,
} from "oauth4webapi";
import { expect, work } from "./protocol.mjs";

function prepare(origin) {
  const resource = new URL(origin);
  const options = { [allowInsecureRequests]: resource.protocol === "http:" };
  return async () => {
    const metadata = await fetchMetadata(resource, options);
    expect(metadata.resource === origin && metadata.authorization_servers.length > 0);
  };
}

async function fetchMetadata(resource, options) {
  const response = await resourceDiscoveryRequest(resource, options);
  return processResourceDiscoveryResponse(resource, response);
}

// Sends the same requests as this project's client, with the same concurrency.
async function discover(resource) {
  const options = { [allowInsecureRequests]: resource.protocol === "http:", algorithm: "oauth2" };
  const [challenges, metadata] = await Promise.all([probe(resource, options), fetchMetadata(resource, options)]);
  // The package can only request the document at the well-known URL, so the challenge must contain this URL.
  const urls = challenges.map((challenge) => challenge.parameters.resource_metadata);
  expect(urls[0] === `${resource.origin}/.well-known/oauth-protected-resource${resource.pathname}`);
  const servers = await Promise.all(
    metadata.authorization_servers.map(async (server) => {
      const issuer = new URL(server);
      return processDiscoveryResponse(issuer, await discoveryRequest(issuer, options));
    }),
  );
  expect(metadata.resource === resource.href && servers.length === 1);
  expect(servers[0].issuer === metadata.authorization_servers[0]);
}

// The package reads challenges only from responses to a request with a token. This request leaves the token out.
async function probe(resource, options) {
  const withoutToken = (url, { headers: { authorization, ...headers }, ...init }) => fetch(url, { ...init, headers });
  try {
    await protectedResourceRequest("-", "GET", resource, undefined, undefined, { ...options, [customFetch]: withoutToken });
  } catch (error) {
    if (!(error instanceof WWWAuthenticateChallengeError)) throw error;
    await error.response.arrayBuffer();
    return error.cause;
  }
  throw new Error("the resource has no challenge");
}

await work(prepare, { discover, requests: 3 });
