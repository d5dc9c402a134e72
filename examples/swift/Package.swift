// swift-tools-version:5.9
import PackageDescription

// Depends on the package that `ffi-uniffi/bindings swift` generates, and on its native library.
let package = Package(
    name: "Fetch",
    platforms: [.macOS(.v12)],
    dependencies: [
        .package(name: "TelnyxOAuth", path: "../../build/bindings/swift/package"),
    ],
    targets: [
        .executableTarget(
            name: "Fetch",
            dependencies: ["TelnyxOAuth"],
            linkerSettings: [.unsafeFlags(["-L../../build/bindings/swift/package/lib"])]
        ),
    ]
)
