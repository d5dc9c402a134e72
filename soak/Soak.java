import com.telnyx.oauth.Client;
import com.telnyx.oauth.Discovery;
import com.telnyx.oauth.Options;
import com.telnyx.oauth.TelnyxOAuthException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code Soak.java ORIGIN THREADS CALLS LATENCIES}: does the same as soak.rs. */
public final class Soak {
    private Soak() {}

    public static void main(String[] args) throws Exception {
        String[] latencies = args[3].split(",");
        Options options =
                new Options().withCache(false).withMaxRetries(0).withProxy("").withTimeout(Duration.ofSeconds(30));
        ExecutorService pool = Executors.newFixedThreadPool(Integer.parseInt(args[1]));
        try (Client client = new Client(options)) {
            List<Future<String>> calls = new ArrayList<>();
            for (int number = 0; number < Integer.parseInt(args[2]); number++) {
                String latency = latencies[number % latencies.length];
                calls.add(pool.submit(() -> call(client, args[0], latency)));
            }
            for (Future<String> call : calls) {
                System.out.println(call.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    private static String call(Client client, String origin, String latency) {
        long started = System.nanoTime();
        String outcome;
        try {
            Discovery found = client.discoverBlocking(origin + "/" + latency, null, null, null);
            boolean good = found.getAuthorizationServers().stream().allMatch(each -> each.getMetadata() != null);
            outcome = good ? "ok" : "no authorization server";
        } catch (TelnyxOAuthException e) {
            outcome = e.getMessage();
        }
        double elapsed = (System.nanoTime() - started) / 1e6;
        return String.format(Locale.ROOT, "%s %.1f %s", latency, elapsed, outcome);
    }
}
