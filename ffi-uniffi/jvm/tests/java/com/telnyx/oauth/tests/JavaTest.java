package com.telnyx.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.telnyx.oauth.Attempt;
import com.telnyx.oauth.AuthorizationServerMetadata;
import com.telnyx.oauth.Client;
import com.telnyx.oauth.Discovery;
import com.telnyx.oauth.ErrorKind;
import com.telnyx.oauth.Options;
import com.telnyx.oauth.ResourceMetadata;
import com.telnyx.oauth.Response;
import com.telnyx.oauth.TelnyxOAuth;
import com.telnyx.oauth.TelnyxOAuthException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tests of options, overloads and exceptions in Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavaTest {
    private final Sandbox sandbox = new Sandbox();
    private final Options options =
            new Options().withCaFile(sandbox.getCaFile()).withMaxRetries(0).withProxy("").withTimeout(Duration.ofSeconds(20));

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void aClientWithOptionsFindsTheServer() throws TelnyxOAuthException {
        try (Client client = new Client(options)) {
            Discovery found = client.discoverBlocking(sandbox.getHttps());
            assertEquals(List.of(sandbox.getHttps()), found.getResourceMetadata().getAuthorizationServers());
            assertEquals(sandbox.getHttps(), found.getAuthorizationServers().get(0).getMetadata().getIssuer());
            assertNull(found.getAuthorizationServers().get(0).getError());
            assertEquals(sandbox.getHttps(), found.requireAuthorizationServer().getIssuer());
            assertEquals(sandbox.getHttps(), found.authorizationParameters().getIssuer());
        }
    }

    @Test
    void optionalParametersOfAClientsCallsCanBeOmitted() throws TelnyxOAuthException {
        try (Client client = new Client(options.withBaseUrl(sandbox.getHttps()))) {
            String issuer = sandbox.getHttps();
            assertEquals(List.of(issuer), client.fetchResourceMetadataBlocking().getAuthorizationServers());
            AuthorizationServerMetadata server = client.fetchAuthorizationServerMetadataBlocking();
            assertEquals(issuer, server.getIssuer());
            Discovery found = client.discoverBlocking(issuer, List.of("Bearer"), issuer);
            assertEquals(issuer, found.requireAuthorizationServer().getIssuer());
            assertEquals(List.of("127.0.0.1"), client.vetBlocking(server.getTokenEndpoint(), issuer));
            Duration timeout = Duration.ofSeconds(20);
            assertEquals(List.of("127.0.0.1"), client.vetBlocking(server.getTokenEndpoint(), issuer, timeout));
        }
        TelnyxOAuthException refused = assertThrows(
                TelnyxOAuthException.BlockedAddress.class,
                () -> TelnyxOAuth.vetBlocking("https://127.0.0.1/token", "https://8.8.8.8/m"));
        assertEquals("https://127.0.0.1/token", refused.getUrl());
    }

    @Test
    void optionalParametersCanBeOmitted() throws TelnyxOAuthException {
        byte[] body = "{\"resource\": \"https://rs.example\"}".getBytes(StandardCharsets.UTF_8);
        Response response = new Response(200, body).withContentType("application/json");
        ResourceMetadata found = TelnyxOAuth.resourceMetadataFromResponse("https://rs.example", response);
        assertEquals("https://rs.example", found.getResource());
        assertEquals(1, found.getWarnings().size());

        TelnyxOAuthException refused = assertThrows(
                TelnyxOAuthException.InvalidArgument.class,
                () -> TelnyxOAuth.fetchResourceMetadataBlocking("nonsense"));
        assertEquals(ErrorKind.INVALID_ARGUMENT, refused.getKind());
        assertTrue(refused.getMessage().startsWith("a resource must be"), refused.getMessage());
    }

    @Test
    void anExceptionHasTheAttempts() throws TelnyxOAuthException {
        try (Client client = new Client(options)) {
            TelnyxOAuthException error = assertThrows(
                    TelnyxOAuthException.OauthException.class,
                    () -> client.fetchResourceMetadataBlocking(sandbox.getHttps() + "/400", null, null));
            assertEquals(400, error.getHttpStatus());
            assertEquals("invalid_request", error.getError());
            assertEquals(List.of(), error.getWarnings());
            assertEquals(1, error.getAttempts().size());
            Attempt attempt = error.getAttempts().get(0);
            assertEquals("GET", attempt.getMethod());
            assertEquals(error.getUrl(), attempt.getFinalUrl());
            assertTrue(attempt.getReason().contains("invalid_request"), attempt.getReason());
        }
    }
}
