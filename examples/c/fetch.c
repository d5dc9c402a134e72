/* Prints where to get a token: for Telnyx, or for the resource that is named. */
#include <stdio.h>
#include <telnyx_oauth.h>

int main(int argc, char **argv)
{
    telnyx_resource_metadata *metadata;
    telnyx_error *error;

    (void)argc; /* Behind the last argument, argv has a NULL: Telnyx. */
    if (telnyx_fetch_resource_metadata(argv[1], NULL, &metadata, &error) != TELNYX_STATUS_OK) {
        fprintf(stderr, "%s: %s\n", telnyx_status_str(telnyx_error_kind(error)), telnyx_error_message(error));
        telnyx_error_free(error);
        return 1;
    }
    for (size_t i = 0; i < telnyx_resource_metadata_authorization_servers_count(metadata); i++)
        puts(telnyx_resource_metadata_authorization_servers_at(metadata, i));
    telnyx_resource_metadata_free(metadata);
    return 0;
}
