//! A local HTTP and HTTPS server for test suites. It answers as Telnyx documents its OAuth endpoints. A test can also make it
//! answer late, wrongly or not at all.
//!
//! ```
//! use telnyx_oauth_sandbox::{Answer, Sandbox};
//!
//! # fn main() -> std::io::Result<()> {
//! let sandbox = Sandbox::start()?;
//! sandbox.route("/busy", [Answer::status(503).header("retry-after", "1"), Answer::json(r#"{"ok":true}"#)]);
//! // Run the client under test against sandbox.http_origin() or sandbox.https_origin(). For https, trust sandbox.ca_file().
//! assert!(sandbox.requests().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! # Built-in routes
//!
//! *Origin* is the scheme and `Host` of the request. If a name resolves to the sandbox, its documents are about that name.
//! All routes answer `GET` and `HEAD`. Below `/.well-known/`, other methods get status 405.
//!
//! | path | answer |
//! | --- | --- |
//! | `/.well-known/oauth-protected-resource` | 200, the metadata of *origin* with the authorization server *origin* |
//! | `/.well-known/oauth-protected-resource/v2/mcp` | 200, the metadata of *origin*`/v2/mcp` with the same server |
//! | `/.well-known/oauth-protected-resource/400`, `…/401` | status 400 or 401, and the documented error |
//! | `/.well-known/oauth-authorization-server` | 200, RFC 8414 metadata with the issuer *origin* |
//! | `/v2/messages`, `/v2/mcp` | 401, with the URL of the metadata in `WWW-Authenticate` |
//! | any other path, such as `/.well-known/openid-configuration` | 404 and a JSON error |
//!
//! # Control over HTTP
//!
//! A test suite in another language runs the sandbox as a process and controls it with these requests. The list of requests
//! leaves them out.
//!
//! | request | answer |
//! | --- | --- |
//! | `GET /.sandbox/requests` | 200, the requests as a JSON array of objects with the members of [`Request`] |
//! | `POST /.sandbox/scenario` | 204; the scenario in the body replaces the current one. 400 and `{"error": …}` if it is not valid |
//! | `DELETE /.sandbox/scenario` | 204; removes the scenario and empties the list of requests |
//!
//! # TLS
//!
//! Each sandbox makes its own certificate authority. A client that trusts [`Sandbox::ca_file`] gets a valid certificate for
//! `localhost`, for the loopback addresses, and for every server name (SNI) but these:
//!
//! | server name | result |
//! | --- | --- |
//! | `expired.…` | a certificate that has expired |
//! | `wrong-name.…` | a certificate for another name |
//! | `unknown-ca.…` | a certificate of another authority |
//! | `tls-abort.…` | the sandbox closes the connection during the handshake |
//! | `http1.…` | a valid certificate, but no offer of HTTP/2 |
//!
//! The sandbox offers HTTP/2 by ALPN. On the port for plain HTTP, it accepts HTTP/2 with prior knowledge.
//!
//! # Scenario files
//!
//! A scenario file is a JSON object. Unknown members and members that exclude each other are errors.
//!
//! ```
//! use telnyx_oauth_sandbox::Scenario;
//!
//! let scenario = Scenario::from_json(r#"{
//!   "latency_ms": 5,
//!   "routes": [
//!     { "path": "/.well-known/oauth-protected-resource",
//!       "answers": [
//!         { "status": 503, "headers": { "retry-after": "1" } },
//!         { "reset_before_head": true },
//!         { "json": { "resource": "${origin}", "authorization_servers": ["${origin}/tenant"] },
//!           "headers": { "cache-control": "max-age=60", "set-cookie": ["a=1", "b=2"] } } ] },
//!     { "path": "/.well-known/*", "host": "auth.example", "method": "GET",
//!       "answers": [ { "redirect": "https://elsewhere.example${path}", "status": 307 } ] },
//!     { "path": "/large", "answers": [ { "body_repeat": { "text": "0123456789", "times": 100000000 } } ] },
//!     { "path": "/heads", "answers": [ { "raw": "HTTP/1.1 200 OK\r\n",
//!                                        "raw_repeat": { "text": "x-pad: 0123456789\r\n", "times": 20000 },
//!                                        "raw_end": "\r\n" } ] }
//!   ]
//! }"#)?;
//! # Ok::<(), telnyx_oauth_sandbox::ScenarioError>(())
//! ```
//!
//! | member | type | default | meaning |
//! | --- | --- | --- | --- |
//! | `latency_ms` | number | 0 | the delay before every answer, in milliseconds |
//! | `routes` | array | none | routes that take precedence over the built-in routes |
//!
//! A route:
//!
//! | member | type | meaning |
//! | --- | --- | --- |
//! | `path` | string, required | the path to match, as in [`Route::new`]. A path with a query matches only that target. A path without a query matches any query. A path that ends with `*` is a prefix. An exact path takes precedence over a prefix, and a longer prefix over a shorter one |
//! | `host` | string | matches only this `Host`, without a port. Such a route takes precedence over routes for any host |
//! | `method` | string | matches only this method |
//! | `answers` | array, not empty | the n-th request gets the n-th answer; the last answer repeats |
//!
//! An answer. All members are optional. `{}` is status 200 with an empty body.
//!
//! | member | type | meaning |
//! | --- | --- | --- |
//! | `status` | 200 to 999 | the status. Default: 200, or 302 with `redirect` |
//! | `headers` | object of strings or arrays of strings | the headers. An array repeats the header |
//! | `redirect` | string | the value of `Location`, sent unchanged |
//! | `body` | string | body: this text |
//! | `json` | any | body: this value, with its members in this order. Sets `content-type: application/json` unless `headers` has a content type |
//! | `body_base64` | string | body: these bytes |
//! | `body_repeat` | `{"text", "times"}` | body: the text, repeated `times` times. The whole body is never in memory |
//! | `endless` | `{"text", "interval_ms"}` | body: the text, repeated after each interval without end |
//! | `chunked` | boolean | sends no `Content-Length` |
//! | `delay_ms` | number | the delay before the answer |
//! | `drip` | `{"bytes", "interval_ms"}` | sends the body in pieces of this size, with a pause between two pieces |
//! | `truncate` | number | end: declares the whole body, sends this number of bytes and closes the connection |
//! | `reset` | number | end: declares the whole body, sends this number of bytes and resets the TCP connection |
//! | `reset_before_head` | boolean | end: resets the TCP connection without a response |
//! | `close_before_head` | boolean | end: closes the connection without a response |
//! | `silent` | boolean | end: sends nothing and keeps the connection open |
//! | `close` | boolean | end: sends `Connection: close` and closes the connection after the response |
//! | `close_after_ms` | number | end: closes the connection after the response and this idle time. 0 closes it immediately |
//! | `raw` or `raw_base64` | string | end: sends these bytes instead of an HTTP response and closes the connection |
//! | `raw_repeat` | `{"text", "times"}` | end: sends the text after `raw`, `times` times. Without `times`, or with null, the text repeats without end |
//! | `raw_end` | string | end: sends this text after `raw_repeat` |
//!
//! An answer has at most one *body* and at most one *end*. The raw members count as one end, and exclude all other members but
//! `delay_ms`. `content-length` in `headers` replaces the right length. Over HTTP/2, an end that closes or resets the connection
//! ends all its streams, and raw bytes break the connection.
//!
//! # Placeholders
//!
//! Placeholders are replaced in all text of an answer: in `headers`, `redirect`, `body`, strings in `json`, and each `text`,
//! `raw` and `raw_end`.
//!
//! | placeholder | value |
//! | --- | --- |
//! | `${origin}` | the scheme and `Host` of the request |
//! | `${host}` | the `Host` of the request, with the port if there is one |
//! | `${path}` | the path of the request without the query |
//! | `${http}`, `${https}` | the origins of the sandbox |

mod answer;
mod answer_check;
mod authority;
mod body;
mod builder;
mod builtin;
mod certificates;
mod connection;
mod control;
mod ending;
mod json_text;
mod listener;
mod placeholders;
mod request;
mod request_body;
mod request_list;
mod responder;
mod route;
mod sandbox;
mod scenario;
mod scenario_error;
mod scenario_file;
mod server;
mod source;
mod table;
mod temp_dir;
mod wire;

pub use answer::Answer;
pub use builder::Builder;
pub use request::Request;
pub use route::Route;
pub use sandbox::Sandbox;
pub use scenario::Scenario;
pub use scenario_error::ScenarioError;
