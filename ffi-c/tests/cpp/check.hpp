// What the test programs share. A program ends with 0 where everything held, and else says what did not.
#ifndef CHECK_HPP
#define CHECK_HPP

#include "telnyx_oauth.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

// Whether `condition` holds.
#define CHECK(condition)                                                               \
  do {                                                                                 \
    if (!(condition)) {                                                                \
      std::fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition);   \
      std::exit(1);                                                                    \
    }                                                                                  \
  } while (false)

// The embedded endpoint, with the routes of scenario.json.
inline std::string http, https, ca_file;

// Every program is run as: PROGRAM HTTP HTTPS CA_FILE, the origins of the endpoint and its authority's file.
inline void begin(int argc, char **argv) {
  CHECK(argc == 4);
  http = argv[1];
  https = argv[2];
  ca_file = argv[3];
}

// Options for it: without retries, and without the machine's proxies.
inline telnyx_oauth::options sandbox_options() {
  telnyx_oauth::options options;
  options.ca_file(ca_file).max_retries(0).proxy("");
  return options;
}

// A JWK Set that can be used, and whose private key nobody has.
inline const char *const keys = R"({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": "woMs54up6_CTwF9uNeP2aEKiwa2mF5GVOy_elaInkx8"}]})";

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

#endif
