// Prints the authorization servers of the resource in the first argument, or those of Telnyx.
#include <iostream>
#include <telnyx_oauth.hpp>

int main(int, char **argv) {
  try {
    // Without an argument, argv[1] is nullptr, which means Telnyx.
    const auto metadata = telnyx_oauth::fetch_resource_metadata(argv[1]);
    for (const auto issuer : metadata.authorization_servers()) std::cout << issuer << '\n';
  } catch (const telnyx_oauth::error &error) {
    std::cerr << to_string(error.kind()) << ": " << error.what() << '\n';
    return 1;
  }
}
