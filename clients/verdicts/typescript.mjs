// Runs the discovery of the MCP TypeScript SDK. The argument is the major version. Reads lines of JSON with `url` and `way`, and
// prints the end of each discovery as a line of JSON.
import { createInterface } from "node:readline";

const { auth } = await import(process.argv[2] === "1" ? "@modelcontextprotocol/sdk/client/auth.js" : "@modelcontextprotocol/client");
const { StreamableHTTPClientTransport } = await import(
  process.argv[2] === "1" ? "@modelcontextprotocol/sdk/client/streamableHttp.js" : "@modelcontextprotocol/client"
);

// The SDK warns about the store of this client.
console.warn = () => {};

const INITIALIZE = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "client", version: "1" } },
};

// A client that is registered, and that has no token.
class Provider {
  redirectUrl = "https://client.example/callback";
  clientMetadata = { redirect_uris: [this.redirectUrl] };
  clientInformation() {
    return { client_id: "client" };
  }
  tokens() {}
  saveClientInformation() {}
  saveTokens() {}
  saveCodeVerifier() {}
  codeVerifier() {
    return "verifier";
  }
  discoveryState() {}
  saveDiscoveryState(state) {
    this.discovered = state;
  }
  redirectToAuthorization(url) {
    this.opened = url;
  }
}

const REASONS = [
  [/does not match expected/, "resource"],
  [/response type/, "response_type"],
  [/code challenge method/, "pkce"],
  [/^HTTP \d+ trying to load/, "status"],
  [/Invalid URL|credentials/, "url"],
];

function reason(error, discovers) {
  if (!discovers) return error instanceof TypeError ? "no_answer" : "not_challenged";
  if (error.name === "ZodError" || error.constructor.name === "ZodError") return "document";
  if (error.name === "IssuerMismatchError") return "issuer";
  if (error instanceof SyntaxError) return "json";
  if (/unknown scheme/.test(error.cause?.message)) return "url";
  return REASONS.find(([pattern]) => pattern.test(error.message))?.[1] ?? (error instanceof TypeError ? "no_answer" : error.name);
}

async function end({ url, way }) {
  const provider = new Provider();
  let discovers = way === "cold";
  const fetchFn = (input, init) => {
    discovers ||= (init?.method ?? "GET") === "GET";
    return fetch(input, init);
  };
  let message = "";
  try {
    if (way === "cold") {
      await auth(provider, { serverUrl: url, fetchFn });
    } else {
      const transport = new StreamableHTTPClientTransport(new URL(url), { authProvider: provider, fetch: fetchFn });
      await transport.start();
      await transport.send(INITIALIZE);
      return { end: "stopped", reason: "not_challenged" };
    }
  } catch (error) {
    message = String(error);
    if (!provider.opened) return { end: "stopped", reason: reason(error, discovers), message };
  }
  const { opened, discovered } = provider;
  return {
    end: "found",
    issuer: discovered.authorizationServerUrl,
    authorization_endpoint: `${opened.protocol}//${opened.host}${opened.pathname}`,
    resource_metadata: discovered.resourceMetadata !== undefined,
    server_metadata: discovered.authorizationServerMetadata !== undefined,
    message,
  };
}

for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(await end(JSON.parse(line))));
