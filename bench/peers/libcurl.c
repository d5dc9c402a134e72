/* Handwritten code in C, with one libcurl easy handle, and cJSON for the documents.
 *
 *   libcurl discover ORIGIN N [CA]    like warm, but discovers the sandbox's resource with three sequential requests
 */
#include "worker.h"

#include <cjson/cJSON.h>
#include <curl/curl.h>
#include <strings.h>

#define SERVER_PATH "/.well-known/oauth-authorization-server"
#define WARM_UP_DISCOVERIES 3

struct client {
    CURL *curl;
    const char *resource;
    char body[65536];
    size_t length;
    char metadata_url[1024];
};

static size_t append_body(char *data, size_t size, size_t count, void *user) {
    struct client *client = user;
    size_t n = size * count;
    if (n > sizeof client->body - client->length) return 0;
    memcpy(client->body + client->length, data, n);
    client->length += n;
    return n;
}

static cJSON *checked_document(const struct client *client) {
    cJSON *document = cJSON_ParseWithLength(client->body, client->length);
    const cJSON *resource = cJSON_GetObjectItemCaseSensitive(document, "resource");
    const cJSON *servers = cJSON_GetObjectItemCaseSensitive(document, "authorization_servers");
    if (!cJSON_IsString(resource) || strcmp(resource->valuestring, client->resource) != 0) die("libcurl: resource");
    if (!cJSON_IsArray(servers) || !servers->child) die("libcurl: authorization_servers");
    for (const cJSON *server = servers->child; server; server = server->next)
        if (!cJSON_IsString(server)) die("libcurl: an authorization server is not a string");
    return document;
}

static void get(struct client *client, long expected_status) {
    long status = 0;
    client->length = 0;
    CURLcode code = curl_easy_perform(client->curl);
    if (code != CURLE_OK) die(curl_easy_strerror(code));
    curl_easy_getinfo(client->curl, CURLINFO_RESPONSE_CODE, &status);
    if (status != expected_status) die("libcurl: status");
}

static void call(void *state) {
    struct client *client = state;
    get(client, 200);
    cJSON_Delete(checked_document(client));
}

static size_t read_challenge(char *line, size_t size, size_t count, void *user) {
    struct client *client = user;
    char text[sizeof client->metadata_url];
    snprintf(text, sizeof text, "%.*s", (int)(size * count), line);
    const char *parameter = strstr(text, "resource_metadata=\"");
    if (parameter && strncasecmp(text, "www-authenticate:", 17) == 0)
        sscanf(parameter, "resource_metadata=\"%1023[^\"]", client->metadata_url);
    return size * count;
}

static void discover(void *state) {
    struct client *client = state;
    char url[1024];
    client->metadata_url[0] = 0;
    curl_easy_setopt(client->curl, CURLOPT_URL, client->resource);
    get(client, 401);
    curl_easy_setopt(client->curl, CURLOPT_URL, client->metadata_url);
    get(client, 200);
    cJSON *document = checked_document(client);
    const char *issuer = cJSON_GetObjectItemCaseSensitive(document, "authorization_servers")->child->valuestring;
    snprintf(url, sizeof url, "%s" SERVER_PATH, issuer);
    curl_easy_setopt(client->curl, CURLOPT_URL, url);
    get(client, 200);
    cJSON *server = cJSON_ParseWithLength(client->body, client->length);
    const cJSON *declared = cJSON_GetObjectItemCaseSensitive(server, "issuer");
    if (!cJSON_IsString(declared) || strcmp(declared->valuestring, issuer) != 0) die("libcurl: issuer");
    cJSON_Delete(server);
    cJSON_Delete(document);
}

int main(int argc, char **argv) {
    static struct client client;
    char url[1024];
    if (argc < 3) die("usage: warm ORIGIN N | cold ORIGIN [CA] | discover ORIGIN N [CA]");
    int discovers = argc >= 4 && strcmp(argv[1], "discover") == 0;
    snprintf(url, sizeof url, "%s%s", argv[2], discovers ? "/v2/mcp" : DOCUMENT_PATH);
    client.resource = discovers ? url : argv[2];

    curl_global_init(CURL_GLOBAL_DEFAULT);
    client.curl = curl_easy_init();
    if (!client.curl) die("libcurl: curl_easy_init");
    struct curl_slist *fields = curl_slist_append(NULL, "Accept: application/json");
    curl_easy_setopt(client.curl, CURLOPT_URL, url);
    curl_easy_setopt(client.curl, CURLOPT_HTTPHEADER, fields);
    curl_easy_setopt(client.curl, CURLOPT_WRITEFUNCTION, append_body);
    curl_easy_setopt(client.curl, CURLOPT_WRITEDATA, &client);
    curl_easy_setopt(client.curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(client.curl, CURLOPT_TIMEOUT, 30L);
    if (argc == 4 && strcmp(argv[1], "cold") == 0) curl_easy_setopt(client.curl, CURLOPT_CAINFO, argv[3]);
    if (discovers) {
        curl_easy_setopt(client.curl, CURLOPT_HEADERFUNCTION, read_challenge);
        curl_easy_setopt(client.curl, CURLOPT_HEADERDATA, &client);
        if (argc == 5) curl_easy_setopt(client.curl, CURLOPT_CAINFO, argv[4]);
        warm(discover, &client, WARM_UP_DISCOVERIES, argv[3]);
    } else {
        work(argc, argv, call, &client);
    }
    curl_easy_cleanup(client.curl);
    curl_slist_free_all(fields);
    curl_global_cleanup();
    return 0;
}
