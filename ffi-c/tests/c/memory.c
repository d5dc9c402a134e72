/* Memory that cannot be had ends the program, whatever it is needed for. */

#include "check.h"
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void memory_that_cannot_be_had_ends_the_program(void)
{
    const size_t size = (size_t)1 << 30;
    void *body = mmap(NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    CHECK(body != MAP_FAILED);
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        const struct rlimit none = {0, 0};
        const struct rlimit enough = {size + size / 2, size + size / 2};
        CHECK(setrlimit(RLIMIT_CORE, &none) == 0 && setrlimit(RLIMIT_AS, &enough) == 0);
        /* Rust says so before it ends the program. */
        CHECK(freopen("/dev/null", "w", stderr) != NULL);
        telnyx_response_free(telnyx_response_new(200, body, size));
        _exit(0);
    }
    int status;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    CHECK(munmap(body, size) == 0);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    RUN(memory_that_cannot_be_had_ends_the_program);
    return 0;
}
