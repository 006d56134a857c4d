import Foundation

/// The operator's mail server.
public struct MailSettings: Sendable {
    public let host: String
    public let port: Int
    /// TLS from the first byte (`smtps`), rather than begun by STARTTLS.
    public let isEncryptedFirst: Bool
    /// Who the mails are from.
    public let from: MailAddress
    /// What the server knows us as; nothing where it asks for no sign-in.
    public let user: String?
    let password: String
    /// A file with the certificates that the server's must be signed by, instead of the system's.
    let authorities: String?

    /// - Parameter address: `smtps://mail.example:465`, or `smtp://mail.example:587` with STARTTLS.
    public init(
        _ address: String, from: String?, user: String? = nil, password: String = "", authorities: String? = nil
    ) throws(UnusableMailSetting) {
        guard let place = URLComponents(string: address), let scheme = place.scheme,
            ["smtp", "smtps"].contains(scheme),
            let host = place.host, !host.isEmpty, place.user == nil, place.path.isEmpty || place.path == "/"
        else { throw .address }
        guard let from = from.flatMap(MailAddress.init) else { throw .from }
        if let authorities, !FileManager.default.isReadableFile(atPath: authorities) { throw .authorities(authorities) }
        self.host = host
        self.from = from
        self.password = password
        self.authorities = authorities
        self.user = user.flatMap { $0.isEmpty ? nil : $0 }
        isEncryptedFirst = scheme == "smtps"
        port = place.port ?? (isEncryptedFirst ? 465 : 587)
    }

    /// As the operator wrote it, and without secrets.
    public var address: String { "\(isEncryptedFirst ? "smtps" : "smtp")://\(host):\(port)" }

    /// On this very computer nobody listens in, and a server there seldom has a certificate.
    var isLoopback: Bool { ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host.lowercased()) }
}

/// A mail setting with which nothing could be sent: the server does not start.
public enum UnusableMailSetting: Error, Sendable, CustomStringConvertible {
    case address
    case from
    case authorities(String)

    public var description: String {
        switch self {
        case .address: "The mail server must be given as smtps://HOST:PORT or smtp://HOST:PORT, without a password."
        case .from: "The address that mails are from must be given, such as forkant@example.org (FORKANT_MAIL_FROM)."
        case .authorities(let file): "The file with the mail server's certificates cannot be read: \(file)"
        }
    }
}
