// Tests every kind of error, thrown and returned, with its details.
#include "check.hpp"

#include <functional>

#ifdef TELNYX_TEST_PANIC
extern "C" telnyx_status telnyx_test_panic(telnyx_string **string_out, telnyx_error **error_out);
#endif

namespace {

using telnyx_oauth::call;
using telnyx_oauth::error;
using telnyx_oauth::error_kind;
using telnyx_oauth::options;
using telnyx_oauth::resource_metadata;
using telnyx_oauth::result;

void check_kind(const error &error, error_kind kind) {
  if (error.kind() == kind) return;
  std::fprintf(stderr, "expected an error of kind %s, got %s\n", std::string(to_string(kind)).c_str(), std::string(error.to_json()).c_str());
  std::exit(1);
}

error thrown(error_kind kind, const std::function<void()> &work) {
  try {
    work();
  } catch (const std::exception &exception) {
    const auto *error = dynamic_cast<const telnyx_oauth::error *>(&exception);
    CHECK(error != nullptr);
    check_kind(*error, kind);
    CHECK(!error->message().empty() && error->message() == exception.what());
    CHECK(contains(error->to_json(), "\"kind\":\"" + std::string(to_string(kind)) + '"'));
    return *error;
  }
  std::fprintf(stderr, "expected an exception of kind %s, and none was thrown\n", std::string(to_string(kind)).c_str());
  std::exit(1);
}

// Makes a call fail twice: with a returned error, and with a thrown error.
error fails(error_kind kind, const std::string &resource, const options &options = sandbox_options()) {
  const auto returned = telnyx_oauth::try_fetch_resource_metadata(resource, options);
  CHECK(!returned && !returned.has_value());
  check_kind(returned.error(), kind);
  const auto error = thrown(kind, [&] { telnyx_oauth::fetch_resource_metadata(resource, options); });
  CHECK(error.url() == returned.error().url() && error.http_status() == returned.error().http_status());
  return error;
}

void errors_before_a_request() {
  const auto argument = fails(error_kind::invalid_argument, "api.telnyx.com");
  CHECK(argument.url() == "api.telnyx.com" && argument.attempts().empty() && argument.causes().empty());
  CHECK(!argument.http_status() && !argument.oauth_error() && !argument.error_description() && !argument.retry_after());

  const auto insecure = fails(error_kind::insecure_url, "http://api.telnyx.com");
  CHECK(insecure.url() == "http://api.telnyx.com/");

  const auto challenge = "Bearer resource_metadata=\"https://169.254.169.254/\"";
  thrown(error_kind::blocked_address, [&] { telnyx_oauth::discover(http + "/api", challenge, sandbox_options()); });
}

void errors_during_a_request() {
  const auto transport = fails(error_kind::transport, http + "/closed");
  CHECK(transport.attempts().size() == 1 && transport.attempts()[0].outcome() == error_kind::transport);

  const auto tls = fails(error_kind::tls, https, options().max_retries(0).proxy(""));
  CHECK(!tls.causes().empty() && !tls.causes()[0].empty());

  fails(error_kind::timeout, http + "/silent", sandbox_options().timeout(std::chrono::milliseconds(50)));

  const telnyx_oauth::client client(sandbox_options());
  const telnyx_oauth::cancel_token token;
  token.cancel();
  CHECK(token.is_cancelled());
  const auto cancelled = client.try_fetch_resource_metadata(http, call().cancel_token(token));
  CHECK(!cancelled && cancelled.error().kind() == error_kind::cancelled);
  thrown(error_kind::cancelled, [&] { client.fetch_resource_metadata(http, call().cancel_token(token)); });

  fails(error_kind::redirect_refused, http + "/elsewhere");
}

void errors_in_a_response() {
  const auto busy = fails(error_kind::http_status, http + "/busy");
  CHECK(busy.http_status() == 503 && busy.retry_after() == std::chrono::seconds(7));
  CHECK(busy.attempts().size() == 1);
  const auto attempt = busy.attempts()[0];
  CHECK(attempt.purpose() == telnyx_oauth::purpose::resource_metadata && to_string(attempt.purpose()) == "resource_metadata");
  CHECK(attempt.url() == http + "/.well-known/oauth-protected-resource/busy" && attempt.status() == 503);
  CHECK(attempt.outcome() == error_kind::http_status && attempt.outcome() != error_kind::tls);
  CHECK(to_string(attempt.outcome()) == "http_status" && !attempt.from_cache());
  CHECK(attempt.elapsed() < std::chrono::minutes(1));

  const auto oauth = fails(error_kind::oauth_error, http + "/400");
  CHECK(oauth.http_status() == 400 && oauth.oauth_error() == "invalid_request");
  CHECK(oauth.error_description() == "The request is malformed.");

  fails(error_kind::content_type, http + "/page");
  fails(error_kind::body_too_large, http, sandbox_options().max_body_bytes(10));
  fails(error_kind::invalid_json, http + "/list");
  // The only authorization server has no document.
  const auto found = telnyx_oauth::discover(http + "/bad-server", {}, sandbox_options());
  const auto none = found.try_require_authorization_server();
  CHECK(!none && none.error().kind() == error_kind::not_found && contains(none.error().message(), "/none"));
  thrown(error_kind::not_found, [&] { found.require_authorization_server(); });

  const auto number = fails(error_kind::invalid_metadata, http + "/number");
  CHECK(contains(number.message(), "authorization_servers"));
  fails(error_kind::resource_mismatch, http + "/other");
  fails(error_kind::signature_invalid, http + "/signed", sandbox_options().trusted_keys(keys));
}

void errors_of_an_authorization_server() {
  const auto options = sandbox_options();
  const auto mismatch = telnyx_oauth::try_fetch_authorization_server_metadata(http + "/other", options);
  CHECK(!mismatch && mismatch.error().kind() == error_kind::issuer_mismatch);
  thrown(error_kind::issuer_mismatch,
         [&] { telnyx_oauth::fetch_authorization_server_metadata(http + "/other", options); });

  auto signers = sandbox_options();
  signers.authorization_server_trusted_keys(keys);
  const auto unsigned_document = telnyx_oauth::try_fetch_authorization_server_metadata(http + "/tenant", signers);
  CHECK(!unsigned_document && unsigned_document.error().kind() == error_kind::signature_invalid);

  const auto nothing = telnyx_oauth::try_fetch_authorization_server_metadata(http + "/nothing", options);
  CHECK(!nothing && nothing.error().kind() == error_kind::not_found && nothing.error().attempts().size() == 3);
  CHECK(nothing.error().attempts()[0].outcome() == telnyx_oauth::outcome::absent);
  CHECK(to_string(nothing.error().attempts()[0].outcome()) == "absent");
}

void errors_of_pure_functions() {
  const telnyx_oauth::response teapot(418, "");
  thrown(error_kind::invalid_argument, [] { telnyx_oauth::resource_metadata_url("mailto:a@b.example"); });
  thrown(error_kind::invalid_argument, [] { telnyx_oauth::resource_metadata_url(nullptr); });
  thrown(error_kind::invalid_argument, [] { telnyx_oauth::authorization_server_metadata_urls("https://a.example?b"); });
  thrown(error_kind::invalid_argument, [] { telnyx_oauth::parse_challenges("Bearer realm=\"\xff\""); });
  thrown(error_kind::http_status, [&] { resource_metadata::from_response("https://a.example", teapot); });
  using server = telnyx_oauth::authorization_server_metadata;
  thrown(error_kind::http_status, [&] { server::from_response("https://a.example", teapot); });
  CHECK(!telnyx_oauth::try_resource_metadata_url("http://a.example"));
  CHECK(!telnyx_oauth::try_authorization_server_metadata_urls("http://a.example"));
}

void errors_of_a_client() {
  thrown(error_kind::invalid_argument, [] { telnyx_oauth::client client(options().max_redirects(11)); });
}

// Copies of an error share its contents, which live as long as the last copy.
void copies_share_their_contents() {
  error kept = fails(error_kind::oauth_error, http + "/401");
  {
    const error copy = kept;
    CHECK(copy.message().data() == kept.message().data());
    kept = fails(error_kind::invalid_argument, "");
    CHECK(copy.oauth_error() == "invalid_client");
    kept = copy;
  }
  CHECK(kept.oauth_error() == "invalid_client");
}

void a_panic_is_an_internal_error() {
#ifdef TELNYX_TEST_PANIC
  telnyx_string *string = nullptr;
  telnyx_error *handle = nullptr;
  CHECK(telnyx_test_panic(&string, &handle) == TELNYX_STATUS_INTERNAL && string == nullptr);
  const error error(handle);
  CHECK(error.kind() == error_kind::internal && contains(error.what(), "a forced panic"));
#endif
}

}  // namespace

int main(int argc, char **argv) {
  begin(argc, argv);
  errors_before_a_request();
  errors_during_a_request();
  errors_in_a_response();
  errors_of_an_authorization_server();
  errors_of_pure_functions();
  errors_of_a_client();
  copies_share_their_contents();
  a_panic_is_an_internal_error();
}
