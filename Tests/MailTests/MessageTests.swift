import Foundation
import Kernel
import Testing

@testable import Mail

/// What is sent is plain ASCII by the rules of mail, and reads as it was written.
struct MessageTests {
    // swift-format-ignore: NeverForceUnwrap
    private static let reader = MailAddress("maja@nordhavn.example")!

    // swift-format-ignore: NeverForceUnwrap
    private func message(subject: String = "Noget venter på dig", plain: String = "Hej", html: String = "<p>Hej</p>")
        -> Message
    {
        Message(
            id: "m1", host: "forkant.example", from: MailAddress("forkant@nordhavn.example")!, to: Self.reader,
            at: Moment("2026-01-05T23:30:07.000Z")!, language: .danish, subject: subject, plain: plain, html: html,
            choice: "https://forkant.example/account/mail")
    }

    private func text(_ message: Message) -> String { String(decoding: message.bytes, as: UTF8.self) }

    @Test func `a message has the headers that it needs, and the same bytes each time`() {
        let text = text(message())
        for line in [
            "Date: Mon, 05 Jan 2026 23:30:07 +0000", "From: Forkant <forkant@nordhavn.example>",
            "To: <maja@nordhavn.example>", "Message-ID: <m1@forkant.example>", "MIME-Version: 1.0",
            "List-Unsubscribe: <https://forkant.example/account/mail>", "Auto-Submitted: auto-generated",
            "Content-Language: da", "Content-Type: multipart/alternative; boundary=\"=_m1\"",
        ] {
            #expect(text.contains(line + "\r\n"), "\(line)")
        }
        #expect(message().bytes == message().bytes)
    }

    @Test(arguments: ["", "Rød grød", String(repeating: "æøå😀 ", count: 60), String(repeating: "x", count: 300)])
    func `lines are of ASCII, short, and end in CR LF`(written: String) {
        let bytes = message(subject: written, plain: written + "\n" + written, html: "<p>\(written)</p>").bytes
        #expect(bytes.allSatisfy { $0 < 0x80 })
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.utf8.contains(10) && !$0.utf8.contains(13) })
        #expect(lines.last == "")
    }

    @Test func `a subject cannot begin another header`() {
        let text = text(message(subject: "Nyt\r\nBcc: alle@nordhavn.example\nX: y\u{2028}z"))
        #expect(!text.contains("\nBcc:") && !text.contains("\nX:"))
        // Nor a line in a program that takes the words out of their code before it looks for lines.
        #expect(HeaderText.encoded("Nyt\r\nBcc: x\u{2028}y", after: 9) == "Nyt Bcc: x y")
    }

    @Test func `encoded words never part a letter, and say the subject again`() throws {
        let subject = String(repeating: "blåbærgrød med fløde og æbleskiver ", count: 8)
        let encoded = HeaderText.encoded(subject, after: 9)
        let words = encoded.components(separatedBy: "\r\n ")
        var read = ""
        for word in words {
            #expect(word.utf8.count <= 75)
            let inside = word.dropFirst("=?utf-8?B?".count).dropLast(2)
            let bytes = try #require(Data(base64Encoded: String(inside)))
            read += try #require(String(data: bytes, encoding: .utf8))
        }
        #expect(read == subject && words.count > 3)
        #expect(HeaderText.encoded("Plain words", after: 9) == "Plain words")
        #expect(HeaderText.encoded("=?utf-8?B?eA==?=", after: 9) != "=?utf-8?B?eA==?=")
    }

    @Test func `quoted-printable keeps plain words plain, and spaces at the end of a line`() {
        #expect(QuotedPrintable.encoded("Hej Søren =\nslut ") == "Hej S=C3=B8ren =3D\r\nslut=20")
        let long = QuotedPrintable.encoded(String(repeating: "ø", count: 40))
        #expect(long.replacing("=\r\n", with: "") == String(repeating: "=C3=B8", count: 40))
    }

    @Test(arguments: [
        "", "maja", "@x.dk", "maja@", "a@b@c", "ma ja@x.dk", "maja@x.dk\r\nRCPT TO:<y@x.dk>", "søren@x.dk", "<a@x.dk>",
        "a,b@x.dk", "\"a\"@x.dk", "a@x.dk\u{0}",
    ])
    func `what is no address is none`(text: String) {
        #expect(MailAddress(text) == nil)
    }
}

struct MailSettingsTests {
    private func settings(_ address: String, from: String? = "a@x.dk") throws -> MailSettings {
        try MailSettings(address, from: from, user: "", password: "x")
    }

    @Test func `the ports are those of the protocols, unless others are named`() throws {
        #expect(try settings("smtps://mail.x.dk").port == 465)
        #expect(try settings("smtp://mail.x.dk").port == 587)
        #expect(try settings("smtp://mail.x.dk:25").address == "smtp://mail.x.dk:25")
        #expect(try settings("smtp://mail.x.dk").user == nil)
    }

    @Test(arguments: [
        "", "mail.x.dk", "https://mail.x.dk", "smtp://", "smtp://user:secret@mail.x.dk", "smtp://mail.x.dk/path",
    ])
    func `an address that is none is refused`(address: String) {
        #expect(throws: UnusableMailSetting.self) { try settings(address) }
    }

    @Test func `somebody must be the sender, and the certificates must be there`() {
        #expect(throws: UnusableMailSetting.self) { try settings("smtp://mail.x.dk", from: nil) }
        #expect(throws: UnusableMailSetting.self) {
            try MailSettings("smtp://mail.x.dk", from: "a@x.dk", authorities: "/findes/ikke")
        }
    }

    @Test func `only this very computer is trusted without TLS`() throws {
        #expect(try settings("smtp://127.0.0.1:25").isLoopback)
        #expect(try settings("smtp://[::1]:25").isLoopback)
        #expect(try !settings("smtp://127.0.0.1.x.dk").isLoopback)
        #expect(try !settings("smtp://localhost.x.dk").isLoopback)
    }
}
