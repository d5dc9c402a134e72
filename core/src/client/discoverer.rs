use crate::protocol::call::CallRequest;
use crate::protocol::discovery::{DiscoveryPlan, Planned};
use crate::transport::{Answer, Call, Trace, Transport};
use crate::{Discovery, Error, ErrorKind, Outcome, Purpose};
use futures_util::stream::{FuturesUnordered, StreamExt};
use std::time::Duration;

/// The time limit of the probe, which is advisory. A third of the call's timeout applies if that is shorter.
const LONGEST_PROBE: Duration = Duration::from_secs(5);

/// Sends the plan's requests until it has a result.
pub(crate) async fn discover(transport: &Transport, mut plan: DiscoveryPlan, call: &Call) -> Result<Discovery, Error> {
    let trace = Trace::default();
    let probe_call = call.at_most(LONGEST_PROBE.min(call.timeout() / 3));
    let mut answered = Vec::new();
    let ended = {
        let mut running = FuturesUnordered::new();
        // The cache entries of the replies that are not judged yet.
        let mut entries = Vec::new();
        loop {
            for Planned { id, purpose, url, reach, revalidate, max_bytes } in plan.hand_out() {
                let call = if purpose == Purpose::Probe { &probe_call } else { call };
                let trace = &trace;
                running.push(async move {
                    let request = CallRequest { purpose, url: &url, reach, revalidate, max_bytes };
                    (id, transport.get(request, call, trace).await)
                });
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
                    entries.extend(entry.map(|entry| (id, entry)));
                    plan.receive(id, reply);
                    entries.retain(|(id, entry)| match plan.settled(*id) {
                        Some((outcome, _)) => {
                            if outcome == Outcome::Ok {
                                transport.keep(entry);
                            }
                            false
                        }
                        None => true,
                    });
                }
                None => break Err(Error::new(ErrorKind::Internal, "a discovery waits for nothing")),
            }
        }
    };
    plan.judge_unused_replies();
    for (id, attempt) in answered {
        if let Some((outcome, reason)) = plan.settled(id) {
            trace.settle(attempt, outcome, reason);
        }
    }
    trace.give_up(|purpose| plan.reason_given_up(purpose));
    match ended {
        Ok(()) => plan.finish_with(trace.into_attempts()),
        Err(error) => Err(plan.abandon(error, trace.into_attempts())),
    }
}
