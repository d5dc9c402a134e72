use crate::boundary::{caught, finish, make, null};
use crate::discovery::telnyx_discovery;
use crate::error::telnyx_error;
use crate::input::{optional, required, texts};
use crate::options::{rules, telnyx_options};
use crate::planned_request::telnyx_planned_request;
use crate::response::telnyx_response;
use crate::status::{kind_of, telnyx_status};
use oauth::{DiscoveryPlan, Error, embedding};
use std::ffi::c_char;
use std::mem::MaybeUninit;
use std::sync::Arc;

/// The discovery of a resource without I/O, to run it over another HTTP client or an event loop. The plan returns
/// requests, accepts their responses in any order, and ends with a discovery or an error:
///
///     while (!telnyx_discovery_plan_is_finished(plan)) {
///         while ((request = telnyx_discovery_plan_next_request(plan)) != NULL)
///             start(request);
///         wait_for_responses(plan); // calls telnyx_discovery_plan_respond() or telnyx_discovery_plan_fail()
///     }
///     status = telnyx_discovery_plan_finish(plan, &discovery, &error);
///
/// Only one thread at a time may use a plan.
pub struct telnyx_discovery_plan {
    /// None after telnyx_discovery_plan_finish().
    plan: Option<DiscoveryPlan>,
    /// All requests so far. C keeps pointers to them, so they do not move.
    requests: Vec<Arc<telnyx_planned_request>>,
    /// The number of requests that C has received.
    received: usize,
}

impl telnyx_discovery_plan {
    fn running(&mut self) -> Result<&mut DiscoveryPlan, Error> {
        self.plan.as_mut().ok_or_else(|| embedding::invalid_argument("the discovery is already finished"))
    }

    fn next_request(&mut self) -> Option<&telnyx_planned_request> {
        let plan = self.plan.as_mut()?;
        if self.received == self.requests.len() {
            self.requests.extend(plan.requests().into_iter().map(|request| Arc::new(request.into())));
        }
        let next = self.requests.get(self.received)?;
        self.received += 1;
        Some(next)
    }
}

/// Starts the discovery of a resource. The plan has the same result as telnyx_discover() has for the same responses.
///
/// resource: an absolute https URL, or http on a loopback host.
/// www_authenticate, www_authenticate_count: the WWW-Authenticate field lines that the caller has received from the
/// resource. A pointer that is not NULL with a count of 0 means that there was no such field. In both cases, the plan sends
/// no probe. NULL and 0: the first requests include a probe of the resource.
/// issuer: the authorization server to use, even if the resource's document does not list it. NULL: the servers in the
/// document.
/// options: only the options that apply without a client are used (resource match, strict, profile, probe, legacy origin,
/// allow http, trusted keys). NULL: the defaults.
/// plan_out: receives a plan, which the caller frees with telnyx_discovery_plan_free(); NULL on failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT or TELNYX_STATUS_INSECURE_URL if resource or issuer is refused.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_discovery_plan_new(
    resource: *const c_char,
    www_authenticate: *const *const c_char,
    www_authenticate_count: usize,
    issuer: *const c_char,
    options: Option<&telnyx_options>,
    plan_out: Option<&mut MaybeUninit<Option<Box<telnyx_discovery_plan>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("plan_out", plan_out, error_out, || {
        // SAFETY: the header requires NULL or a string.
        let (resource, issuer) = unsafe { (required("resource", resource)?, optional("issuer", issuer)?) };
        // SAFETY: the header requires NULL or an array of that many strings.
        let lines = unsafe { texts("www_authenticate", www_authenticate, www_authenticate_count)? };
        let mut plan = DiscoveryPlan::new(resource, lines.as_deref(), &rules(options)?)?;
        if let Some(issuer) = issuer {
            plan = plan.with_issuer(issuer)?;
        }
        Ok(telnyx_discovery_plan { plan: Some(plan), requests: Vec::new(), received: 0 })
    })
}

/// The next request to send. The function returns each request once. The requests do not depend on each other: send them
/// at the same time. At most 16 requests wait for a response at the same time. A response may lead to more requests, so call
/// this function again after each response.
///
/// Returns a request that belongs to the plan; NULL if there is no request to send now. A finished plan may return a DELETE
/// that closes an MCP session. The result does not depend on the response to the DELETE.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_plan_next_request(
    plan: Option<&mut telnyx_discovery_plan>,
) -> Option<&telnyx_planned_request> {
    let plan = plan?;
    caught(|| Ok(plan.next_request())).ok().flatten()
}

/// Accepts the response to a request. A second response to the same request is ignored. A response from another scheme,
/// host or port than the request's counts as TELNYX_STATUS_REDIRECT_REFUSED, as does a response to a POST from another URL.
///
/// id: the id of the request (telnyx_planned_request_id()).
/// response: the response. Its default URL is that of the request. The response to a probe must have the WWW-Authenticate
/// field lines (telnyx_response_set_www_authenticate()). The plan keeps no pointer to the response.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if plan or response is NULL, no request has this id, the
/// response is refused, or the plan is finished. After a refused response, the request still waits for its response.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_discovery_plan_respond(
    plan: Option<&mut telnyx_discovery_plan>,
    id: usize,
    response: Option<&telnyx_response>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    let error_out = error_out.map(|out| out.write(None));
    let accepted = caught(|| {
        let plan = plan.ok_or_else(|| null("plan"))?.running()?;
        plan.respond(id, &response.ok_or_else(|| null("response"))?.to_core()?)
    });
    finish(accepted, error_out)
}

/// Accepts the failure of a request that got no response.
///
/// id: the id of the request (telnyx_planned_request_id()).
/// kind: the kind of the error, such as TELNYX_STATUS_TRANSPORT, TELNYX_STATUS_TLS, TELNYX_STATUS_TIMEOUT,
/// TELNYX_STATUS_REDIRECT_REFUSED or TELNYX_STATUS_BLOCKED_ADDRESS.
/// message: the reason, for people.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns TELNYX_STATUS_OK; TELNYX_STATUS_INVALID_ARGUMENT if plan or message is NULL, message is not UTF-8, kind is not
/// the kind of an error, no request has this id, or the plan is finished.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn telnyx_discovery_plan_fail(
    plan: Option<&mut telnyx_discovery_plan>,
    id: usize,
    kind: telnyx_status,
    message: *const c_char,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    let error_out = error_out.map(|out| out.write(None));
    let accepted = caught(|| {
        let plan = plan.ok_or_else(|| null("plan"))?.running()?;
        // SAFETY: the header requires NULL or a string.
        let message = unsafe { required("message", message)? };
        plan.fail(id, kind_of(kind)?, message)
    });
    finish(accepted, error_out)
}

/// Whether no further response can change the result. Running requests may be aborted then.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_plan_is_finished(plan: Option<&telnyx_discovery_plan>) -> bool {
    plan.is_some_and(|plan| plan.plan.as_ref().is_none_or(DiscoveryPlan::is_finished))
}

/// Ends the plan, and makes its result. A plan can be ended once. The plan then only needs to be freed. Its requests stay
/// valid until then.
///
/// discovery_out: receives a result, which the caller frees with telnyx_discovery_free(); NULL on failure.
/// error_out: receives an error, which the caller frees with telnyx_error_free(); NULL on success. May be NULL.
///
/// Returns the same statuses as telnyx_discover(); TELNYX_STATUS_INVALID_ARGUMENT if plan or discovery_out is NULL,
/// responses are missing (the plan then continues), or this function has ended the plan already.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn telnyx_discovery_plan_finish(
    plan: Option<&mut telnyx_discovery_plan>,
    discovery_out: Option<&mut MaybeUninit<Option<Box<telnyx_discovery>>>>,
    error_out: Option<&mut MaybeUninit<Option<Box<telnyx_error>>>>,
) -> telnyx_status {
    make("discovery_out", discovery_out, error_out, || {
        let plan = plan.ok_or_else(|| null("plan"))?;
        if !plan.running()?.is_finished() {
            return Err(embedding::invalid_argument("the discovery has not finished: responses are missing"));
        }
        match plan.plan.take() {
            Some(plan) => plan.finish().map(From::from),
            None => Err(embedding::invalid_argument("the discovery is already finished")),
        }
    })
}

/// Frees a plan and the requests that belong to it. A discovery that came from the plan does not change.
#[unsafe(no_mangle)]
pub extern "C" fn telnyx_discovery_plan_free(plan: Option<Box<telnyx_discovery_plan>>) {
    drop(plan);
}
