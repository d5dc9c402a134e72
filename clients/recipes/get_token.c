/* Prints an access token for the resource argv[1], as the client argv[2] with the secret argv[3]. */
#include <cjson/cJSON.h>
#include <curl/curl.h>
#include <stdio.h>
#include <telnyx_oauth.h>

int main(int argc, char **argv)
{
    telnyx_discovery *found;
    telnyx_authorization_parameters *next;
    if (argc != 4 || telnyx_discover(argv[1], NULL, 0, NULL, &found, NULL) != TELNYX_STATUS_OK) return 1;
    if (telnyx_discovery_authorization_parameters(found, NULL, &next, NULL) != TELNYX_STATUS_OK) return 1;

    char form[4096], answer[16384];
    CURL *curl = curl_easy_init();
    FILE *stream = fmemopen(form, sizeof form, "w");
    fprintf(stream, "grant_type=client_credentials&resource=%s&scope=",
            curl_easy_escape(curl, telnyx_authorization_parameters_resource(next), 0));
    for (size_t i = 0; i < telnyx_authorization_parameters_scope_count(next); i++)
        fprintf(stream, "%s%s", i ? "+" : "", curl_easy_escape(curl, telnyx_authorization_parameters_scope_at(next, i), 0));
    if (fclose(stream) != 0) return 1;

    stream = fmemopen(answer, sizeof answer, "w");
    curl_easy_setopt(curl, CURLOPT_URL, telnyx_authorization_parameters_token_endpoint(next));
    curl_easy_setopt(curl, CURLOPT_USERNAME, argv[2]);
    curl_easy_setopt(curl, CURLOPT_PASSWORD, argv[3]);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, form);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, stream);
    if (curl_easy_perform(curl) != CURLE_OK || fclose(stream) != 0) return 1;
    const char *token = cJSON_GetStringValue(cJSON_GetObjectItem(cJSON_Parse(answer), "access_token"));
    return token ? puts(token) < 0 : 1;
}
