mod calls;
mod records;
