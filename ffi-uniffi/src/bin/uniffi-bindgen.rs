//! Generates the bindings from the built library: `uniffi-bindgen generate --language kotlin LIBRARY`.

fn main() {
    uniffi::uniffi_bindgen_main();
}
