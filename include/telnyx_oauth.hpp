// telnyx_oauth.hpp - finds out how to get a token for a protected API, in C++17. This file wraps telnyx_oauth.h and
// needs no other C++ file.
//
// Fetches and checks OAuth 2.0 Protected Resource Metadata (https://www.rfc-editor.org/rfc/rfc9728) and Authorization
// Server Metadata (https://www.rfc-editor.org/rfc/rfc8414, OpenID Connect Discovery).
//
//     try {
//       const auto metadata = telnyx_oauth::fetch_resource_metadata();
//       for (const auto issuer : metadata.authorization_servers()) std::cout << issuer << '\n';
//     } catch (const telnyx_oauth::error &error) {
//       std::cerr << error.what() << '\n';
//     }
//
// This header is a thin wrapper around telnyx_oauth.h. The rules of that header about calls, threads, fork, signals,
// the process, bugs and versions apply here, too. The following rules are specific to C++.
//
// NAMES. telnyx_NOUN_MEMBER() in C is NOUN::MEMBER() here. The exception is telnyx_error_error(), which is
// error::oauth_error(): a class cannot have a member with the name of the class. A setter has the name of its option.
//
// FAILURES. A call that fails throws an error, which derives from std::exception. The same call with the prefix try_
// returns a result instead, which contains either the value or the error. If exceptions are turned off
// (-fno-exceptions), only the functions with try_ exist. The header does not need -frtti. If memory runs out, an
// allocation in this header throws std::bad_alloc, and an allocation in the library aborts the process.
//
// OWNERSHIP. Handles can be moved, but not copied. A moved-from handle may only be assigned to or destroyed. The types
// whose names end in _view, and warning, attempt, challenge, discovered_server and planned_request, own nothing and are
// cheap to copy. Like the std::string_views that functions return, they belong to the handle that they were read from.
// They are valid as long as that handle, even if it is moved. Functions that borrow from a temporary are deleted: store
// the temporary in a variable first.
//
//     for (const auto issuer : fetch_resource_metadata().authorization_servers())   // does not compile
//
// clone() makes a document that outlives the handle that the original belongs to.
//
// STRINGS. A string argument is UTF-8: a C string, std::string or std::string_view. A std::string_view that a function
// returns is UTF-8, and a NUL follows its last byte.
//
// ABSENT MEMBERS. A string or a number that may be absent is a std::optional. An absent list is empty, and an absent
// boolean is false. has_MEMBER() distinguishes an absent member from an empty or false one. type(), string(), list(),
// boolean() and json() read a member of any name, registered or not.
//
// NUMBERS. Enumerations have the values of the TELNYX_* constants. A later version of the library may return other
// values.

#ifndef TELNYX_OAUTH_HPP
#define TELNYX_OAUTH_HPP

#include "telnyx_oauth.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace telnyx_oauth {

/// The kind of an error. The names are the same in every language.
enum class error_kind : std::int32_t {
  /// The caller's input is invalid: a URL that is not absolute http(s), or that has a fragment or userinfo; a metadata
  /// URL in place of a resource; text that is not UTF-8; or an invalid option. Correct the input.
  invalid_argument = TELNYX_STATUS_INVALID_ARGUMENT,
  /// The URL is http, but https is required. Use the https URL, or see options::allow_http().
  insecure_url = TELNYX_STATUS_INSECURE_URL,
  /// A URL from a server leads to an address that is not allowed for such URLs.
  blocked_address = TELNYX_STATUS_BLOCKED_ADDRESS,
  /// The name could not be resolved, the connection failed or was closed, or the response is not HTTP.
  transport = TELNYX_STATUS_TRANSPORT,
  /// The TLS handshake failed, or the certificate is not trusted.
  tls = TELNYX_STATUS_TLS,
  /// The timeout expired: options::timeout(), options::connect_timeout() or call::timeout().
  timeout = TELNYX_STATUS_TIMEOUT,
  /// The caller cancelled the call with a cancel_token.
  cancelled = TELNYX_STATUS_CANCELLED,
  /// A redirect was refused: it leads to another origin, has no valid target, or is one too many.
  redirect_refused = TELNYX_STATUS_REDIRECT_REFUSED,
  /// The response has a status that is neither a success nor a documented error.
  http_status = TELNYX_STATUS_HTTP_STATUS,
  /// The response has a 4xx status, and its body is an OAuth error: see error_view::oauth_error().
  oauth_error = TELNYX_STATUS_OAUTH_ERROR,
  /// The response has status 200, but it is not JSON or has a content coding.
  content_type = TELNYX_STATUS_CONTENT_TYPE,
  /// The body or the header is larger than its limit.
  body_too_large = TELNYX_STATUS_BODY_TOO_LARGE,
  /// The body is not a JSON object.
  invalid_json = TELNYX_STATUS_INVALID_JSON,
  /// The body is JSON, but not a valid document of the requested type.
  invalid_metadata = TELNYX_STATUS_INVALID_METADATA,
  /// The document describes another resource (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
  resource_mismatch = TELNYX_STATUS_RESOURCE_MISMATCH,
  /// The document describes another issuer (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
  issuer_mismatch = TELNYX_STATUS_ISSUER_MISMATCH,
  /// No URL has a document: error_view::attempts() lists the requests.
  not_found = TELNYX_STATUS_NOT_FOUND,
  /// The document's signed_metadata could not be trusted.
  signature_invalid = TELNYX_STATUS_SIGNATURE_INVALID,
  /// The document is valid, but lacks a requirement of the chosen profile.
  profile_unmet = TELNYX_STATUS_PROFILE_UNMET,
  /// A bug in this library. Please report it.
  internal = TELNYX_STATUS_INTERNAL,
};

/// The name of a kind: "invalid_argument", ...; "unknown" for any other number.
inline std::string_view to_string(error_kind kind) noexcept {
  return telnyx_status_str(static_cast<telnyx_status>(kind));
}

/// The kind of a warning.
enum class warning_kind : std::int32_t {
  /// The document has no resource, which https://www.rfc-editor.org/rfc/rfc9728#section-2 requires.
  resource_missing = TELNYX_WARNING_RESOURCE_MISSING,
  /// The document's resource covers the requested resource, but is not identical to it
  /// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
  resource_not_exact = TELNYX_WARNING_RESOURCE_NOT_EXACT,
  /// The document lists no authorization server.
  authorization_servers_missing = TELNYX_WARNING_AUTHORIZATION_SERVERS_MISSING,
  /// The issuer differs from the requested one by the slash at the end of a root URL
  /// (https://www.rfc-editor.org/rfc/rfc8414#section-3.3).
  issuer_root_slash = TELNYX_WARNING_ISSUER_ROOT_SLASH,
  /// The response is JSON, but its content type is not exactly application/json.
  content_type_unusual = TELNYX_WARNING_CONTENT_TYPE_UNUSUAL,
  /// The server does not advertise PKCE with S256 (https://www.rfc-editor.org/rfc/rfc8414#section-2).
  pkce_s256_not_advertised = TELNYX_WARNING_PKCE_S256_NOT_ADVERTISED,
  /// The server's protected_resources does not list this resource (https://www.rfc-editor.org/rfc/rfc9728#section-4).
  resource_not_listed = TELNYX_WARNING_RESOURCE_NOT_LISTED,
  /// A challenge's resource_metadata is not an absolute http(s) URL
  /// (https://www.rfc-editor.org/rfc/rfc9728#section-5.1).
  challenge_unusable = TELNYX_WARNING_CHALLENGE_UNUSABLE,
  /// The request for the resource's challenge failed.
  probe_failed = TELNYX_WARNING_PROBE_FAILED,
  /// A part of a WWW-Authenticate field was malformed and was skipped, or a challenge repeats a parameter
  /// (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
  challenge_malformed = TELNYX_WARNING_CHALLENGE_MALFORMED,
  /// A listed authorization server has no valid document. The message states the reason.
  authorization_server_unusable = TELNYX_WARNING_AUTHORIZATION_SERVER_UNUSABLE,
  /// A registered member is null, which counts as absent.
  member_null = TELNYX_WARNING_MEMBER_NULL,
  /// The probe brought no challenge and ended with a status of 404, 405 or 406, or with a redirect that was not followed.
  /// The document is not exactly about the resource. The resource may challenge another method.
  probe_inconclusive = TELNYX_WARNING_PROBE_INCONCLUSIVE,
};

/// The name of a warning's kind: "resource_missing", ...; "unknown" for any other number.
inline std::string_view to_string(warning_kind kind) noexcept {
  return telnyx_warning_kind_str(static_cast<std::int32_t>(kind));
}

/// The purpose of a request.
enum class purpose : std::int32_t {
  /// The request was for the resource itself, to receive its challenge.
  probe = TELNYX_PURPOSE_PROBE,
  /// The request was for a resource's document.
  resource_metadata = TELNYX_PURPOSE_RESOURCE_METADATA,
  /// The request was for an authorization server's document.
  authorization_server_metadata = TELNYX_PURPOSE_AUTHORIZATION_SERVER_METADATA,
};

/// The name of a purpose: "probe", ...; "unknown" for any other number.
inline std::string_view to_string(purpose purpose) noexcept {
  return telnyx_purpose_str(static_cast<std::int32_t>(purpose));
}

/// The outcome of a request: one of these values, or the error_kind of the error that the request caused.
enum class outcome : std::int32_t {
  /// The response was accepted.
  ok = TELNYX_OUTCOME_OK,
  /// There is no document at this URL, so the call went on to the next candidate.
  absent = TELNYX_OUTCOME_ABSENT,
};

/// Whether a request caused an error of this kind.
constexpr bool operator==(outcome outcome, error_kind kind) noexcept {
  return static_cast<std::int32_t>(outcome) == static_cast<std::int32_t>(kind);
}

/// Whether a request did not cause an error of this kind.
constexpr bool operator!=(outcome outcome, error_kind kind) noexcept { return !(outcome == kind); }

/// The name of an outcome: "ok", "absent", or the name of the error's kind; "unknown" for any other number.
inline std::string_view to_string(outcome outcome) noexcept {
  return telnyx_outcome_str(static_cast<std::int32_t>(outcome));
}

/// The status of a document's signed_metadata (https://www.rfc-editor.org/rfc/rfc9728#section-2.2).
enum class signature_status : std::int32_t {
  /// The document has no signed_metadata.
  absent = TELNYX_SIGNATURE_ABSENT,
  /// The document has signed_metadata, but there are no trusted keys. The signature was not checked, and the claims are
  /// not among the members.
  unverified = TELNYX_SIGNATURE_UNVERIFIED,
  /// A trusted key has signed the signed_metadata. Its claims replace the plain members.
  verified = TELNYX_SIGNATURE_VERIFIED,
};

/// The name of a signature status: "absent", "unverified", "verified"; "unknown" for any other number.
inline std::string_view to_string(signature_status status) noexcept {
  return telnyx_signature_status_str(static_cast<std::int32_t>(status));
}

/// A way to get a client_id.
enum class client_registration : std::int32_t {
  /// The client sends the URL of its own metadata document as its client_id
  /// (https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/).
  client_id_metadata_document = TELNYX_CLIENT_REGISTRATION_CLIENT_ID_METADATA_DOCUMENT,
  /// The client registers itself at the registration_endpoint (https://www.rfc-editor.org/rfc/rfc7591).
  dynamic = TELNYX_CLIENT_REGISTRATION_DYNAMIC,
  /// The developer or the user registers the client before its first request.
  preregistered = TELNYX_CLIENT_REGISTRATION_PREREGISTERED,
};

/// The name of a way to get a client_id: "dynamic", ...; "unknown" for any other number.
inline std::string_view to_string(client_registration way) noexcept {
  return telnyx_client_registration_str(static_cast<std::int32_t>(way));
}

/// The type of a member's value.
enum class member_type : std::int32_t {
  /// The document has no member of this name.
  absent = TELNYX_MEMBER_TYPE_ABSENT,
  /// A string.
  string = TELNYX_MEMBER_TYPE_STRING,
  /// A list of strings.
  list = TELNYX_MEMBER_TYPE_LIST,
  /// A boolean.
  boolean = TELNYX_MEMBER_TYPE_BOOLEAN,
  /// Any other value. It can be read as JSON.
  json = TELNYX_MEMBER_TYPE_JSON,
};

/// Which documents describe a resource.
enum class resource_match : std::int32_t {
  /// The document's resource is identical to the requested resource, code point by code point
  /// (https://www.rfc-editor.org/rfc/rfc9728#section-3.3).
  exact = TELNYX_RESOURCE_MATCH_EXACT,
  /// The scheme, host and port are the same. The document's path is the requested path or a prefix of it that ends at a
  /// segment. If the root of an origin is requested, the document may have any path of that origin. If the document's
  /// resource has a query, it must be identical.
  covers = TELNYX_RESOURCE_MATCH_COVERS,
  /// The scheme, host and port are the same. Use this only if all paths of the host trust one another.
  same_origin = TELNYX_RESOURCE_MATCH_SAME_ORIGIN,
};

/// The version of the loaded library, such as "0.1.0". TELNYX_OAUTH_VERSION_STRING is the version of the header.
inline std::string_view version() noexcept { return telnyx_version(); }

/// A string argument, or none. It may point to the string that it was made from: do not store it.
class text {
 public:
  /// None.
  text() noexcept = default;
  /// None.
  text(std::nullopt_t) noexcept {}
  /// A string that ends with NUL. nullptr: no string.
  text(const char *string) noexcept : pointer_(string) {}
  /// A string. If it contains a NUL, every function refuses it, as it refuses text that is not UTF-8.
  text(const std::string &string) : text(std::string_view(string)) {}
  /// The same for a std::string_view.
  text(std::string_view string) {
    copy_.reserve(string.size());
    for (const char each : string) {
      // C would read only the part before the NUL. These bytes are not UTF-8, so the string is refused instead.
      each == '\0' ? copy_.append("\xC0\x80") : copy_.append(1, each);
    }
    pointer_ = copy_.c_str();
  }
  text(const text &) = delete;
  text &operator=(const text &) = delete;
  ~text() = default;

  /// The string for C; nullptr if there is none.
  const char *c_str() const & noexcept { return pointer_; }
  const char *c_str() const && = delete;

 private:
  std::string copy_;
  const char *pointer_ = nullptr;
};

/// The WWW-Authenticate field lines of a response (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1), or no
/// information about them.
class www_authenticate {
 public:
  /// No information about the response.
  www_authenticate() = default;
  /// No information about the response.
  www_authenticate(std::nullopt_t) {}
  /// One field line. nullptr: no information.
  www_authenticate(const char *line) : is_given_(line != nullptr) {
    if (line != nullptr) add(line);
  }
  /// One field line.
  www_authenticate(const std::string &line) : www_authenticate{std::string_view(line)} {}
  /// One field line.
  www_authenticate(std::string_view line) : is_given_(true) { add(line); }
  /// All field lines. An empty list means that the response had none.
  www_authenticate(const std::vector<std::string> &lines) : is_given_(true) {
    for (const auto &line : lines) add(line);
  }
  /// All field lines.
  www_authenticate(std::initializer_list<std::string_view> lines) : is_given_(true) {
    for (const auto line : lines) add(line);
  }

  /// The field lines for C: size() strings that are valid as long as this object. Empty if there is no information.
  std::vector<const char *> lines() const & {
    std::vector<const char *> pointers;
    pointers.reserve(lines_.size() + 1);
    for (const auto &line : lines_) pointers.push_back(line.c_str());
    if (is_given_) pointers.push_back(nullptr);
    return pointers;
  }
  std::vector<const char *> lines() const && = delete;

  /// The number of elements.
  std::size_t size() const noexcept { return lines_.size(); }

 private:
  void add(std::string_view line) {
    const text checked(line);
    lines_.emplace_back(checked.c_str());
  }

  std::vector<std::string> lines_;
  bool is_given_ = false;
};

/// Internal to this header.
namespace detail {

struct deleter {
  void operator()(telnyx_authorization_parameters *handle) const noexcept {
    telnyx_authorization_parameters_free(handle);
  }
  void operator()(telnyx_call *handle) const noexcept { telnyx_call_free(handle); }
  void operator()(telnyx_cancel_token *handle) const noexcept { telnyx_cancel_token_free(handle); }
  void operator()(telnyx_challenges *handle) const noexcept { telnyx_challenges_free(handle); }
  void operator()(telnyx_client *handle) const noexcept { telnyx_client_free(handle); }
  void operator()(telnyx_discovery *handle) const noexcept { telnyx_discovery_free(handle); }
  void operator()(telnyx_discovery_plan *handle) const noexcept { telnyx_discovery_plan_free(handle); }
  void operator()(telnyx_error *handle) const noexcept { telnyx_error_free(handle); }
  void operator()(telnyx_options *handle) const noexcept { telnyx_options_free(handle); }
  void operator()(telnyx_response *handle) const noexcept { telnyx_response_free(handle); }
  void operator()(telnyx_string *handle) const noexcept { telnyx_string_free(handle); }
  void operator()(telnyx_strings *handle) const noexcept { telnyx_strings_free(handle); }
  void operator()(telnyx_resource_metadata *handle) const noexcept { telnyx_resource_metadata_free(handle); }
  void operator()(telnyx_authorization_server_metadata *handle) const noexcept {
    telnyx_authorization_server_metadata_free(handle);
  }
};

template <class Handle>
using owned = std::unique_ptr<Handle, deleter>;

inline std::string_view view(const char *text) noexcept { return text ? std::string_view(text) : std::string_view(); }

inline std::optional<std::string_view> optional(const char *text) noexcept {
  return text ? std::optional<std::string_view>(text) : std::nullopt;
}

inline std::optional<std::uint16_t> optional(std::uint16_t status) noexcept {
  return status ? std::optional<std::uint16_t>(status) : std::nullopt;
}

template <class Item, class Handle>
std::optional<Item> optional(const Handle *handle) noexcept {
  return handle ? std::optional<Item>(handle) : std::nullopt;
}

template <class Item, class Handle, class At>
std::vector<Item> items(const Handle *handle, std::size_t (*count)(const Handle *), At at) {
  const std::size_t size = count(handle);
  std::vector<Item> items;
  items.reserve(size);
  for (std::size_t i = 0; i < size; i++) items.emplace_back(at(handle, i));
  return items;
}

template <class Handle, class At>
std::vector<std::string_view> list(const Handle *handle, std::size_t (*count)(const Handle *), At at) {
  return items<std::string_view>(handle, count, at);
}

/// Reads a list by the name of its member.
template <class Handle>
std::vector<std::string_view> list(const Handle *handle, const char *name,
                                   std::size_t (*count)(const Handle *, const char *),
                                   const char *(*at)(const Handle *, const char *, std::size_t)) {
  const std::size_t size = count(handle, name);
  std::vector<std::string_view> items;
  items.reserve(size);
  for (std::size_t i = 0; i < size; i++) items.emplace_back(at(handle, name, i));
  return items;
}

inline std::optional<bool> boolean(std::int32_t value) noexcept {
  return value == TELNYX_BOOLEAN_ABSENT ? std::nullopt : std::optional<bool>(value == TELNYX_BOOLEAN_TRUE);
}

using text_pair = std::pair<std::string_view, std::string_view>;

template <class Handle, class At>
std::vector<text_pair> pairs(const Handle *handle, std::size_t (*count)(const Handle *), At name_at, At value_at) {
  const std::size_t size = count(handle);
  std::vector<text_pair> pairs;
  pairs.reserve(size);
  for (std::size_t i = 0; i < size; i++) pairs.emplace_back(name_at(handle, i), value_at(handle, i));
  return pairs;
}

/// Times are unsigned in C. A negative time becomes 0, which is refused.
inline std::uint64_t count_of(std::chrono::milliseconds time) noexcept {
  return static_cast<std::uint64_t>(std::max(std::chrono::milliseconds::rep{0}, time.count()));
}

}  // namespace detail

/// A deviation from an RFC that was tolerated. options::strict() turns a deviation that an RFC forbids into an error.
class warning {
 public:
  /// Reads a C handle.
  explicit warning(const telnyx_warning *handle) noexcept : handle_(handle) {}

  /// The kind of the warning, for a program.
  warning_kind kind() const noexcept { return static_cast<warning_kind>(telnyx_warning_kind(handle_)); }

  /// A message for a person, which states what was expected and what was received. Text from the network is escaped and
  /// truncated.
  std::string_view message() const noexcept { return detail::view(telnyx_warning_message(handle_)); }

  /// The URL that the warning is about.
  std::optional<std::string_view> url() const noexcept { return detail::optional(telnyx_warning_url(handle_)); }

 private:
  const telnyx_warning *handle_;
};

/// One request that a call sent, or that the cache answered. A retry is a separate attempt. A redirect that was followed
/// is part of the same attempt. If a call shared the request of another call, that request is one attempt.
class attempt {
 public:
  /// Reads a C handle.
  explicit attempt(const telnyx_attempt *handle) noexcept : handle_(handle) {}

  /// The purpose of the request.
  telnyx_oauth::purpose purpose() const noexcept {
    return static_cast<telnyx_oauth::purpose>(telnyx_attempt_purpose(handle_));
  }

  /// The HTTP method: "GET".
  std::string_view method() const noexcept { return detail::view(telnyx_attempt_method(handle_)); }

  /// The requested URL.
  std::string_view url() const noexcept { return detail::view(telnyx_attempt_url(handle_)); }

  /// The URL that sent the response, after redirects.
  std::optional<std::string_view> final_url() const noexcept {
    return detail::optional(telnyx_attempt_final_url(handle_));
  }

  /// The HTTP status of the response.
  std::optional<std::uint16_t> status() const noexcept { return detail::optional(telnyx_attempt_status(handle_)); }

  /// The outcome.
  telnyx_oauth::outcome outcome() const noexcept {
    return static_cast<telnyx_oauth::outcome>(telnyx_attempt_outcome(handle_));
  }

  /// The reason why the response was accepted or rejected: one sentence for a person. Text from the network is escaped
  /// and truncated.
  std::string_view reason() const noexcept { return detail::view(telnyx_attempt_reason(handle_)); }

  /// The time from the start of the request to the end of the response. If the call shared the request of another call:
  /// the time that it waited.
  std::chrono::milliseconds elapsed() const noexcept {
    return std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(telnyx_attempt_elapsed_ms(handle_)));
  }

  /// Whether the document came from the cache, either without a request or after the server confirmed it with status
  /// 304.
  bool from_cache() const noexcept { return telnyx_attempt_from_cache(handle_); }

 private:
  const telnyx_attempt *handle_;
};

/// The reason why a call failed: a kind, a message, and details.
class error_view {
 public:
  /// Reads a C handle.
  explicit error_view(const telnyx_error *handle) noexcept : handle_(handle) {}

  /// The kind of the error, for a program.
  error_kind kind() const noexcept { return static_cast<error_kind>(telnyx_error_kind(handle_)); }

  /// A message for a person, which states what was expected and what was received. Text from the network is escaped and
  /// truncated: the message is safe to print and to log.
  std::string_view message() const & noexcept { return detail::view(telnyx_error_message(handle_)); }

  /// The URL that the error is about: the requested URL, or the caller's input if the input was invalid.
  std::optional<std::string_view> url() const & noexcept { return detail::optional(telnyx_error_url(handle_)); }

  /// The HTTP status of the response that caused the error.
  std::optional<std::uint16_t> http_status() const noexcept {
    return detail::optional(telnyx_error_http_status(handle_));
  }

  /// The OAuth error code of an error_kind::oauth_error, such as "invalid_request", exactly as sent
  /// (https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
  std::optional<std::string_view> oauth_error() const & noexcept {
    return detail::optional(telnyx_error_error(handle_));
  }

  /// The OAuth error's description, exactly as sent: escape it before you print it
  /// (https://www.rfc-editor.org/rfc/rfc6749#section-5.2).
  std::optional<std::string_view> error_description() const & noexcept {
    return detail::optional(telnyx_error_error_description(handle_));
  }

  /// The time that the server asks the client to wait, from Retry-After
  /// (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
  std::optional<std::chrono::seconds> retry_after() const noexcept {
    const auto seconds = telnyx_error_retry_after(handle_);
    return seconds < 0 ? std::nullopt : std::optional<std::chrono::seconds>(seconds);
  }

  /// The causes, from the nearest cause to the root cause, for a log. They are escaped and truncated as the message is.
  std::vector<std::string_view> causes() const & {
    return detail::list(handle_, telnyx_error_causes_count, telnyx_error_causes_at);
  }

  /// The requests that the call sent, or that the cache answered, in order.
  std::vector<attempt> attempts() const & {
    return detail::items<attempt>(handle_, telnyx_error_attempts_count, telnyx_error_attempts_at);
  }

  /// The warnings before the call failed, in order.
  std::vector<warning> warnings() const & {
    return detail::items<warning>(handle_, telnyx_error_warnings_count, telnyx_error_warnings_at);
  }

  /// The whole error as JSON on one line, as the command-line tool prints it.
  std::string_view to_json() const & noexcept { return detail::view(telnyx_error_to_json(handle_)); }

  /// The C handle.
  const telnyx_error *handle() const & noexcept { return handle_; }

 private:
  const telnyx_error *handle_;
};

// Declares a method of the view in the class that owns the handle, and deletes it for temporaries: the returned value
// would outlive the temporary.
#define TELNYX_OAUTH_BORROWS(view, member) \
  using view::member;                      \
  decltype(std::declval<const view &>().member()) member() const && = delete

/// The error that a call throws, or that a result contains. Copies are cheap: they share the error.
class error : public std::exception, public error_view {
 public:
  /// Takes ownership of a C handle. handle: not NULL.
  explicit error(telnyx_error *handle) : error_view(handle), owner_(handle, detail::deleter()) {}
  error(const error &) noexcept = default;
  error &operator=(const error &) noexcept = default;
  ~error() override = default;

  /// message(), as a C string.
  const char *what() const noexcept override { return telnyx_error_message(handle()); }

  TELNYX_OAUTH_BORROWS(error_view, message);
  TELNYX_OAUTH_BORROWS(error_view, url);
  TELNYX_OAUTH_BORROWS(error_view, oauth_error);
  TELNYX_OAUTH_BORROWS(error_view, error_description);
  TELNYX_OAUTH_BORROWS(error_view, causes);
  TELNYX_OAUTH_BORROWS(error_view, attempts);
  TELNYX_OAUTH_BORROWS(error_view, warnings);
  TELNYX_OAUTH_BORROWS(error_view, to_json);
  TELNYX_OAUTH_BORROWS(error_view, handle);

 private:
  std::shared_ptr<const telnyx_error> owner_;
};

/// The result of a call that does not throw: a value or an error. Reading the value of an error, or the error of a
/// value, calls std::abort().
template <class T>
class [[nodiscard]] result {
 public:
  /// A value.
  result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  /// An error.
  result(telnyx_oauth::error error) : state_(std::in_place_index<1>, std::move(error)) {}

  /// Whether there is a value.
  bool has_value() const noexcept { return state_.index() == 0; }
  /// Whether there is a value.
  explicit operator bool() const noexcept { return has_value(); }

  /// The value.
  T &value() & noexcept { return there(std::get_if<0>(&state_)); }
  /// The value.
  const T &value() const & noexcept { return there(std::get_if<0>(&state_)); }
  /// The value, moved out.
  T value() && noexcept { return std::move(there(std::get_if<0>(&state_))); }
  T value() const && = delete;
  /// The value.
  T &operator*() & noexcept { return value(); }
  /// The value.
  const T &operator*() const & noexcept { return value(); }
  /// The value, moved out.
  T operator*() && noexcept { return std::move(*this).value(); }
  T operator*() const && = delete;
  /// The value's members.
  T *operator->() & noexcept { return &value(); }
  /// The value's members.
  const T *operator->() const & noexcept { return &value(); }
  const T *operator->() const && = delete;

  /// The error.
  const telnyx_oauth::error &error() const & noexcept { return there(std::get_if<1>(&state_)); }
  /// A copy of the error, which shares its contents.
  telnyx_oauth::error error() const && noexcept { return there(std::get_if<1>(&state_)); }

 private:
  template <class Part>
  static Part &there(Part *part) noexcept {
    if (part == nullptr) std::abort();
    return *part;
  }

  std::variant<T, telnyx_oauth::error> state_;
};

namespace detail {

/// Calls a C function and returns its result. `call` receives the two out-parameters.
template <class Value, class Handle, class Call>
result<Value> made(Call call) {
  Handle *handle = nullptr;
  telnyx_error *failure = nullptr;
  if (call(&handle, &failure) != TELNYX_STATUS_OK) return error(failure);
  return Value(handle);
}

/// Calls a C function and returns the strings that it makes.
template <class Call>
result<std::vector<std::string>> made_strings(Call call) {
  auto made = detail::made<owned<telnyx_strings>, telnyx_strings>(call);
  if (!made) return made.error();
  const telnyx_strings *strings = made->get();
  return items<std::string>(strings, telnyx_strings_count, telnyx_strings_at);
}

#if defined(__cpp_exceptions)
template <class Value>
Value value_or_throw(result<Value> result) {
  if (!result) throw telnyx_oauth::error(result.error());
  return std::move(result).value();
}
#endif

/// A view that owns its document.
template <class View, class Handle>
class document : public View {
 public:
  /// Takes ownership of a C handle.
  explicit document(Handle *handle) noexcept : View(handle), owner_(handle) {}
  document(document &&other) noexcept : View(other), owner_(std::move(other.owner_)) { other.forget(); }
  document &operator=(document &&other) noexcept {
    owner_ = std::move(other.owner_);
    View::operator=(View(owner_.get()));
    if (this != &other) other.forget();
    return *this;
  }
  document(const document &) = delete;
  document &operator=(const document &) = delete;
  ~document() = default;

 private:
  void forget() noexcept { View::operator=(View(nullptr)); }

  owned<Handle> owner_;
};

}  // namespace detail

class resource_metadata;
class authorization_server_metadata;
class response;

/// The options of a client. An option that is not set has its default. If no option is set, a call with these options
/// uses the client that the process shares. Do not change options while another function uses them.
///
///     telnyx_oauth::options options;
///     options.timeout(5s).strict(true);
///
/// Options keep the first error of a setter: every call with them then fails with error_kind::invalid_argument, and a
/// message that names the input and the rule. Some input can be checked only when a client is built: building the
/// client then fails.
class options {
 public:
  // begin generated: options

  /// The URL whose origin is the default resource and issuer. The path of the URL is ignored. An absolute https URL, or
  /// http on a loopback host. Calls that need the base URL fail if it is not valid. Default: TELNYX_BASE_URL, else
  /// https://api.telnyx.com.
  options &base_url(const text &base_url) {
    telnyx_options_set_base_url(made(), base_url.c_str());
    return *this;
  }

  /// The time limit of a whole call, including retries and waits: more than zero, at most 24 hours. Default: 30 s.
  options &timeout(std::chrono::milliseconds timeout) {
    telnyx_options_set_timeout_ms(made(), detail::count_of(timeout));
    return *this;
  }

  /// The time limit to open one connection, including name resolution and TLS handshake: more than zero, at most 24
  /// hours. Default: 5 s.
  options &connect_timeout(std::chrono::milliseconds connect_timeout) {
    telnyx_options_set_connect_timeout_ms(made(), detail::count_of(connect_timeout));
    return *this;
  }

  /// The number of retries after a transport error or a status of 408, 425, 429, 500, 502, 503 or 504: 0 to 100. The
  /// delay is up to 0.5 s before the first retry and doubles up to 8 s, with jitter. A Retry-After of up to 60 s
  /// replaces it. Default: 2.
  options &max_retries(std::uint32_t max_retries) {
    telnyx_options_set_max_retries(made(), max_retries);
    return *this;
  }

  /// The number of redirects to follow within the same scheme, host and port: 0 to 10. Default: 3.
  options &max_redirects(std::uint32_t max_redirects) {
    telnyx_options_set_max_redirects(made(), max_redirects);
    return *this;
  }

  /// The largest body to accept, in bytes: at most 1 GiB. Default: 1 MiB.
  options &max_body_bytes(std::size_t max_body_bytes) {
    telnyx_options_set_max_body_bytes(made(), max_body_bytes);
    return *this;
  }

  /// The limit on all bodies of a discovery together, in bytes: at most 1 GiB. Servers beyond the limit, in the listed
  /// order, get the error body_too_large. Default: 8 MiB.
  options &max_total_bytes(std::size_t max_total_bytes) {
    telnyx_options_set_max_total_bytes(made(), max_total_bytes);
    return *this;
  }

  /// Caches documents in memory while they are fresh (https://www.rfc-editor.org/rfc/rfc9111), and lets concurrent
  /// calls for one URL share a request. A client stores up to 256 documents and 8 MiB. It does not store errors.
  /// Default: true.
  options &cache(bool cache) {
    telnyx_options_set_cache(made(), cache);
    return *this;
  }

  /// Which documents may describe a resource (https://www.rfc-editor.org/rfc/rfc9728#section-3.3): exact, covers or
  /// same_origin. Default: covers.
  options &resource_match(telnyx_oauth::resource_match resource_match) {
    telnyx_options_set_resource_match(made(), static_cast<std::int32_t>(resource_match));
    return *this;
  }

  /// Turns warnings about deviations that an RFC forbids into errors. Implies exact. Default: false.
  options &strict(bool strict) {
    telnyx_options_set_strict(made(), strict);
    return *this;
  }

  /// The additional requirements of a protocol: mcp, for which the resource's document must list a server, and a server
  /// must advertise PKCE with S256. Otherwise the error is profile_unmet. Default: none.
  options &profile(const text &profile) {
    telnyx_options_set_profile(made(), profile.c_str());
    return *this;
  }

  /// How a discovery asks the resource for its challenge: auto, mcp, get or none. auto sends a GET, and continues as
  /// mcp if the answer shows a JSON-RPC endpoint; mcp sends a POST of server/discover, and then of initialize if the
  /// server is older. Default: mcp with the profile mcp, else auto.
  options &probe(const text &probe) {
    telnyx_options_set_probe(made(), probe.c_str());
    return *this;
  }

  /// Tries the resource's origin as the authorization server if each well-known URL of the resource answers with a
  /// status of 4xx other than 408, 425 and 429, as MCP 2025-03-26 did. Default: false.
  options &legacy_origin(bool legacy_origin) {
    telnyx_options_set_legacy_origin(made(), legacy_origin);
    return *this;
  }

  /// Allows http to hosts that are not loopback. Anyone on the network path can then read and forge responses. Default:
  /// false.
  options &allow_http(bool allow_http) {
    telnyx_options_set_allow_http(made(), allow_http);
    return *this;
  }

  /// Allows a server on a public address to name private and loopback addresses in a redirect, a challenge or a
  /// document. Link-local, unspecified and multicast addresses are always refused. Default: false.
  options &allow_private_addresses(bool allow_private_addresses) {
    telnyx_options_set_allow_private_addresses(made(), allow_private_addresses);
    return *this;
  }

  /// The keys to verify a resource's signed_metadata with. Its claims then replace the plain members. A document
  /// without signed_metadata is refused. jwks: a JWK Set in JSON. issuer: the only trusted iss; none: any iss. Default:
  /// none, so that it is not verified.
  options &trusted_keys(const text &jwks, const text &issuer = {}) {
    telnyx_options_set_trusted_keys(made(), jwks.c_str(), issuer.c_str());
    return *this;
  }

  /// The keys to verify an authorization server's signed_metadata with. Its claims then replace the plain members. A
  /// document without signed_metadata is refused. jwks: a JWK Set in JSON. issuer: the only trusted iss; none: any iss.
  /// Default: none, so that it is not verified.
  options &authorization_server_trusted_keys(const text &jwks, const text &issuer = {}) {
    telnyx_options_set_authorization_server_trusted_keys(made(), jwks.c_str(), issuer.c_str());
    return *this;
  }

  /// A PEM file of CA certificates to trust in addition to the system's store. It is read when the client is built.
  /// SSL_CERT_FILE and SSL_CERT_DIR replace the system's store. Mozilla's root certificates are used on systems without
  /// a store. Default: none.
  options &ca_file(const text &ca_file) {
    telnyx_options_set_ca_file(made(), ca_file.c_str());
    return *this;
  }

  /// Addresses by host and port. They replace name resolution, like curl's --resolve. May be called several times. For
  /// the same host and port, the last call wins. Default: none.
  options &add_resolve(const text &host, std::uint16_t port, const text &address) {
    telnyx_options_add_resolve(made(), host.c_str(), port, address.c_str());
    return *this;
  }

  /// The http or https URL of a proxy for every request; the empty string means no proxy. NO_PROXY still applies.
  /// Behind a proxy, only literal addresses and localhost in a server's URLs can be checked, because the proxy resolves
  /// all other names. Default: from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY.
  options &proxy(const text &proxy) {
    telnyx_options_set_proxy(made(), proxy.c_str());
    return *this;
  }

  /// Ignores all environment variables: TELNYX_BASE_URL, SSL_CERT_FILE, SSL_CERT_DIR and the variables for proxies. For
  /// a program in which another thread may call setenv(), putenv() or unsetenv() while a client is built. Default:
  /// false.
  options &ignore_environment(bool ignore_environment) {
    telnyx_options_set_ignore_environment(made(), ignore_environment);
    return *this;
  }

  /// The User-Agent to send. Printable ASCII. Default: telnyx-oauth/VERSION (c).
  options &user_agent(const text &user_agent) {
    telnyx_options_set_user_agent(made(), user_agent.c_str());
    return *this;
  }

  /// Header fields for a gateway in front of the resource. Only the origin of the requested resource gets them. Fields
  /// with credentials and those that the client sets itself are refused. May be called several times. Default: none.
  options &add_header(const text &name, const text &value) {
    telnyx_options_add_header(made(), name.c_str(), value.c_str());
    return *this;
  }
  // end generated: options

  /// The C handle; NULL if nothing is set.
  const telnyx_options *handle() const & noexcept { return handle_.get(); }
  const telnyx_options *handle() const && = delete;

 private:
  telnyx_options *made() {
    if (!handle_) handle_.reset(telnyx_options_new());
    return handle_.get();
  }

  detail::owned<telnyx_options> handle_;
};

/// A token that cancels calls from any thread. It may be destroyed while the calls run. It then cannot cancel them any
/// more.
class cancel_token {
 public:
  /// A token that is not cancelled.
  cancel_token() : handle_(telnyx_cancel_token_new()) {}

  /// Cancels all current and later calls that use the token: they fail with error_kind::cancelled. The token stays
  /// cancelled. Any thread may call this method. A signal handler must not, because the method acquires a lock.
  void cancel() const noexcept { telnyx_cancel_token_cancel(handle_.get()); }

  /// Whether cancel() was called.
  bool is_cancelled() const noexcept { return telnyx_cancel_token_is_cancelled(handle_.get()); }

  /// The C handle.
  telnyx_cancel_token *handle() const & noexcept { return handle_.get(); }
  telnyx_cancel_token *handle() const && = delete;

 private:
  detail::owned<telnyx_cancel_token> handle_;
};

/// The settings of one or more calls. A call uses the client's value for a setting that is not set. Several threads may
/// use the same settings at the same time. Do not change them while a call uses them.
class call {
 public:
  /// Sets the time limit for the whole call, including retries and waits: 1 ms to 24 h. With any other value, the call
  /// fails with error_kind::invalid_argument. Default: the client's timeout.
  call &timeout(std::chrono::milliseconds timeout) {
    telnyx_call_set_timeout_ms(made(), detail::count_of(timeout));
    return *this;
  }

  /// Sets the token that cancels the call. Default: none.
  call &cancel_token(const telnyx_oauth::cancel_token &token) {
    telnyx_call_set_cancel_token(made(), token.handle());
    return *this;
  }

  /// Sets the authorization server of client::discover(). Other calls ignore the issuer.
  ///
  /// The resource's document need not list this server. No other server replaces it: if the server fails, the call
  /// fails with that error. The call then also succeeds if the resource has no document, or if its document lists no
  /// server.
  ///
  /// issuer: an absolute https URL without a query, or http on a loopback host. With any other value, the call fails
  /// with error_kind::invalid_argument or error_kind::insecure_url. Default: the servers that the document lists.
  call &issuer(const text &issuer) {
    telnyx_call_set_issuer(made(), issuer.c_str());
    return *this;
  }

  /// The C handle; NULL if nothing is set.
  const telnyx_call *handle() const & noexcept { return handle_.get(); }
  const telnyx_call *handle() const && = delete;

 private:
  telnyx_call *made() {
    if (!handle_) handle_.reset(telnyx_call_new());
    return handle_.get();
  }

  detail::owned<telnyx_call> handle_;
};

/// A protected resource's metadata document (https://www.rfc-editor.org/rfc/rfc9728#section-2), checked. Absent members
/// stay absent, and strings are exactly as sent. The document is immutable: any number of threads may read it at the
/// same time.
class resource_metadata_view {
 public:
  /// Reads a C handle.
  explicit resource_metadata_view(const telnyx_resource_metadata *handle) noexcept : handle_(handle) {}
  /// A view must not outlive a temporary document.
  resource_metadata_view(resource_metadata &&) = delete;
  resource_metadata_view &operator=(resource_metadata &&) = delete;

  /// The URL that the document came from, after redirects.
  std::string_view document_url() const & noexcept {
    return detail::view(telnyx_resource_metadata_document_url(handle()));
  }

  /// The unregistered members as a JSON object on one line; "{}" if there are none.
  std::string_view extra() const & noexcept { return detail::view(telnyx_resource_metadata_extra(handle())); }

  /// The text of the document as the server sent it, without a byte-order mark.
  std::string_view raw_json() const & noexcept { return detail::view(telnyx_resource_metadata_raw_json(handle())); }

  /// The members of the document as JSON on one line.
  std::string_view to_json() const & noexcept { return detail::view(telnyx_resource_metadata_to_json(handle())); }

  // begin generated: resource_metadata_view

  /// The resource identifier of the document (https://www.rfc-editor.org/rfc/rfc9728#section-2). The resource match
  /// decides how it may differ from the requested one; a difference is a warning.
  std::optional<std::string_view> resource() const & noexcept {
    return detail::optional(telnyx_resource_metadata_resource(handle()));
  }

  /// The issuers of the authorization servers that this resource accepts, as absolute http(s) URLs
  /// (https://www.rfc-editor.org/rfc/rfc9728#section-2). Empty if the member is absent.
  std::vector<std::string_view> authorization_servers() const & {
    return detail::list(
        handle(),
        telnyx_resource_metadata_authorization_servers_count,
        telnyx_resource_metadata_authorization_servers_at);
  }

  /// Whether the document has authorization_servers, including an empty list.
  bool has_authorization_servers() const noexcept {
    return telnyx_resource_metadata_has_authorization_servers(handle());
  }

  /// The URL of the resource's JWK Set (https://www.rfc-editor.org/rfc/rfc9728#section-2). An absolute https URL, or
  /// http if the resource or issuer of the document is http.
  std::optional<std::string_view> jwks_uri() const & noexcept {
    return detail::optional(telnyx_resource_metadata_jwks_uri(handle()));
  }

  /// The scopes to request for access to the resource (https://www.rfc-editor.org/rfc/rfc9728#section-2). Empty if the
  /// member is absent.
  std::vector<std::string_view> scopes_supported() const & {
    return detail::list(
        handle(),
        telnyx_resource_metadata_scopes_supported_count,
        telnyx_resource_metadata_scopes_supported_at);
  }

  /// Whether the document has scopes_supported, including an empty list.
  bool has_scopes_supported() const noexcept { return telnyx_resource_metadata_has_scopes_supported(handle()); }

  /// The ways to send a bearer token: header, body, query (https://www.rfc-editor.org/rfc/rfc9728#section-2). An empty
  /// list means that bearer tokens are not supported. Empty if the member is absent.
  std::vector<std::string_view> bearer_methods_supported() const & {
    return detail::list(
        handle(),
        telnyx_resource_metadata_bearer_methods_supported_count,
        telnyx_resource_metadata_bearer_methods_supported_at);
  }

  /// Whether the document has bearer_methods_supported, including an empty list.
  bool has_bearer_methods_supported() const noexcept {
    return telnyx_resource_metadata_has_bearer_methods_supported(handle());
  }

  /// The JWS algorithms for signed responses of the resource (https://www.rfc-editor.org/rfc/rfc9728#section-2). Empty
  /// if the member is absent.
  std::vector<std::string_view> resource_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_resource_metadata_resource_signing_alg_values_supported_count,
        telnyx_resource_metadata_resource_signing_alg_values_supported_at);
  }

  /// Whether the document has resource_signing_alg_values_supported, including an empty list.
  bool has_resource_signing_alg_values_supported() const noexcept {
    return telnyx_resource_metadata_has_resource_signing_alg_values_supported(handle());
  }

  /// The resource's name, for people (https://www.rfc-editor.org/rfc/rfc9728#section-2).
  std::optional<std::string_view> resource_name() const & noexcept {
    return detail::optional(telnyx_resource_metadata_resource_name(handle()));
  }

  /// Like resource_name(), in the best matching language by the lookup of
  /// https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
  std::optional<std::string_view> resource_name_for(const text &language) const & noexcept {
    return detail::optional(telnyx_resource_metadata_resource_name_for(handle(), language.c_str()));
  }

  /// A page for developers (https://www.rfc-editor.org/rfc/rfc9728#section-2). Not checked: it may be any text.
  std::optional<std::string_view> resource_documentation() const & noexcept {
    return detail::optional(telnyx_resource_metadata_resource_documentation(handle()));
  }

  /// Like resource_documentation(), in the best matching language by the lookup of
  /// https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
  std::optional<std::string_view> resource_documentation_for(const text &language) const & noexcept {
    return detail::optional(telnyx_resource_metadata_resource_documentation_for(handle(), language.c_str()));
  }

  /// A page on how a client may use the data (https://www.rfc-editor.org/rfc/rfc9728#section-2). Not checked: it may be
  /// any text.
  std::optional<std::string_view> resource_policy_uri() const & noexcept {
    return detail::optional(telnyx_resource_metadata_resource_policy_uri(handle()));
  }

  /// Like resource_policy_uri(), in the best matching language by the lookup of
  /// https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
  std::optional<std::string_view> resource_policy_uri_for(const text &language) const & noexcept {
    return detail::optional(telnyx_resource_metadata_resource_policy_uri_for(handle(), language.c_str()));
  }

  /// A page with the terms of service (https://www.rfc-editor.org/rfc/rfc9728#section-2). Not checked: it may be any
  /// text.
  std::optional<std::string_view> resource_tos_uri() const & noexcept {
    return detail::optional(telnyx_resource_metadata_resource_tos_uri(handle()));
  }

  /// Like resource_tos_uri(), in the best matching language by the lookup of
  /// https://www.rfc-editor.org/rfc/rfc4647#section-3.4. If no language matches, the value without a language tag.
  std::optional<std::string_view> resource_tos_uri_for(const text &language) const & noexcept {
    return detail::optional(telnyx_resource_metadata_resource_tos_uri_for(handle(), language.c_str()));
  }

  /// Whether access tokens are bound to client certificates, if the document says so
  /// (https://www.rfc-editor.org/rfc/rfc9728#section-2). False also if the member is absent.
  bool tls_client_certificate_bound_access_tokens() const noexcept {
    return telnyx_resource_metadata_tls_client_certificate_bound_access_tokens(handle());
  }

  /// Whether the document has tls_client_certificate_bound_access_tokens, including the value false.
  bool has_tls_client_certificate_bound_access_tokens() const noexcept {
    return telnyx_resource_metadata_has_tls_client_certificate_bound_access_tokens(handle());
  }

  /// The type values of authorization_details that the resource supports
  /// (https://www.rfc-editor.org/rfc/rfc9728#section-2). Empty if the member is absent.
  std::vector<std::string_view> authorization_details_types_supported() const & {
    return detail::list(
        handle(),
        telnyx_resource_metadata_authorization_details_types_supported_count,
        telnyx_resource_metadata_authorization_details_types_supported_at);
  }

  /// Whether the document has authorization_details_types_supported, including an empty list.
  bool has_authorization_details_types_supported() const noexcept {
    return telnyx_resource_metadata_has_authorization_details_types_supported(handle());
  }

  /// The JWS algorithms that the resource supports for DPoP proofs (https://www.rfc-editor.org/rfc/rfc9728#section-2).
  /// Empty if the member is absent.
  std::vector<std::string_view> dpop_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_resource_metadata_dpop_signing_alg_values_supported_count,
        telnyx_resource_metadata_dpop_signing_alg_values_supported_at);
  }

  /// Whether the document has dpop_signing_alg_values_supported, including an empty list.
  bool has_dpop_signing_alg_values_supported() const noexcept {
    return telnyx_resource_metadata_has_dpop_signing_alg_values_supported(handle());
  }

  /// Whether access tokens must be bound by DPoP, if the document says so
  /// (https://www.rfc-editor.org/rfc/rfc9728#section-2). False also if the member is absent.
  bool dpop_bound_access_tokens_required() const noexcept {
    return telnyx_resource_metadata_dpop_bound_access_tokens_required(handle());
  }

  /// Whether the document has dpop_bound_access_tokens_required, including the value false.
  bool has_dpop_bound_access_tokens_required() const noexcept {
    return telnyx_resource_metadata_has_dpop_bound_access_tokens_required(handle());
  }

  /// A JWT with the members as signed claims, exactly as sent (https://www.rfc-editor.org/rfc/rfc9728#section-2.2). The
  /// signature status tells whether it was verified.
  std::optional<std::string_view> signed_metadata() const & noexcept {
    return detail::optional(telnyx_resource_metadata_signed_metadata(handle()));
  }

  /// The URL of a signed JWT that holds the resource's JWK Set (https://openid.net/specs/openid-federation-1_0.html).
  /// An absolute https URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> signed_jwks_uri() const & noexcept {
    return detail::optional(telnyx_resource_metadata_signed_jwks_uri(handle()));
  }

  /// The resource's JWK Set itself (https://openid.net/specs/openid-federation-1_0.html). As JSON text.
  std::optional<std::string_view> jwks() const & noexcept {
    return detail::optional(telnyx_resource_metadata_jwks(handle()));
  }

  /// The name of the organization that owns the resource, for people
  /// (https://openid.net/specs/openid-federation-1_0.html).
  std::optional<std::string_view> organization_name() const & noexcept {
    return detail::optional(telnyx_resource_metadata_organization_name(handle()));
  }

  /// A short description of the resource, for people (https://openid.net/specs/openid-federation-1_0.html).
  std::optional<std::string_view> description() const & noexcept {
    return detail::optional(telnyx_resource_metadata_description(handle()));
  }

  /// Keywords, tags or categories that apply to the resource (https://openid.net/specs/openid-federation-1_0.html).
  /// Empty if the member is absent.
  std::vector<std::string_view> keywords() const & {
    return detail::list(handle(), telnyx_resource_metadata_keywords_count, telnyx_resource_metadata_keywords_at);
  }

  /// Whether the document has keywords, including an empty list.
  bool has_keywords() const noexcept { return telnyx_resource_metadata_has_keywords(handle()); }

  /// Contacts of the people responsible for the resource, such as e-mail addresses
  /// (https://openid.net/specs/openid-federation-1_0.html). Empty if the member is absent.
  std::vector<std::string_view> contacts() const & {
    return detail::list(handle(), telnyx_resource_metadata_contacts_count, telnyx_resource_metadata_contacts_at);
  }

  /// Whether the document has contacts, including an empty list.
  bool has_contacts() const noexcept { return telnyx_resource_metadata_has_contacts(handle()); }

  /// The logo of the organization that owns the resource, an image
  /// (https://openid.net/specs/openid-federation-1_0.html). Not checked: it may be any text.
  std::optional<std::string_view> logo_uri() const & noexcept {
    return detail::optional(telnyx_resource_metadata_logo_uri(handle()));
  }

  /// A page of the organization that owns the resource (https://openid.net/specs/openid-federation-1_0.html). Not
  /// checked: it may be any text.
  std::optional<std::string_view> organization_uri() const & noexcept {
    return detail::optional(telnyx_resource_metadata_organization_uri(handle()));
  }

  /// The type of the member with this name, registered or not, such as TELNYX_MEMBER_ISSUER or "resource_name#fr".
  member_type type(const text &name) const noexcept {
    return static_cast<member_type>(telnyx_resource_metadata_type(handle(), name.c_str()));
  }

  /// The member with this name, if it is a string.
  std::optional<std::string_view> string(const text &name) const & noexcept {
    return detail::optional(telnyx_resource_metadata_string(handle(), name.c_str()));
  }

  /// The member with this name, if it is a list of strings; otherwise an empty list.
  std::vector<std::string_view> list(const text &name) const & {
    return detail::list(handle(), name.c_str(), telnyx_resource_metadata_list_count, telnyx_resource_metadata_list_at);
  }

  /// The member with this name, if it is a boolean.
  std::optional<bool> boolean(const text &name) const noexcept {
    return detail::boolean(telnyx_resource_metadata_boolean(handle(), name.c_str()));
  }

  /// The value of the member with this name as JSON, for a value of any type.
  std::optional<std::string_view> json(const text &name) const & noexcept {
    return detail::optional(telnyx_resource_metadata_json(handle(), name.c_str()));
  }

  /// Whether the library checks the value of a member with this name. It checks registered members by their types, and
  /// every member whose name ends in _endpoint as an endpoint. Any other member may have any value. The document need
  /// not have the member.
  bool is_judged(const text &name) const noexcept { return telnyx_resource_metadata_is_judged(handle(), name.c_str()); }

  /// The full names of all members.
  std::vector<std::string_view> names() const & {
    return detail::list(handle(), telnyx_resource_metadata_names_count, telnyx_resource_metadata_names_at);
  }
  // end generated: resource_metadata_view

  /// The language variants of members (https://www.rfc-editor.org/rfc/rfc9728#section-2.1): the full name of each, such
  /// as "resource_name#fr-CA", and its value.
  std::vector<std::pair<std::string_view, std::string_view>> variants() const & {
    return detail::pairs(handle(), telnyx_resource_metadata_variants_count, telnyx_resource_metadata_variants_name_at,
                         telnyx_resource_metadata_variants_value_at);
  }

  /// The status of the document's signed_metadata.
  telnyx_oauth::signature_status signature_status() const noexcept {
    return static_cast<telnyx_oauth::signature_status>(telnyx_resource_metadata_signature_status(handle()));
  }

  /// The warnings: deviations from an RFC in the document that were tolerated.
  std::vector<warning> warnings() const & {
    return detail::items<warning>(handle(), telnyx_resource_metadata_warnings_count,
                                  telnyx_resource_metadata_warnings_at);
  }

  /// Makes a document that outlives the handle that this view belongs to. The copy is cheap: it shares the document.
  resource_metadata clone() const;

  /// The C handle.
  const telnyx_resource_metadata *handle() const & noexcept { return handle_; }

  /// Whether two documents have the same members. Their URLs may differ.
  friend bool operator==(const resource_metadata_view &a, const resource_metadata_view &b) noexcept {
    return telnyx_resource_metadata_equal(a.handle_, b.handle_);
  }

  /// Whether two documents differ in a member.
  friend bool operator!=(const resource_metadata_view &a, const resource_metadata_view &b) noexcept {
    return !(a == b);
  }

 private:
  const telnyx_resource_metadata *handle_;
};

/// A resource_metadata_view that owns its document.
class resource_metadata : public detail::document<resource_metadata_view, telnyx_resource_metadata> {
 public:
  using document::document;

  TELNYX_OAUTH_BORROWS(resource_metadata_view, document_url);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, extra);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, raw_json);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, to_json);
  // begin generated: methods of resource_metadata
  TELNYX_OAUTH_BORROWS(resource_metadata_view, resource);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, authorization_servers);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, jwks_uri);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, scopes_supported);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, bearer_methods_supported);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, resource_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, resource_name);
  using resource_metadata_view::resource_name_for;
  std::optional<std::string_view> resource_name_for(const text &) const && = delete;
  TELNYX_OAUTH_BORROWS(resource_metadata_view, resource_documentation);
  using resource_metadata_view::resource_documentation_for;
  std::optional<std::string_view> resource_documentation_for(const text &) const && = delete;
  TELNYX_OAUTH_BORROWS(resource_metadata_view, resource_policy_uri);
  using resource_metadata_view::resource_policy_uri_for;
  std::optional<std::string_view> resource_policy_uri_for(const text &) const && = delete;
  TELNYX_OAUTH_BORROWS(resource_metadata_view, resource_tos_uri);
  using resource_metadata_view::resource_tos_uri_for;
  std::optional<std::string_view> resource_tos_uri_for(const text &) const && = delete;
  TELNYX_OAUTH_BORROWS(resource_metadata_view, authorization_details_types_supported);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, dpop_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, signed_metadata);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, signed_jwks_uri);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, jwks);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, organization_name);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, description);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, keywords);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, contacts);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, logo_uri);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, organization_uri);
  using resource_metadata_view::string;
  std::optional<std::string_view> string(const text &) const && = delete;
  using resource_metadata_view::list;
  std::vector<std::string_view> list(const text &) const && = delete;
  using resource_metadata_view::json;
  std::optional<std::string_view> json(const text &) const && = delete;
  TELNYX_OAUTH_BORROWS(resource_metadata_view, names);
  // end generated: methods of resource_metadata
  TELNYX_OAUTH_BORROWS(resource_metadata_view, variants);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, warnings);
  TELNYX_OAUTH_BORROWS(resource_metadata_view, handle);

  /// Checks a response from another HTTP client, and reads the resource's document from it
  /// (https://www.rfc-editor.org/rfc/rfc9728#section-3.2).
  ///
  /// resource: as for fetch_resource_metadata(), but required.
  /// response: the response. Its default URL is resource_metadata_url().
  /// options: only the options for checking a document are used (resource match, strict, allow http, trusted keys).
  ///
  /// Fails with error_kind::invalid_argument or insecure_url if resource or the URL of the response is refused.
  /// Otherwise fails with the error in the response: http_status, oauth_error, content_type, invalid_json,
  /// invalid_metadata, resource_mismatch or signature_invalid.
  static result<resource_metadata> try_from_response(const text &resource, const telnyx_oauth::response &response,
                                                     const telnyx_oauth::options &options = {});

#if defined(__cpp_exceptions)
  /// Like try_from_response(), but throws the error.
  static resource_metadata from_response(const text &resource, const telnyx_oauth::response &response,
                                         const telnyx_oauth::options &options = {});
#endif
};

inline resource_metadata resource_metadata_view::clone() const {
  return resource_metadata(telnyx_resource_metadata_clone(handle_));
}

/// An authorization server's metadata document (https://www.rfc-editor.org/rfc/rfc8414 and
/// https://openid.net/specs/openid-connect-discovery-1_0.html), checked. Absent members stay absent, and strings are
/// exactly as sent. Every endpoint is an absolute https URL, or http if the issuer is http. The
/// document is immutable: any number of threads may read it at the same time.
class authorization_server_metadata_view {
 public:
  /// Reads a C handle.
  explicit authorization_server_metadata_view(const telnyx_authorization_server_metadata *handle) noexcept
      : handle_(handle) {}
  /// A view must not outlive a temporary document.
  authorization_server_metadata_view(authorization_server_metadata &&) = delete;
  authorization_server_metadata_view &operator=(authorization_server_metadata &&) = delete;

  /// The URL that the document came from, after redirects.
  std::string_view document_url() const & noexcept {
    return detail::view(telnyx_authorization_server_metadata_document_url(handle()));
  }

  /// The unregistered members as a JSON object on one line; "{}" if there are none.
  std::string_view extra() const & noexcept {
    return detail::view(telnyx_authorization_server_metadata_extra(handle()));
  }

  /// The text of the document as the server sent it, without a byte-order mark.
  std::string_view raw_json() const & noexcept {
    return detail::view(telnyx_authorization_server_metadata_raw_json(handle()));
  }

  /// The members of the document as JSON on one line.
  std::string_view to_json() const & noexcept {
    return detail::view(telnyx_authorization_server_metadata_to_json(handle()));
  }

  /// Whether the server advertises PKCE with S256 (https://www.rfc-editor.org/rfc/rfc7636#section-4.2).
  bool supports_pkce_s256() const noexcept { return telnyx_authorization_server_metadata_supports_pkce_s256(handle()); }

  // begin generated: authorization_server_metadata_view

  /// The server's issuer identifier (https://www.rfc-editor.org/rfc/rfc8414#section-2). Use this string, not the
  /// requested one, in all further requests and checks.
  std::optional<std::string_view> issuer() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_issuer(handle()));
  }

  /// The authorization endpoint, which the user's browser opens (https://www.rfc-editor.org/rfc/rfc8414#section-2). An
  /// absolute https URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> authorization_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_authorization_endpoint(handle()));
  }

  /// The token endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https URL, or http if the
  /// resource or issuer of the document is http.
  std::optional<std::string_view> token_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_token_endpoint(handle()));
  }

  /// The URL of the server's JWK Set (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https URL, or http
  /// if the resource or issuer of the document is http.
  std::optional<std::string_view> jwks_uri() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_jwks_uri(handle()));
  }

  /// The endpoint for dynamic client registration (RFC 7591) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An
  /// absolute https URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> registration_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_registration_endpoint(handle()));
  }

  /// The scopes that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2). Empty if the member is
  /// absent.
  std::vector<std::string_view> scopes_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_scopes_supported_count,
        telnyx_authorization_server_metadata_scopes_supported_at);
  }

  /// Whether the document has scopes_supported, including an empty list.
  bool has_scopes_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_scopes_supported(handle());
  }

  /// The response_type values that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2). Empty if the
  /// member is absent.
  std::vector<std::string_view> response_types_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_response_types_supported_count,
        telnyx_authorization_server_metadata_response_types_supported_at);
  }

  /// Whether the document has response_types_supported, including an empty list.
  bool has_response_types_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_response_types_supported(handle());
  }

  /// The response_mode values that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2). If absent:
  /// query and fragment. Empty if the member is absent.
  std::vector<std::string_view> response_modes_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_response_modes_supported_count,
        telnyx_authorization_server_metadata_response_modes_supported_at);
  }

  /// Whether the document has response_modes_supported, including an empty list.
  bool has_response_modes_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_response_modes_supported(handle());
  }

  /// The grant types that the server supports (https://www.rfc-editor.org/rfc/rfc8414#section-2). If absent:
  /// authorization_code and implicit. Empty if the member is absent.
  std::vector<std::string_view> grant_types_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_grant_types_supported_count,
        telnyx_authorization_server_metadata_grant_types_supported_at);
  }

  /// Whether the document has grant_types_supported, including an empty list.
  bool has_grant_types_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_grant_types_supported(handle());
  }

  /// The client authentication methods of the token endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2). If
  /// absent: client_secret_basic. Empty if the member is absent.
  std::vector<std::string_view> token_endpoint_auth_methods_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_token_endpoint_auth_methods_supported_count,
        telnyx_authorization_server_metadata_token_endpoint_auth_methods_supported_at);
  }

  /// Whether the document has token_endpoint_auth_methods_supported, including an empty list.
  bool has_token_endpoint_auth_methods_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_token_endpoint_auth_methods_supported(handle());
  }

  /// The JWS algorithms for client authentication at the token endpoint
  /// (https://www.rfc-editor.org/rfc/rfc8414#section-2). Empty if the member is absent.
  std::vector<std::string_view> token_endpoint_auth_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_token_endpoint_auth_signing_alg_values_supported_count,
        telnyx_authorization_server_metadata_token_endpoint_auth_signing_alg_values_supported_at);
  }

  /// Whether the document has token_endpoint_auth_signing_alg_values_supported, including an empty list.
  bool has_token_endpoint_auth_signing_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_token_endpoint_auth_signing_alg_values_supported(handle());
  }

  /// A page for developers (https://www.rfc-editor.org/rfc/rfc8414#section-2). Not checked: it may be any text.
  std::optional<std::string_view> service_documentation() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_service_documentation(handle()));
  }

  /// The languages of the user interface, as BCP 47 tags (https://www.rfc-editor.org/rfc/rfc8414#section-2). Empty if
  /// the member is absent.
  std::vector<std::string_view> ui_locales_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_ui_locales_supported_count,
        telnyx_authorization_server_metadata_ui_locales_supported_at);
  }

  /// Whether the document has ui_locales_supported, including an empty list.
  bool has_ui_locales_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_ui_locales_supported(handle());
  }

  /// A page on how a client may use the data (https://www.rfc-editor.org/rfc/rfc8414#section-2). Not checked: it may be
  /// any text.
  std::optional<std::string_view> op_policy_uri() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_op_policy_uri(handle()));
  }

  /// A page with the terms of service (https://www.rfc-editor.org/rfc/rfc8414#section-2). Not checked: it may be any
  /// text.
  std::optional<std::string_view> op_tos_uri() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_op_tos_uri(handle()));
  }

  /// The token revocation endpoint (RFC 7009) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https
  /// URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> revocation_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_revocation_endpoint(handle()));
  }

  /// The client authentication methods of the revocation endpoint (https://www.rfc-editor.org/rfc/rfc8414#section-2).
  /// If absent: client_secret_basic. Empty if the member is absent.
  std::vector<std::string_view> revocation_endpoint_auth_methods_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_revocation_endpoint_auth_methods_supported_count,
        telnyx_authorization_server_metadata_revocation_endpoint_auth_methods_supported_at);
  }

  /// Whether the document has revocation_endpoint_auth_methods_supported, including an empty list.
  bool has_revocation_endpoint_auth_methods_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_revocation_endpoint_auth_methods_supported(handle());
  }

  /// The JWS algorithms for client authentication at the revocation endpoint
  /// (https://www.rfc-editor.org/rfc/rfc8414#section-2). Empty if the member is absent.
  std::vector<std::string_view> revocation_endpoint_auth_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_revocation_endpoint_auth_signing_alg_values_supported_count,
        telnyx_authorization_server_metadata_revocation_endpoint_auth_signing_alg_values_supported_at);
  }

  /// Whether the document has revocation_endpoint_auth_signing_alg_values_supported, including an empty list.
  bool has_revocation_endpoint_auth_signing_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_revocation_endpoint_auth_signing_alg_values_supported(handle());
  }

  /// The token introspection endpoint (RFC 7662) (https://www.rfc-editor.org/rfc/rfc8414#section-2). An absolute https
  /// URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> introspection_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_introspection_endpoint(handle()));
  }

  /// The client authentication methods of the introspection endpoint
  /// (https://www.rfc-editor.org/rfc/rfc8414#section-2). Empty if the member is absent.
  std::vector<std::string_view> introspection_endpoint_auth_methods_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_introspection_endpoint_auth_methods_supported_count,
        telnyx_authorization_server_metadata_introspection_endpoint_auth_methods_supported_at);
  }

  /// Whether the document has introspection_endpoint_auth_methods_supported, including an empty list.
  bool has_introspection_endpoint_auth_methods_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_introspection_endpoint_auth_methods_supported(handle());
  }

  /// The JWS algorithms for client authentication at the introspection endpoint
  /// (https://www.rfc-editor.org/rfc/rfc8414#section-2). Empty if the member is absent.
  std::vector<std::string_view> introspection_endpoint_auth_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_introspection_endpoint_auth_signing_alg_values_supported_count,
        telnyx_authorization_server_metadata_introspection_endpoint_auth_signing_alg_values_supported_at);
  }

  /// Whether the document has introspection_endpoint_auth_signing_alg_values_supported, including an empty list.
  bool has_introspection_endpoint_auth_signing_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_introspection_endpoint_auth_signing_alg_values_supported(handle());
  }

  /// The PKCE code challenge methods that the server supports (RFC 7636)
  /// (https://www.rfc-editor.org/rfc/rfc8414#section-2). Empty if the member is absent.
  std::vector<std::string_view> code_challenge_methods_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_code_challenge_methods_supported_count,
        telnyx_authorization_server_metadata_code_challenge_methods_supported_at);
  }

  /// Whether the document has code_challenge_methods_supported, including an empty list.
  bool has_code_challenge_methods_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_code_challenge_methods_supported(handle());
  }

  /// A JWT with the members as signed claims, exactly as sent (https://www.rfc-editor.org/rfc/rfc8414#section-2.1). The
  /// signature status tells whether it was verified.
  std::optional<std::string_view> signed_metadata() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_signed_metadata(handle()));
  }

  /// The device authorization endpoint (https://www.rfc-editor.org/rfc/rfc8628#section-4). An absolute https URL, or
  /// http if the resource or issuer of the document is http.
  std::optional<std::string_view> device_authorization_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_device_authorization_endpoint(handle()));
  }

  /// Whether the server can issue access tokens that are bound to client certificates
  /// (https://www.rfc-editor.org/rfc/rfc8705#section-3.3). If absent: false. False also if the member is absent.
  bool tls_client_certificate_bound_access_tokens() const noexcept {
    return telnyx_authorization_server_metadata_tls_client_certificate_bound_access_tokens(handle());
  }

  /// Whether the document has tls_client_certificate_bound_access_tokens, including the value false.
  bool has_tls_client_certificate_bound_access_tokens() const noexcept {
    return telnyx_authorization_server_metadata_has_tls_client_certificate_bound_access_tokens(handle());
  }

  /// The endpoints for clients with a certificate (https://www.rfc-editor.org/rfc/rfc8705#section-5). They replace the
  /// endpoints of the same names. Each with its name. Empty if the member is absent.
  std::vector<std::pair<std::string_view, std::string_view>> mtls_endpoint_aliases() const & {
    return detail::pairs(
        handle(),
        telnyx_authorization_server_metadata_mtls_endpoint_aliases_count,
        telnyx_authorization_server_metadata_mtls_endpoint_aliases_name_at,
        telnyx_authorization_server_metadata_mtls_endpoint_aliases_value_at);
  }

  /// The value in mtls_endpoint_aliases with this name, such as "token_endpoint".
  std::optional<std::string_view> mtls_endpoint_aliases(const text &name) const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_mtls_endpoint_aliases(handle(), name.c_str()));
  }

  /// Whether the document has mtls_endpoint_aliases, including an empty object.
  bool has_mtls_endpoint_aliases() const noexcept {
    return telnyx_authorization_server_metadata_has_mtls_endpoint_aliases(handle());
  }

  /// The JWS algorithms for NFV tokens
  /// (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf). Empty if the
  /// member is absent.
  std::vector<std::string_view> nfv_token_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_nfv_token_signing_alg_values_supported_count,
        telnyx_authorization_server_metadata_nfv_token_signing_alg_values_supported_at);
  }

  /// Whether the document has nfv_token_signing_alg_values_supported, including an empty list.
  bool has_nfv_token_signing_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_nfv_token_signing_alg_values_supported(handle());
  }

  /// The JWE algorithms for NFV tokens
  /// (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf). Empty if the
  /// member is absent.
  std::vector<std::string_view> nfv_token_encryption_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_nfv_token_encryption_alg_values_supported_count,
        telnyx_authorization_server_metadata_nfv_token_encryption_alg_values_supported_at);
  }

  /// Whether the document has nfv_token_encryption_alg_values_supported, including an empty list.
  bool has_nfv_token_encryption_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_nfv_token_encryption_alg_values_supported(handle());
  }

  /// The JWE content encryptions for NFV tokens
  /// (https://www.etsi.org/deliver/etsi_gs/NFV-SEC/001_099/022/02.07.01_60/gs_NFV-SEC022v020701p.pdf). Empty if the
  /// member is absent.
  std::vector<std::string_view> nfv_token_encryption_enc_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_nfv_token_encryption_enc_values_supported_count,
        telnyx_authorization_server_metadata_nfv_token_encryption_enc_values_supported_at);
  }

  /// Whether the document has nfv_token_encryption_enc_values_supported, including an empty list.
  bool has_nfv_token_encryption_enc_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_nfv_token_encryption_enc_values_supported(handle());
  }

  /// OpenID Connect's UserInfo endpoint (https://openid.net/specs/openid-connect-discovery-1_0.html). An absolute https
  /// URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> userinfo_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_userinfo_endpoint(handle()));
  }

  /// The authentication context classes that the server supports
  /// (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if the member is absent.
  std::vector<std::string_view> acr_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_acr_values_supported_count,
        telnyx_authorization_server_metadata_acr_values_supported_at);
  }

  /// Whether the document has acr_values_supported, including an empty list.
  bool has_acr_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_acr_values_supported(handle());
  }

  /// The subject identifier types that the server supports: pairwise, public
  /// (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if the member is absent.
  std::vector<std::string_view> subject_types_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_subject_types_supported_count,
        telnyx_authorization_server_metadata_subject_types_supported_at);
  }

  /// Whether the document has subject_types_supported, including an empty list.
  bool has_subject_types_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_subject_types_supported(handle());
  }

  /// The JWS algorithms for ID tokens (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if the member
  /// is absent.
  std::vector<std::string_view> id_token_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_id_token_signing_alg_values_supported_count,
        telnyx_authorization_server_metadata_id_token_signing_alg_values_supported_at);
  }

  /// Whether the document has id_token_signing_alg_values_supported, including an empty list.
  bool has_id_token_signing_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_id_token_signing_alg_values_supported(handle());
  }

  /// The JWE algorithms for ID tokens (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if the member
  /// is absent.
  std::vector<std::string_view> id_token_encryption_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_id_token_encryption_alg_values_supported_count,
        telnyx_authorization_server_metadata_id_token_encryption_alg_values_supported_at);
  }

  /// Whether the document has id_token_encryption_alg_values_supported, including an empty list.
  bool has_id_token_encryption_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_id_token_encryption_alg_values_supported(handle());
  }

  /// The JWE content encryptions for ID tokens (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if
  /// the member is absent.
  std::vector<std::string_view> id_token_encryption_enc_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_id_token_encryption_enc_values_supported_count,
        telnyx_authorization_server_metadata_id_token_encryption_enc_values_supported_at);
  }

  /// Whether the document has id_token_encryption_enc_values_supported, including an empty list.
  bool has_id_token_encryption_enc_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_id_token_encryption_enc_values_supported(handle());
  }

  /// The JWS algorithms for UserInfo responses (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if
  /// the member is absent.
  std::vector<std::string_view> userinfo_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_userinfo_signing_alg_values_supported_count,
        telnyx_authorization_server_metadata_userinfo_signing_alg_values_supported_at);
  }

  /// Whether the document has userinfo_signing_alg_values_supported, including an empty list.
  bool has_userinfo_signing_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_userinfo_signing_alg_values_supported(handle());
  }

  /// The JWE algorithms for UserInfo responses (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if
  /// the member is absent.
  std::vector<std::string_view> userinfo_encryption_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_userinfo_encryption_alg_values_supported_count,
        telnyx_authorization_server_metadata_userinfo_encryption_alg_values_supported_at);
  }

  /// Whether the document has userinfo_encryption_alg_values_supported, including an empty list.
  bool has_userinfo_encryption_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_userinfo_encryption_alg_values_supported(handle());
  }

  /// The JWE content encryptions for UserInfo responses (https://openid.net/specs/openid-connect-discovery-1_0.html).
  /// Empty if the member is absent.
  std::vector<std::string_view> userinfo_encryption_enc_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_userinfo_encryption_enc_values_supported_count,
        telnyx_authorization_server_metadata_userinfo_encryption_enc_values_supported_at);
  }

  /// Whether the document has userinfo_encryption_enc_values_supported, including an empty list.
  bool has_userinfo_encryption_enc_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_userinfo_encryption_enc_values_supported(handle());
  }

  /// The JWS algorithms for request objects (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if the
  /// member is absent.
  std::vector<std::string_view> request_object_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_request_object_signing_alg_values_supported_count,
        telnyx_authorization_server_metadata_request_object_signing_alg_values_supported_at);
  }

  /// Whether the document has request_object_signing_alg_values_supported, including an empty list.
  bool has_request_object_signing_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_request_object_signing_alg_values_supported(handle());
  }

  /// The JWE algorithms for request objects (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if the
  /// member is absent.
  std::vector<std::string_view> request_object_encryption_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_request_object_encryption_alg_values_supported_count,
        telnyx_authorization_server_metadata_request_object_encryption_alg_values_supported_at);
  }

  /// Whether the document has request_object_encryption_alg_values_supported, including an empty list.
  bool has_request_object_encryption_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_request_object_encryption_alg_values_supported(handle());
  }

  /// The JWE content encryptions for request objects (https://openid.net/specs/openid-connect-discovery-1_0.html).
  /// Empty if the member is absent.
  std::vector<std::string_view> request_object_encryption_enc_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_request_object_encryption_enc_values_supported_count,
        telnyx_authorization_server_metadata_request_object_encryption_enc_values_supported_at);
  }

  /// Whether the document has request_object_encryption_enc_values_supported, including an empty list.
  bool has_request_object_encryption_enc_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_request_object_encryption_enc_values_supported(handle());
  }

  /// The display values that the server supports (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if
  /// the member is absent.
  std::vector<std::string_view> display_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_display_values_supported_count,
        telnyx_authorization_server_metadata_display_values_supported_at);
  }

  /// Whether the document has display_values_supported, including an empty list.
  bool has_display_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_display_values_supported(handle());
  }

  /// The claim types that the server supports (https://openid.net/specs/openid-connect-discovery-1_0.html). If absent:
  /// normal. Empty if the member is absent.
  std::vector<std::string_view> claim_types_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_claim_types_supported_count,
        telnyx_authorization_server_metadata_claim_types_supported_at);
  }

  /// Whether the document has claim_types_supported, including an empty list.
  bool has_claim_types_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_claim_types_supported(handle());
  }

  /// The claims that the server may supply (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if the
  /// member is absent.
  std::vector<std::string_view> claims_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_claims_supported_count,
        telnyx_authorization_server_metadata_claims_supported_at);
  }

  /// Whether the document has claims_supported, including an empty list.
  bool has_claims_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_claims_supported(handle());
  }

  /// The languages of claims, as BCP 47 tags (https://openid.net/specs/openid-connect-discovery-1_0.html). Empty if the
  /// member is absent.
  std::vector<std::string_view> claims_locales_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_claims_locales_supported_count,
        telnyx_authorization_server_metadata_claims_locales_supported_at);
  }

  /// Whether the document has claims_locales_supported, including an empty list.
  bool has_claims_locales_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_claims_locales_supported(handle());
  }

  /// Whether the server supports the claims parameter (https://openid.net/specs/openid-connect-discovery-1_0.html). If
  /// absent: false. False also if the member is absent.
  bool claims_parameter_supported() const noexcept {
    return telnyx_authorization_server_metadata_claims_parameter_supported(handle());
  }

  /// Whether the document has claims_parameter_supported, including the value false.
  bool has_claims_parameter_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_claims_parameter_supported(handle());
  }

  /// Whether the server supports the request parameter (https://openid.net/specs/openid-connect-discovery-1_0.html). If
  /// absent: false. False also if the member is absent.
  bool request_parameter_supported() const noexcept {
    return telnyx_authorization_server_metadata_request_parameter_supported(handle());
  }

  /// Whether the document has request_parameter_supported, including the value false.
  bool has_request_parameter_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_request_parameter_supported(handle());
  }

  /// Whether the server supports the request_uri parameter, if the document says so
  /// (https://openid.net/specs/openid-connect-discovery-1_0.html). False also if the member is absent. The default of
  /// the member is true: see supports_request_uri_parameter().
  bool request_uri_parameter_supported() const noexcept {
    return telnyx_authorization_server_metadata_request_uri_parameter_supported(handle());
  }

  /// Whether the document has request_uri_parameter_supported, including the value false.
  bool has_request_uri_parameter_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_request_uri_parameter_supported(handle());
  }

  /// Whether the server supports the request_uri parameter; true if the document does not say
  /// (https://openid.net/specs/openid-connect-discovery-1_0.html).
  bool supports_request_uri_parameter() const noexcept {
    return telnyx_authorization_server_metadata_supports_request_uri_parameter(handle());
  }

  /// Whether request_uri values must be registered beforehand
  /// (https://openid.net/specs/openid-connect-discovery-1_0.html). If absent: false. False also if the member is
  /// absent.
  bool require_request_uri_registration() const noexcept {
    return telnyx_authorization_server_metadata_require_request_uri_registration(handle());
  }

  /// Whether the document has require_request_uri_registration, including the value false.
  bool has_require_request_uri_registration() const noexcept {
    return telnyx_authorization_server_metadata_has_require_request_uri_registration(handle());
  }

  /// Whether authorization requests must be signed request objects
  /// (https://www.rfc-editor.org/rfc/rfc9101#section-10.5). If absent: false. False also if the member is absent.
  bool require_signed_request_object() const noexcept {
    return telnyx_authorization_server_metadata_require_signed_request_object(handle());
  }

  /// Whether the document has require_signed_request_object, including the value false.
  bool has_require_signed_request_object() const noexcept {
    return telnyx_authorization_server_metadata_has_require_signed_request_object(handle());
  }

  /// The pushed authorization request endpoint (https://www.rfc-editor.org/rfc/rfc9126#section-5). An absolute https
  /// URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> pushed_authorization_request_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_pushed_authorization_request_endpoint(handle()));
  }

  /// Whether the server accepts pushed authorization requests only (https://www.rfc-editor.org/rfc/rfc9126#section-5).
  /// If absent: false. False also if the member is absent.
  bool require_pushed_authorization_requests() const noexcept {
    return telnyx_authorization_server_metadata_require_pushed_authorization_requests(handle());
  }

  /// Whether the document has require_pushed_authorization_requests, including the value false.
  bool has_require_pushed_authorization_requests() const noexcept {
    return telnyx_authorization_server_metadata_has_require_pushed_authorization_requests(handle());
  }

  /// The JWS algorithms for introspection responses (https://www.rfc-editor.org/rfc/rfc9701#section-7). Empty if the
  /// member is absent.
  std::vector<std::string_view> introspection_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_introspection_signing_alg_values_supported_count,
        telnyx_authorization_server_metadata_introspection_signing_alg_values_supported_at);
  }

  /// Whether the document has introspection_signing_alg_values_supported, including an empty list.
  bool has_introspection_signing_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_introspection_signing_alg_values_supported(handle());
  }

  /// The JWE algorithms for introspection responses (https://www.rfc-editor.org/rfc/rfc9701#section-7). Empty if the
  /// member is absent.
  std::vector<std::string_view> introspection_encryption_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_introspection_encryption_alg_values_supported_count,
        telnyx_authorization_server_metadata_introspection_encryption_alg_values_supported_at);
  }

  /// Whether the document has introspection_encryption_alg_values_supported, including an empty list.
  bool has_introspection_encryption_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_introspection_encryption_alg_values_supported(handle());
  }

  /// The JWE content encryptions for introspection responses (https://www.rfc-editor.org/rfc/rfc9701#section-7). Empty
  /// if the member is absent.
  std::vector<std::string_view> introspection_encryption_enc_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_introspection_encryption_enc_values_supported_count,
        telnyx_authorization_server_metadata_introspection_encryption_enc_values_supported_at);
  }

  /// Whether the document has introspection_encryption_enc_values_supported, including an empty list.
  bool has_introspection_encryption_enc_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_introspection_encryption_enc_values_supported(handle());
  }

  /// Whether authorization responses carry iss, if the document says so
  /// (https://www.rfc-editor.org/rfc/rfc9207#section-3). False also if the member is absent.
  bool authorization_response_iss_parameter_supported() const noexcept {
    return telnyx_authorization_server_metadata_authorization_response_iss_parameter_supported(handle());
  }

  /// Whether the document has authorization_response_iss_parameter_supported, including the value false.
  bool has_authorization_response_iss_parameter_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_authorization_response_iss_parameter_supported(handle());
  }

  /// The URL of an iframe for session state notifications (https://openid.net/specs/openid-connect-session-1_0.html).
  /// An absolute https URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> check_session_iframe() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_check_session_iframe(handle()));
  }

  /// Whether the server supports front-channel logout (https://openid.net/specs/openid-connect-frontchannel-1_0.html).
  /// If absent: false. False also if the member is absent.
  bool frontchannel_logout_supported() const noexcept {
    return telnyx_authorization_server_metadata_frontchannel_logout_supported(handle());
  }

  /// Whether the document has frontchannel_logout_supported, including the value false.
  bool has_frontchannel_logout_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_frontchannel_logout_supported(handle());
  }

  /// Whether the server sends iss and sid in front-channel logout requests
  /// (https://openid.net/specs/openid-connect-frontchannel-1_0.html). If absent: false. False also if the member is
  /// absent.
  bool frontchannel_logout_session_supported() const noexcept {
    return telnyx_authorization_server_metadata_frontchannel_logout_session_supported(handle());
  }

  /// Whether the document has frontchannel_logout_session_supported, including the value false.
  bool has_frontchannel_logout_session_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_frontchannel_logout_session_supported(handle());
  }

  /// Whether the server supports back-channel logout (https://openid.net/specs/openid-connect-backchannel-1_0.html). If
  /// absent: false. False also if the member is absent.
  bool backchannel_logout_supported() const noexcept {
    return telnyx_authorization_server_metadata_backchannel_logout_supported(handle());
  }

  /// Whether the document has backchannel_logout_supported, including the value false.
  bool has_backchannel_logout_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_backchannel_logout_supported(handle());
  }

  /// Whether the server sends sid in logout tokens (https://openid.net/specs/openid-connect-backchannel-1_0.html). If
  /// absent: false. False also if the member is absent.
  bool backchannel_logout_session_supported() const noexcept {
    return telnyx_authorization_server_metadata_backchannel_logout_session_supported(handle());
  }

  /// Whether the document has backchannel_logout_session_supported, including the value false.
  bool has_backchannel_logout_session_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_backchannel_logout_session_supported(handle());
  }

  /// The endpoint that logs the user out (https://openid.net/specs/openid-connect-rpinitiated-1_0.html). An absolute
  /// https URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> end_session_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_end_session_endpoint(handle()));
  }

  /// The ways to deliver tokens after backchannel authentication: poll, ping, push
  /// (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html). Empty if the member
  /// is absent.
  std::vector<std::string_view> backchannel_token_delivery_modes_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_backchannel_token_delivery_modes_supported_count,
        telnyx_authorization_server_metadata_backchannel_token_delivery_modes_supported_at);
  }

  /// Whether the document has backchannel_token_delivery_modes_supported, including an empty list.
  bool has_backchannel_token_delivery_modes_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_backchannel_token_delivery_modes_supported(handle());
  }

  /// The backchannel authentication endpoint
  /// (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html). An absolute https
  /// URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> backchannel_authentication_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_backchannel_authentication_endpoint(handle()));
  }

  /// The JWS algorithms for signed backchannel authentication requests
  /// (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html). Empty if the member
  /// is absent.
  std::vector<std::string_view> backchannel_authentication_request_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_backchannel_authentication_request_signing_alg_values_supported_count,
        telnyx_authorization_server_metadata_backchannel_authentication_request_signing_alg_values_supported_at);
  }

  /// Whether the document has backchannel_authentication_request_signing_alg_values_supported, including an empty list.
  bool has_backchannel_authentication_request_signing_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_backchannel_authentication_request_signing_alg_values_supported(
        handle());
  }

  /// Whether the server supports the user_code parameter
  /// (https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html). If absent: false.
  /// False also if the member is absent.
  bool backchannel_user_code_parameter_supported() const noexcept {
    return telnyx_authorization_server_metadata_backchannel_user_code_parameter_supported(handle());
  }

  /// Whether the document has backchannel_user_code_parameter_supported, including the value false.
  bool has_backchannel_user_code_parameter_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_backchannel_user_code_parameter_supported(handle());
  }

  /// The type values of authorization_details that the server supports
  /// (https://www.rfc-editor.org/rfc/rfc9396#section-10). Empty if the member is absent.
  std::vector<std::string_view> authorization_details_types_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_authorization_details_types_supported_count,
        telnyx_authorization_server_metadata_authorization_details_types_supported_at);
  }

  /// Whether the document has authorization_details_types_supported, including an empty list.
  bool has_authorization_details_types_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_authorization_details_types_supported(handle());
  }

  /// The JWS algorithms that the server supports for DPoP proofs (https://www.rfc-editor.org/rfc/rfc9449#section-5.1).
  /// Empty if the member is absent.
  std::vector<std::string_view> dpop_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_dpop_signing_alg_values_supported_count,
        telnyx_authorization_server_metadata_dpop_signing_alg_values_supported_at);
  }

  /// Whether the document has dpop_signing_alg_values_supported, including an empty list.
  bool has_dpop_signing_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_dpop_signing_alg_values_supported(handle());
  }

  /// The JWS algorithms for authorization responses (https://openid.net/specs/oauth-v2-jarm.html). Empty if the member
  /// is absent.
  std::vector<std::string_view> authorization_signing_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_authorization_signing_alg_values_supported_count,
        telnyx_authorization_server_metadata_authorization_signing_alg_values_supported_at);
  }

  /// Whether the document has authorization_signing_alg_values_supported, including an empty list.
  bool has_authorization_signing_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_authorization_signing_alg_values_supported(handle());
  }

  /// The JWE algorithms for authorization responses (https://openid.net/specs/oauth-v2-jarm.html). Empty if the member
  /// is absent.
  std::vector<std::string_view> authorization_encryption_alg_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_authorization_encryption_alg_values_supported_count,
        telnyx_authorization_server_metadata_authorization_encryption_alg_values_supported_at);
  }

  /// Whether the document has authorization_encryption_alg_values_supported, including an empty list.
  bool has_authorization_encryption_alg_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_authorization_encryption_alg_values_supported(handle());
  }

  /// The JWE content encryptions for authorization responses (https://openid.net/specs/oauth-v2-jarm.html). Empty if
  /// the member is absent.
  std::vector<std::string_view> authorization_encryption_enc_values_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_authorization_encryption_enc_values_supported_count,
        telnyx_authorization_server_metadata_authorization_encryption_enc_values_supported_at);
  }

  /// Whether the document has authorization_encryption_enc_values_supported, including an empty list.
  bool has_authorization_encryption_enc_values_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_authorization_encryption_enc_values_supported(handle());
  }

  /// The resources that can be used with the server (https://www.rfc-editor.org/rfc/rfc9728#section-4). Empty if the
  /// member is absent.
  std::vector<std::string_view> protected_resources() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_protected_resources_count,
        telnyx_authorization_server_metadata_protected_resources_at);
  }

  /// Whether the document has protected_resources, including an empty list.
  bool has_protected_resources() const noexcept {
    return telnyx_authorization_server_metadata_has_protected_resources(handle());
  }

  /// The ways of client registration that the server supports: automatic, explicit
  /// (https://openid.net/specs/openid-federation-1_0.html). Empty if the member is absent.
  std::vector<std::string_view> client_registration_types_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_client_registration_types_supported_count,
        telnyx_authorization_server_metadata_client_registration_types_supported_at);
  }

  /// Whether the document has client_registration_types_supported, including an empty list.
  bool has_client_registration_types_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_client_registration_types_supported(handle());
  }

  /// The endpoint for explicit client registration (https://openid.net/specs/openid-federation-1_0.html). An absolute
  /// https URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> federation_registration_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_federation_registration_endpoint(handle()));
  }

  /// The URL of a signed JWT that holds the server's JWK Set (https://openid.net/specs/openid-federation-1_0.html). An
  /// absolute https URL, or http if the resource or issuer of the document is http.
  std::optional<std::string_view> signed_jwks_uri() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_signed_jwks_uri(handle()));
  }

  /// The server's JWK Set itself (https://openid.net/specs/openid-federation-1_0.html). As JSON text.
  std::optional<std::string_view> jwks() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_jwks(handle()));
  }

  /// The name of the organization that owns the server, for people
  /// (https://openid.net/specs/openid-federation-1_0.html).
  std::optional<std::string_view> organization_name() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_organization_name(handle()));
  }

  /// The server's name, for people (https://openid.net/specs/openid-federation-1_0.html).
  std::optional<std::string_view> display_name() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_display_name(handle()));
  }

  /// A short description of the server, for people (https://openid.net/specs/openid-federation-1_0.html).
  std::optional<std::string_view> description() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_description(handle()));
  }

  /// Keywords, tags or categories that apply to the server (https://openid.net/specs/openid-federation-1_0.html). Empty
  /// if the member is absent.
  std::vector<std::string_view> keywords() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_keywords_count,
        telnyx_authorization_server_metadata_keywords_at);
  }

  /// Whether the document has keywords, including an empty list.
  bool has_keywords() const noexcept { return telnyx_authorization_server_metadata_has_keywords(handle()); }

  /// Contacts of the people responsible for the server, such as e-mail addresses
  /// (https://openid.net/specs/openid-federation-1_0.html). Empty if the member is absent.
  std::vector<std::string_view> contacts() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_contacts_count,
        telnyx_authorization_server_metadata_contacts_at);
  }

  /// Whether the document has contacts, including an empty list.
  bool has_contacts() const noexcept { return telnyx_authorization_server_metadata_has_contacts(handle()); }

  /// The logo of the organization that owns the server, an image (https://openid.net/specs/openid-federation-1_0.html).
  /// Not checked: it may be any text.
  std::optional<std::string_view> logo_uri() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_logo_uri(handle()));
  }

  /// A page with more about the server (https://openid.net/specs/openid-federation-1_0.html). Not checked: it may be
  /// any text.
  std::optional<std::string_view> information_uri() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_information_uri(handle()));
  }

  /// A page of the organization that owns the server (https://openid.net/specs/openid-federation-1_0.html). Not
  /// checked: it may be any text.
  std::optional<std::string_view> organization_uri() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_organization_uri(handle()));
  }

  /// The endpoint that lists the URLs of token status lists
  /// (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-status-list). An absolute https URL, or http if the
  /// resource or issuer of the document is http.
  std::optional<std::string_view> status_list_aggregation_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_status_list_aggregation_endpoint(handle()));
  }

  /// The requested_token_type values that the server supports in a token exchange for identity chaining
  /// (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-identity-chaining). Empty if the member is absent.
  std::vector<std::string_view> identity_chaining_requested_token_types_supported() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_identity_chaining_requested_token_types_supported_count,
        telnyx_authorization_server_metadata_identity_chaining_requested_token_types_supported_at);
  }

  /// Whether the document has identity_chaining_requested_token_types_supported, including an empty list.
  bool has_identity_chaining_requested_token_types_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_identity_chaining_requested_token_types_supported(handle());
  }

  /// Whether a client's identifier may be the URL of a metadata document
  /// (https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document). If absent: false. False also
  /// if the member is absent.
  bool client_id_metadata_document_supported() const noexcept {
    return telnyx_authorization_server_metadata_client_id_metadata_document_supported(handle());
  }

  /// Whether the document has client_id_metadata_document_supported, including the value false.
  bool has_client_id_metadata_document_supported() const noexcept {
    return telnyx_authorization_server_metadata_has_client_id_metadata_document_supported(handle());
  }

  /// The type of the member with this name, registered or not, such as TELNYX_MEMBER_ISSUER or "resource_name#fr".
  member_type type(const text &name) const noexcept {
    return static_cast<member_type>(telnyx_authorization_server_metadata_type(handle(), name.c_str()));
  }

  /// The member with this name, if it is a string.
  std::optional<std::string_view> string(const text &name) const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_string(handle(), name.c_str()));
  }

  /// The member with this name, if it is a list of strings; otherwise an empty list.
  std::vector<std::string_view> list(const text &name) const & {
    return detail::list(
        handle(),
        name.c_str(),
        telnyx_authorization_server_metadata_list_count,
        telnyx_authorization_server_metadata_list_at);
  }

  /// The member with this name, if it is a boolean.
  std::optional<bool> boolean(const text &name) const noexcept {
    return detail::boolean(telnyx_authorization_server_metadata_boolean(handle(), name.c_str()));
  }

  /// The value of the member with this name as JSON, for a value of any type.
  std::optional<std::string_view> json(const text &name) const & noexcept {
    return detail::optional(telnyx_authorization_server_metadata_json(handle(), name.c_str()));
  }

  /// Whether the library checks the value of a member with this name. It checks registered members by their types, and
  /// every member whose name ends in _endpoint as an endpoint. Any other member may have any value. The document need
  /// not have the member.
  bool is_judged(const text &name) const noexcept {
    return telnyx_authorization_server_metadata_is_judged(handle(), name.c_str());
  }

  /// The full names of all members.
  std::vector<std::string_view> names() const & {
    return detail::list(
        handle(),
        telnyx_authorization_server_metadata_names_count,
        telnyx_authorization_server_metadata_names_at);
  }
  // end generated: authorization_server_metadata_view

  /// The status of the document's signed_metadata.
  telnyx_oauth::signature_status signature_status() const noexcept {
    return static_cast<telnyx_oauth::signature_status>(telnyx_authorization_server_metadata_signature_status(handle()));
  }

  /// The warnings: deviations from an RFC in the document that were tolerated.
  std::vector<warning> warnings() const & {
    return detail::items<warning>(handle(), telnyx_authorization_server_metadata_warnings_count,
                                  telnyx_authorization_server_metadata_warnings_at);
  }

  /// Makes a document that outlives the handle that this view belongs to. The copy is cheap: it shares the document.
  authorization_server_metadata clone() const;

  /// The C handle.
  const telnyx_authorization_server_metadata *handle() const & noexcept { return handle_; }

  /// Whether two documents have the same members. Their URLs may differ.
  friend bool operator==(const authorization_server_metadata_view &a,
                         const authorization_server_metadata_view &b) noexcept {
    return telnyx_authorization_server_metadata_equal(a.handle_, b.handle_);
  }

  /// Whether two documents differ in a member.
  friend bool operator!=(const authorization_server_metadata_view &a,
                         const authorization_server_metadata_view &b) noexcept {
    return !(a == b);
  }

 private:
  const telnyx_authorization_server_metadata *handle_;
};

/// An authorization_server_metadata_view that owns its document.
class authorization_server_metadata
    : public detail::document<authorization_server_metadata_view, telnyx_authorization_server_metadata> {
 public:
  using document::document;

  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, document_url);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, extra);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, raw_json);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, to_json);
  // begin generated: methods of authorization_server_metadata
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, issuer);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, authorization_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, token_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, jwks_uri);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, registration_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, scopes_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, response_types_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, response_modes_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, grant_types_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, token_endpoint_auth_methods_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, token_endpoint_auth_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, service_documentation);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, ui_locales_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, op_policy_uri);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, op_tos_uri);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, revocation_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, revocation_endpoint_auth_methods_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, revocation_endpoint_auth_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, introspection_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, introspection_endpoint_auth_methods_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, introspection_endpoint_auth_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, code_challenge_methods_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, signed_metadata);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, device_authorization_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, mtls_endpoint_aliases);
  std::optional<std::string_view> mtls_endpoint_aliases(const text &) const && = delete;
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, nfv_token_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, nfv_token_encryption_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, nfv_token_encryption_enc_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, userinfo_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, acr_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, subject_types_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, id_token_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, id_token_encryption_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, id_token_encryption_enc_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, userinfo_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, userinfo_encryption_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, userinfo_encryption_enc_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, request_object_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, request_object_encryption_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, request_object_encryption_enc_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, display_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, claim_types_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, claims_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, claims_locales_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, pushed_authorization_request_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, introspection_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, introspection_encryption_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, introspection_encryption_enc_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, check_session_iframe);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, end_session_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, backchannel_token_delivery_modes_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, backchannel_authentication_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, backchannel_authentication_request_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, authorization_details_types_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, dpop_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, authorization_signing_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, authorization_encryption_alg_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, authorization_encryption_enc_values_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, protected_resources);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, client_registration_types_supported);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, federation_registration_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, signed_jwks_uri);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, jwks);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, organization_name);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, display_name);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, description);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, keywords);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, contacts);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, logo_uri);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, information_uri);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, organization_uri);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, status_list_aggregation_endpoint);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, identity_chaining_requested_token_types_supported);
  using authorization_server_metadata_view::string;
  std::optional<std::string_view> string(const text &) const && = delete;
  using authorization_server_metadata_view::list;
  std::vector<std::string_view> list(const text &) const && = delete;
  using authorization_server_metadata_view::json;
  std::optional<std::string_view> json(const text &) const && = delete;
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, names);
  // end generated: methods of authorization_server_metadata
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, warnings);
  TELNYX_OAUTH_BORROWS(authorization_server_metadata_view, handle);

  /// Checks a response from another HTTP client, and reads the issuer's document from it
  /// (https://www.rfc-editor.org/rfc/rfc8414#section-3.2).
  ///
  /// issuer: as for fetch_authorization_server_metadata(), but required.
  /// response: the response. Its default URL is the first of authorization_server_metadata_urls().
  /// options: only the options for checking a document are used (strict, allow http, trusted keys).
  ///
  /// Fails with error_kind::invalid_argument or insecure_url if issuer or the URL of the response is refused. Otherwise
  /// fails with the error in the response: http_status, oauth_error, content_type, invalid_json, invalid_metadata,
  /// issuer_mismatch or signature_invalid.
  static result<authorization_server_metadata> try_from_response(const text &issuer,
                                                                 const telnyx_oauth::response &response,
                                                                 const telnyx_oauth::options &options = {});

#if defined(__cpp_exceptions)
  /// Like try_from_response(), but throws the error.
  static authorization_server_metadata from_response(const text &issuer, const telnyx_oauth::response &response,
                                                     const telnyx_oauth::options &options = {});
#endif
};

inline authorization_server_metadata authorization_server_metadata_view::clone() const {
  return authorization_server_metadata(telnyx_authorization_server_metadata_clone(handle_));
}

/// One challenge of a WWW-Authenticate header field (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
class challenge {
 public:
  /// Reads a C handle.
  explicit challenge(const telnyx_challenge *handle) noexcept : handle_(handle) {}

  /// The authentication scheme, in lower case, such as "bearer".
  std::string_view scheme() const noexcept { return detail::view(telnyx_challenge_scheme(handle_)); }

  /// The names of the parameters, in lower case, and their values, sorted by name. If a name occurs twice, only the
  /// first parameter counts.
  std::vector<std::pair<std::string_view, std::string_view>> params() const {
    return detail::pairs(handle_, telnyx_challenge_params_count, telnyx_challenge_params_name_at,
                         telnyx_challenge_params_value_at);
  }

  /// The value of the parameter with this name, such as "realm". The name is not case-sensitive.
  std::optional<std::string_view> param(const text &name) const {
    return detail::optional(telnyx_challenge_param(handle_, name.c_str()));
  }

  /// The token that some schemes have instead of parameters (https://www.rfc-editor.org/rfc/rfc9110#section-11.2).
  std::optional<std::string_view> token68() const noexcept {
    return detail::optional(telnyx_challenge_token68(handle_));
  }

  /// The resource_metadata parameter (https://www.rfc-editor.org/rfc/rfc9728#section-5.1), not checked.
  std::optional<std::string_view> resource_metadata() const noexcept {
    return detail::optional(telnyx_challenge_resource_metadata(handle_));
  }

  /// The scopes in the scope parameter (https://www.rfc-editor.org/rfc/rfc6750#section-3). These are the scopes to
  /// request.
  std::vector<std::string_view> scope() const {
    return detail::list(handle_, telnyx_challenge_scope_count, telnyx_challenge_scope_at);
  }

  /// Whether the challenge has a scope parameter, including an empty one.
  bool has_scope() const noexcept { return telnyx_challenge_has_scope(handle_); }

 private:
  const telnyx_challenge *handle_;
};

/// The challenges of WWW-Authenticate header fields, in order.
class challenges {
 public:
  /// Takes ownership of a C handle.
  explicit challenges(telnyx_challenges *handle)
      : handle_(handle), items_(detail::items<challenge>(handle, telnyx_challenges_count, telnyx_challenges_at)) {}

  /// The number of elements.
  std::size_t size() const noexcept { return items_.size(); }
  /// Whether there are no challenges.
  bool empty() const noexcept { return items_.empty(); }
  /// The challenge at an index, which is less than size().
  const challenge &operator[](std::size_t index) const & noexcept { return items_[index]; }
  const challenge &operator[](std::size_t) const && = delete;
  /// The first.
  std::vector<challenge>::const_iterator begin() const & noexcept { return items_.begin(); }
  std::vector<challenge>::const_iterator begin() const && = delete;
  /// The end iterator.
  std::vector<challenge>::const_iterator end() const & noexcept { return items_.end(); }
  std::vector<challenge>::const_iterator end() const && = delete;

 private:
  detail::owned<telnyx_challenges> handle_;
  std::vector<challenge> items_;
};

/// An authorization server that a resource's document lists, with its metadata or with an error.
class discovered_server {
 public:
  /// Reads a C handle.
  explicit discovered_server(const telnyx_discovered_server *handle) noexcept : handle_(handle) {}

  /// The issuer as the resource's document lists it. metadata()->issuer() returns the issuer of the server's own
  /// document.
  std::string_view issuer() const noexcept { return detail::view(telnyx_discovered_server_issuer(handle_)); }

  /// The URL of the server's document, after redirects.
  std::optional<std::string_view> metadata_url() const noexcept {
    return detail::optional(telnyx_discovered_server_metadata_url(handle_));
  }

  /// The server's document, if one was found and is valid.
  std::optional<authorization_server_metadata_view> metadata() const noexcept {
    return detail::optional<authorization_server_metadata_view>(telnyx_discovered_server_metadata(handle_));
  }

  /// The reason why there is no document; none if there is one.
  std::optional<error_view> error() const noexcept {
    return detail::optional<error_view>(telnyx_discovered_server_error(handle_));
  }

  /// The attempts to find the document, in the order of the requests. discovery::attempts() lists them too.
  std::vector<attempt> attempts() const {
    return detail::items<attempt>(handle_, telnyx_discovered_server_attempts_count,
                                  telnyx_discovered_server_attempts_at);
  }

 private:
  const telnyx_discovered_server *handle_;
};

/// The parameters of the authorization and token requests that a discovery determines, for any OAuth library.
/// They are immutable: any number of threads may read them at the same time.
class authorization_parameters {
 public:
  /// Takes ownership of a C handle.
  explicit authorization_parameters(telnyx_authorization_parameters *handle) noexcept : handle_(handle) {}

  /// The issuer in the server's document. Store tokens by this issuer and the requested resource.
  std::string_view issuer() const & noexcept { return detail::view(telnyx_authorization_parameters_issuer(handle())); }
  std::string_view issuer() const && = delete;

  /// The URL of the authorization endpoint, if the server has one.
  std::optional<std::string_view> authorization_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_parameters_authorization_endpoint(handle()));
  }
  std::optional<std::string_view> authorization_endpoint() const && = delete;

  /// The URL of the token endpoint, if the server has one.
  std::optional<std::string_view> token_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_parameters_token_endpoint(handle()));
  }
  std::optional<std::string_view> token_endpoint() const && = delete;

  /// The URL of the pushed authorization request endpoint (https://www.rfc-editor.org/rfc/rfc9126), if the server has
  /// one.
  std::optional<std::string_view> pushed_authorization_request_endpoint() const & noexcept {
    return detail::optional(telnyx_authorization_parameters_pushed_authorization_request_endpoint(handle()));
  }
  std::optional<std::string_view> pushed_authorization_request_endpoint() const && = delete;

  /// The value of the resource parameter (https://www.rfc-editor.org/rfc/rfc8707#section-2): the resource of the
  /// document exactly as written, else the requested resource.
  std::string_view resource() const & noexcept {
    return detail::view(telnyx_authorization_parameters_resource(handle()));
  }
  std::string_view resource() const && = delete;

  /// The scopes to request: those of the challenge, else the document's scopes_supported, each once. If there are none,
  /// send no scope parameter.
  std::vector<std::string_view> scope() const & {
    return detail::list(handle(), telnyx_authorization_parameters_scope_count,
                        telnyx_authorization_parameters_scope_at);
  }
  std::vector<std::string_view> scope() const && = delete;

  /// Whether the server supports the scope offline_access, which requests a refresh token
  /// (https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess). The scopes have it only if the challenge or
  /// the document has it.
  bool offline_access_supported() const noexcept {
    return telnyx_authorization_parameters_offline_access_supported(handle());
  }

  /// The code_challenge_method to send: "S256" if the server says that it supports this method
  /// (https://www.rfc-editor.org/rfc/rfc7636#section-4.3).
  std::optional<std::string_view> code_challenge_method() const & noexcept {
    return detail::optional(telnyx_authorization_parameters_code_challenge_method(handle()));
  }
  std::optional<std::string_view> code_challenge_method() const && = delete;

  /// The ways to get a client_id from this server, best first.
  std::vector<telnyx_oauth::client_registration> client_registration() const {
    const std::size_t size = telnyx_authorization_parameters_client_registration_count(handle());
    std::vector<telnyx_oauth::client_registration> ways;
    ways.reserve(size);
    for (std::size_t i = 0; i < size; i++) {
      const std::int32_t way = telnyx_authorization_parameters_client_registration_at(handle(), i);
      ways.push_back(static_cast<telnyx_oauth::client_registration>(way));
    }
    return ways;
  }

  /// The client authentication methods of the token endpoint. Default: client_secret_basic
  /// (https://www.rfc-editor.org/rfc/rfc8414#section-2).
  std::vector<std::string_view> token_endpoint_auth_methods() const & {
    return detail::list(handle(), telnyx_authorization_parameters_token_endpoint_auth_methods_count,
                        telnyx_authorization_parameters_token_endpoint_auth_methods_at);
  }
  std::vector<std::string_view> token_endpoint_auth_methods() const && = delete;

  /// Whether the server accepts only pushed authorization requests
  /// (https://www.rfc-editor.org/rfc/rfc9126#section-5).
  bool requires_pushed_authorization() const noexcept {
    return telnyx_authorization_parameters_requires_pushed_authorization(handle());
  }

  /// Whether the resource accepts only DPoP-bound access tokens (https://www.rfc-editor.org/rfc/rfc9449#section-5.2).
  bool dpop_required() const noexcept { return telnyx_authorization_parameters_dpop_required(handle()); }

  /// Whether the resource and the server both support certificate-bound access tokens
  /// (https://www.rfc-editor.org/rfc/rfc8705#section-3.3).
  bool mtls_supported() const noexcept { return telnyx_authorization_parameters_mtls_supported(handle()); }

  /// Whether the server says that its authorization responses have an iss parameter
  /// (https://www.rfc-editor.org/rfc/rfc9207#section-3). try_verify_issuer() then requires it.
  bool sends_authorization_response_iss() const noexcept {
    return telnyx_authorization_parameters_sends_authorization_response_iss(handle());
  }

  /// Returns the scopes to request after a response with status 403 and the error insufficient_scope
  /// (https://www.rfc-editor.org/rfc/rfc6750#section-3.1): the previous ones, then those of the challenge, each once.
  ///
  /// previous: the scopes of the last authorization request.
  /// www_authenticate: the field lines of the 403's WWW-Authenticate. The challenge is chosen as for
  /// discovery::challenge(). If no challenge counts, the result is previous.
  result<std::vector<std::string>> try_scope_after(const std::vector<std::string> &previous,
                                                   const www_authenticate &www_authenticate) const {
    const telnyx_oauth::www_authenticate scopes(previous);
    const auto scope_pointers = scopes.lines();
    const auto lines = www_authenticate.lines();
    telnyx_strings *scope = nullptr;
    telnyx_error *failure = nullptr;
    const telnyx_status status = telnyx_authorization_parameters_scope_after(
        handle(), scope_pointers.data(), scopes.size(), lines.data(), www_authenticate.size(), &scope, &failure);
    if (status != TELNYX_STATUS_OK) return telnyx_oauth::error(failure);
    const detail::owned<telnyx_strings> owned(scope);
    const auto views = detail::list(scope, telnyx_strings_count, telnyx_strings_at);
    return std::vector<std::string>(views.begin(), views.end());
  }

  /// Checks the iss parameter of an authorization response, a success or an error
  /// (https://www.rfc-editor.org/rfc/rfc9207#section-2.4). Call this method before the program uses any other part of
  /// the response.
  ///
  /// iss: the parameter, percent-decoded; none: the response has no iss. It must be identical to issuer().
  ///
  /// Returns the error, if there is one: error_kind::issuer_mismatch if iss differs, or is missing although the server
  /// says that it sends it. Discard the response then, and do not show its error_description.
  std::optional<error> try_verify_issuer(const text &iss) const {
    telnyx_error *failure = nullptr;
    const telnyx_status status = telnyx_authorization_parameters_verify_issuer(handle(), iss.c_str(), &failure);
    return status == TELNYX_STATUS_OK ? std::nullopt : std::optional<error>(error(failure));
  }

#if defined(__cpp_exceptions)
  /// Like try_scope_after(), but throws the error.
  std::vector<std::string> scope_after(const std::vector<std::string> &previous,
                                       const www_authenticate &www_authenticate) const {
    return detail::value_or_throw(try_scope_after(previous, www_authenticate));
  }

  /// Like try_verify_issuer(), but throws the error.
  void verify_issuer(const text &iss) const {
    if (auto failure = try_verify_issuer(iss)) throw telnyx_oauth::error(std::move(*failure));
  }
#endif

  /// The parameters as JSON on one line, as discovery::to_json() has them.
  std::string_view to_json() const & noexcept {
    return detail::view(telnyx_authorization_parameters_to_json(handle()));
  }
  std::string_view to_json() const && = delete;

  /// The handle, for C functions.
  const telnyx_authorization_parameters *handle() const & noexcept { return handle_.get(); }
  const telnyx_authorization_parameters *handle() const && = delete;

 private:
  detail::owned<telnyx_authorization_parameters> handle_;
};

/// Everything that a program needs to request a token for a resource, with the source of each part. A discovery is
/// immutable: any number of threads may read it at the same time.
class discovery {
 public:
  /// Takes ownership of a C handle.
  explicit discovery(telnyx_discovery *handle) noexcept : handle_(handle) {}

  /// The requested resource.
  std::string_view resource() const & noexcept { return detail::view(telnyx_discovery_resource(handle())); }
  std::string_view resource() const && = delete;

  /// The challenge that named the document's URL (https://www.rfc-editor.org/rfc/rfc9728#section-5.1). If no challenge
  /// named a URL: the first Bearer or DPoP challenge that has a scope. Its scopes are the scopes to request.
  std::optional<telnyx_oauth::challenge> challenge() const & noexcept {
    return detail::optional<telnyx_oauth::challenge>(telnyx_discovery_challenge(handle()));
  }
  std::optional<telnyx_oauth::challenge> challenge() const && = delete;

  /// All challenges of the resource, in order.
  std::vector<telnyx_oauth::challenge> challenges() const & {
    return detail::items<telnyx_oauth::challenge>(handle(), telnyx_discovery_challenges_count,
                                                  telnyx_discovery_challenges_at);
  }
  std::vector<telnyx_oauth::challenge> challenges() const && = delete;

  /// How the document was found: "challenge", "well_known" or "root". Without a document, "issuer" or "legacy_origin".
  std::string_view via() const & noexcept { return detail::view(telnyx_discovery_via(handle())); }
  std::string_view via() const && = delete;

  /// The URL that the resource's document was found at, after redirects; none if there is no document.
  std::optional<std::string_view> resource_metadata_url() const & noexcept {
    return detail::optional(telnyx_discovery_resource_metadata_url(handle()));
  }
  std::optional<std::string_view> resource_metadata_url() const && = delete;

  /// The resource's document; none if via() is "issuer" or "legacy_origin".
  std::optional<resource_metadata_view> resource_metadata() const & noexcept {
    return detail::optional<resource_metadata_view>(telnyx_discovery_resource_metadata(handle()));
  }
  std::optional<resource_metadata_view> resource_metadata() const && = delete;

  /// The authorization servers in the order listed, each with its metadata or with an error. The server of
  /// call::issuer() comes first.
  std::vector<discovered_server> authorization_servers() const & {
    return detail::items<discovered_server>(handle(), telnyx_discovery_authorization_servers_count,
                                            telnyx_discovery_authorization_servers_at);
  }
  std::vector<discovered_server> authorization_servers() const && = delete;

  /// The metadata of the first listed server that has any.
  std::optional<authorization_server_metadata_view> authorization_server() const & noexcept {
    return detail::optional<authorization_server_metadata_view>(telnyx_discovery_authorization_server(handle()));
  }
  std::optional<authorization_server_metadata_view> authorization_server() const && = delete;

  /// The metadata of the first listed server that has any, for programs that require it. If no server has metadata,
  /// fails with the error of the first listed server. If no server is listed, fails with error_kind::not_found.
  result<authorization_server_metadata_view> try_require_authorization_server() const & {
    const telnyx_authorization_server_metadata *metadata = nullptr;
    telnyx_error *failure = nullptr;
    const telnyx_status status = telnyx_discovery_require_authorization_server(handle(), &metadata, &failure);
    if (status != TELNYX_STATUS_OK) return telnyx_oauth::error(failure);
    return authorization_server_metadata_view(metadata);
  }
  result<authorization_server_metadata_view> try_require_authorization_server() const && = delete;
#if defined(__cpp_exceptions)
  /// Like try_require_authorization_server(), but throws the error.
  authorization_server_metadata_view require_authorization_server() const & {
    return detail::value_or_throw(try_require_authorization_server());
  }
  authorization_server_metadata_view require_authorization_server() const && = delete;
#endif

  /// The parameters of the authorization and token requests that follow the discovery.
  ///
  /// issuer: the issuer of the authorization server, as the resource's document or as its own document writes it. None:
  /// the first listed server that has metadata.
  ///
  /// Fails with error_kind::invalid_argument if the discovery has no server with this issuer, or with the server's error
  /// if the server has no metadata. Without issuer, fails like try_require_authorization_server().
  result<telnyx_oauth::authorization_parameters> try_authorization_parameters(const text &issuer = {}) const {
    return detail::made<telnyx_oauth::authorization_parameters, telnyx_authorization_parameters>(
        [&](auto out, auto error_out) {
          return telnyx_discovery_authorization_parameters(handle(), issuer.c_str(), out, error_out);
        });
  }
#if defined(__cpp_exceptions)
  /// Like try_authorization_parameters(), but throws the error.
  telnyx_oauth::authorization_parameters authorization_parameters(const text &issuer = {}) const {
    return detail::value_or_throw(try_authorization_parameters(issuer));
  }
#endif

  /// Whether the server of authorization_server() advertises PKCE with S256
  /// (https://www.rfc-editor.org/rfc/rfc7636#section-4.2); false if there is no such server.
  bool supports_pkce_s256() const noexcept { return telnyx_discovery_supports_pkce_s256(handle()); }

  /// The warnings, including the warnings about the documents of the servers.
  std::vector<warning> warnings() const & {
    return detail::items<warning>(handle(), telnyx_discovery_warnings_count, telnyx_discovery_warnings_at);
  }
  std::vector<warning> warnings() const && = delete;

  /// The requests that the call sent, or that the cache answered, in order.
  std::vector<attempt> attempts() const & {
    return detail::items<attempt>(handle(), telnyx_discovery_attempts_count, telnyx_discovery_attempts_at);
  }
  std::vector<attempt> attempts() const && = delete;

  /// The whole result as JSON on one line, as the command-line tool prints it.
  std::string_view to_json() const & noexcept { return detail::view(telnyx_discovery_to_json(handle())); }
  std::string_view to_json() const && = delete;

  /// The C handle.
  const telnyx_discovery *handle() const & noexcept { return handle_.get(); }
  const telnyx_discovery *handle() const && = delete;

 private:
  detail::owned<telnyx_discovery> handle_;
};

/// A response from the caller's own HTTP client. That client must then enforce the rules that this library's own client
/// enforces: https, redirects within the same origin only, limits on time and size, and no content coding. A response
/// keeps the first error of a setter, as options do.
class response {
 public:
  /// Makes a response without a content type. Its URL is the first URL at which the document can be, or the URL of the
  /// planned request.
  ///
  /// status: the HTTP status, 100 to 599. body: the whole body, which may be any bytes. The body is copied. The first
  /// 64 KiB of the body are enough for a response to a probe.
  response(std::uint16_t status, std::string_view body)
      : handle_(telnyx_response_new(status, body.data(), body.size())) {}

  /// Sets the URL that the response came from, after redirects. Default: the first URL at which the document can be, or
  /// the URL of the planned request.
  response &url(const text &url) {
    telnyx_response_set_url(handle_.get(), url.c_str());
    return *this;
  }

  /// Sets the Content-Type header field. Default: the response has no such field.
  response &content_type(const text &content_type) {
    telnyx_response_set_content_type(handle_.get(), content_type.c_str());
    return *this;
  }

  /// Sets the WWW-Authenticate field lines. Only the response to a probe needs them: an empty list if the response has no
  /// such field. Default: unknown.
  response &www_authenticate(const telnyx_oauth::www_authenticate &www_authenticate) {
    const auto lines = www_authenticate.lines();
    if (!lines.empty())
      telnyx_response_set_www_authenticate(handle_.get(), lines.data(), www_authenticate.size());
    return *this;
  }

  /// Sets the Mcp-Session-Id header field of the response to a probe. Default: the response has no such field.
  response &mcp_session_id(const text &mcp_session_id) {
    telnyx_response_set_mcp_session_id(handle_.get(), mcp_session_id.c_str());
    return *this;
  }

  /// Sets the MCP-Protocol-Version header field of the response to a probe. Default: the response has no such field.
  response &mcp_protocol_version(const text &mcp_protocol_version) {
    telnyx_response_set_mcp_protocol_version(handle_.get(), mcp_protocol_version.c_str());
    return *this;
  }

  /// Sets the time at which the response was received. It is used to check the validity period of signed_metadata. A
  /// time before 1970 is refused. Default: unknown.
  response &received_at(std::chrono::system_clock::time_point time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
    telnyx_response_set_received_at(handle_.get(), static_cast<std::int64_t>(seconds));
    return *this;
  }

  /// The C handle.
  const telnyx_response *handle() const & noexcept { return handle_.get(); }
  const telnyx_response *handle() const && = delete;

 private:
  detail::owned<telnyx_response> handle_;
};

inline result<resource_metadata> resource_metadata::try_from_response(const text &resource,
                                                                      const telnyx_oauth::response &response,
                                                                      const telnyx_oauth::options &options) {
  return detail::made<resource_metadata, telnyx_resource_metadata>([&](auto out, auto error_out) {
    return telnyx_resource_metadata_from_response(resource.c_str(), response.handle(), options.handle(), out,
                                                  error_out);
  });
}

inline result<authorization_server_metadata> authorization_server_metadata::try_from_response(
    const text &issuer, const telnyx_oauth::response &response, const telnyx_oauth::options &options) {
  using document = telnyx_authorization_server_metadata;
  return detail::made<authorization_server_metadata, document>([&](auto out, auto error_out) {
    return telnyx_authorization_server_metadata_from_response(issuer.c_str(), response.handle(), options.handle(), out,
                                                              error_out);
  });
}

/// A request that a discovery plan asks the caller to send, without credentials. A GET follows redirects on the same
/// origin, at most 3. A POST and a DELETE follow none. It belongs to its plan.
class planned_request {
 public:
  /// Reads a C handle.
  explicit planned_request(const telnyx_planned_request *handle) noexcept : handle_(handle) {}

  /// The id to pass to discovery_plan::respond() or discovery_plan::fail().
  std::size_t id() const noexcept { return telnyx_planned_request_id(handle_); }

  /// The purpose of the request. Do not retry a purpose::probe. All probes together should take at most 5 s. After that
  /// time, pass error_kind::timeout to discovery_plan::fail().
  telnyx_oauth::purpose purpose() const noexcept {
    return static_cast<telnyx_oauth::purpose>(telnyx_planned_request_purpose(handle_));
  }

  /// The HTTP method: "GET", "POST" or "DELETE". Only a probe is a POST or a DELETE. The plan does not wait for the
  /// response to a DELETE.
  std::string_view method() const noexcept { return detail::view(telnyx_planned_request_method(handle_)); }

  /// The URL to request.
  std::string_view url() const noexcept { return detail::view(telnyx_planned_request_url(handle_)); }

  /// The header fields to send: their names, in lower case, and values.
  std::vector<std::pair<std::string_view, std::string_view>> headers() const {
    return detail::pairs(handle_, telnyx_planned_request_headers_count, telnyx_planned_request_headers_name_at,
                         telnyx_planned_request_headers_value_at);
  }

  /// The body to send, which is JSON. Only a POST has one.
  std::optional<std::string_view> body() const noexcept { return detail::optional(telnyx_planned_request_body(handle_)); }

  /// The URL of the response that named the URL of this request, in a challenge or a document. The request must not
  /// connect to a less public address than that response came from, nor to a link-local address: client::vet() returns
  /// the permitted addresses. None: no server named the URL.
  std::optional<std::string_view> named_by() const noexcept {
    return detail::optional(telnyx_planned_request_named_by(handle_));
  }

  /// Whether a challenge named the URL. The document may have changed, so a cache must not answer without asking the
  /// server (https://www.rfc-editor.org/rfc/rfc9728#section-5.2).
  bool revalidate() const noexcept { return telnyx_planned_request_revalidate(handle_); }

 private:
  const telnyx_planned_request *handle_;
};

/// The discovery of a resource without I/O, to run it over another HTTP client or an event loop. The plan returns
/// requests, accepts their responses in any order, and ends with a discovery or an error.
///
///     telnyx_oauth::discovery_plan plan("https://rs.example/mcp");
///     while (!plan.is_finished())
///       for (const auto request : plan.requests()) plan.respond(request.id(), send(request));
///     const telnyx_oauth::discovery discovery = plan.finish();
///
/// Only one thread at a time may use a plan.
class discovery_plan {
 public:
  /// Starts the discovery of a resource. The plan has the same result as try_discover() has for the same responses.
  ///
  /// resource: an absolute https URL, or http on a loopback host.
  /// www_authenticate: the WWW-Authenticate field lines that the caller has received from the resource. By default, the
  /// first requests include a probe of the resource.
  /// issuer: the authorization server to use, even if the resource's document does not list it. None: the servers in the
  /// document.
  /// options: only the options that apply without a client are used (resource match, strict, profile, probe, legacy
  /// origin, allow http, trusted keys).
  ///
  /// Fails with error_kind::invalid_argument or insecure_url if resource or issuer is refused.
  static result<discovery_plan> try_make(const text &resource, const www_authenticate &www_authenticate = {},
                                         const text &issuer = {}, const telnyx_oauth::options &options = {}) {
    const auto lines = www_authenticate.lines();
    const auto *pointer = lines.empty() ? nullptr : lines.data();
    return detail::made<discovery_plan, telnyx_discovery_plan>([&](auto out, auto error_out) {
      return telnyx_discovery_plan_new(resource.c_str(), pointer, www_authenticate.size(), issuer.c_str(),
                                       options.handle(), out, error_out);
    });
  }

  /// The requests to send now, each only once. The requests do not depend on each other: send them at the same time. At
  /// most 16 requests wait for a response at the same time. A response may lead to more requests, so call this method
  /// again after each response. A finished plan may return a DELETE that closes an MCP session. The result does not
  /// depend on the response to the DELETE.
  std::vector<planned_request> requests() & {
    std::vector<planned_request> requests;
    while (const auto *request = telnyx_discovery_plan_next_request(handle_.get())) requests.emplace_back(request);
    return requests;
  }
  std::vector<planned_request> requests() && = delete;

  /// Accepts the response to a request. A second response to the same request is ignored. A response from another
  /// scheme, host or port than the request's counts as error_kind::redirect_refused, as does a response to a POST from
  /// another URL.
  ///
  /// id: the id of the request. response: the response to a probe must have its www_authenticate().
  ///
  /// Returns the error, if there is one: error_kind::invalid_argument if no request has this id, the response is refused,
  /// or the plan is finished. After a refused response, the request still waits for its response.
  std::optional<error> try_respond(std::size_t id, const telnyx_oauth::response &response) {
    telnyx_error *failure = nullptr;
    const telnyx_status status = telnyx_discovery_plan_respond(handle_.get(), id, response.handle(), &failure);
    return status == TELNYX_STATUS_OK ? std::nullopt : std::optional<error>(error(failure));
  }

  /// Accepts the failure of a request that got no response.
  ///
  /// id: the id of the request. kind: the kind of the error, such as error_kind::transport, tls, timeout,
  /// redirect_refused or blocked_address. message: the reason, for people.
  ///
  /// Returns the error, if there is one: error_kind::invalid_argument if kind is not the kind of an error, no request has
  /// this id, or the plan is finished.
  std::optional<error> try_fail(std::size_t id, error_kind kind, const text &message) {
    telnyx_error *failure = nullptr;
    const telnyx_status status = telnyx_discovery_plan_fail(handle_.get(), id, static_cast<telnyx_status>(kind),
                                                            message.c_str(), &failure);
    return status == TELNYX_STATUS_OK ? std::nullopt : std::optional<error>(error(failure));
  }

  /// Whether no further response can change the result. Running requests may be aborted then.
  bool is_finished() const noexcept { return telnyx_discovery_plan_is_finished(handle()); }

  /// Ends the plan, and returns its result. A plan can be ended once. Its requests stay valid as long as the plan.
  ///
  /// Fails like try_discover(), or with error_kind::invalid_argument if responses are missing (the plan then continues),
  /// or if this method has ended the plan already.
  result<discovery> try_finish() {
    return detail::made<discovery, telnyx_discovery>(
        [&](auto out, auto error_out) { return telnyx_discovery_plan_finish(handle_.get(), out, error_out); });
  }

#if defined(__cpp_exceptions)
  /// Like try_make(), but throws the error.
  explicit discovery_plan(const text &resource, const www_authenticate &www_authenticate = {}, const text &issuer = {},
                          const telnyx_oauth::options &options = {})
      : discovery_plan(detail::value_or_throw(try_make(resource, www_authenticate, issuer, options))) {}

  /// Like try_respond(), but throws the error.
  void respond(std::size_t id, const telnyx_oauth::response &response) {
    if (auto failure = try_respond(id, response)) throw telnyx_oauth::error(std::move(*failure));
  }

  /// Like try_fail(), but throws the error.
  void fail(std::size_t id, error_kind kind, const text &message) {
    if (auto failure = try_fail(id, kind, message)) throw telnyx_oauth::error(std::move(*failure));
  }

  /// Like try_finish(), but throws the error.
  discovery finish() { return detail::value_or_throw(try_finish()); }
#endif

  /// Takes ownership of a C handle.
  explicit discovery_plan(telnyx_discovery_plan *handle) noexcept : handle_(handle) {}

  /// The C handle.
  telnyx_discovery_plan *handle() const & noexcept { return handle_.get(); }
  telnyx_discovery_plan *handle() const && = delete;

 private:
  detail::owned<telnyx_discovery_plan> handle_;
};

/// A client makes calls with fixed options. It keeps connections and a cache. Any number of threads may use one client
/// at the same time. After a fork, the parent and the child may both continue to use it.
class client {
 public:
  /// Makes a client. This function reads the environment. The first TLS handshake reads the CA store of the system.
  ///
  /// options: may be changed and destroyed afterwards.
  ///
  /// Fails with error_kind::invalid_argument if an option or a proxy variable is invalid, in which case the error names
  /// it. Fails with error_kind::internal if the system has no file descriptors left.
  static result<client> try_make(const telnyx_oauth::options &options = {}) {
    return detail::made<client, telnyx_client>(
        [&](auto out, auto error_out) { return telnyx_client_new(options.handle(), out, error_out); });
  }

  /// Like telnyx_oauth::try_fetch_resource_metadata(), with this client.
  result<telnyx_oauth::resource_metadata> try_fetch_resource_metadata(const text &resource = {},
                                                                      const telnyx_oauth::call &call = {}) const {
    return detail::made<telnyx_oauth::resource_metadata, telnyx_resource_metadata>([&](auto out, auto error_out) {
      return telnyx_client_fetch_resource_metadata(handle(), resource.c_str(), call.handle(), out, error_out);
    });
  }

  /// Like telnyx_oauth::try_fetch_authorization_server_metadata(), with this client.
  result<telnyx_oauth::authorization_server_metadata> try_fetch_authorization_server_metadata(
      const text &issuer = {}, const telnyx_oauth::call &call = {}) const {
    using document = telnyx_authorization_server_metadata;
    return detail::made<telnyx_oauth::authorization_server_metadata, document>([&](auto out, auto error_out) {
      return telnyx_client_fetch_authorization_server_metadata(handle(), issuer.c_str(), call.handle(), out, error_out);
    });
  }

  /// Like telnyx_oauth::try_discover(), with this client.
  result<discovery> try_discover(const text &resource = {}, const www_authenticate &www_authenticate = {},
                                 const telnyx_oauth::call &call = {}) const {
    const auto lines = www_authenticate.lines();
    const auto *pointer = lines.empty() ? nullptr : lines.data();
    return detail::made<discovery, telnyx_discovery>([&](auto out, auto error_out) {
      return telnyx_client_discover(handle(), resource.c_str(), pointer, www_authenticate.size(), call.handle(), out,
                                    error_out);
    });
  }

  /// Like telnyx_oauth::try_vet(), with this client.
  result<std::vector<std::string>> try_vet(const text &url, const text &from,
                                           const telnyx_oauth::call &call = {}) const {
    return detail::made_strings([&](auto out, auto error_out) {
      return telnyx_client_vet(handle(), url.c_str(), from.c_str(), call.handle(), out, error_out);
    });
  }

#if defined(__cpp_exceptions)
  /// Like try_make(), but throws the error.
  explicit client(const telnyx_oauth::options &options = {}) : client(detail::value_or_throw(try_make(options))) {}

  /// Like try_fetch_resource_metadata(), but throws the error.
  telnyx_oauth::resource_metadata fetch_resource_metadata(const text &resource = {},
                                                          const telnyx_oauth::call &call = {}) const {
    return detail::value_or_throw(try_fetch_resource_metadata(resource, call));
  }

  /// Like try_fetch_authorization_server_metadata(), but throws the error.
  telnyx_oauth::authorization_server_metadata fetch_authorization_server_metadata(
      const text &issuer = {}, const telnyx_oauth::call &call = {}) const {
    return detail::value_or_throw(try_fetch_authorization_server_metadata(issuer, call));
  }

  /// Like try_discover(), but throws the error.
  discovery discover(const text &resource = {}, const www_authenticate &www_authenticate = {},
                     const telnyx_oauth::call &call = {}) const {
    return detail::value_or_throw(try_discover(resource, www_authenticate, call));
  }

  /// Like try_vet(), but throws the error.
  std::vector<std::string> vet(const text &url, const text &from, const telnyx_oauth::call &call = {}) const {
    return detail::value_or_throw(try_vet(url, from, call));
  }
#endif

  /// Takes ownership of a C handle.
  explicit client(telnyx_client *handle) noexcept : handle_(handle) {}

  /// The C handle.
  telnyx_client *handle() const & noexcept { return handle_.get(); }
  telnyx_client *handle() const && = delete;

 private:
  detail::owned<telnyx_client> handle_;
};

/// Fetches and checks the document at the well-known URL of a resource
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3).
///
/// resource: an absolute https URL, or http on a loopback host. None: https://api.telnyx.com, or the origin of the base
/// URL (options::base_url()).
/// options: options for this call, which makes its own client. If no option is set: the client that the process shares,
/// which keeps connections and documents.
///
/// Fails with any kind except error_kind::issuer_mismatch and error_kind::not_found.
inline result<resource_metadata> try_fetch_resource_metadata(const text &resource = {}, const options &options = {}) {
  return detail::made<resource_metadata, telnyx_resource_metadata>([&](auto out, auto error_out) {
    return telnyx_fetch_resource_metadata(resource.c_str(), options.handle(), out, error_out);
  });
}

/// Fetches and checks the document of an authorization server (https://www.rfc-editor.org/rfc/rfc8414#section-3).
/// Requests the URLs of authorization_server_metadata_urls() in order, until a URL has a document. These responses mean
/// that a URL has no document: a 4xx status (except 408, 425 and 429), an empty body, a body that is not JSON, a JSON
/// object without a registered member, and a redirect that is not followed. Any other failure ends the search.
///
/// issuer: an absolute https URL without a query, or http on a loopback host. None: https://api.telnyx.com, or the
/// origin of the base URL (options::base_url()).
/// options: as for try_fetch_resource_metadata().
///
/// Fails with error_kind::not_found if no URL has a document, or with any other kind except
/// error_kind::resource_mismatch.
inline result<authorization_server_metadata> try_fetch_authorization_server_metadata(const text &issuer = {},
                                                                                     const options &options = {}) {
  using document = telnyx_authorization_server_metadata;
  return detail::made<authorization_server_metadata, document>([&](auto out, auto error_out) {
    return telnyx_fetch_authorization_server_metadata(issuer.c_str(), options.handle(), out, error_out);
  });
}

/// Finds everything that a program needs to request a token for a resource: its challenge, its document, and the
/// document of each authorization server that it lists (https://www.rfc-editor.org/rfc/rfc9728#section-5).
///
/// If a challenge has a resource_metadata URL, only that URL is requested. Otherwise the call requests the well-known
/// URL of the resource, and then that of its origin. An invalid document ends the search. The call succeeds if the
/// resource's document was found. If the document of an authorization server cannot be fetched, the result has an error
/// for that server.
///
/// resource: as for try_fetch_resource_metadata().
/// www_authenticate: the WWW-Authenticate field lines that the caller has received from the resource. By default, the
/// call requests the resource without credentials, at the same time as its document. If this request fails, or takes
/// longer than 5 s or a third of the timeout, the discovery continues with warning_kind::probe_failed.
/// options: as for try_fetch_resource_metadata().
///
/// Fails with error_kind::not_found if no URL has a document, or with the error that ended the search. The error's
/// attempts() lists the requests.
inline result<discovery> try_discover(const text &resource = {}, const www_authenticate &www_authenticate = {},
                                      const options &options = {}) {
  const auto lines = www_authenticate.lines();
  const auto *pointer = lines.empty() ? nullptr : lines.data();
  return detail::made<discovery, telnyx_discovery>([&](auto out, auto error_out) {
    return telnyx_discover(resource.c_str(), pointer, www_authenticate.size(), options.handle(), out, error_out);
  });
}

/// The addresses to which an HTTP client may connect for an endpoint of a document, such as the token endpoint. The
/// rules are those for URLs that servers name: the endpoint must not lead to a less public address than the document
/// does, nor to a link-local one. No request is sent; a name is looked up.
///
/// Connect to these addresses only, as with CURLOPT_RESOLVE of curl, because the name may lead elsewhere later. Follow
/// no redirects.
///
/// url: the endpoint's URL: https, or http if both URLs have a loopback host (options::allow_http()).
/// from: the URL of the document that names the endpoint, as document_url() and discovered_server::metadata_url()
/// return it.
/// options: as for try_fetch_resource_metadata().
///
/// Returns IPv4 and IPv6 addresses as text, at least one. An IPv6 address has no brackets. Fails with
/// error_kind::blocked_address if no address is allowed, error_kind::insecure_url, error_kind::transport if the name
/// cannot be resolved, error_kind::timeout or error_kind::cancelled. Fails with error_kind::invalid_argument if url or
/// from is invalid, or if a proxy takes the requests for url, because the proxy resolves the name.
inline result<std::vector<std::string>> try_vet(const text &url, const text &from, const options &options = {}) {
  return detail::made_strings([&](auto out, auto error_out) {
    return telnyx_vet(url.c_str(), from.c_str(), options.handle(), out, error_out);
  });
}

/// The URL of a resource's metadata document: /.well-known/oauth-protected-resource inserted between host and path
/// (https://www.rfc-editor.org/rfc/rfc9728#section-3.1). The path keeps its trailing slash, percent-encoding and query.
/// No request is sent.
///
/// resource: an absolute https URL, or http on a loopback host.
///
/// Fails with error_kind::invalid_argument if resource is not an absolute http(s) URL, has a fragment or userinfo, or
/// is itself a metadata URL, and with error_kind::insecure_url if it is http and its host is not loopback.
inline result<std::string> try_resource_metadata_url(const text &resource) {
  auto made = detail::made<detail::owned<telnyx_string>, telnyx_string>(
      [&](auto out, auto error_out) { return telnyx_resource_metadata_url(resource.c_str(), out, error_out); });
  if (!made) return made.error();
  return std::string(telnyx_string_text(made->get()));
}

/// The URLs at which an issuer's metadata can be, in the order in which to request them
/// (https://www.rfc-editor.org/rfc/rfc8414#section-3.1 and section 5). The first is the URL of RFC 8414, the second
/// that of OpenID Connect with the issuer's path inserted. If the issuer has a path, the third is that of OpenID
/// Connect with the path appended. No request is sent.
///
/// issuer: an absolute https URL without a query, or http on a loopback host.
///
/// Fails with error_kind::invalid_argument if issuer is not an absolute http(s) URL, has a query, a fragment or
/// userinfo, or is itself a metadata URL, and with error_kind::insecure_url if it is http and its host is not loopback.
inline result<std::vector<std::string>> try_authorization_server_metadata_urls(const text &issuer) {
  return detail::made_strings([&](auto out, auto error_out) {
    return telnyx_authorization_server_metadata_urls(issuer.c_str(), out, error_out);
  });
}

/// Parses the challenges of all WWW-Authenticate field lines (https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1).
/// Each line is parsed separately, so that a malformed line does not affect the others. The parser skips a malformed
/// part up to the next comma outside quotes. It accepts unquoted values that should be quoted, because some servers
/// send them. The time is linear in the length of the input.
///
/// Fails with error_kind::invalid_argument if a line is not UTF-8.
inline result<challenges> try_parse_challenges(const www_authenticate &www_authenticate) {
  const auto lines = www_authenticate.lines();
  return detail::made<challenges, telnyx_challenges>([&](auto out, auto error_out) {
    return telnyx_parse_challenges(lines.data(), www_authenticate.size(), out, error_out);
  });
}

#if defined(__cpp_exceptions)
/// Like try_fetch_resource_metadata(), but throws the error.
inline resource_metadata fetch_resource_metadata(const text &resource = {}, const options &options = {}) {
  return detail::value_or_throw(try_fetch_resource_metadata(resource, options));
}

/// Like try_fetch_authorization_server_metadata(), but throws the error.
inline authorization_server_metadata fetch_authorization_server_metadata(const text &issuer = {},
                                                                         const options &options = {}) {
  return detail::value_or_throw(try_fetch_authorization_server_metadata(issuer, options));
}

/// Like try_discover(), but throws the error.
inline discovery discover(const text &resource = {}, const www_authenticate &www_authenticate = {},
                          const options &options = {}) {
  return detail::value_or_throw(try_discover(resource, www_authenticate, options));
}

/// Like try_vet(), but throws the error.
inline std::vector<std::string> vet(const text &url, const text &from, const options &options = {}) {
  return detail::value_or_throw(try_vet(url, from, options));
}

/// Like try_resource_metadata_url(), but throws the error.
inline std::string resource_metadata_url(const text &resource) {
  return detail::value_or_throw(try_resource_metadata_url(resource));
}

/// Like try_authorization_server_metadata_urls(), but throws the error.
inline std::vector<std::string> authorization_server_metadata_urls(const text &issuer) {
  return detail::value_or_throw(try_authorization_server_metadata_urls(issuer));
}

/// Like try_parse_challenges(), but throws the error.
inline challenges parse_challenges(const www_authenticate &www_authenticate) {
  return detail::value_or_throw(try_parse_challenges(www_authenticate));
}

inline resource_metadata resource_metadata::from_response(const text &resource, const telnyx_oauth::response &response,
                                                          const telnyx_oauth::options &options) {
  return detail::value_or_throw(try_from_response(resource, response, options));
}

inline authorization_server_metadata authorization_server_metadata::from_response(
    const text &issuer, const telnyx_oauth::response &response, const telnyx_oauth::options &options) {
  return detail::value_or_throw(try_from_response(issuer, response, options));
}
#endif

#undef TELNYX_OAUTH_BORROWS

}  // namespace telnyx_oauth

#endif  // TELNYX_OAUTH_HPP
