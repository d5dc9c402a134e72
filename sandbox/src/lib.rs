//! A Telnyx OAuth endpoint for test suites: an HTTP and HTTPS server on loopback that answers as Telnyx documents, or, if a test
//! asks for it, late, wrongly, or not at all.
//!
//! ```
//! use telnyx_oauth_sandbox::{Answer, Sandbox};
//!
//! # fn main() -> std::io::Result<()> {
//! let sandbox = Sandbox::start()?;
//! sandbox.route("/busy", [Answer::status(503).header("retry-after", "1"), Answer::json(r#"{"ok":true}"#)]);
//! // Run the client under test against sandbox.http_origin(), or against sandbox.https_origin(), trusting sandbox.ca_file().
//! assert!(sandbox.requests().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! # Built-in routes
//!
//! *Origin* is the request's scheme and `Host`: if a client resolves a name to the sandbox, it gets documents about that name.
//! All routes answer `GET` and `HEAD`; below `/.well-known/`, other methods get 405.
//!
//! | path | answer |
//! | --- | --- |
//! | `/.well-known/oauth-protected-resource` | 200, a document about *origin*, whose authorization server is *origin* |
//! | `/.well-known/oauth-protected-resource/v2/mcp` | 200, the same about *origin*`/v2/mcp` |
//! | `/.well-known/oauth-protected-resource/400`, `…/401` | that status, and the documented error |
//! | `/.well-known/oauth-authorization-server` | 200, an RFC 8414 document with *origin* as the issuer |
//! | `/v2/messages`, `/v2/mcp` | 401, whose `WWW-Authenticate` names the resource's document |
//! | any other, such as `/.well-known/openid-configuration` | 404 and a JSON error |
//!
//! # Control over HTTP
//!
//! A test suite in another language runs the sandbox as a process and controls it by these requests, which are not listed:
//!
//! | request | answer |
//! | --- | --- |
//! | `GET /.sandbox/requests` | the requests so far, as a JSON array of objects with the members of [`Request`] |
//! | `POST /.sandbox/scenario` | replaces the scenario by the file in the body: 204, or 400 and `{"error": …}` |
//! | `DELETE /.sandbox/scenario` | returns to the built-in routes and forgets the requests so far: 204 |
//!
//! # TLS
//!
//! Each sandbox makes its own certificate authority. Clients that trust [`Sandbox::ca_file`] get a valid certificate for any
//! name that they ask for (SNI), for `localhost`, and for the loopback addresses, except for these names:
//!
//! | name | what happens |
//! | --- | --- |
//! | `expired.…` | its certificate has expired |
//! | `wrong-name.…` | the certificate is for another name |
//! | `unknown-ca.…` | another authority has signed its certificate |
//! | `tls-abort.…` | the connection is closed during the handshake |
//! | `http1.…` | a valid certificate, but HTTP/2 is not offered |
//!
//! HTTP/2 is offered by ALPN, and accepted on the plain port if the client begins with it.
//!
//! # Scenario files
//!
//! A scenario file is a JSON object. Unknown members are refused, and so are members that exclude each other.
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
//! | `latency_ms` | number | 0 | delays the head of every response |
//! | `routes` | array | none | go before the built-in ones |
//!
//! A route:
//!
//! | member | type | meaning |
//! | --- | --- | --- |
//! | `path` | string, required | see [`Route::new`]. With a query, that target alone; without, the path with any query; with `*` at the end, every target that begins so. Of several routes that fit, an exact one answers, else the one with the longest prefix |
//! | `host` | string | only for this `Host`, without a port; such routes go before those for any host |
//! | `method` | string | only for this method |
//! | `answers` | array, not empty | the n-th request gets the n-th answer, the last one repeats |
//!
//! An answer. All members are optional; `{}` is status 200 with an empty body.
//!
//! | member | type | meaning |
//! | --- | --- | --- |
//! | `status` | 200 to 999 | 200 by default, 302 with `redirect` |
//! | `headers` | object of strings or arrays of strings | an array repeats the header |
//! | `redirect` | string | a `Location`, sent as it is |
//! | `body` | string | body: this text |
//! | `json` | any | body: this value, members in this order; `content-type: application/json` unless `headers` say otherwise |
//! | `body_base64` | string | body: these bytes |
//! | `body_repeat` | `{"text", "times"}` | body: the text so many times; never held in memory |
//! | `endless` | `{"text", "interval_ms"}` | body: the text again and again, without end |
//! | `chunked` | boolean | declares no `Content-Length` |
//! | `delay_ms` | number | waits before the head, or before whatever comes instead |
//! | `drip` | `{"bytes", "interval_ms"}` | sends the body in pieces of so many bytes, with pauses |
//! | `truncate` | number | end: declares the whole body, sends so many bytes of it, closes the connection |
//! | `reset` | number | end: the same, but resets the TCP connection |
//! | `reset_before_head` | boolean | end: resets the TCP connection instead of answering |
//! | `close_before_head` | boolean | end: closes the connection instead of answering |
//! | `silent` | boolean | end: never answers |
//! | `close` | boolean | end: answers with `Connection: close`, and closes |
//! | `close_after_ms` | number | end: answers as usual, and closes the connection when it has been idle for so long; 0: as soon as the response is written |
//! | `raw` or `raw_base64` | string | end: sends these bytes instead of an HTTP response, and closes |
//! | `raw_repeat` | `{"text", "times"}` | end: sent after `raw`; without `times` (or null), without end |
//! | `raw_end` | string | end: sent after `raw_repeat` |
//!
//! An answer has at most one *body* and at most one *end* (the raw members count as one). Next to raw members, only `delay_ms` is
//! allowed. `content-length` in `headers` replaces the right length. Over HTTP/2, an end that closes or resets ends the whole
//! connection with all its streams, and raw bytes break it.
//!
//! # Placeholders
//!
//! In all text of an answer (`headers`, `redirect`, `body`, strings in `json`, and each `text`, `raw`, `raw_end`) these are replaced:
//!
//! | placeholder | by |
//! | --- | --- |
//! | `${origin}` | scheme and `Host` of the request |
//! | `${host}` | `Host` of the request, with its port if it has one |
//! | `${path}` | path of the request, without its query |
//! | `${http}`, `${https}` | the sandbox's own origins |

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
mod journal;
mod json_text;
mod listener;
mod placeholders;
mod request;
mod request_body;
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
