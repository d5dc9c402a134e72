/* Deliberate bugs that the tools must find. The argument selects the bug. */

#include "check.h"
#include <limits.h>

/* Uses a handle after its free. The access is in the library, so a sanitizer finds it only if the library was built
 * with it. */
static int freed_handle(void)
{
    telnyx_call *call = telnyx_call_new();
    telnyx_call_free(call);
    return telnyx_call_set_timeout_ms(call, 1);
}

/* Reads a borrowed string after its handle was freed. */
static int freed_string(void)
{
    telnyx_string *string;
    CHECK(telnyx_resource_metadata_url("https://rs.example", &string, NULL) == TELNYX_STATUS_OK);
    const volatile char *text = telnyx_string_text(string);
    telnyx_string_free(string);
    return text[0] == 'x';
}

static int freed_twice(void)
{
    telnyx_options *options = telnyx_options_new();
    telnyx_options_free(options);
    telnyx_options_free(options);
    return 0;
}

static int leak(void)
{
    /* No variable keeps the pointer. */
    return telnyx_client_new(NULL, &(telnyx_client *){NULL}, NULL);
}

static int overflow(void)
{
    volatile int most = INT_MAX;
    most = most + 1;
    return most == 0;
}

int main(int count, char **arguments)
{
    static const struct {
        const char *name;
        int (*commit)(void);
    } bugs[] = {
        {"freed_handle", freed_handle}, {"freed_string", freed_string}, {"freed_twice", freed_twice},
        {"leak", leak},                 {"overflow", overflow},
    };
    start(count, arguments);
    CHECK(count == 5);
    for (size_t i = 0; i < sizeof bugs / sizeof *bugs; i++)
        if (strcmp(arguments[4], bugs[i].name) == 0) {
            (void)bugs[i].commit();
            puts(bugs[i].name);
            return 0;
        }
    return 1;
}
