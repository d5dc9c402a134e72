/* Prints the authorization servers of the resource in the first argument, or those of Telnyx. */
#include <stdio.h>
#include <telnyx_oauth.h>

int main(int argc, char **argv)
{
    telnyx_resource_metadata *metadata;
    telnyx_error *error;

    (void)argc; /* Without an argument, argv[1] is NULL, which means Telnyx. */
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
