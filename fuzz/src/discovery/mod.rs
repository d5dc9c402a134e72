//! Discoveries driven by an input. The input chooses the resource, the answers, and their order.

mod answer;
mod driver;
mod start;

pub use answer::Answer;
pub use driver::Driver;
pub use start::Start;
