/* Tests that the process prints a line and aborts if memory runs out. */

#include "check.h"
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void the_process_aborts_if_memory_runs_out(void)
{
    const size_t size = (size_t)1 << 30;
    void *body = mmap(NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    CHECK(body != MAP_FAILED);
    int said[2];
    CHECK(pipe(said) == 0);
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        const struct rlimit none = {0, 0};
        const struct rlimit enough = {size + size / 2, size + size / 2};
        CHECK(setrlimit(RLIMIT_CORE, &none) == 0 && setrlimit(RLIMIT_AS, &enough) == 0);
        CHECK(dup2(said[1], STDERR_FILENO) == STDERR_FILENO);
        telnyx_response_free(telnyx_response_new(200, body, size));
        _exit(0);
    }
    int status;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    char line[256] = "";
    CHECK(read(said[0], line, sizeof line - 1) > 0);
    CHECK_HAS(line, "memory allocation");
    CHECK(close(said[0]) == 0 && close(said[1]) == 0);
    CHECK(munmap(body, size) == 0);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    RUN(the_process_aborts_if_memory_runs_out);
    return 0;
}
