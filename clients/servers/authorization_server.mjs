// The authorization server of the recipes: oidc-provider on loopback. It prints its issuer when it listens. Every user consents
// at once, so that a program can take the place of a browser.
import Provider from 'oidc-provider';
import { createServer } from 'node:http';

const server = createServer();
await new Promise((resolve) => server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', resolve));
const issuer = `http://localhost:${server.address().port}`;
const scope = 'tools:read';

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'recipe-app',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback'],
    },
    {
      client_id: 'recipe-service',
      client_secret: 'recipe-secret',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    },
  ],
  scopes: ['openid', 'offline_access', scope],
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => undefined,
      useGrantedResource: () => true,
      getResourceServerInfo: (_, resource) => ({
        scope,
        audience: resource,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  interactions: { url: (_, interaction) => `/consent/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
});

provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith('/consent/')) return next();
  const { params } = await provider.interactionDetails(ctx.req, ctx.res);
  const grant = new provider.Grant({ accountId: 'user', clientId: params.client_id });
  grant.addOIDCScope(params.scope ?? '');
  if (params.resource) grant.addResourceScope(params.resource, params.scope ?? '');
  const result = { login: { accountId: 'user' }, consent: { grantId: await grant.save() } };
  await provider.interactionFinished(ctx.req, ctx.res, result);
  ctx.respond = false;
});
server.on('request', provider.callback());
console.log(issuer);
