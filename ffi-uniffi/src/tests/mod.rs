mod calls;
mod mirror;
