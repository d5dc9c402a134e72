/* soak-c ORIGIN THREADS CALLS LATENCIES: does the same as soak.rs. */

#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <telnyx_oauth.h>
#include <time.h>

static const char *origin;
static long calls;
static long latencies[1024];
static long latencies_count;
static atomic_long next;
static telnyx_client *client;

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static void *work(void *unused)
{
	(void)unused;
	for (long number; (number = atomic_fetch_add(&next, 1)) < calls;) {
		long latency = latencies[number % latencies_count];
		char resource[128];
		telnyx_discovery *found = NULL;
		telnyx_error *error = NULL;
		snprintf(resource, sizeof resource, "%s/%ld", origin, latency);
		double started = now();
		telnyx_status status = telnyx_client_discover(client, resource, NULL, 0, NULL, &found, &error);
		double elapsed = now() - started;
		const char *outcome = "ok";
		if (status != TELNYX_STATUS_OK)
			outcome = telnyx_error_message(error);
		else if (telnyx_discovery_authorization_server(found) == NULL)
			outcome = "no authorization server";
		printf("%ld %.1f %s\n", latency, elapsed, outcome);
		telnyx_discovery_free(found);
		telnyx_error_free(error);
	}
	return NULL;
}

int main(int argc, char **argv)
{
	if (argc != 5)
		return 2;
	origin = argv[1];
	long threads = atol(argv[2]);
	calls = atol(argv[3]);
	for (char *text = strtok(argv[4], ","); text != NULL && latencies_count < 1024; text = strtok(NULL, ","))
		latencies[latencies_count++] = atol(text);
	telnyx_options *options = telnyx_options_new();
	telnyx_options_set_cache(options, false);
	telnyx_options_set_max_retries(options, 0);
	telnyx_options_set_proxy(options, "");
	if (telnyx_client_new(options, &client, NULL) != TELNYX_STATUS_OK)
		return 1;
	telnyx_options_free(options);
	pthread_t workers[64];
	for (long i = 0; i < threads && i < 64; i++)
		if (pthread_create(&workers[i], NULL, work, NULL) != 0)
			return 1;
	for (long i = 0; i < threads && i < 64; i++)
		pthread_join(workers[i], NULL);
	telnyx_client_free(client);
	return 0;
}
