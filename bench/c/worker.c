/* This project's worker in C. The protocol is in bench/README.md. Besides the commands of the C peers (worker.h):
 *
 *   worker cached ORIGIN N                  prints the mean time of N calls that the cache answers
 *   worker threads ORIGIN THREADS SECONDS   prints requests a second, and the 99th percentile in nanoseconds
 */
#define _POSIX_C_SOURCE 200809L
#include "../peers/worker.h"

#include <pthread.h>
#include <telnyx_oauth.h>

#define WARM_UP_IN_THREADS 10

struct caller {
    telnyx_client *client;
    const char *resource;
};

static void call(void *state) {
    struct caller *caller = state;
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    if (telnyx_client_fetch_resource_metadata(caller->client, caller->resource, NULL, &metadata, &error) != TELNYX_STATUS_OK)
        die(telnyx_error_message(error));
    if (telnyx_resource_metadata_authorization_servers_count(metadata) == 0) die("no authorization server");
    telnyx_resource_metadata_free(metadata);
}

static telnyx_client *client_with(const telnyx_options *options) {
    telnyx_client *client;
    telnyx_error *error;
    if (telnyx_client_new(options, &client, &error) != TELNYX_STATUS_OK) die(telnyx_error_message(error));
    return client;
}

/* Measures all calls together, because the clock is too coarse for one. */
static void cached(struct caller *caller, const char *count) {
    size_t n = strtoul(count, NULL, 10);
    char resource[1024];
    if (n == 0) die("N must be a positive number");
    snprintf(resource, sizeof resource, "%s/cached", caller->resource);
    caller->resource = resource;
    call(caller);
    uint64_t start = now_ns();
    for (size_t i = 0; i < n; i++) call(caller);
    printf("%llu\n", (unsigned long long)((now_ns() - start) / n));
}

struct thread {
    pthread_t id;
    struct caller caller;
    pthread_barrier_t *barrier;
    uint64_t length;
    uint64_t elapsed;
    uint64_t *times;
    size_t count;
};

static void *run(void *state) {
    struct thread *thread = state;
    size_t capacity = 4096;
    thread->times = malloc(capacity * sizeof *thread->times);
    for (int i = 0; i < WARM_UP_IN_THREADS; i++) call(&thread->caller);
    pthread_barrier_wait(thread->barrier);
    uint64_t start = now_ns();
    do {
        if (thread->count == capacity) thread->times = realloc(thread->times, (capacity *= 2) * sizeof *thread->times);
        if (!thread->times) die("out of memory");
        uint64_t before = now_ns();
        call(&thread->caller);
        thread->times[thread->count++] = now_ns() - before;
        thread->elapsed = now_ns() - start;
    } while (thread->elapsed < thread->length);
    return NULL;
}

static void in_threads(const char *origin, size_t count, uint64_t seconds) {
    struct thread *threads = count ? calloc(count, sizeof *threads) : NULL;
    pthread_barrier_t barrier;
    size_t total = 0, copied = 0;
    uint64_t longest = 0;
    if (!threads) die("THREADS must be a positive number");
    pthread_barrier_init(&barrier, NULL, (unsigned)count);
    /* With a cache, concurrent calls for one URL would share a request. */
    telnyx_options *options = telnyx_options_new();
    telnyx_options_set_cache(options, false);
    struct caller caller = {client_with(options), origin};
    for (size_t i = 0; i < count; i++) {
        threads[i] = (struct thread){.caller = caller, .barrier = &barrier, .length = seconds * 1000000000u};
        if (pthread_create(&threads[i].id, NULL, run, &threads[i]) != 0) die("pthread_create");
    }
    for (size_t i = 0; i < count; i++) {
        pthread_join(threads[i].id, NULL);
        total += threads[i].count;
        if (threads[i].elapsed > longest) longest = threads[i].elapsed;
    }
    uint64_t *times = malloc(total * sizeof *times);
    if (!times) die("out of memory");
    for (size_t i = 0; i < count; copied += threads[i++].count) {
        memcpy(times + copied, threads[i].times, threads[i].count * sizeof *times);
        free(threads[i].times);
    }
    qsort(times, total, sizeof *times, compare_ns);
    printf("%.0f %llu\n", (double)total * 1e9 / (double)longest, (unsigned long long)times[total * 99 / 100]);
    free(times);
    free(threads);
    telnyx_client_free(caller.client);
    telnyx_options_free(options);
}

int main(int argc, char **argv) {
    if (argc == 5 && strcmp(argv[1], "threads") == 0) {
        in_threads(argv[2], strtoul(argv[3], NULL, 10), strtoul(argv[4], NULL, 10));
        return 0;
    }
    if (argc < 3) die("usage: warm ORIGIN N | cold ORIGIN | cached ORIGIN N | threads ORIGIN THREADS SECONDS");
    struct caller caller = {client_with(NULL), argv[2]};
    if (argc == 4 && strcmp(argv[1], "cached") == 0)
        cached(&caller, argv[3]);
    else
        work(argc, argv, call, &caller);
    telnyx_client_free(caller.client);
    return 0;
}
