// swift-tools-version:5.9
import PackageDescription

// `ffi-uniffi/bindings swift` puts this beside what it generates. The native library is in lib/.
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
