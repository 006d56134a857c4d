import CCurl

/// One message on its way: what is still to be said, and what the server has answered.
final class Talk {
    private let bytes: [UInt8]
    private var said = 0
    private var hasHeard = false
    /// The latest line by which the server refused something: at the end it also says goodbye.
    private var refusal = ""
    private var error = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// - Returns: nothing where the server has taken the message over.
    func hold(on handle: UnsafeMutableRawPointer, from sender: String, to receiver: String) -> MailProblem? {
        let receivers = curl_slist_append(nil, "<\(receiver)>")
        defer { curl_slist_free_all(receivers) }
        let own = Unmanaged.passUnretained(self).toOpaque()
        return error.withUnsafeMutableBufferPointer { buffer in
            _ = ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, buffer.baseAddress)
            _ = ccurl_set_string(handle, CURLOPT_MAIL_FROM, "<\(sender)>")
            _ = ccurl_set_list(handle, CURLOPT_MAIL_RCPT, receivers)
            _ = ccurl_set_long(handle, CURLOPT_UPLOAD, 1)
            _ = ccurl_set_callback(handle, CURLOPT_READFUNCTION) { place, size, count, talk in
                Talk.of(talk)?.speak(place, most: size * count) ?? 0
            }
            _ = ccurl_set_pointer(handle, CURLOPT_READDATA, own)
            _ = ccurl_set_callback(handle, CURLOPT_HEADERFUNCTION) { line, size, count, talk in
                Talk.of(talk)?.hear(line, count: size * count)
                return size * count
            }
            _ = ccurl_set_pointer(handle, CURLOPT_HEADERDATA, own)
            _ = ccurl_set_callback(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
            let code = curl_easy_perform(handle)
            _ = ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, nil)
            guard code != CURLE_OK else { return nil }
            var answer = 0
            _ = ccurl_response_code(handle, &answer)
            let words = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
            return problem(code, answer, String(decoding: words, as: UTF8.self))
        }
    }

    private static func of(_ pointer: UnsafeMutableRawPointer?) -> Talk? {
        pointer.map { Unmanaged<Talk>.fromOpaque($0).takeUnretainedValue() }
    }

    private func speak(_ place: UnsafeMutablePointer<CChar>?, most: Int) -> Int {
        let count = min(most, bytes.count - said)
        bytes.withUnsafeBytes { all in
            guard let place, let start = all.baseAddress else { return }
            UnsafeMutableRawPointer(place).copyMemory(from: start + said, byteCount: count)
        }
        said += count
        return count
    }

    private func hear(_ line: UnsafeMutablePointer<CChar>?, count: Int) {
        guard let line else { return }
        let bytes = UnsafeBufferPointer(start: line, count: min(count, 500)).map(UInt8.init(bitPattern:))
        hasHeard = true
        if [UInt8(ascii: "4"), UInt8(ascii: "5")].contains(bytes.first) {
            refusal = String(String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline })
        }
    }

    /// - Parameters:
    ///   - answer: the server's latest number, such as 450.
    ///   - words: libcurl's own.
    private func problem(_ code: CURLcode, _ answer: Int, _ words: String) -> MailProblem {
        let general = words.isEmpty ? String(cString: curl_easy_strerror(code)) : words
        // Before the server is told who the mail is for, whatever it refuses it refuses to all.
        let isAboutUs = ["MAIL failed", "Got unexpected smtp-server", "Remote access denied"].contains {
            words.hasPrefix($0)
        }
        if !hasHeard || isAboutUs || Self.ofTheWay.contains(code) {
            return .unreachable(refusal.isEmpty ? general : "\(general): \(refusal)")
        }
        // A refusal that was got over, as of a greeting, is none of the mail.
        let told = refusal.hasPrefix("\(answer)") ? refusal : general
        switch answer {
        case 500..<600: return .refused(told)
        case 400..<500: return .later(told)
        default: return .later(general)
        }
    }

    /// What goes wrong on the way to the server, before there is any talk of a mail.
    private static let ofTheWay = [
        CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR,
        CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_LOGIN_DENIED, CURLE_REMOTE_ACCESS_DENIED,
    ]
}
