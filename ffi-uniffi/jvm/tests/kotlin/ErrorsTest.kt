package com.telnyx.oauth.tests

import com.google.gson.JsonObject
import com.telnyx.oauth.CancelToken
import com.telnyx.oauth.Client
import com.telnyx.oauth.ErrorKind
import com.telnyx.oauth.TelnyxOAuthException
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.TestInstance
import java.time.Duration
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** Tests every kind of error, in both forms of the calls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsTest {
    private val data = json("testdata/scenarios/errors.json")
    private val cases = data.getAsJsonArray("cases").map { it.asJsonObject }
    private val sandbox = Sandbox().apply { scenario(data["scenario"]) }

    @AfterAll
    fun stop() = sandbox.close()

    @Test
    fun theCasesCoverEveryKindExceptInternal() {
        val seen = cases.map { ErrorKind.valueOf(it.text("kind")!!.uppercase()) }.toSet()
        assertEquals(ErrorKind.entries.toSet() - ErrorKind.INTERNAL, seen)
    }

    @TestFactory
    fun errorsMatchTheCases() = cases.flatMap { case ->
        listOf(true, false).map { blocking ->
            val form = if (blocking) "blocking" else "suspending"
            DynamicTest.dynamicTest("${case.text("kind")}, $form") { check(case, blocking) }
        }
    }

    private fun check(case: JsonObject, blocking: Boolean) {
        val error = assertFailsWith<TelnyxOAuthException> { call(case, blocking) }
        assertEquals(case.text("kind"), error.kind.name.lowercase(), error.message)
        assertEquals(className(error.kind), error.javaClass.simpleName)
        assertContains(error.message, case.text("words") ?: "")
        assertEquals(case["http_status"]?.asInt, error.httpStatus)
        assertEquals(case.text("error"), error.error)
        assertEquals(case.text("error_description"), error.errorDescription)
        assertEquals(case["retry_after"]?.asLong?.let(Duration::ofSeconds), error.retryAfter)
        case.text("url")?.let { assertEquals(sandbox.at(it), error.url) }
        assertEquals(case.texts("warnings").orEmpty(), error.warnings.map { it.kind.name.lowercase() })
        for (attempt in error.attempts) {
            assertEquals("GET", attempt.method)
            assertEquals(attempt.status != null, attempt.finalUrl != null, "$attempt")
            assertTrue(attempt.reason.isNotEmpty(), "$attempt")
        }
    }

    /** The name of the kind's exception class. UniFFI renames `OauthError` to `OauthException`. */
    private fun className(kind: ErrorKind): String {
        val words = kind.name.lowercase().split('_').map { it.replaceFirstChar(Char::uppercase) }
        return words.joinToString("").replace(Regex("Error$"), "Exception")
    }

    private fun options(options: JsonObject?) = sandbox.options().copy(
        maxBodyBytes = options?.get("max_body_bytes")?.asLong,
        profile = options?.text("profile"),
        trustedKeys = options?.text("trusted_keys"),
        authorizationServerTrustedKeys = options?.text("authorization_server_trusted_keys"),
    )

    private fun call(case: JsonObject, blocking: Boolean) {
        val client = Client(options(case.getAsJsonObject("options")))
        val target = sandbox.at(case.text("target")!!)
        val timeout = case["timeout"]?.asDouble?.let { Duration.ofMillis((it * 1000).toLong()) }
        val cancel = CancelToken().apply { if (case["cancelled"]?.asBoolean == true) cancel() }
        val challenges = case.texts("www_authenticate")
        val call = case.text("call")
        if (blocking) {
            when (call) {
                "fetch_resource_metadata" -> client.fetchResourceMetadataBlocking(target, timeout, cancel)

                "fetch_authorization_server_metadata" ->
                    client.fetchAuthorizationServerMetadataBlocking(target, timeout, cancel)

                "discover" -> client.discoverBlocking(target, challenges, null, timeout, cancel)

                else -> error("unknown call: $call")
            }
        } else {
            runBlocking {
                when (call) {
                    "fetch_resource_metadata" -> client.fetchResourceMetadata(target, timeout, cancel)

                    "fetch_authorization_server_metadata" ->
                        client.fetchAuthorizationServerMetadata(target, timeout, cancel)

                    "discover" -> client.discover(target, challenges, null, timeout, cancel)

                    else -> error("unknown call: $call")
                }
            }
        }
    }
}
