// Tests of handles: strings, moves, threads, cancellation and options.
#include "check.hpp"

#include <atomic>
#include <thread>
#include <type_traits>

namespace {

using telnyx_oauth::call;
using telnyx_oauth::client;
using telnyx_oauth::error_kind;
using telnyx_oauth::options;
using telnyx_oauth::resource_metadata;

template <class Handle>
constexpr bool is_move_only = !std::is_copy_constructible_v<Handle> && !std::is_copy_assignable_v<Handle> &&
                               std::is_nothrow_move_constructible_v<Handle> && std::is_nothrow_move_assignable_v<Handle>;

static_assert(is_move_only<client> && is_move_only<options> && is_move_only<call>);
static_assert(is_move_only<telnyx_oauth::cancel_token> && is_move_only<telnyx_oauth::response>);
static_assert(is_move_only<resource_metadata> && is_move_only<telnyx_oauth::authorization_server_metadata>);
static_assert(is_move_only<telnyx_oauth::discovery> && is_move_only<telnyx_oauth::challenges>);
static_assert(is_move_only<telnyx_oauth::discovery_plan>);
static_assert(std::is_nothrow_copy_constructible_v<telnyx_oauth::error>);
static_assert(std::is_base_of_v<std::exception, telnyx_oauth::error>);

template <class Options>
error_kind refusal(const Options &options) {
  const auto made = client::try_make(options);
  return made ? error_kind() : made.error().kind();
}

resource_metadata document_of(const std::string &name) {
  telnyx_oauth::response response(200, "{\"resource\": \"https://" + name + "\"}");
  return resource_metadata::from_response("https://" + name, response.content_type("application/json"));
}

void handles_can_be_moved() {
  auto a = document_of("a.example"), b = document_of("b.example");
  const auto resource = *a.resource();
  const telnyx_oauth::resource_metadata_view view = a;
  auto moved = std::move(a);
  CHECK(resource == "https://a.example" && resource.data() == moved.resource()->data() && view == moved);
  moved = std::move(b);
  CHECK(moved.resource() == "https://b.example");
  auto &itself = moved;
  moved = std::move(itself);
  a = document_of("a.example");
  std::swap(a, moved);
  CHECK(a.resource() == "https://b.example" && moved.resource() == "https://a.example");

  client first(sandbox_options());
  client second = std::move(first);
  first = std::move(second);
  const auto fetched = first.fetch_resource_metadata(http);
  CHECK(fetched.resource() == http);
}

void a_result_gives_up_its_value() {
  auto found = telnyx_oauth::try_fetch_resource_metadata(http, sandbox_options());
  CHECK(found && found.has_value() && found->resource() == http && (*found).resource() == http);
  const resource_metadata metadata = std::move(found).value();
  CHECK(metadata.resource() == http);
  const resource_metadata another = *telnyx_oauth::try_fetch_resource_metadata(http, sandbox_options());
  CHECK(another == metadata);
}

void strings_are_checked() {
  CHECK(telnyx_oauth::version() == TELNYX_OAUTH_VERSION_STRING);
  const std::string longer = "https://a.example/b and more";
  CHECK(telnyx_oauth::resource_metadata_url(std::string_view(longer).substr(0, 19)) ==
        "https://a.example/.well-known/oauth-protected-resource/b");
  CHECK(telnyx_oauth::authorization_server_metadata_urls("https://a.example/b").size() == 3);

  // C would read only the part before the NUL, and use a different host.
  const auto cut = telnyx_oauth::try_resource_metadata_url(std::string("https://a.example\0.b.example", 28));
  CHECK(!cut && cut.error().kind() == error_kind::invalid_argument && contains(cut.error().what(), "byte 17"));
  CHECK(!telnyx_oauth::try_parse_challenges(std::string("Bearer\0", 7)));
  CHECK(!telnyx_oauth::try_resource_metadata_url("https://a.example/\xff"));
}

void every_option_is_applied() {
  const auto mail = telnyx_oauth::try_fetch_resource_metadata({}, options().base_url("mailto:a"));
  CHECK(!mail && mail.error().kind() == error_kind::invalid_argument && contains(mail.error().message(), "base_url"));
  CHECK(refusal(options().timeout(std::chrono::milliseconds(-1))) == error_kind::invalid_argument);
  CHECK(refusal(options().timeout(std::chrono::milliseconds::max())) == error_kind::invalid_argument);
  CHECK(refusal(options().connect_timeout(std::chrono::seconds(0))) == error_kind::invalid_argument);
  CHECK(refusal(options().max_redirects(11)) == error_kind::invalid_argument);
  CHECK(refusal(options().user_agent("a\nb")) == error_kind::invalid_argument);
  CHECK(refusal(options().ca_file("/nowhere/ca.pem")) == error_kind::tls);
  CHECK(refusal(options().add_resolve("a.example", 443, "b.example")) == error_kind::invalid_argument);
  CHECK(refusal(options().proxy("socks5://a.example")) == error_kind::invalid_argument);
  CHECK(refusal(options().trusted_keys("[]")) == error_kind::invalid_argument);
  CHECK(refusal(options().authorization_server_trusted_keys("[]")) == error_kind::invalid_argument);
  const auto unknown = static_cast<telnyx_oauth::resource_match>(99);
  CHECK(refusal(options().resource_match(unknown)) == error_kind::invalid_argument);
  // A later valid value does not clear the error of a setter.
  const auto refused = telnyx_oauth::try_fetch_resource_metadata(http, options().ca_file("\xff").ca_file(ca_file));
  CHECK(!refused && refused.error().kind() == error_kind::invalid_argument);

  options all = sandbox_options();
  all.base_url(http + "/v2").ignore_environment(true);
  all.timeout(std::chrono::seconds(20)).connect_timeout(std::chrono::seconds(5));
  all.max_retries(1).max_redirects(0).max_body_bytes(4096).cache(true).user_agent("handles/1");
  all.add_resolve("a.example", 80, "127.0.0.1").allow_http(true).allow_private_addresses(true);
  all.resource_match(telnyx_oauth::resource_match::exact).strict(true);
  all.authorization_server_trusted_keys(keys, "https://a.example");
  const auto fetched = client(all).fetch_resource_metadata();
  CHECK(fetched.resource() == http);
}

void a_call_has_its_own_timeout() {
  const client client(sandbox_options());
  const auto none = client.try_fetch_resource_metadata(http, call().timeout(std::chrono::milliseconds(0)));
  CHECK(!none && none.error().kind() == error_kind::invalid_argument);
  const auto late = client.try_fetch_resource_metadata(http + "/silent", call().timeout(std::chrono::milliseconds(50)));
  CHECK(!late && late.error().kind() == error_kind::timeout);
  CHECK(client.try_fetch_authorization_server_metadata(http, call().timeout(std::chrono::seconds(20))));
  CHECK(client.try_discover(http, {}, call().timeout(std::chrono::seconds(20))));
}

void another_thread_cancels_a_call() {
  const client client(sandbox_options());
  const telnyx_oauth::cancel_token token;
  std::atomic<error_kind> kind{};
  std::thread waiting([&] {
    kind = client.try_fetch_resource_metadata(http + "/silent", call().cancel_token(token)).error().kind();
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  CHECK(!token.is_cancelled());
  token.cancel();
  waiting.join();
  CHECK(kind == error_kind::cancelled);
}

void threads_share_a_client_and_its_documents() {
  const client client(sandbox_options());
  const auto shared = client.fetch_resource_metadata(https);
  std::atomic<int> calls{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 16; i++) {
    threads.emplace_back([&] {
      const auto found = client.fetch_resource_metadata(https);
      const auto fresh = client.fetch_resource_metadata(http + "/fresh");
      CHECK(found == shared && shared.resource() == https && fresh.authorization_servers()[0] == http);
      calls++;
    });
  }
  for (auto &thread : threads) thread.join();
  CHECK(calls == 16);
}

void a_response_keeps_its_settings() {
  const std::string issuer = "https://a.example";
  telnyx_oauth::response response(200, "{\"issuer\": \"https://a.example\"}");
  response.url("https://a.example/found").content_type("application/json").received_at(std::chrono::system_clock::now());
  const auto server = telnyx_oauth::authorization_server_metadata::from_response(issuer, response);
  CHECK(server.document_url() == "https://a.example/found");
  response.received_at(std::chrono::system_clock::time_point(std::chrono::seconds(-1)));
  const auto refused = telnyx_oauth::authorization_server_metadata::try_from_response(issuer, response);
  CHECK(!refused && refused.error().kind() == error_kind::invalid_argument);
}

}  // namespace

int main(int argc, char **argv) {
  begin(argc, argv);
  handles_can_be_moved();
  a_result_gives_up_its_value();
  strings_are_checked();
  every_option_is_applied();
  a_call_has_its_own_timeout();
  another_thread_cancels_a_call();
  threads_share_a_client_and_its_documents();
  a_response_keeps_its_settings();
}
