//! Sets the SONAME of the shared library, and keeps the library loaded.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=abi");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() != Ok("linux") {
        return;
    }
    // See VERSIONS in the header.
    println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libtelnyx_oauth.so.{}", include_str!("abi").trim());
    // The thread of a name look-up may outlive a call of dlclose.
    println!("cargo::rustc-cdylib-link-arg=-Wl,-z,nodelete");
}
