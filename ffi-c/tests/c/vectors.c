/* Runs one file of the language-neutral test vectors through the C API. Arguments: the file, and its name without
 * folder and extension. */

#include "check.h"
#include <cjson/cJSON.h>

static const char *text(const cJSON *object, const char *member)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, member));
}

static int failed = 0;

/* Reports an unexpected result and continues, so that one run shows all failures. */
static void compare(const cJSON *vector, const cJSON *expected, cJSON *found)
{
    CHECK(expected != NULL);
    if (!cJSON_Compare(expected, found, true)) {
        char *wanted = cJSON_PrintUnformatted(expected);
        char *came = cJSON_PrintUnformatted(found);
        fprintf(stderr, "%s: expected %s, found %s\n", text(vector, "id"), wanted, came);
        free(wanted);
        free(came);
        failed++;
    }
    cJSON_Delete(found);
}

/* Returns the name of a status, and frees the error. */
static cJSON *name_of(telnyx_status status, telnyx_error *error)
{
    CHECK(error != NULL && telnyx_error_kind(error) == status && strlen(telnyx_error_message(error)) > 0);
    telnyx_error_free(error);
    return cJSON_CreateString(telnyx_status_str(status));
}

static void resource_metadata_url(const cJSON *vector)
{
    telnyx_string *url;
    telnyx_error *error;
    telnyx_status status = telnyx_resource_metadata_url(text(vector, "resource"), &url, &error);
    if (status == TELNYX_STATUS_OK)
        compare(vector, cJSON_GetObjectItem(vector, "url"), cJSON_CreateString(telnyx_string_text(url)));
    else
        compare(vector, cJSON_GetObjectItem(vector, "error"), name_of(status, error));
    telnyx_string_free(url);
}

static void authorization_server_metadata_urls(const cJSON *vector)
{
    telnyx_strings *urls;
    telnyx_error *error;
    telnyx_status status = telnyx_authorization_server_metadata_urls(text(vector, "issuer"), &urls, &error);
    if (status == TELNYX_STATUS_OK) {
        cJSON *found = cJSON_CreateArray();
        for (size_t i = 0; i < telnyx_strings_count(urls); i++)
            cJSON_AddItemToArray(found, cJSON_CreateString(telnyx_strings_at(urls, i)));
        compare(vector, cJSON_GetObjectItem(vector, "urls"), found);
    } else {
        compare(vector, cJSON_GetObjectItem(vector, "error"), name_of(status, error));
    }
    telnyx_strings_free(urls);
}

static cJSON *challenge_found(const telnyx_challenge *challenge)
{
    cJSON *found = cJSON_CreateObject();
    cJSON_AddStringToObject(found, "scheme", telnyx_challenge_scheme(challenge));
    cJSON *params = cJSON_AddObjectToObject(found, "params");
    for (size_t i = 0; i < telnyx_challenge_params_count(challenge); i++) {
        const char *name = telnyx_challenge_params_name_at(challenge, i);
        CHECK_TEXT(telnyx_challenge_param(challenge, name), telnyx_challenge_params_value_at(challenge, i));
        cJSON_AddStringToObject(params, name, telnyx_challenge_params_value_at(challenge, i));
    }
    const char *token68 = telnyx_challenge_token68(challenge);
    cJSON_AddItemToObject(found, "token68", token68 ? cJSON_CreateString(token68) : cJSON_CreateNull());
    return found;
}

static void challenges(const cJSON *vector)
{
    const cJSON *headers = cJSON_GetObjectItem(vector, "headers");
    size_t count = 0;
    const char *lines[16];
    const cJSON *header;
    cJSON_ArrayForEach(header, headers) {
        CHECK(count < sizeof lines / sizeof *lines);
        lines[count++] = cJSON_GetStringValue(header);
    }
    telnyx_challenges *parsed;
    telnyx_error *error;
    CHECK_OK(telnyx_parse_challenges(lines, count, &parsed, &error), error);
    cJSON *found = cJSON_CreateArray();
    for (size_t i = 0; i < telnyx_challenges_count(parsed); i++)
        cJSON_AddItemToArray(found, challenge_found(telnyx_challenges_at(parsed, i)));
    CHECK(telnyx_challenges_at(parsed, telnyx_challenges_count(parsed)) == NULL);
    compare(vector, cJSON_GetObjectItem(vector, "challenges"), found);
    telnyx_challenges_free(parsed);
}

static void resource_match(const cJSON *vector)
{
    static const struct {
        const char *name;
        int32_t number;
    } policies[] = {
        {"exact", TELNYX_RESOURCE_MATCH_EXACT},
        {"covers", TELNYX_RESOURCE_MATCH_COVERS},
        {"same_origin", TELNYX_RESOURCE_MATCH_SAME_ORIGIN},
    };
    cJSON *document = cJSON_CreateObject();
    cJSON_AddStringToObject(document, "resource", text(vector, "resource"));
    char *body = cJSON_PrintUnformatted(document);
    telnyx_response *response = response_of(body);
    for (size_t i = 0; i < sizeof policies / sizeof *policies; i++) {
        telnyx_options *options = telnyx_options_new();
        CHECK(telnyx_options_set_resource_match(options, policies[i].number) == TELNYX_STATUS_OK);
        telnyx_resource_metadata *metadata;
        telnyx_status status =
            telnyx_resource_metadata_from_response(text(vector, "requested"), response, options, &metadata, NULL);
        CHECK(status == TELNYX_STATUS_OK || status == TELNYX_STATUS_RESOURCE_MISMATCH ||
              status == TELNYX_STATUS_INVALID_METADATA);
        compare(vector, cJSON_GetObjectItem(vector, policies[i].name), cJSON_CreateBool(status == TELNYX_STATUS_OK));
        telnyx_resource_metadata_free(metadata);
        telnyx_options_free(options);
    }
    telnyx_response_free(response);
    free(body);
    cJSON_Delete(document);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Returns a result as in the vectors: the members, and the names of the warnings in order. */
static cJSON *document_and_warnings(const char *json, size_t count, const char **warnings)
{
    qsort(warnings, count, sizeof *warnings, by_name);
    cJSON *found = cJSON_CreateObject();
    cJSON *document = cJSON_Parse(json);
    CHECK(document != NULL);
    cJSON_AddItemToObject(found, "document", document);
    cJSON_AddItemToObject(found, "warnings", cJSON_CreateStringArray(warnings, (int)count));
    return found;
}

static cJSON *refused(telnyx_status status, telnyx_error *error)
{
    cJSON *found = cJSON_CreateObject();
    cJSON_AddItemToObject(found, "error", name_of(status, error));
    return found;
}

static telnyx_response *response_in(const cJSON *vector)
{
    const char *body = text(vector, "body");
    int status = cJSON_GetObjectItem(vector, "status")->valueint;
    telnyx_response *response = telnyx_response_new((uint16_t)status, body, strlen(body));
    if (text(vector, "content_type") != NULL)
        CHECK(telnyx_response_set_content_type(response, text(vector, "content_type")) == TELNYX_STATUS_OK);
    if (text(vector, "url") != NULL)
        CHECK(telnyx_response_set_url(response, text(vector, "url")) == TELNYX_STATUS_OK);
    return response;
}

static int32_t policy(const char *name)
{
    if (strcmp(name, "exact") == 0)
        return TELNYX_RESOURCE_MATCH_EXACT;
    if (strcmp(name, "covers") == 0)
        return TELNYX_RESOURCE_MATCH_COVERS;
    CHECK_TEXT(name, "same_origin");
    return TELNYX_RESOURCE_MATCH_SAME_ORIGIN;
}

/* Checks that the members, read by name, are those of the whole document. */
#define CHECK_BY_NAMES(noun, metadata)                                                                 \
    do {                                                                                               \
        cJSON *whole = cJSON_Parse(telnyx_##noun##_to_json(metadata));                                 \
        cJSON *members = cJSON_CreateObject();                                                         \
        for (size_t i = 0; i < telnyx_##noun##_names_count(metadata); i++) {                           \
            const char *name = telnyx_##noun##_names_at(metadata, i);                                  \
            cJSON_AddItemToObject(members, name, cJSON_Parse(telnyx_##noun##_json(metadata, name)));   \
        }                                                                                              \
        CHECK(cJSON_Compare(whole, members, true));                                                    \
        cJSON_Delete(whole);                                                                           \
        cJSON_Delete(members);                                                                         \
    } while (0)

static void resource_documents(const cJSON *vector)
{
    telnyx_options *options = telnyx_options_new();
    CHECK(telnyx_options_set_resource_match(options, policy(text(vector, "policy"))) == TELNYX_STATUS_OK);
    telnyx_response *response = response_in(vector);
    telnyx_resource_metadata *metadata;
    telnyx_error *error;
    telnyx_status status =
        telnyx_resource_metadata_from_response(text(vector, "resource"), response, options, &metadata, &error);
    cJSON *found;
    if (status == TELNYX_STATUS_OK) {
        const char *warnings[16];
        size_t count = telnyx_resource_metadata_warnings_count(metadata);
        CHECK(count < sizeof warnings / sizeof *warnings);
        for (size_t i = 0; i < count; i++)
            warnings[i] = telnyx_warning_kind_str(telnyx_warning_kind(telnyx_resource_metadata_warnings_at(metadata, i)));
        found = document_and_warnings(telnyx_resource_metadata_to_json(metadata), count, warnings);
        CHECK_BY_NAMES(resource_metadata, metadata);
    } else {
        found = refused(status, error);
    }
    compare(vector, cJSON_GetObjectItem(vector, "expect"), found);
    telnyx_resource_metadata_free(metadata);
    telnyx_response_free(response);
    telnyx_options_free(options);
}

static void authorization_server_documents(const cJSON *vector)
{
    telnyx_options *options = telnyx_options_new();
    bool strict = cJSON_IsTrue(cJSON_GetObjectItem(vector, "strict"));
    CHECK(telnyx_options_set_strict(options, strict) == TELNYX_STATUS_OK);
    telnyx_response *response = response_in(vector);
    telnyx_authorization_server_metadata *metadata;
    telnyx_error *error;
    telnyx_status status =
        telnyx_authorization_server_metadata_from_response(text(vector, "issuer"), response, options, &metadata, &error);
    cJSON *found;
    if (status == TELNYX_STATUS_OK) {
        const char *warnings[16];
        size_t count = telnyx_authorization_server_metadata_warnings_count(metadata);
        CHECK(count < sizeof warnings / sizeof *warnings);
        for (size_t i = 0; i < count; i++) {
            const telnyx_warning *warning = telnyx_authorization_server_metadata_warnings_at(metadata, i);
            warnings[i] = telnyx_warning_kind_str(telnyx_warning_kind(warning));
        }
        found = document_and_warnings(telnyx_authorization_server_metadata_to_json(metadata), count, warnings);
        CHECK_BY_NAMES(authorization_server_metadata, metadata);
    } else {
        found = refused(status, error);
    }
    compare(vector, cJSON_GetObjectItem(vector, "expect"), found);
    telnyx_authorization_server_metadata_free(metadata);
    telnyx_response_free(response);
    telnyx_options_free(options);
}

/* The strings of a member, and how many they are. */
static size_t texts(const cJSON *vector, const char *member, const char *strings[16])
{
    size_t count = 0;
    const cJSON *string;
    cJSON_ArrayForEach(string, cJSON_GetObjectItem(vector, member))
    {
        CHECK(count < 16);
        strings[count++] = cJSON_GetStringValue(string);
    }
    return count;
}

static cJSON *string_or_null(const char *string)
{
    return string != NULL ? cJSON_CreateString(string) : cJSON_CreateNull();
}

/* By the functions that read one member each. */
static cJSON *parameters_found(const telnyx_authorization_parameters *parameters)
{
    cJSON *found = cJSON_CreateObject();
#define ADD_STRING(member) \
    cJSON_AddItemToObject(found, #member, string_or_null(telnyx_authorization_parameters_##member(parameters)))
#define ADD_BOOLEAN(member) cJSON_AddBoolToObject(found, #member, telnyx_authorization_parameters_##member(parameters))
#define ADD_LIST(member, text)                                                                     \
    do {                                                                                           \
        cJSON *list = cJSON_AddArrayToObject(found, #member);                                      \
        for (size_t i = 0; i < telnyx_authorization_parameters_##member##_count(parameters); i++)  \
            cJSON_AddItemToArray(list, cJSON_CreateString(text));                                  \
    } while (0)
    ADD_STRING(issuer);
    ADD_STRING(authorization_endpoint);
    ADD_STRING(token_endpoint);
    ADD_STRING(pushed_authorization_request_endpoint);
    ADD_STRING(resource);
    if (telnyx_authorization_parameters_scope_count(parameters) == 0)
        cJSON_AddNullToObject(found, "scope");
    else
        ADD_LIST(scope, telnyx_authorization_parameters_scope_at(parameters, i));
    ADD_BOOLEAN(offline_access_supported);
    ADD_STRING(code_challenge_method);
    ADD_LIST(client_registration,
             telnyx_client_registration_str(telnyx_authorization_parameters_client_registration_at(parameters, i)));
    ADD_LIST(token_endpoint_auth_methods, telnyx_authorization_parameters_token_endpoint_auth_methods_at(parameters, i));
    ADD_BOOLEAN(requires_pushed_authorization);
    ADD_BOOLEAN(dpop_required);
    ADD_BOOLEAN(mtls_supported);
    return found;
}

static cJSON *scope_after(const telnyx_authorization_parameters *parameters, const cJSON *vector)
{
    const char *previous[16], *lines[16];
    size_t previous_count = texts(vector, "previous", previous), count = texts(vector, "then", lines);
    telnyx_strings *scope;
    telnyx_error *error;
    CHECK_OK(telnyx_authorization_parameters_scope_after(parameters, previous, previous_count, lines, count, &scope, &error),
             error);
    cJSON *found = cJSON_CreateArray();
    for (size_t i = 0; i < telnyx_strings_count(scope); i++)
        cJSON_AddItemToArray(found, cJSON_CreateString(telnyx_strings_at(scope, i)));
    telnyx_strings_free(scope);
    return found;
}

static cJSON *verified(const telnyx_authorization_parameters *parameters, const char *iss)
{
    telnyx_error *error = POISON(telnyx_error);
    telnyx_status status = telnyx_authorization_parameters_verify_issuer(parameters, iss, &error);
    CHECK((status == TELNYX_STATUS_OK) == (error == NULL));
    return status == TELNYX_STATUS_OK ? cJSON_CreateNull() : name_of(status, error);
}

/* Checks the parameters that follow a discovery, and frees the discovery. */
static void check_parameters(const cJSON *vector, telnyx_discovery *discovery)
{
    telnyx_authorization_parameters *parameters;
    telnyx_error *error;
    telnyx_status status =
        telnyx_discovery_authorization_parameters(discovery, text(vector, "issuer"), &parameters, &error);
    cJSON *members;
    if (status == TELNYX_STATUS_OK) {
        members = parameters_found(parameters);
        compare(vector, members, cJSON_Parse(telnyx_authorization_parameters_to_json(parameters)));
    } else {
        members = cJSON_CreateObject();
        cJSON_AddItemToObject(members, "error", name_of(status, error));
    }
    /* It does not need the discovery. */
    telnyx_discovery_free(discovery);
    const cJSON *expected;
    cJSON_ArrayForEach(expected, cJSON_GetObjectItem(vector, "expect"))
    {
        cJSON *found;
        if (strcmp(expected->string, "scope_after") == 0)
            found = scope_after(parameters, vector);
        else if (strcmp(expected->string, "verify_issuer") == 0)
            found = verified(parameters, text(vector, "iss"));
        else
            found = cJSON_Duplicate(cJSON_GetObjectItem(members, expected->string), true);
        compare(vector, expected, found);
    }
    cJSON_Delete(members);
    telnyx_authorization_parameters_free(parameters);
}

static void authorization_parameters(const cJSON *vector)
{
    static telnyx_client *client;
    if (client == NULL)
        client = sandbox_client();
    const char *lines[16];
    size_t count = texts(vector, "www_authenticate", lines);
    telnyx_discovery *discovery;
    telnyx_error *error;
    CHECK_OK(telnyx_client_discover(client, text(vector, "requested"), lines, count, NULL, &discovery, &error), error);
    check_parameters(vector, discovery);
}

/* The document at a URL of an authorization server; JSON null if the server has none. */
static const cJSON *document_of_server(const cJSON *vector, const char *url)
{
    const cJSON *server;
    cJSON_ArrayForEach(server, cJSON_GetObjectItem(vector, "servers"))
    {
        bool is_of_server = false;
        telnyx_strings *urls;
        telnyx_error *error;
        CHECK_OK(telnyx_authorization_server_metadata_urls(server->string, &urls, &error), error);
        for (size_t i = 0; i < telnyx_strings_count(urls); i++)
            is_of_server = is_of_server || strcmp(telnyx_strings_at(urls, i), url) == 0;
        telnyx_strings_free(urls);
        if (is_of_server)
            return server;
    }
    fprintf(stderr, "%s: no server has the URL %s\n", text(vector, "id"), url);
    exit(1);
}

/* The same vectors, by a plan without a server. */
static void planned_authorization_parameters(const cJSON *vector)
{
    const char *lines[16];
    size_t count = texts(vector, "www_authenticate", lines);
    telnyx_discovery_plan *plan;
    telnyx_error *error;
    CHECK_OK(telnyx_discovery_plan_new(text(vector, "requested"), lines, count, NULL, NULL, &plan, &error), error);
    const telnyx_planned_request *request;
    while ((request = telnyx_discovery_plan_next_request(plan)) != NULL) {
        const bool is_server = telnyx_planned_request_purpose(request) == TELNYX_PURPOSE_AUTHORIZATION_SERVER_METADATA;
        const cJSON *document = is_server ? document_of_server(vector, telnyx_planned_request_url(request))
                                          : cJSON_GetObjectItem(vector, "document");
        char *body = cJSON_PrintUnformatted(document);
        telnyx_response *response = cJSON_IsNull(document) ? telnyx_response_new(404, NULL, 0) : response_of(body);
        CHECK_OK(telnyx_discovery_plan_respond(plan, telnyx_planned_request_id(request), response, &error), error);
        telnyx_response_free(response);
        free(body);
    }
    telnyx_discovery *discovery;
    CHECK_OK(telnyx_discovery_plan_finish(plan, &discovery, &error), error);
    telnyx_discovery_plan_free(plan);
    check_parameters(vector, discovery);
}

/* Replaces each ${http} by the sandbox's origin. */
static char *at_the_sandbox(const char *json)
{
    const char *place, *const name = "${http}";
    size_t places = 0;
    for (place = json; (place = strstr(place, name)) != NULL; place++)
        places++;
    char *replaced = calloc(strlen(json) + places * strlen(sandbox.http) + 1, 1);
    CHECK(replaced != NULL);
    char *end = replaced;
    for (; (place = strstr(json, name)) != NULL; json = place + strlen(name))
        end += sprintf(end, "%.*s%s", (int)(place - json), json, sandbox.http);
    strcpy(end, json);
    return replaced;
}

static const struct {
    const char *name;
    void (*run)(const cJSON *vector);
} files[] = {
    {"resource_metadata_url", resource_metadata_url},
    {"authorization_server_metadata_urls", authorization_server_metadata_urls},
    {"challenges", challenges},
    {"resource_match", resource_match},
    {"resource_documents", resource_documents},
    {"authorization_server_documents", authorization_server_documents},
    {"authorization_parameters", authorization_parameters},
    {"planned_authorization_parameters", planned_authorization_parameters},
};

static char *contents(const char *path)
{
    FILE *file = fopen(path, "rb");
    CHECK(file != NULL && fseek(file, 0, SEEK_END) == 0);
    long size = ftell(file);
    rewind(file);
    char *bytes = calloc((size_t)size + 1, 1);
    CHECK(bytes != NULL && fread(bytes, 1, (size_t)size, file) == (size_t)size);
    fclose(file);
    return bytes;
}

int main(int count, char **arguments)
{
    start(count, arguments);
    CHECK(count == 6);
    char *bytes = contents(arguments[4]);
    char *json = at_the_sandbox(bytes);
    free(bytes);
    cJSON *whole = cJSON_Parse(json);
    free(json);
    const cJSON *cases = cJSON_GetObjectItem(whole, "cases");
    CHECK(cJSON_GetArraySize(cases) > 0);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (strcmp(files[i].name, arguments[5]) != 0)
            continue;
        const cJSON *vector;
        cJSON_ArrayForEach(vector, cases)
            files[i].run(vector);
        puts(files[i].name);
        cJSON_Delete(whole);
        return failed != 0;
    }
    fprintf(stderr, "no function runs the vectors of %s\n", arguments[5]);
    return 1;
}
