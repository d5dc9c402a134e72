// swift-tools-version:5.9
import PackageDescription

// `ffi-uniffi/bindings swift` copies this file into the generated package. The native library is in lib/.
let package = Package(
    name: "TelnyxOAuth",
    platforms: [.macOS(.v12), .iOS(.v15)],
    products: [
        .library(name: "TelnyxOAuth", targets: ["TelnyxOAuth"]),
    ],
    targets: [
        .systemLibrary(name: "TelnyxOAuthFFI"),
        .target(name: "TelnyxOAuth", dependencies: ["TelnyxOAuthFFI"]),
    ]
)
