import com.telnyx.oauth.TelnyxOAuthException
import com.telnyx.oauth.fetchResourceMetadata
import kotlinx.coroutines.runBlocking
import kotlin.system.exitProcess

/** Prints the authorization servers of the resource in the first argument. Default: Telnyx. */
fun main(args: Array<String>) = runBlocking {
    try {
        val metadata = fetchResourceMetadata(args.firstOrNull())
        metadata.authorizationServers.orEmpty().forEach(::println)
    } catch (e: TelnyxOAuthException) {
        System.err.println("${e.kind}: ${e.message}")
        exitProcess(1)
    }
}
