package com.telnyx.oauth.tests

import com.google.gson.GsonBuilder
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.telnyx.oauth.AuthorizationParameters
import com.telnyx.oauth.Client
import com.telnyx.oauth.ResourceMatch
import com.telnyx.oauth.Response
import com.telnyx.oauth.Rules
import com.telnyx.oauth.TelnyxOAuthException
import com.telnyx.oauth.Warning
import com.telnyx.oauth.authorizationServerMetadataFromResponse
import com.telnyx.oauth.authorizationServerMetadataUrls
import com.telnyx.oauth.parseChallenges
import com.telnyx.oauth.resourceMetadataFromResponse
import com.telnyx.oauth.resourceMetadataUrl
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import kotlin.test.Test
import kotlin.test.assertEquals

/** Runs the test vectors that all languages share. */
class VectorsTest {
    private val gson = GsonBuilder().serializeNulls().create()

    private fun each(file: String, check: (JsonObject) -> Unit) =
        cases(file).map { case -> DynamicTest.dynamicTest("$file: ${case.text("id")}") { check(case) } }

    private fun resultOrKind(call: () -> JsonElement): JsonElement = try {
        call()
    } catch (e: TelnyxOAuthException) {
        gson.toJsonTree(e.kind.name.lowercase())
    }

    @TestFactory
    fun resourceMetadataUrls() = each("resource_metadata_url") { case ->
        val expected = case["url"] ?: case["error"]
        assertEquals(expected, resultOrKind { gson.toJsonTree(resourceMetadataUrl(case.text("resource")!!)) })
    }

    @TestFactory
    fun authorizationServerUrls() = each("authorization_server_metadata_urls") { case ->
        val expected = case["urls"] ?: case["error"]
        assertEquals(expected, resultOrKind { gson.toJsonTree(authorizationServerMetadataUrls(case.text("issuer")!!)) })
    }

    @TestFactory
    fun challenges() = each("challenges") { case ->
        val found = parseChallenges(case.texts("headers")!!)
        val shown =
            found.map { challenge ->
                JsonObject().apply {
                    addProperty("scheme", challenge.scheme)
                    add("params", gson.toJsonTree(challenge.params))
                    addProperty("token68", challenge.token68)
                }
            }
        assertEquals(case["challenges"], gson.toJsonTree(shown))
    }

    @TestFactory
    fun resourceMatches() = each("resource_match") { case ->
        val document =
            mapOf("resource" to case["resource"], "authorization_servers" to listOf("https://as.example"))
        val response = Response(200, gson.toJson(document).toByteArray(), contentType = "application/json")
        for (policy in ResourceMatch.entries) {
            val rules = Rules(resourceMatch = policy)
            val found = runCatching { resourceMetadataFromResponse(case.text("requested")!!, response, rules) }
            assertEquals(case[policy.name.lowercase()].asBoolean, found.isSuccess, "$policy: $found")
        }
    }

    private fun response(case: JsonObject) =
        Response(case["status"].asInt, case.text("body")!!.toByteArray(), case.text("content_type"), case.text("url"))

    /** Rebuilds the JSON document of a record. */
    private fun document(
        record: Any,
        members: Map<String, String>,
        extra: Map<String, String>,
        variants: Map<String, String> = mapOf(),
    ): JsonObject {
        val found = JsonObject()
        for ((name, type) in members) {
            val getter = "get" + name.split('_', '-').joinToString("") { it.replaceFirstChar(Char::uppercase) }
            val value = record.javaClass.getMethod(getter).invoke(record) ?: continue
            found.add(name, if (type == "object") JsonParser.parseString(value as String) else gson.toJsonTree(value))
        }
        extra.forEach { (name, text) -> found.add(name, JsonParser.parseString(text)) }
        variants.forEach { (name, value) -> found.addProperty(name, value) }
        return found
    }

    private fun <T> judged(
        case: JsonObject,
        judge: () -> T,
        warnings: (T) -> List<Warning>,
        document: (T) -> JsonObject,
    ) {
        val expected = case.getAsJsonObject("expect")
        val found =
            try {
                judge()
            } catch (e: TelnyxOAuthException) {
                assertEquals(expected.text("error"), e.kind.name.lowercase(), e.message)
                return
            }
        assertEquals(expected.texts("warnings"), warnings(found).map { it.kind.name.lowercase() }.sorted())
        assertEquals(expected.getAsJsonObject("document"), document(found))
    }

    @TestFactory
    fun resourceDocuments() = each("resource_documents") { case ->
        val rules = Rules(resourceMatch = ResourceMatch.valueOf(case.text("policy")!!.uppercase()))
        judged(
            case,
            { resourceMetadataFromResponse(case.text("resource")!!, response(case), rules) },
            { it.warnings },
            { document(it, members("resource"), it.extra, it.variants) },
        )
    }

    @TestFactory
    fun authorizationServerDocuments() = each("authorization_server_documents") { case ->
        val rules = Rules(strict = case["strict"].asBoolean)
        judged(
            case,
            { authorizationServerMetadataFromResponse(case.text("issuer")!!, response(case), rules) },
            { it.warnings },
            { document(it, members("server"), it.extra) },
        )
    }

    /** The value of one field or method. */
    private fun parameter(found: AuthorizationParameters, case: JsonObject, name: String): JsonElement = resultOrKind {
        when (name) {
            "scope_after" -> gson.toJsonTree(found.scopeAfter(case.texts("previous")!!, case.texts("then")!!))

            "verify_issuer" -> JsonNull.INSTANCE.also { found.verifyIssuer(case.text("iss")) }

            "client_registration" -> gson.toJsonTree(found.clientRegistration.map { it.name.lowercase() })

            else -> {
                val getter = "get" + name.split('_').joinToString("") { it.replaceFirstChar(Char::uppercase) }
                gson.toJsonTree(found.javaClass.getMethod(getter).invoke(found))
            }
        }
    }

    @Test
    fun authorizationParameters() = Sandbox().use { sandbox ->
        val file = json("testdata/scenarios/authorization_parameters.json")
        sandbox.scenario(file["scenario"])
        val cases = JsonParser.parseString(sandbox.at(file["cases"].toString())).asJsonArray.map { it.asJsonObject }
        Client(sandbox.options()).use { client ->
            for (case in cases) {
                val found = client.discoverBlocking(case.text("requested"), case.texts("www_authenticate"))
                val expected = case.getAsJsonObject("expect")
                val parameters =
                    try {
                        found.authorizationParameters(case.text("issuer"))
                    } catch (e: TelnyxOAuthException) {
                        assertEquals(expected.text("error"), e.kind.name.lowercase(), e.message)
                        continue
                    }
                for ((name, value) in expected.entrySet()) {
                    assertEquals(value, parameter(parameters, case, name), "${case.text("id")}: $name")
                }
            }
        }
    }

    @Test
    fun aNameIsFoundByLanguage() {
        val body = """{"resource": "https://rs.example", "resource_name": "Example", "resource_name#fr": "Exemple"}"""
        val response = Response(200, body.toByteArray(), contentType = "application/json")
        val found = resourceMetadataFromResponse("https://rs.example", response)
        assertEquals("Exemple", found.resourceNameFor("fr-CA"))
        assertEquals("Example", found.resourceNameFor("de"))
        assertEquals(null, found.resourceTosUriFor("fr"))
    }
}
