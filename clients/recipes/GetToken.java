import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.telnyx.oauth.AuthorizationParameters;
import com.telnyx.oauth.TelnyxOAuth;
import java.net.URI;

/** Prints an access token for the resource in the first argument, as the client in the second, with the secret in the third. */
public final class GetToken {
    public static void main(String[] args) throws Exception {
        AuthorizationParameters parameters = TelnyxOAuth.discoverBlocking(args[0]).authorizationParameters();
        ClientSecretBasic client = new ClientSecretBasic(new ClientID(args[1]), new Secret(args[2]));
        URI tokenEndpoint = URI.create(parameters.getTokenEndpoint());
        TokenRequest.Builder request = new TokenRequest.Builder(tokenEndpoint, client, new ClientCredentialsGrant());
        if (parameters.getScope() != null) {
            request.scope(Scope.parse(parameters.getScope()));
        }
        HTTPRequest http = request.resource(URI.create(parameters.getResource())).build().toHTTPRequest();
        http.setFollowRedirects(false);
        TokenResponse response = TokenResponse.parse(http.send());
        System.out.println(response.toSuccessResponse().getTokens().getAccessToken().getValue());
    }
}
