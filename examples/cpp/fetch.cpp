// Prints where to get a token: for Telnyx, or for the resource that is named.
#include <iostream>
#include <telnyx_oauth.hpp>

int main(int, char **argv) {
  try {
    // Behind the last argument, argv has a nullptr: Telnyx.
    const auto metadata = telnyx_oauth::fetch_resource_metadata(argv[1]);
    for (const auto issuer : metadata.authorization_servers()) std::cout << issuer << '\n';
  } catch (const telnyx_oauth::error &error) {
    std::cerr << to_string(error.kind()) << ": " << error.what() << '\n';
    return 1;
  }
}
