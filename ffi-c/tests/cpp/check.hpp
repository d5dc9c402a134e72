// Shared code of the test programs. A program exits with 0 if all checks hold. Otherwise it prints the check that
// failed.
#ifndef CHECK_HPP
#define CHECK_HPP

#include "telnyx_oauth.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>

// Ends the program if `condition` is false.
#define CHECK(condition)                                                               \
  do {                                                                                 \
    if (!(condition)) {                                                                \
      std::fprintf(stderr, "%s:%d: check failed: %s\n", __FILE__, __LINE__, #condition); \
      std::exit(1);                                                                    \
    }                                                                                  \
  } while (false)

// The origins of the sandbox, with the routes of scenario.json, and the file of its CA.
inline std::string http, https, ca_file;

// Usage of every program: PROGRAM HTTP HTTPS CA_FILE.
inline void begin(int argc, char **argv) {
  CHECK(argc == 4);
  http = argv[1];
  https = argv[2];
  ca_file = argv[3];
}

// Options for the sandbox: no retries, and no proxy.
inline telnyx_oauth::options sandbox_options() {
  telnyx_oauth::options options;
  options.ca_file(ca_file).max_retries(0).proxy("");
  return options;
}

// A valid JWK Set. No test has the private key.
inline const char *const keys = R"({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": "woMs54up6_CTwF9uNeP2aEKiwa2mF5GVOy_elaInkx8"}]})";

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

#endif
