//! Discoveries that are fed by an input: what is asked for, what is answered, and in which order.

mod answer;
mod driver;
mod start;

pub use answer::Answer;
pub use driver::Driver;
pub use start::Start;
