/* The lower bound: keep-alive GETs over a plain socket. Reads the status and the length of a response, and nothing else. */
#define _GNU_SOURCE
#include "worker.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

struct raw {
    int fd;
    char request[512];
    size_t request_length;
};

static void call(void *state) {
    static const char length_field[] = "\r\nContent-Length:";
    struct raw *raw = state;
    char response[8192];
    size_t have = 0, want = 0;

    if (write(raw->fd, raw->request, raw->request_length) != (ssize_t)raw->request_length) die("raw: write");
    while (!want || have < want) {
        ssize_t n = read(raw->fd, response + have, sizeof response - 1 - have);
        if (n <= 0) die("raw: read");
        have += (size_t)n;
        response[have] = '\0';
        char *end = want ? NULL : strstr(response, "\r\n\r\n");
        if (end) {
            char *field = strcasestr(response, length_field);
            if (!field || field > end) die("raw: no Content-Length");
            want = (size_t)(end + 4 - response) + strtoul(field + strlen(length_field), NULL, 10);
        }
    }
    if (strncmp(response, "HTTP/1.1 200 ", 13) != 0) die("raw: status");
}

/* Returns a connected socket. `authority` is host:port. */
static int connect_to(const char *authority) {
    char host[256];
    const char *colon = strrchr(authority, ':');
    if (!colon || (size_t)(colon - authority) >= sizeof host) die("raw: ORIGIN needs a port");
    memcpy(host, authority, (size_t)(colon - authority));
    host[colon - authority] = '\0';

    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    if (getaddrinfo(host, colon + 1, &hints, &found) != 0) die("raw: getaddrinfo");
    int fd = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
    int on = 1;
    if (fd < 0 || connect(fd, found->ai_addr, found->ai_addrlen) != 0) die("raw: connect");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    freeaddrinfo(found);
    return fd;
}

int main(int argc, char **argv) {
    if (argc < 3 || strncmp(argv[2], "http://", 7) != 0) die("raw: ORIGIN must be http");
    const char *authority = argv[2] + 7;
    struct raw raw = {.fd = connect_to(authority)};
    int length = snprintf(raw.request, sizeof raw.request,
                          "GET " DOCUMENT_PATH " HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\n\r\n", authority);
    if (length < 0 || (size_t)length >= sizeof raw.request) die("raw: ORIGIN is too long");
    raw.request_length = (size_t)length;
    work(argc, argv, call, &raw);
    close(raw.fd);
    return 0;
}
