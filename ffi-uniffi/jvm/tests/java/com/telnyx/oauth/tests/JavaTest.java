package com.telnyx.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.telnyx.oauth.Attempt;
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
            Discovery found = client.discoverBlocking(sandbox.getHttps(), null, null, null);
            assertEquals(List.of(sandbox.getHttps()), found.getResourceMetadata().getAuthorizationServers());
            assertEquals(sandbox.getHttps(), found.getAuthorizationServers().get(0).getMetadata().getIssuer());
            assertNull(found.getAuthorizationServers().get(0).getError());
            assertEquals(sandbox.getHttps(), found.requireAuthorizationServer().getIssuer());
            assertEquals(sandbox.getHttps(), found.authorizationParameters().getIssuer());
        }
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
