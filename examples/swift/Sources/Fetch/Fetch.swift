import Foundation
import TelnyxOAuth

/// Prints the authorization servers of the resource in the first argument. Default: Telnyx.
@main
struct Fetch {
    static func main() async throws {
        let resource = CommandLine.arguments.dropFirst().first
        do {
            let metadata = try await fetchResourceMetadata(resource: resource)
            for issuer in metadata.authorizationServers ?? [] {
                print(issuer)
            }
        } catch let error as TelnyxOAuthError {
            FileHandle.standardError.write(Data("\(error.kind): \(error.message)\n".utf8))
            exit(1)
        }
    }
}
