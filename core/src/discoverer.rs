use crate::protocol::{DiscoveryPlan, Planned};
use crate::transport::{Answer, Call, Trace, Transport, Wanted};
use crate::{Discovery, Error, ErrorKind, Outcome, Purpose};
use futures_util::stream::{FuturesUnordered, StreamExt};
use std::collections::VecDeque;
use std::time::Duration;

/// How many requests of one discovery are under way at once: a document may list thousands of servers.
const AT_ONCE: usize = 16;

/// The probe is advisory, and gets no more than this or a third of the call's time.
const LONGEST_PROBE: Duration = Duration::from_secs(5);

/// Feeds a plan with the transport until it has a result.
pub(crate) async fn discover(transport: &Transport, mut plan: DiscoveryPlan, call: &Call) -> Result<Discovery, Error> {
    let trace = Trace::default();
    let probe_call = call.at_most(LONGEST_PROBE.min(call.timeout() / 3));
    let mut settled = Vec::new();
    let ended = {
        let mut queue = VecDeque::new();
        let mut running = FuturesUnordered::new();
        loop {
            queue.extend(plan.hand_out());
            while running.len() < AT_ONCE
                && let Some(Planned { id, purpose, url, reach, revalidate }) = queue.pop_front()
            {
                let call = if purpose == Purpose::Probe { &probe_call } else { call };
                let trace = &trace;
                running.push(async move {
                    let wanted = Wanted { purpose, url: &url, reach, revalidate };
                    (id, transport.get(wanted, call, trace).await)
                });
            }
            if plan.is_finished() {
                break Ok(());
            }
            match running.next().await {
                Some((_, Answer { reply: Err(error), .. })) if error.kind() == ErrorKind::Cancelled => {
                    break Err(error);
                }
                Some((id, answer)) => {
                    settled.push((id, answer.attempt, answer.entry));
                    plan.receive(id, answer.reply);
                }
                None => break Err(Error::new(ErrorKind::Internal, "a discovery waits for nothing")),
            }
        }
    };
    plan.judge_what_did_not_count();
    for (id, attempt, entry) in settled {
        let Some(outcome) = plan.outcome(id) else { continue };
        trace.settle(attempt, outcome);
        if let (Outcome::Ok, Some(entry)) = (outcome, &entry) {
            transport.keep(entry);
        }
    }
    match ended {
        Ok(()) => plan.finish_with(trace.into_attempts()),
        Err(error) => Err(error.with_attempts(trace.into_attempts())),
    }
}
