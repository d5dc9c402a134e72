/* Tests the versions of the header and of the library. Argument: the version of the crate. */

#include "check.h"

int main(int count, char **arguments)
{
    start(count, arguments);
    CHECK(count == 5);
    char numbers[64];
    snprintf(numbers, sizeof numbers, "%d.%d.%d", TELNYX_OAUTH_VERSION_MAJOR, TELNYX_OAUTH_VERSION_MINOR,
             TELNYX_OAUTH_VERSION_PATCH);
    CHECK_TEXT(telnyx_version(), arguments[4]);
    CHECK_TEXT(TELNYX_OAUTH_VERSION_STRING, arguments[4]);
    CHECK_TEXT(numbers, arguments[4]);
    CHECK(telnyx_version() == telnyx_version());
    puts("version");
    return 0;
}
