/* The worker protocol of bench/README.md, for the workers in C.
 *
 *   WORKER warm ORIGIN N       warms up, makes N calls, prints the median of their times in nanoseconds
 *   WORKER cold ORIGIN [CA]    makes one call
 *
 * libcurl.c and ../c/worker.c have more commands.
 */
#ifndef WORKER_H
#define WORKER_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DOCUMENT_PATH "/.well-known/oauth-protected-resource"
#define WARM_UP_CALLS 200

/* Makes one call. Ends the process if the call fails or returns an unexpected document. */
typedef void (*call_fn)(void *state);

static inline _Noreturn void die(const char *what) {
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static inline uint64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static inline int compare_ns(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static inline void warm(call_fn call, void *state, int warm_up, const char *count) {
    size_t n = strtoul(count, NULL, 10);
    uint64_t *times = n ? malloc(n * sizeof *times) : NULL;
    if (!times) die("N must be a positive number");
    for (int i = 0; i < warm_up; i++) call(state);
    for (size_t i = 0; i < n; i++) {
        uint64_t start = now_ns();
        call(state);
        times[i] = now_ns() - start;
    }
    qsort(times, n, sizeof *times, compare_ns);
    printf("%llu\n", (unsigned long long)times[n / 2]);
    free(times);
}

/* Runs the command in the arguments. `call` makes calls to ORIGIN. */
static inline void work(int argc, char **argv, call_fn call, void *state) {
    if (argc == 4 && strcmp(argv[1], "warm") == 0)
        warm(call, state, WARM_UP_CALLS, argv[3]);
    else if (argc >= 3 && strcmp(argv[1], "cold") == 0)
        call(state);
    else
        die("usage: warm ORIGIN N | cold ORIGIN [CA]");
}

#endif
