package com.telnyx.oauth.tests

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.telnyx.oauth.Options
import com.telnyx.oauth.Pin
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** A sandbox in its own process. */
class Sandbox : AutoCloseable {
    private val process: Process
    val http: String
    val https: String
    val caFile: String

    init {
        val command =
            System.getenv("TELNYX_OAUTH_COMMAND")
                ?: error("TELNYX_OAUTH_COMMAND is not set: run the tests with `ffi-uniffi/test kotlin`")
        val builder = ProcessBuilder(command, "sandbox", "--json")
        process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start()
        val addresses = JsonParser.parseString(process.inputReader().readLine()).asJsonObject
        http = addresses["http"].asString
        https = addresses["https"].asString
        caFile = addresses["ca_file"].asString
    }

    val port: Int get() = URI(https).port

    fun scenario(scenario: JsonElement) {
        val body = HttpRequest.BodyPublishers.ofString(scenario.toString())
        val request = HttpRequest.newBuilder(URI("$http/.sandbox/scenario")).POST(body).build()
        val response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())
        check(response.statusCode() == 204) { response.body() }
    }

    /** The requests that the sandbox received, in order. */
    fun requests(): List<JsonObject> {
        val request = HttpRequest.newBuilder(URI("$http/.sandbox/requests")).build()
        val response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString())
        return JsonParser.parseString(response.body()).asJsonArray.map { it.asJsonObject }
    }

    /** Options that trust the sandbox's CA, without retries and without a proxy. */
    fun options() = Options(
        caFile = caFile,
        maxRetries = 0,
        proxy = "",
        resolve = listOf(Pin("expired.example", port, "127.0.0.1")),
    )

    /** Replaces `${http}`, `${https}` and `${port}` in a text by the sandbox's values. */
    fun at(text: String) = text.replace("\${http}", http).replace("\${https}", https).replace("\${port}", "$port")

    override fun close() {
        process.destroy()
        check(process.waitFor(20, TimeUnit.SECONDS)) { "the sandbox did not exit within 20 s" }
    }
}

private val root: Path =
    Path.of(System.getProperty("repository.root") ?: error("repository.root is not set: run the tests with Maven"))

fun json(file: String): JsonObject = JsonParser.parseString(Files.readString(root.resolve(file))).asJsonObject

/** The registered members of a kind of document, `resource` or `server`, with their types. */
fun members(kind: String): Map<String, String> {
    val entry = Regex("^\\[\\[$kind]]\nname = \"(.+)\"\ntype = \"(.+)\"$", RegexOption.MULTILINE)
    val entries = entry.findAll(Files.readString(root.resolve("core/members.toml")))
    val members = entries.associate { it.groupValues[1] to it.groupValues[2] }
    check(members.isNotEmpty())
    return members
}

fun cases(file: String): List<JsonObject> {
    val cases: JsonArray = json("testdata/$file.json").getAsJsonArray("cases")
    check(!cases.isEmpty)
    return cases.map { it.asJsonObject }
}

fun JsonObject.text(name: String): String? = this[name]?.takeUnless { it.isJsonNull }?.asString

fun JsonObject.texts(name: String): List<String>? = getAsJsonArray(name)?.map { it.asString }
