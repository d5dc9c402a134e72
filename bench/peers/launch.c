/* launch K COMMAND [ARGUMENT...]: runs COMMAND K times in sequence, with stdout to /dev/null. Prints the median of the
 * times from spawn to exit in nanoseconds, and the largest resident set in KiB. */
#define _GNU_SOURCE
#include "worker.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

extern char **environ;

int main(int argc, char **argv) {
    size_t runs = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
    uint64_t *times = runs ? malloc(runs * sizeof *times) : NULL;
    long peak = 0;
    if (!times) die("usage: launch K COMMAND [ARGUMENT...]");

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);

    for (size_t i = 0; i < runs; i++) {
        pid_t pid;
        int status;
        struct rusage usage;
        uint64_t start = now_ns();
        if (posix_spawn(&pid, argv[2], &actions, NULL, argv + 2, environ) != 0) die("launch: cannot start the command");
        if (wait4(pid, &status, 0, &usage) != pid) die("launch: wait4");
        times[i] = now_ns() - start;
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) die("launch: the command failed");
        if (usage.ru_maxrss > peak) peak = usage.ru_maxrss;
    }
    qsort(times, runs, sizeof *times, compare_ns);
    printf("%llu %ld\n", (unsigned long long)times[runs / 2], peak);
    posix_spawn_file_actions_destroy(&actions);
    free(times);
    return 0;
}
