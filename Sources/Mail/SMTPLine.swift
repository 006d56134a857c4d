import CCurl
import Dispatch
import Synchronization

/// Sends by SMTP, with TLS everywhere but on this very computer, on a thread of its own: a slow server holds up
/// nobody but the next mail.
public final class SMTPLine: MailLine {
    public let settings: MailSettings
    /// What we call ourselves.
    private let name: String
    private let thread = DispatchQueue(label: "forkant.mail")
    /// Kept between mails that follow each other, so that they share a connection.
    private let kept = Mutex<UnsafeMutableRawPointer?>(nil)

    /// How long a mail may take, in seconds.
    public static let longestTalk = 30
    private static let longestConnecting = 10
    /// A connection that has rested longer, in seconds, may be dead.
    private static let longestRest = 5

    /// libcurl wants to be begun once, before there are several threads.
    private static let isBegun = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// - Parameter name: our own host.
    public init(_ settings: MailSettings, name: String) {
        self.settings = settings
        self.name = name
        _ = Self.isBegun
    }

    deinit {
        kept.withLock { handle in curl_easy_cleanup(handle) }
    }

    public func send(_ message: Message) async throws(MailProblem) {
        let result: Result<Void, MailProblem> = await withCheckedContinuation { waiting in
            thread.async { waiting.resume(returning: self.talk(message)) }
        }
        try result.get()
    }

    private func talk(_ message: Message) -> Result<Void, MailProblem> {
        kept.withLock { kept in
            guard let handle = kept ?? curl_easy_init() else { return .failure(.unreachable("libcurl does not begin")) }
            curl_easy_reset(handle)
            let talk = Talk(message.bytes)
            set(handle)
            let failure = talk.hold(on: handle, from: message.from.text, to: message.to.text)
            if failure == nil {
                kept = handle
                return .success(())
            }
            // Whatever went wrong: the next mail begins anew.
            curl_easy_cleanup(handle)
            kept = nil
            return .failure(failure ?? .later(""))
        }
    }

    private func set(_ handle: UnsafeMutableRawPointer) {
        let ssl = settings.isLoopback ? CURLUSESSL_NONE : CURLUSESSL_ALL
        _ = ccurl_set_string(handle, CURLOPT_URL, "\(settings.address)/\(name)")
        _ = ccurl_set_string(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        _ = ccurl_set_string(handle, CURLOPT_PROXY, "")
        _ = ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        _ = ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT, Self.longestConnecting)
        _ = ccurl_set_long(handle, CURLOPT_TIMEOUT, Self.longestTalk)
        _ = ccurl_set_long(handle, CURLOPT_MAXAGE_CONN, Self.longestRest)
        _ = ccurl_set_long(handle, CURLOPT_USE_SSL, Int(ssl.rawValue))
        _ = ccurl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        _ = ccurl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1)
        _ = ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2)
        if let authorities = settings.authorities { _ = ccurl_set_string(handle, CURLOPT_CAINFO, authorities) }
        if let user = settings.user {
            _ = ccurl_set_string(handle, CURLOPT_USERNAME, user)
            _ = ccurl_set_string(handle, CURLOPT_PASSWORD, settings.password)
        }
    }
}
