use crate::process::{self, Process};
use crate::protocol::call::CallRequest;
use crate::protocol::discovery::{DiscoveryPlan, Planned, session_closed};
use crate::transport::{Answer, Call, Trace, Transport};
use crate::{Discovery, Error, ErrorKind, Outcome, Purpose};
use futures_util::stream::{FuturesUnordered, StreamExt};
use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

/// The time limit of the probe, which is advisory. A third of the call's timeout applies if that is shorter.
const LONGEST_PROBE: Duration = Duration::from_secs(5);

/// The time limit of the request that closes a session.
const LONGEST_CLOSE: Duration = Duration::from_secs(5);

/// Sends the plan's requests until it has a result.
pub(crate) async fn discover(
    transport: &Arc<Transport>,
    mut plan: DiscoveryPlan,
    call: &Call,
    trace: Trace,
) -> Result<Discovery, Error> {
    let trace = Arc::new(trace);
    let probe_call = call.at_most(probe_timeout(call.timeout()));
    let mut answered = Vec::new();
    let ended = {
        let mut running = FuturesUnordered::new();
        let mut unjudged = Vec::new();
        loop {
            for planned in plan.hand_out() {
                if planned.message.closes_session() {
                    close_session(transport, &trace, planned);
                    continue;
                }
                let call = if planned.purpose == Purpose::Probe { &probe_call } else { call };
                let trace = &trace;
                running.push(async move { (planned.id, transport.send(request(&planned), call, trace).await) });
            }
            if plan.is_finished() {
                break Ok(());
            }
            match running.next().await {
                Some((_, Answer { reply: Err(error), .. })) if error.kind() == ErrorKind::Cancelled => {
                    break Err(error);
                }
                Some((id, Answer { attempt, reply, entry })) => {
                    answered.push((id, attempt));
                    unjudged.push((id, attempt, entry));
                    plan.receive(id, reply);
                    unjudged.retain(|(id, attempt, entry)| {
                        let Some((outcome, reason)) = plan.settled(*id) else { return true };
                        trace.settle(*attempt, outcome, reason);
                        if let (Outcome::Ok, Some(entry)) = (outcome, entry) {
                            transport.keep(entry);
                        }
                        false
                    });
                }
                None => break Err(Error::new(ErrorKind::Internal, "a discovery waits for nothing")),
            }
        }
    };
    settle_all(&mut plan, &trace, &answered);
    match ended {
        Ok(()) => plan.finish_with(trace.take_attempts()),
        Err(error) => Err(plan.abandon(error, trace.take_attempts())),
    }
}

/// Gives all attempts their final outcomes. `answered` has the requests with an answer: the id, and the attempt.
pub(super) fn settle_all(plan: &mut DiscoveryPlan, trace: &Trace, answered: &[(usize, usize)]) {
    plan.judge_unused_replies();
    // A later answer can change an outcome: an earlier document may be beyond the limit on all bodies.
    for (id, attempt) in answered {
        if let Some((outcome, reason)) = plan.settled(*id) {
            trace.settle(*attempt, outcome, reason);
        }
    }
    trace.give_up(|purpose, method| plan.given_up(purpose, method));
}

/// Returns the time limit of the probe in a call with this timeout.
pub(super) fn probe_timeout(timeout: Duration) -> Duration {
    LONGEST_PROBE.min(timeout / 3)
}

pub(super) fn request(planned: &Planned) -> CallRequest<'_> {
    let Planned { purpose, message, is_of_resource, url, reach, revalidate, max_bytes, .. } = planned;
    let has_extra_fields = *is_of_resource;
    let (purpose, reach, revalidate, max_bytes) = (*purpose, *reach, *revalidate, *max_bytes);
    let (message, url) = (Cow::Borrowed(message), Cow::Borrowed(url));
    CallRequest { purpose, message, has_extra_fields, url, reach, revalidate, max_bytes }
}

/// Closes an MCP session from the I/O thread, so that the call need not wait.
fn close_session(transport: &Arc<Transport>, trace: &Arc<Trace>, planned: Planned) {
    let attempt = trace.begin(planned.purpose, planned.message.method(), &planned.url);
    let (transport, trace) = (transport.clone(), trace.clone());
    let work = async move {
        let Ok(call) = Call::start(Process::current(), LONGEST_CLOSE, None) else { return };
        let answer = transport.send_attempt(attempt, request(&planned), &call, &trace).await;
        let (outcome, reason) = session_closed(&answer.reply);
        trace.settle(answer.attempt, outcome, reason);
    };
    // If no thread can be started, the session ends by the server's own timeout.
    _ = process::spawn(work);
}
