//! Gives the shared library its SONAME, and keeps it loaded.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=abi");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("linux") {
        return;
    }
    // See "Versions" in the header.
    println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libtelnyx_oauth.so.{}", include_str!("abi").trim());
    // The thread of a name look-up may outlive a dlclose.
    println!("cargo::rustc-cdylib-link-arg=-Wl,-z,nodelete");
}
