/* What one writes by hand in C: one libcurl easy handle, and cJSON for the document. */
#include "worker.h"

#include <cjson/cJSON.h>
#include <curl/curl.h>

struct client {
    CURL *curl;
    const char *origin;
    char body[65536];
    size_t length;
};

static size_t keep(char *data, size_t size, size_t count, void *user) {
    struct client *client = user;
    size_t n = size * count;
    if (n > sizeof client->body - client->length) return 0;
    memcpy(client->body + client->length, data, n);
    client->length += n;
    return n;
}

static void judge(const struct client *client) {
    cJSON *document = cJSON_ParseWithLength(client->body, client->length);
    const cJSON *resource = cJSON_GetObjectItemCaseSensitive(document, "resource");
    const cJSON *servers = cJSON_GetObjectItemCaseSensitive(document, "authorization_servers");
    if (!cJSON_IsString(resource) || strcmp(resource->valuestring, client->origin) != 0) die("libcurl: resource");
    if (!cJSON_IsArray(servers) || !servers->child) die("libcurl: authorization_servers");
    for (const cJSON *server = servers->child; server; server = server->next)
        if (!cJSON_IsString(server)) die("libcurl: an authorization server is no string");
    cJSON_Delete(document);
}

static void call(void *state) {
    struct client *client = state;
    long status = 0;
    client->length = 0;
    CURLcode code = curl_easy_perform(client->curl);
    if (code != CURLE_OK) die(curl_easy_strerror(code));
    curl_easy_getinfo(client->curl, CURLINFO_RESPONSE_CODE, &status);
    if (status != 200) die("libcurl: status");
    judge(client);
}

int main(int argc, char **argv) {
    static struct client client;
    char url[1024];
    if (argc < 3) die("libcurl: ORIGIN is missing");
    client.origin = argv[2];
    snprintf(url, sizeof url, "%s" DOCUMENT_PATH, client.origin);

    curl_global_init(CURL_GLOBAL_DEFAULT);
    client.curl = curl_easy_init();
    if (!client.curl) die("libcurl: curl_easy_init");
    struct curl_slist *fields = curl_slist_append(NULL, "Accept: application/json");
    curl_easy_setopt(client.curl, CURLOPT_URL, url);
    curl_easy_setopt(client.curl, CURLOPT_HTTPHEADER, fields);
    curl_easy_setopt(client.curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(client.curl, CURLOPT_WRITEDATA, &client);
    curl_easy_setopt(client.curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(client.curl, CURLOPT_TIMEOUT, 30L);
    if (argc == 4 && strcmp(argv[1], "cold") == 0) curl_easy_setopt(client.curl, CURLOPT_CAINFO, argv[3]);
    work(argc, argv, call, &client);
    curl_easy_cleanup(client.curl);
    curl_slist_free_all(fields);
    curl_global_cleanup();
    return 0;
}
