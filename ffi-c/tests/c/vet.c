/* Tests of the addresses of endpoints. With the argument NAME: tests of look-ups of this name, which no name server answers. */

#include "check.h"
#include <pthread.h>
#include <unistd.h>

/* The URLs of documents. */
#define PUBLIC "https://as.example/metadata"
#define LOOPBACK "https://127.0.0.1/metadata"

/* Options for a client that knows the public address of as.example. */
static telnyx_options *public_options(void)
{
    telnyx_options *options = sandbox_options();
    CHECK(telnyx_options_add_resolve(options, "as.example", 443, "1.1.1.1") == TELNYX_STATUS_OK);
    return options;
}

/* Checks that the addresses are count addresses. Frees the addresses. */
static void check_addresses(telnyx_strings *addresses, size_t count, const char *const *expected)
{
    CHECK(telnyx_strings_count(addresses) == count);
    for (size_t i = 0; i < count; i++)
        CHECK_TEXT(telnyx_strings_at(addresses, i), expected[i]);
    telnyx_strings_free(addresses);
}

/* Vets an endpoint, which must fail with this status. Returns the error, which the caller frees. */
static telnyx_error *refuse(telnyx_client *client, const char *url, const char *from, const telnyx_call *call,
                            telnyx_status status)
{
    telnyx_strings *addresses = POISON(telnyx_strings);
    telnyx_error *error = POISON(telnyx_error);
    telnyx_status found = telnyx_client_vet(client, url, from, call, &addresses, &error);
    CHECK_TEXT(telnyx_status_str(found), telnyx_status_str(status));
    CHECK(addresses == NULL && error != NULL && telnyx_error_kind(error) == status);
    return error;
}

static void an_endpoint_has_the_allowed_addresses(void)
{
    static const struct {
        const char *url;
        const char *from;
        size_t count;
        const char *addresses[2];
    } cases[] = {
        {"https://8.8.8.8/token", PUBLIC, 1, {"8.8.8.8"}},
        {"https://[2606:4700:4700::1111]/token", PUBLIC, 1, {"2606:4700:4700::1111"}},
        {"https://as.example/token", PUBLIC, 1, {"1.1.1.1"}},
        {"https://as.example/token", LOOPBACK, 1, {"1.1.1.1"}},
        {"https://localhost/token", LOOPBACK, 2, {"127.0.0.1", "::1"}},
        {"http://127.0.0.1/token", "http://localhost/metadata", 1, {"127.0.0.1"}},
    };
    telnyx_options *options = public_options();
    telnyx_client *client;
    telnyx_error *error;
    CHECK_OK(telnyx_client_new(options, &client, &error), error);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        telnyx_strings *addresses;
        CHECK_OK(telnyx_client_vet(client, cases[i].url, cases[i].from, NULL, &addresses, &error), error);
        check_addresses(addresses, cases[i].count, cases[i].addresses);
        CHECK_OK(telnyx_vet(cases[i].url, cases[i].from, options, &addresses, &error), error);
        check_addresses(addresses, cases[i].count, cases[i].addresses);
    }
    telnyx_client_free(client);
    telnyx_options_free(options);
}

static void an_endpoint_with_a_less_public_address_is_blocked(void)
{
    static const char *const urls[] = {"https://127.0.0.1/token", "https://localhost/token", "https://10.0.0.1/token",
                                       "https://[::ffff:7f00:1]/token", "https://169.254.169.254/token"};
    telnyx_client *client = client_of(public_options());
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        telnyx_error *error = refuse(client, urls[i], PUBLIC, NULL, TELNYX_STATUS_BLOCKED_ADDRESS);
        CHECK_TEXT(telnyx_error_url(error), urls[i]);
        telnyx_error_free(error);
    }
    telnyx_error_free(refuse(client, "https://169.254.169.254/token", LOOPBACK, NULL, TELNYX_STATUS_BLOCKED_ADDRESS));
    telnyx_client_free(client);

    telnyx_options *options = public_options();
    CHECK(telnyx_options_set_allow_private_addresses(options, true) == TELNYX_STATUS_OK);
    telnyx_strings *addresses;
    telnyx_error *error;
    CHECK_OK(telnyx_vet("https://10.0.0.1/token", PUBLIC, options, &addresses, &error), error);
    check_addresses(addresses, 1, (const char *const[]){"10.0.0.1"});
    CHECK(telnyx_vet("https://169.254.169.254/token", PUBLIC, options, &addresses, NULL) == TELNYX_STATUS_BLOCKED_ADDRESS);
    CHECK(addresses == NULL);
    telnyx_options_free(options);
}

static void an_insecure_or_invalid_url_is_refused(void)
{
    telnyx_client *client = client_of(public_options());
    telnyx_error_free(refuse(client, "http://as.example/token", PUBLIC, NULL, TELNYX_STATUS_INSECURE_URL));
    telnyx_error_free(refuse(client, "http://127.0.0.1/token", LOOPBACK, NULL, TELNYX_STATUS_INSECURE_URL));
    static const char *const urls[] = {"", "/token", "mailto:a@as.example", "https://u:p@as.example/token"};
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        telnyx_error *error = refuse(client, urls[i], PUBLIC, NULL, TELNYX_STATUS_INVALID_ARGUMENT);
        CHECK_HAS(telnyx_error_message(error), "url");
        telnyx_error_free(error);
        error = refuse(client, "https://as.example/token", urls[i], NULL, TELNYX_STATUS_INVALID_ARGUMENT);
        CHECK_HAS(telnyx_error_message(error), "from");
        telnyx_error_free(error);
    }
    telnyx_client_free(client);
}

static void a_proxy_makes_vetting_impossible(void)
{
    telnyx_options *options = public_options();
    CHECK(telnyx_options_set_proxy(options, "http://user:s3cret@127.0.0.1:9") == TELNYX_STATUS_OK);
    telnyx_client *client = client_of(options);
    telnyx_error *error = refuse(client, "https://8.8.8.8/token", PUBLIC, NULL, TELNYX_STATUS_INVALID_ARGUMENT);
    CHECK_HAS(telnyx_error_message(error), "proxy");
    CHECK(strstr(telnyx_error_message(error), "s3cret") == NULL);
    telnyx_error_free(error);
    telnyx_client_free(client);
}

static void a_call_without_a_look_up_obeys_its_settings(void)
{
    telnyx_client *client = sandbox_client();
    telnyx_call *call = telnyx_call_new();
    CHECK(telnyx_call_set_timeout_ms(call, 0) == TELNYX_STATUS_OK);
    telnyx_error_free(refuse(client, sandbox.http, sandbox.http, call, TELNYX_STATUS_INVALID_ARGUMENT));
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    CHECK(telnyx_call_set_timeout_ms(call, 60000) == TELNYX_STATUS_OK);
    CHECK(telnyx_call_set_cancel_token(call, token) == TELNYX_STATUS_OK);
    /* The call ignores the issuer. */
    CHECK(telnyx_call_set_issuer(call, "no issuer") == TELNYX_STATUS_OK);
    telnyx_strings *addresses;
    telnyx_error *error;
    CHECK_OK(telnyx_client_vet(client, sandbox.http, sandbox.http, call, &addresses, &error), error);
    check_addresses(addresses, 1, (const char *const[]){"127.0.0.1"});
    telnyx_cancel_token_cancel(token);
    telnyx_error_free(refuse(client, sandbox.http, sandbox.http, call, TELNYX_STATUS_CANCELLED));
    telnyx_cancel_token_free(token);
    telnyx_call_free(call);
    telnyx_client_free(client);
}

static void *cancel_soon(void *token)
{
    usleep(200000);
    telnyx_cancel_token_cancel(token);
    return NULL;
}

static void the_timeout_ends_a_look_up(const char *url)
{
    telnyx_client *client = sandbox_client();
    telnyx_call *call = telnyx_call_new();
    CHECK(telnyx_call_set_timeout_ms(call, 200) == TELNYX_STATUS_OK);
    telnyx_error *error = refuse(client, url, LOOPBACK, call, TELNYX_STATUS_TIMEOUT);
    CHECK_TEXT(telnyx_error_url(error), url);
    telnyx_error_free(error);
    telnyx_call_free(call);
    telnyx_client_free(client);
}

static void a_token_ends_a_look_up(const char *url)
{
    telnyx_client *client = sandbox_client();
    telnyx_call *call = telnyx_call_new();
    telnyx_cancel_token *token = telnyx_cancel_token_new();
    CHECK(telnyx_call_set_cancel_token(call, token) == TELNYX_STATUS_OK);
    CHECK(telnyx_call_set_timeout_ms(call, 3600000) == TELNYX_STATUS_OK);
    pthread_t cancelling;
    CHECK(pthread_create(&cancelling, NULL, cancel_soon, token) == 0);
    telnyx_error_free(refuse(client, url, LOOPBACK, call, TELNYX_STATUS_CANCELLED));
    CHECK(pthread_join(cancelling, NULL) == 0);
    telnyx_cancel_token_free(token);
    telnyx_call_free(call);
    telnyx_client_free(client);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    if (count > 4) {
        char *origin = join("https://", arguments[4]);
        char *url = join(origin, "/token");
        puts("the_timeout_ends_a_look_up");
        the_timeout_ends_a_look_up(url);
        puts("a_token_ends_a_look_up");
        a_token_ends_a_look_up(url);
        free(url);
        free(origin);
        return 0;
    }
    RUN(an_endpoint_has_the_allowed_addresses);
    RUN(an_endpoint_with_a_less_public_address_is_blocked);
    RUN(an_insecure_or_invalid_url_is_refused);
    RUN(a_proxy_makes_vetting_impossible);
    RUN(a_call_without_a_look_up_obeys_its_settings);
    return 0;
}
