/* Tests the default timeout of a call: 30 seconds. */

#include "check.h"

static void a_call_without_a_timeout_ends(void)
{
    char *resource = join(sandbox.http, "/silent");
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    CHECK(telnyx_fetch_resource_metadata(resource, NULL, &metadata, &error) == TELNYX_STATUS_TIMEOUT);
    CHECK_HAS(telnyx_error_message(error), "within 30s");
    telnyx_error_free(error);
    free(resource);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    RUN(a_call_without_a_timeout_ends);
    return 0;
}
