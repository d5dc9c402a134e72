/* Discovers the resource in the first argument over libcurl, and prints the result as JSON. The library does no I/O here:
 * a telnyx_discovery_plan says which requests to send, and this program sends them.
 *
 * Usage: discover_with_libcurl RESOURCE [PROBE [CA_FILE]]. PROBE is a value of telnyx_options_set_probe(). */
#include <curl/curl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <telnyx_oauth.h>
#include <time.h>

enum { MAX_REDIRECTS = 3, MAX_BODY = 1 << 20, MAX_PROBE_BODY = 64 << 10, ALL_SECONDS = 30, PROBE_SECONDS = 5 };

/* A planned request, and its response so far. */
struct transfer {
    const telnyx_planned_request *request;
    CURL *easy;
    struct curl_slist *headers, *addresses;
    char *body;
    size_t length;
    int redirects;
    struct transfer *next;
};

static telnyx_discovery_plan *plan;
static telnyx_client *client;
static CURLM *multi;
static struct transfer *transfers;
static const char *ca_file;
static time_t start;
static int deletes; /* The DELETEs that are running. */

static void *checked(void *allocated)
{
    if (allocated == NULL)
        abort();
    return allocated;
}

/* Returns formatted text, which the caller frees. */
static char *format(const char *pattern, ...)
{
    va_list arguments, again;
    va_start(arguments, pattern);
    va_copy(again, arguments);
    size_t size = (size_t)vsnprintf(NULL, 0, pattern, arguments) + 1;
    char *text = checked(malloc(size));
    vsnprintf(text, size, pattern, again);
    va_end(again);
    va_end(arguments);
    return text;
}

static bool is_probe(const struct transfer *transfer)
{
    return telnyx_planned_request_purpose(transfer->request) == TELNYX_PURPOSE_PROBE;
}

static bool has_method(const struct transfer *transfer, const char *method)
{
    return strcmp(telnyx_planned_request_method(transfer->request), method) == 0;
}

static long status_of(const struct transfer *transfer)
{
    long status = 0;
    curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/* Returns the value of a header field of the response; NULL past the last field with this name. */
static const char *header(const struct transfer *transfer, const char *name, size_t index)
{
    struct curl_header *field;
    return curl_easy_header(transfer->easy, name, index, CURLH_HEADER, -1, &field) == CURLHE_OK ? field->value : NULL;
}

/* Keeps a part of the body. Returns 0 to end the transfer. */
static size_t keep(char *bytes, size_t size, size_t count, void *data)
{
    struct transfer *transfer = data;
    size_t limit = is_probe(transfer) ? MAX_PROBE_BODY : MAX_BODY;
    /* The successful response to a probe may be an endless event stream. The plan needs only the bodies of errors. */
    if (is_probe(transfer) && status_of(transfer) < 400)
        return 0;
    if (size * count > limit - transfer->length)
        return 0;
    transfer->body = checked(realloc(transfer->body, transfer->length + size * count + 1));
    memcpy(transfer->body + transfer->length, bytes, size * count);
    transfer->length += size * count;
    return size * count;
}

/* Returns a part of a URL, which the caller frees with curl_free(); NULL if the URL is invalid. */
static char *part(const char *url, CURLUPart which)
{
    char *text = NULL;
    CURLU *parsed = checked(curl_url());
    curl_url_set(parsed, CURLUPART_URL, url, 0);
    curl_url_get(parsed, which, &text, CURLU_DEFAULT_PORT);
    curl_url_cleanup(parsed);
    return text;
}

static bool is_same_origin(const char *a, const char *b)
{
    static const CURLUPart parts[] = {CURLUPART_SCHEME, CURLUPART_HOST, CURLUPART_PORT};
    bool is_same = true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        char *of_a = part(a, parts[i]), *of_b = part(b, parts[i]);
        is_same = is_same && of_a != NULL && of_b != NULL && curl_strequal(of_a, of_b);
        curl_free(of_a);
        curl_free(of_b);
    }
    return is_same;
}

/* Reports a request that got no response. */
static void fail(const struct transfer *transfer, telnyx_status kind, const char *message)
{
    if (telnyx_discovery_plan_fail(plan, telnyx_planned_request_id(transfer->request), kind, message, NULL) != TELNYX_STATUS_OK)
        abort();
}

static void respond(const struct transfer *transfer)
{
    enum { MAX_LINES = 32 };
    const char *lines[MAX_LINES], *value;
    struct curl_slist *copies = NULL;
    size_t count = 0;
    telnyx_response *response = telnyx_response_new((uint16_t)status_of(transfer), transfer->body, transfer->length);
    telnyx_response_set_received_at(response, (int64_t)time(NULL));
    if ((value = header(transfer, "Content-Type", 0)) != NULL)
        telnyx_response_set_content_type(response, value);
    if ((value = header(transfer, "Mcp-Session-Id", 0)) != NULL)
        telnyx_response_set_mcp_session_id(response, value);
    if ((value = header(transfer, "MCP-Protocol-Version", 0)) != NULL)
        telnyx_response_set_mcp_protocol_version(response, value);
    /* The next call of curl_easy_header() may overwrite a value. */
    while (count < MAX_LINES && (value = header(transfer, "WWW-Authenticate", count)) != NULL) {
        copies = checked(curl_slist_append(copies, value));
        count++;
    }
    count = 0;
    for (const struct curl_slist *copy = copies; copy != NULL; copy = copy->next)
        lines[count++] = copy->data;
    telnyx_response_set_www_authenticate(response, lines, count);
    curl_slist_free_all(copies);
    if (transfer->redirects > 0) {
        char *url = NULL;
        curl_easy_getinfo(transfer->easy, CURLINFO_EFFECTIVE_URL, &url);
        telnyx_response_set_url(response, url);
    }
    telnyx_error *error;
    size_t id = telnyx_planned_request_id(transfer->request);
    if (telnyx_discovery_plan_respond(plan, id, response, &error) != TELNYX_STATUS_OK) {
        fail(transfer, TELNYX_STATUS_TRANSPORT, telnyx_error_message(error)); /* such as header fields that are not UTF-8 */
        telnyx_error_free(error);
    }
    telnyx_response_free(response);
}

/* Sends the request, or the request to the target of a redirect. */
static void send_to(struct transfer *transfer, const char *url)
{
    time_t end = start + (is_probe(transfer) ? PROBE_SECONDS : ALL_SECONDS), now = time(NULL);
    transfer->length = 0;
    curl_easy_setopt(transfer->easy, CURLOPT_URL, url);
    curl_easy_setopt(transfer->easy, CURLOPT_TIMEOUT, end > now ? (long)(end - now) : 1L);
    curl_multi_add_handle(multi, transfer->easy);
}

/* Allows only the addresses to which a URL from a server may lead. The name may lead elsewhere later, so libcurl must not
 * look it up again. */
static bool may_connect(struct transfer *transfer, const char *url, const char *named_by)
{
    telnyx_strings *addresses;
    telnyx_error *error;
    /* This call blocks if the name must be looked up. */
    if (telnyx_client_vet(client, url, named_by, NULL, &addresses, &error) != TELNYX_STATUS_OK) {
        fail(transfer, telnyx_error_kind(error), telnyx_error_message(error));
        telnyx_error_free(error);
        return false;
    }
    char *host = part(url, CURLUPART_HOST), *port = part(url, CURLUPART_PORT);
    char *pins = format("%s:%s", host, port);
    for (size_t i = 0; i < telnyx_strings_count(addresses); i++) {
        char *longer = format("%s%c%s", pins, i == 0 ? ':' : ',', telnyx_strings_at(addresses, i));
        free(pins);
        pins = longer;
    }
    if (host[0] != '[') /* An IPv6 address is not looked up. */
        transfer->addresses = checked(curl_slist_append(NULL, pins));
    curl_easy_setopt(transfer->easy, CURLOPT_RESOLVE, transfer->addresses);
    /* An open connection may lead to another address of the name. */
    curl_easy_setopt(transfer->easy, CURLOPT_FRESH_CONNECT, 1L);
    free(pins);
    curl_free(port);
    curl_free(host);
    telnyx_strings_free(addresses);
    return true;
}

static void begin(const telnyx_planned_request *request)
{
    struct transfer *transfer = checked(calloc(1, sizeof *transfer));
    const char *url = telnyx_planned_request_url(request), *named_by = telnyx_planned_request_named_by(request);
    CURL *easy = checked(curl_easy_init());
    transfer->request = request;
    transfer->easy = easy;
    transfer->next = transfers;
    transfers = transfer;
    transfer->headers = checked(curl_slist_append(NULL, "Accept-Encoding: identity"));
    for (size_t i = 0; i < telnyx_planned_request_headers_count(request); i++) {
        char *field = format("%s: %s", telnyx_planned_request_headers_name_at(request, i),
                             telnyx_planned_request_headers_value_at(request, i));
        transfer->headers = checked(curl_slist_append(transfer->headers, field));
        free(field);
    }
    curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->headers);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "discover_with_libcurl/1");
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, (long)PROBE_SECONDS);
    curl_easy_setopt(easy, CURLOPT_PROXY, ""); /* A proxy would look up the names itself. */
    if (ca_file != NULL)
        curl_easy_setopt(easy, CURLOPT_CAINFO, ca_file);
    if (telnyx_planned_request_body(request) != NULL)
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, telnyx_planned_request_body(request));
    if (has_method(transfer, "DELETE")) {
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, "DELETE");
        deletes++;
    }
    if (named_by == NULL || may_connect(transfer, url, named_by))
        send_to(transfer, url);
}

static telnyx_status kind_of(CURLcode code)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return TELNYX_STATUS_TIMEOUT;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
        return TELNYX_STATUS_TLS;
    case CURLE_WRITE_ERROR: /* keep() has returned 0. */
        return TELNYX_STATUS_BODY_TOO_LARGE;
    default:
        return TELNYX_STATUS_TRANSPORT;
    }
}

/* Handles the end of a transfer: follows a redirect, or tells the plan. */
static void end(struct transfer *transfer, CURLcode code)
{
    char *target = NULL;
    curl_multi_remove_handle(multi, transfer->easy);
    /* A challenge counts on a redirect, too. A POST and a DELETE follow no redirect. */
    if (has_method(transfer, "GET") && !(is_probe(transfer) && header(transfer, "WWW-Authenticate", 0) != NULL))
        curl_easy_getinfo(transfer->easy, CURLINFO_REDIRECT_URL, &target);
    if (has_method(transfer, "DELETE"))
        deletes--;
    if (code != CURLE_OK && !(is_probe(transfer) && status_of(transfer) != 0))
        fail(transfer, kind_of(code), curl_easy_strerror(code));
    else if (!is_probe(transfer) && header(transfer, "Content-Encoding", 0) != NULL)
        fail(transfer, TELNYX_STATUS_CONTENT_TYPE, "the body has a content coding, although the request asks for none");
    else if (target == NULL)
        respond(transfer);
    else if (transfer->redirects == MAX_REDIRECTS || !is_same_origin(target, telnyx_planned_request_url(transfer->request)))
        fail(transfer, TELNYX_STATUS_REDIRECT_REFUSED, "the redirect leads to another origin, or is one too many");
    else {
        transfer->redirects++;
        send_to(transfer, target);
    }
}

/* Sends the requests of the plan until it is finished. Then only a DELETE may still run. */
static void run(void)
{
    const telnyx_planned_request *request;
    const CURLMsg *message;
    int running, left;
    for (;;) {
        while ((request = telnyx_discovery_plan_next_request(plan)) != NULL)
            begin(request);
        if (telnyx_discovery_plan_is_finished(plan) && deletes == 0)
            return;
        curl_multi_perform(multi, &running);
        bool is_answered = false;
        while ((message = curl_multi_info_read(multi, &left)) != NULL) {
            struct transfer *transfer;
            curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
            end(transfer, message->data.result);
            is_answered = true;
        }
        if (!is_answered)
            curl_multi_poll(multi, NULL, 0, 1000, NULL);
    }
}

static void free_transfers(void)
{
    while (transfers != NULL) {
        struct transfer *transfer = transfers;
        transfers = transfer->next;
        curl_multi_remove_handle(multi, transfer->easy);
        curl_easy_cleanup(transfer->easy);
        curl_slist_free_all(transfer->headers);
        curl_slist_free_all(transfer->addresses);
        free(transfer->body);
        free(transfer);
    }
}

int main(int argc, char **argv)
{
    telnyx_discovery *discovery = NULL;
    telnyx_error *error = NULL;
    telnyx_options *options = telnyx_options_new();
    if (argc > 2)
        telnyx_options_set_probe(options, argv[2]);
    ca_file = argc > 3 ? argv[3] : NULL;
    telnyx_options_set_proxy(options, "");
    curl_global_init(CURL_GLOBAL_DEFAULT);
    multi = checked(curl_multi_init());
    telnyx_status status = telnyx_client_new(options, &client, &error);
    if (status == TELNYX_STATUS_OK)
        status = telnyx_discovery_plan_new(argc > 1 ? argv[1] : "https://api.telnyx.com", NULL, 0, NULL, options, &plan, &error);
    if (status == TELNYX_STATUS_OK) {
        start = time(NULL);
        run();
        status = telnyx_discovery_plan_finish(plan, &discovery, &error);
    }
    if (status == TELNYX_STATUS_OK)
        puts(telnyx_discovery_to_json(discovery));
    else
        fprintf(stderr, "%s: %s\n", telnyx_status_str(status), telnyx_error_message(error));
    free_transfers();
    curl_multi_cleanup(multi);
    curl_global_cleanup();
    telnyx_discovery_free(discovery);
    telnyx_error_free(error);
    telnyx_discovery_plan_free(plan);
    telnyx_client_free(client);
    telnyx_options_free(options);
    return status;
}
