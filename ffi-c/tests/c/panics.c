/* Tests of panics in the library: only the call fails. */

#include "check.h"

/* These functions are only for tests and not in the header. */
telnyx_status telnyx_test_panic(telnyx_string **string_out, telnyx_error **error_out);
void telnyx_test_panic_in_next_call(void);

static void a_panic_becomes_an_error(void)
{
    telnyx_string *made = POISON(telnyx_string);
    telnyx_error *error = POISON(telnyx_error);
    CHECK(telnyx_test_panic(&made, &error) == TELNYX_STATUS_INTERNAL);
    CHECK(made == NULL && error != NULL && telnyx_error_kind(error) == TELNYX_STATUS_INTERNAL);
    CHECK_HAS(telnyx_error_message(error), "a forced panic");
    CHECK_HAS(telnyx_error_to_json(error), "\"kind\":\"internal\"");
    telnyx_error_free(error);
    CHECK(telnyx_test_panic(&made, NULL) == TELNYX_STATUS_INTERNAL && made == NULL);
}

static void the_client_stays_usable(void)
{
    telnyx_client *client = sandbox_client();
    for (int i = 0; i < 3; i++) {
        telnyx_test_panic_in_next_call();
        telnyx_error *error = fail(client, sandbox.https, NULL, TELNYX_STATUS_INTERNAL);
        CHECK_HAS(telnyx_error_message(error), "a forced panic");
        telnyx_error_free(error);
        fetch(client, sandbox.https);
    }
    telnyx_client_free(client);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    RUN(a_panic_becomes_an_error);
    RUN(the_client_stays_usable);
    return 0;
}
