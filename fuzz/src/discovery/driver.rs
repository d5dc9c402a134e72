use super::{Answer, Start};
use crate::Choices;
use std::collections::BTreeMap;
use telnyx_oauth::{Discovery, DiscoveryPlan, Error, ErrorKind, PlannedRequest};

/// Drives a discovery with answers in an order that the input chooses.
#[derive(Debug)]
pub struct Driver<'a> {
    start: &'a Start,
    plan: DiscoveryPlan,
    /// A second plan with the same answers in the same order, but without second answers.
    twin: DiscoveryPlan,
    /// The requests of the plan, by id.
    pub sent: Vec<PlannedRequest>,
    waiting: Vec<usize>,
    /// The first answer to each request.
    pub answers: BTreeMap<usize, Answer>,
}

impl<'a> Driver<'a> {
    /// Starts a discovery.
    pub fn new(start: &'a Start) -> Result<Driver<'a>, Error> {
        let (plan, twin) = (start.plan()?, start.plan()?);
        Ok(Driver { start, plan, twin, sent: Vec::new(), waiting: Vec::new(), answers: BTreeMap::new() })
    }

    /// Answers requests until the plan is finished, and then answers remaining requests.
    pub fn run(&mut self, choices: &mut Choices<'_>) {
        while !self.plan.is_finished() {
            // The caller of a plan need not collect the requests after every answer.
            if self.waiting.is_empty() || choices.flag() {
                self.collect();
            }
            self.check_unknown_id();
            assert!(!self.waiting.is_empty(), "the plan is not finished, but no request is waiting");
            self.answer_one(choices);
        }
        assert_eq!(self.plan.requests(), [], "a finished plan returned requests");
        while !self.waiting.is_empty() && choices.flag() {
            self.answer_one(choices);
            assert!(self.plan.is_finished(), "a late answer reopened the plan");
            assert_eq!(self.plan.requests(), [], "a finished plan returned requests");
        }
    }

    /// Returns the result, and the result without second answers.
    pub fn finish(self) -> (Result<Discovery, Error>, Result<Discovery, Error>) {
        (self.plan.finish(), self.twin.finish())
    }

    /// Returns the result for the same answers, each passed as soon as the plan returns its request.
    pub fn in_order(&self) -> Result<Discovery, Error> {
        let of = |request: &PlannedRequest| (request.purpose.as_str() == "probe", request.url.clone());
        let answers: BTreeMap<_, _> = self.answers.iter().map(|(id, answer)| (of(&self.sent[*id]), answer)).collect();
        let mut plan = self.start.plan()?;
        while !plan.is_finished() {
            let new = plan.requests();
            assert!(!new.is_empty(), "in another order, the plan needs an answer that was not needed before");
            for request in new {
                if let Some(answer) = answers.get(&of(&request)) {
                    answer.give(&mut plan, request.id)?;
                }
            }
        }
        plan.finish()
    }

    fn collect(&mut self) {
        let new = self.plan.requests();
        assert_eq!(new, self.twin.requests());
        for request in new {
            assert_eq!(request.id, self.sent.len());
            self.waiting.push(request.id);
            self.sent.push(request);
        }
    }

    fn answer_one(&mut self, choices: &mut Choices<'_>) {
        let at = choices.below(self.waiting.len());
        let id = self.waiting[at];
        let answer = Answer::choose(choices, &self.start.resource);
        match answer.give(&mut self.plan, id) {
            Ok(()) => {
                self.waiting.swap_remove(at);
                answer.give(&mut self.twin, id).expect("both plans must accept an answer");
                self.answers.insert(id, answer);
                if choices.flag() {
                    let again = Answer::choose(choices, &self.start.resource);
                    let id = *self.answers.keys().nth(choices.below(self.answers.len())).expect("an answer exists");
                    // The plan may refuse the URL of the second answer.
                    let _ = again.give(&mut self.plan, id);
                }
            }
            Err(error) => assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{error:?}"),
        }
    }

    fn check_unknown_id(&mut self) {
        let error = self.plan.fail(self.sent.len(), ErrorKind::Transport, "").expect_err("the id is unknown");
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    }
}
