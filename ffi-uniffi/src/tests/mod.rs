mod calls;
#[allow(dead_code, unreachable_pub, reason = "core's tests use all of it")]
#[path = "../../../core/tests/common/child.rs"]
mod child;
mod mirror;
