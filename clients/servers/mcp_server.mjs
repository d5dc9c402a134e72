// An MCP server of the TypeScript SDK 2 with Express. Arguments: its port and the issuer that it trusts.
import {
  createMcpExpressApp,
  getOAuthProtectedResourceMetadataUrl,
  mcpAuthMetadataRouter,
  requireBearerAuth,
} from '@modelcontextprotocol/express';
import { OAuthError, OAuthErrorCode } from '@modelcontextprotocol/server';

const [port, issuer] = process.argv.slice(2);
const resourceServerUrl = new URL(`http://localhost:${port}/mcp`);
const oauthMetadata = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
const verifier = {
  verifyAccessToken: async () => {
    throw new OAuthError(OAuthErrorCode.InvalidToken, 'unknown token');
  },
};
const resourceMetadataUrl = getOAuthProtectedResourceMetadataUrl(resourceServerUrl);

const app = createMcpExpressApp();
app.use(mcpAuthMetadataRouter({ oauthMetadata, resourceServerUrl, scopesSupported: ['tools:read'] }));
app.use('/mcp', requireBearerAuth({ verifier, requiredScopes: ['tools:read'], resourceMetadataUrl }));
app.listen(Number(port), '127.0.0.1');
