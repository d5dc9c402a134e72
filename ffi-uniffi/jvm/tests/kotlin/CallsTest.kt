package com.telnyx.oauth.tests

import com.google.gson.JsonParser
import com.telnyx.oauth.CancelToken
import com.telnyx.oauth.Client
import com.telnyx.oauth.ErrorKind
import com.telnyx.oauth.Outcome
import com.telnyx.oauth.TelnyxOAuthException
import com.telnyx.oauth.Via
import com.telnyx.oauth.WarningKind
import com.telnyx.oauth.vet
import com.telnyx.oauth.vetBlocking
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.TestInstance
import java.net.InetAddress
import java.net.ServerSocket
import java.net.Socket
import kotlin.concurrent.thread
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** A deadline in milliseconds that no test reaches. */
private const val LONG = 20_000

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallsTest {
    private val sandbox = Sandbox()
    private val client = Client(sandbox.options())

    /** A server without a document about the resource, as in MCP 2025-03-26. */
    private val withoutDocument = JsonParser.parseString(
        """{"routes": [
            {"path": "/.well-known/oauth-protected-resource", "answers": [{"status": 404}]},
            {"path": "/.well-known/oauth-protected-resource/mcp", "answers": [{"status": 404}]},
            {"path": "/mcp", "answers": [{"status": 404}]}
        ]}""",
    )

    @AfterAll
    fun stop() = sandbox.close()

    @Test
    fun theTestsUseTheJar() {
        val location = Client::class.java.protectionDomain.codeSource.location.path
        assertTrue(location.endsWith(".jar"), location)
    }

    @Test
    fun bothFormsOfACallReturnTheSame() = runBlocking {
        val found = client.fetchResourceMetadata(sandbox.https)
        assertEquals(listOf(sandbox.https), found.authorizationServers)
        assertEquals(found, client.fetchResourceMetadataBlocking(sandbox.https))
        val server = client.fetchAuthorizationServerMetadata(sandbox.https)
        assertEquals(sandbox.https, server.issuer)
        assertTrue(server.supportsPkceS256)
        assertEquals(server, client.fetchAuthorizationServerMetadataBlocking(sandbox.https))
    }

    @Test
    fun aDiscoveryNamesTheSourceOfEachPart() = runBlocking {
        val found = client.discover("${sandbox.https}/v2/mcp")
        val document = "${sandbox.https}/.well-known/oauth-protected-resource/v2/mcp"
        assertEquals(document, found.resourceMetadataUrl)
        assertEquals(document, found.challenge?.resourceMetadata)
        assertEquals(sandbox.https, found.authorizationServers.single().metadata?.issuer)
        assertNull(found.authorizationServers.single().error)
        assertEquals(found.authorizationServers.single().metadata, found.requireAuthorizationServer())
        assertTrue(found.attempts.any { it.outcome == Outcome.Ok && it.url == document }, "${found.attempts}")
        assertEquals(found.resourceMetadata, client.discoverBlocking("${sandbox.https}/v2/mcp").resourceMetadata)
    }

    @Test
    fun aDiscoveryListsAllChallenges() {
        val lines = listOf("Basic realm=\"a\"", "Bearer scope=\"calls\"")
        val found = client.discoverBlocking("${sandbox.https}/v2/mcp", lines)
        assertEquals(listOf("basic", "bearer"), found.challenges.map { it.scheme })
        assertEquals(listOf("calls"), found.challenge?.scope)
        assertEquals(Via.WELL_KNOWN, found.via)
    }

    @Test
    fun aDiscoveryUsesTheCallersIssuer() = Sandbox().use { sandbox ->
        val routes = """{"routes": [
            {"path": "/.well-known/oauth-protected-resource", "answers": [{"json": {"resource": "${'$'}{origin}"}}]}
        ]}"""
        sandbox.scenario(JsonParser.parseString(routes))
        Client(sandbox.options()).use { client ->
            val found = client.discoverBlocking(sandbox.https, issuer = sandbox.https)
            assertEquals(sandbox.https, found.requireAuthorizationServer().issuer)
            val again = runBlocking { client.discover(sandbox.https, issuer = sandbox.https) }
            assertEquals(found.authorizationServer, again.authorizationServer)
            val kind = { issuer: String -> kind { client.discoverBlocking(sandbox.https, issuer = issuer) } }
            assertEquals(ErrorKind.NOT_FOUND, kind("${sandbox.https}/gone"))
            assertEquals(ErrorKind.INVALID_ARGUMENT, kind("nonsense"))
        }
    }

    private fun kind(call: () -> Any) = assertFailsWith<TelnyxOAuthException> { call() }.kind

    @Test
    fun anEndpointOfADiscoveryIsVetted() = runBlocking {
        val server = client.discover(sandbox.https).authorizationServers.single()
        val endpoint = server.metadata?.tokenEndpoint!!
        val addresses = client.vet(endpoint, server.metadataUrl!!)
        assertEquals(listOf("127.0.0.1"), addresses)
        Socket(addresses.single(), sandbox.port).close()
        assertEquals(addresses, client.vetBlocking(endpoint, server.metadataUrl!!, cancel = CancelToken()))
        assertEquals(listOf("127.0.0.1", "::1"), client.vetBlocking("https://localhost/", sandbox.https))
    }

    @Test
    fun anEndpointThatTheDocumentMayNotNameIsRefused() {
        val refused =
            listOf(
                Triple("https://127.0.0.1/", "https://8.8.8.8/m", ErrorKind.BLOCKED_ADDRESS),
                Triple("http://127.0.0.1/", "https://127.0.0.1/m", ErrorKind.INSECURE_URL),
                Triple("nonsense", "https://127.0.0.1/m", ErrorKind.INVALID_ARGUMENT),
                Triple("https://127.0.0.1/", "nonsense", ErrorKind.INVALID_ARGUMENT),
            )
        for ((url, from, expected) in refused) {
            assertEquals(expected, kind { client.vetBlocking(url, from) }, url)
            assertEquals(expected, kind { vetBlocking(url, from) }, url)
            assertEquals(expected, kind { runBlocking { client.vet(url, from) } }, url)
            assertEquals(expected, kind { runBlocking { vet(url, from) } }, url)
        }
        Client(sandbox.options().copy(proxy = "http://127.0.0.1:9")).use { proxied ->
            val error = kind { proxied.vetBlocking("https://as.example/", "https://127.0.0.1/m") }
            assertEquals(ErrorKind.INVALID_ARGUMENT, error)
        }
        val cancelled = CancelToken().apply { cancel() }
        val error = kind { client.vetBlocking("https://as.invalid/", sandbox.https, cancel = cancelled) }
        assertEquals(ErrorKind.CANCELLED, error)
    }

    /** The document is at a parent of the resource, and the resource may challenge a POST. */
    @Test
    fun aProbeWithAGetAloneIsInconclusive() = Sandbox().use { sandbox ->
        sandbox.scenario(JsonParser.parseString("""{"routes": [{"path": "/mcp", "answers": [{"status": 405}]}]}"""))
        Client(sandbox.options()).use { client ->
            val found = client.discoverBlocking("${sandbox.https}/mcp")
            val warning = found.warnings.single { it.kind == WarningKind.PROBE_INCONCLUSIVE }
            assertEquals("${sandbox.https}/mcp", warning.url)
            assertContains(warning.message, "www_authenticate")
        }
    }

    @Test
    fun aDiscoveryWithLegacyOriginNeedsNoDocument() = Sandbox().use { sandbox ->
        sandbox.scenario(withoutDocument)
        Client(sandbox.options().copy(legacyOrigin = true)).use { client ->
            val found = client.discoverBlocking("${sandbox.https}/mcp")
            assertEquals(Via.LEGACY_ORIGIN, found.via)
            assertNull(found.resourceMetadata)
            assertNull(found.resourceMetadataUrl)
            assertEquals(sandbox.https, found.requireAuthorizationServer().issuer)
        }
        Client(sandbox.options()).use { client ->
            val error = assertFailsWith<TelnyxOAuthException> { client.discoverBlocking("${sandbox.https}/mcp") }
            assertEquals(ErrorKind.NOT_FOUND, error.kind)
        }
    }

    @Test
    fun theProbeMcpSendsPostsWithTheHeaderFields() = Sandbox().use { sandbox ->
        sandbox.scenario(withoutDocument)
        val options =
            sandbox.options().copy(probe = "mcp", legacyOrigin = true, header = mapOf("x-gateway" to "a"))
        Client(options).use { client ->
            val found = client.discoverBlocking("${sandbox.https}/mcp")
            assertContains(found.attempts.map { it.method }, "POST")
        }
        val sent = sandbox.requests().filter { it.text("target") == "/mcp" }
        assertEquals(setOf("POST"), sent.map { it.text("method") }.toSet())
        assertContains(sent.first().toString(), "x-gateway")
    }

    @Test
    fun aClientRunsConcurrentCalls() = runBlocking(Dispatchers.IO) {
        val own = Client(sandbox.options().copy(cache = false))
        val found = List(100) { async { own.fetchResourceMetadata(sandbox.https) } }.awaitAll()
        assertEquals(1, found.toSet().size)
    }

    /** Starts `call` to a silent peer, waits for the request, runs `end`, and expects the connection to close. */
    private fun <T> withSilentPeer(call: (String) -> T, end: (T) -> Unit) {
        ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { peer ->
            peer.soTimeout = LONG
            val running = call("http://127.0.0.1:${peer.localPort}")
            peer.accept().use { connection ->
                connection.soTimeout = LONG
                assertTrue(request(connection).startsWith("GET /.well-known/oauth-protected-resource "))
                end(running)
                assertEquals(-1, connection.getInputStream().read())
            }
        }
    }

    private fun request(connection: Socket): String {
        val reader = connection.getInputStream().bufferedReader()
        return generateSequence { reader.readLine() }.takeWhile { it.isNotEmpty() }.joinToString("\n")
    }

    @Test
    fun aCancelledCoroutineClosesItsConnection() = runBlocking {
        val outcome = CompletableDeferred<Throwable?>()
        withSilentPeer(
            call = { resource ->
                launch(Dispatchers.IO) {
                    outcome.complete(runCatching { client.fetchResourceMetadata(resource) }.exceptionOrNull())
                }
            },
            end = { it.cancel() },
        )
        withTimeout(LONG.toLong()) { assertTrue(outcome.await() is CancellationException) }
    }

    @Test
    fun aTokenCancelsABlockingCallFromAnotherThread() {
        val token = CancelToken()
        var outcome: Throwable? = null
        withSilentPeer(
            call = { resource ->
                thread {
                    val call = runCatching { client.fetchResourceMetadataBlocking(resource, cancel = token) }
                    outcome = call.exceptionOrNull()
                }
            },
            end = {
                token.cancel()
                it.join(LONG.toLong())
            },
        )
        assertTrue(outcome is TelnyxOAuthException.Cancelled, "$outcome")
        assertTrue(token.isCancelled())
    }

    @Test
    fun aBlockingCallOnTheLibrarysThreadIsRefused() = runBlocking {
        val own = Client(sandbox.options().copy(cache = false))
        val refused =
            withContext(Dispatchers.Unconfined) {
                // A call that suspends resumes on the library's thread. A call that completes immediately does not.
                val caller = Thread.currentThread()
                do own.fetchResourceMetadata(sandbox.https) while (Thread.currentThread() === caller)
                assertFailsWith<TelnyxOAuthException> { own.fetchResourceMetadataBlocking(sandbox.https) }
            }
        assertTrue(refused is TelnyxOAuthException.InvalidArgument, "$refused")
    }
}
