import com.telnyx.oauth.ResourceMetadata;
import com.telnyx.oauth.TelnyxOAuth;
import com.telnyx.oauth.TelnyxOAuthException;
import java.util.List;

/** Prints the authorization servers of the resource in the first argument. Default: Telnyx. */
public final class Fetch {
    private Fetch() {}

    public static void main(String[] args) {
        String resource = args.length > 0 ? args[0] : null;
        try {
            ResourceMetadata metadata = TelnyxOAuth.fetchResourceMetadataBlocking(resource);
            List<String> servers = metadata.getAuthorizationServers();
            if (servers != null) {
                servers.forEach(System.out::println);
            }
        } catch (TelnyxOAuthException e) {
            System.err.println(e.getKind() + ": " + e.getMessage());
            System.exit(1);
        }
    }
}
