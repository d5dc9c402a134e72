use super::{Answer, Start};
use crate::Choices;
use std::collections::BTreeMap;
use telnyx_oauth::{Discovery, DiscoveryPlan, Error, ErrorKind, PlannedRequest};

/// A discovery that is fed in an order that an input chooses.
#[derive(Debug)]
pub struct Driver<'a> {
    start: &'a Start,
    plan: DiscoveryPlan,
    /// Gets the same first answers at the same moments, and no second one.
    twin: DiscoveryPlan,
    /// What was handed out, by id.
    pub sent: Vec<PlannedRequest>,
    waiting: Vec<usize>,
    /// The first answer to each request.
    pub answers: BTreeMap<usize, Answer>,
}

impl<'a> Driver<'a> {
    /// Begins.
    pub fn new(start: &'a Start) -> Result<Driver<'a>, Error> {
        let (plan, twin) = (start.plan()?, start.plan()?);
        Ok(Driver { start, plan, twin, sent: Vec::new(), waiting: Vec::new(), answers: BTreeMap::new() })
    }

    /// Feeds the plan until it is finished, and then what is late.
    pub fn run(&mut self, choices: &mut Choices<'_>) {
        while !self.plan.is_finished() {
            // What is there to be sent need not be looked at after every answer.
            if self.waiting.is_empty() || choices.flag() {
                self.collect();
            }
            self.refuses_what_was_not_handed_out();
            assert!(!self.waiting.is_empty(), "not finished, and nothing to wait for");
            self.answer_one(choices);
        }
        assert_eq!(self.plan.requests(), [], "finished, and requests are handed out");
        while !self.waiting.is_empty() && choices.flag() {
            self.answer_one(choices);
            assert!(self.plan.is_finished(), "it was finished before a late answer");
            assert_eq!(self.plan.requests(), [], "finished, and requests are handed out");
        }
    }

    /// What it came to, and what it comes to without second answers.
    pub fn finish(self) -> (Result<Discovery, Error>, Result<Discovery, Error>) {
        (self.plan.finish(), self.twin.finish())
    }

    /// The same with the same answers, each given as soon as it is asked for.
    pub fn in_order(&self) -> Result<Discovery, Error> {
        let of = |request: &PlannedRequest| (request.purpose.as_str() == "probe", request.url.clone());
        let answers: BTreeMap<_, _> = self.answers.iter().map(|(id, answer)| (of(&self.sent[*id]), answer)).collect();
        let mut plan = self.start.plan()?;
        while !plan.is_finished() {
            let new = plan.requests();
            assert!(!new.is_empty(), "in another order, an answer is wanted that was not needed before");
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
                answer.give(&mut self.twin, id).expect("what one takes, the other does");
                self.answers.insert(id, answer);
                if choices.flag() {
                    let again = Answer::choose(choices, &self.start.resource);
                    let id = *self.answers.keys().nth(choices.below(self.answers.len())).expect("there is one");
                    // An error for its URL is all that it can be.
                    let _ = again.give(&mut self.plan, id);
                }
            }
            Err(error) => assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{error:?}"),
        }
    }

    fn refuses_what_was_not_handed_out(&mut self) {
        let error = self.plan.fail(self.sent.len(), ErrorKind::Transport, "").expect_err("it was not handed out");
        assert_eq!(error.kind(), ErrorKind::InvalidArgument);
    }
}
