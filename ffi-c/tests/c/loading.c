/* Tests of loading the library at run time with dlopen and dlclose. Arguments: the library, and optionally a host whose
 * look-up never ends. */

#include "check.h"
#include "threads.h"
#include <dlfcn.h>
#include <signal.h>
#include <unistd.h>

/* The loaded functions, with their types from the header. */
static struct {
    __typeof__(&telnyx_version) version;
    __typeof__(&telnyx_options_new) options_new;
    __typeof__(&telnyx_options_set_ca_file) options_set_ca_file;
    __typeof__(&telnyx_options_set_timeout_ms) options_set_timeout_ms;
    __typeof__(&telnyx_options_set_proxy) options_set_proxy;
    __typeof__(&telnyx_options_free) options_free;
    __typeof__(&telnyx_fetch_resource_metadata) fetch_resource_metadata;
    __typeof__(&telnyx_resource_metadata_resource) resource_metadata_resource;
    __typeof__(&telnyx_resource_metadata_free) resource_metadata_free;
} loaded;

#define LOAD(library, name) load((library), "telnyx_" #name, &loaded.name, sizeof loaded.name)

static void load(void *library, const char *name, void *function, size_t size)
{
    void *found = dlsym(library, name);
    CHECK(found != NULL && size == sizeof found);
    memcpy(function, &found, size);
}

static void *open_library(const char *path)
{
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL)
        fprintf(stderr, "%s\n", dlerror());
    CHECK(library != NULL);
    LOAD(library, version);
    LOAD(library, options_new);
    LOAD(library, options_set_ca_file);
    LOAD(library, options_set_timeout_ms);
    LOAD(library, options_set_proxy);
    LOAD(library, options_free);
    LOAD(library, fetch_resource_metadata);
    LOAD(library, resource_metadata_resource);
    LOAD(library, resource_metadata_free);
    return library;
}

static telnyx_status fetch_loaded(const char *resource, uint64_t timeout_ms)
{
    telnyx_options *options = loaded.options_new();
    CHECK(loaded.options_set_ca_file(options, sandbox.ca_file) == TELNYX_STATUS_OK);
    CHECK(loaded.options_set_timeout_ms(options, timeout_ms) == TELNYX_STATUS_OK);
    CHECK(loaded.options_set_proxy(options, "") == TELNYX_STATUS_OK);
    telnyx_resource_metadata *metadata;
    telnyx_status status = loaded.fetch_resource_metadata(resource, options, &metadata, NULL);
    if (status == TELNYX_STATUS_OK)
        CHECK_TEXT(loaded.resource_metadata_resource(metadata), resource);
    loaded.resource_metadata_free(metadata);
    loaded.options_free(options);
    return status;
}

static void the_library_is_opened_and_closed(const char *path)
{
    for (int i = 0; i < 3; i++) {
        void *library = open_library(path);
        CHECK_TEXT(loaded.version(), TELNYX_OAUTH_VERSION_STRING);
        CHECK(fetch_loaded(sandbox.https, 60000) == TELNYX_STATUS_OK);
        CHECK(dlclose(library) == 0);
    }
}

/* The library stays loaded even if no function was called. */
static void the_library_stays_loaded(const char *path)
{
    void *library = open_library(path);
    CHECK(dlclose(library) == 0);
    library = dlopen(path, RTLD_NOW | RTLD_NOLOAD);
    CHECK(library != NULL);
    CHECK(dlclose(library) == 0);
}

/* The threads of look-ups block every signal that can be blocked. */
static void look_up_threads_block_all_signals(void)
{
    int found = 0;
    DIR *folder = opendir("/proc/self/task");
    CHECK(folder != NULL);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (entry->d_name[0] == '.' || atoi(entry->d_name) == (int)getpid())
            continue;
        char path[300];
        char line[256];
        unsigned long long blocked = 0;
        snprintf(path, sizeof path, "/proc/self/task/%s/status", entry->d_name);
        FILE *file = fopen(path, "r");
        CHECK(file != NULL);
        while (fgets(line, sizeof line, file) != NULL)
            if (strncmp(line, "SigBlk:", 7) == 0)
                blocked = strtoull(line + 7, NULL, 16);
        fclose(file);
        for (int signal = 1; signal < 32; signal++)
            CHECK(signal == SIGKILL || signal == SIGSTOP || (blocked >> (signal - 1) & 1));
        found++;
    }
    closedir(folder);
    CHECK(found > 0);
}

/* The thread of the look-up outlives the call, the client and dlclose, and then ends. */
static void the_library_is_closed_during_a_look_up(const char *path, const char *host)
{
    void *library = open_library(path);
    char *resource = join("https://", host);
    const int before = threads();
    CHECK(fetch_loaded(resource, 300) == TELNYX_STATUS_TIMEOUT);
    CHECK(threads() > before);
    look_up_threads_block_all_signals();
    CHECK(dlclose(library) == 0);
    for (int i = 0; i < 6000 && threads() > before; i++)
        usleep(10000);
    CHECK(threads() == before);
    free(resource);
}

int main(int count, char **arguments)
{
    start(count, arguments);
    CHECK(count >= 5);
    the_library_stays_loaded(arguments[4]);
    the_library_is_opened_and_closed(arguments[4]);
    if (count == 6)
        the_library_is_closed_during_a_look_up(arguments[4], arguments[5]);
    puts("closed");
    return 0;
}
