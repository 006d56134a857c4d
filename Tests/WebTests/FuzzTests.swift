import Foundation
import HTTPTypes
import Kernel
import Organisation
import TestSupport
import Testing

@testable import Web

/// Whatever is sent, every reader of it reads or refuses, ends, and makes no more of it than it was.
@Suite(.timeLimit(.minutes(10))) struct FuzzTests {
    private func size(_ fields: Fields) -> Int {
        fields.texts.reduce(0) { $0 + $1.key.utf8.count + $1.value.reduce(0) { $0 + $1.utf8.count } }
    }

    @Test func `form bodies`() throws {
        let seeds = ["a=1&b=r%C3%B8d+gr%c3%b8d&b=2", "kept=what%3DR%25C3%25B8g&to=%2Factions", "&&=&=x&y"]
        var mutations = Mutations(of: seeds, with: ["&", "=", "%", "+", "%00", "%FF", "%C3%B8", "ø", ";"], seed: 1)
        for _ in 0..<8000 {
            let bytes = mutations.next()
            guard let read = try? FormBody.fields(bytes) else { continue }
            // A byte that is no UTF-8 may become a replacement character of three.
            #expect(size(read) <= bytes.count * 3)
            let again = try FormBody.fields(Array(FormBody.encoded(read, without: []).utf8))
            #expect(again.texts == read.texts)
        }
    }

    @Test func `multipart bodies mean the same however they are cut`() {
        let part = "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nStøj\r\n"
        let file =
            "--edge\r\nContent-Disposition: form-data; name=\"f\"; filename=\"å.jpg\"\r\nContent-Type: x/y\r\n\r\n\r\n--edg\r\n"
        let seeds = [part + part + "--edge--\r\n", part + file + part + "--edge--", file + "--edge--\r\n", "--edge--"]
        let pieces = [
            "--edge", "--edge--", "\r\n", "\r", "\n", "--", "\r\n\r\n", "name=\"", "\"", "; filename=\"", ":", "%22",
            "\\",
            "Content-Disposition: form-data; ",
        ]
        var mutations = Mutations(of: seeds, with: pieces, seed: 2)
        for _ in 0..<4000 {
            let bytes = mutations.next()
            let whole = try? read(bytes, in: bytes.count + 1)
            let cut = try? read(bytes, in: mutations.number(in: 1...17))
            #expect(whole?.texts == cut?.texts)
            #expect(whole?.uploads.mapValues { $0.map(\.bytes) } == cut?.uploads.mapValues { $0.map(\.bytes) })
            guard let whole else { continue }
            let files = whole.uploads.values.joined().reduce(0) { $0 + $1.bytes.count + $1.name.utf8.count }
            #expect(size(whole) + files <= bytes.count * 3)
        }
    }

    private func read(_ body: [UInt8], in size: Int) throws -> Fields {
        var reader = Multipart(boundary: "edge")
        for start in stride(from: 0, to: body.count, by: size) {
            try reader.read(body[start..<min(start + size, body.count)])
        }
        return try reader.finish()
    }

    @Test func `JSON bodies`() {
        let seeds = [
            #"{"what":"Støj","due":"2026-01-19","partners":["maja","sara"],"version":1,"anonymous":true,"none":null}"#,
            #"{"a":-1.5e3,"b":[],"c":"\ud83e\uddef\u0000"}"#, "{}",
        ]
        let pieces = [
            "{", "}", "[", "]", "\"", ",", ":", "null", "1e999", "-", "\\u", "\\ud800", "{\"a\":", "[[", "true",
        ]
        var mutations = Mutations(of: seeds, with: pieces, seed: 3)
        for _ in 0..<4000 {
            let bytes = mutations.next()
            guard let read = try? Body.json(bytes) else { continue }
            #expect(read.texts.count <= bytes.count)
            // `1e308` is written with all its noughts.
            #expect(size(read) <= bytes.count * 400)
        }
    }

    @Test(arguments: [#"{"a":["#, "{"])
    func `a body of the largest size with as many values as it can hold is refused before it is read`(begin: String) {
        let isList = begin.hasSuffix("[")
        let value = isList ? "\"\"," : "\"\":0,"
        let values = String(repeating: value, count: Body.limit / value.utf8.count - 10)
        let body = begin + values + (isList ? "\"\"]}" : "\"x\":0}")
        #expect(throws: UnreadableBody.tooManyFields) { try Body.json(Array(body.utf8)) }
    }

    @Test func `commas in a text are no values`() throws {
        let text = String(repeating: ",\\\"", count: 5000)
        #expect(try Body.json(Array("{\"a\":\"\(text)\",\"b\":[1,2]}".utf8)).texts["b"] == ["1", "2"])
        let most = Array(repeating: "1", count: FormBody.fieldLimit).joined(separator: ",")
        #expect(try Body.json(Array("{\"a\":[\(most)]}".utf8)).texts["a"]?.count == FormBody.fieldLimit)
        #expect(throws: UnreadableBody.tooManyFields) { try Body.json(Array("{\"a\":[\(most),1]}".utf8)) }
    }

    @Test func `parameters of headers`() {
        let seeds = [
            "form-data; name=\"a\"; filename=\"C:\\\\å \\\"b\\\".jpg\"",
            "multipart/form-data; boundary=edge; charset=utf-8",
            ";;=;a=;\"",
        ]
        var mutations = Mutations(of: seeds, with: [";", "=", "\"", "\\", "\\\"", " ", "a=", "boundary="], seed: 4)
        for _ in 0..<20_000 {
            let bytes = mutations.next()
            let header = String(decoding: bytes, as: UTF8.self)
            let parameters = HeaderParameters(header)
            for name in ["name", "filename", "boundary", "a", ""] {
                #expect((parameters[name]?.utf8.count ?? 0) <= header.utf8.count)
            }
            if let boundary = Multipart.boundary(of: header) { #expect((1...70).contains(boundary.utf8.count)) }
        }
    }

    @Test func `cookies, languages, origins and tokens`() async throws {
        let workplace = try await Workplace(trustedProxies: 1)
        let seeds = [
            "session=session of maja; said=VGFr; language=da; device=0", "da-DK,da;q=0.9,en;q=0.8", "Bearer secret",
            "http://localhost:8080", "same-origin", "10.0.0.1, 10.0.0.2", "gzip, br;q=0", "application/json",
        ]
        let pieces = [";", "=", ",", " ", "session=", "said=", "session of maja", "language=", "q=", "://", "%", "\""]
        let names: [HTTPField.Name] = [
            .cookie, .acceptLanguage, .authorization, .origin, .secFetchSite, .forwardedFor, .acceptEncoding, .accept,
            .part, .contentType,
        ]
        var mutations = Mutations(of: seeds, with: pieces, seed: 5)
        for round in 0..<1500 {
            var headers: HTTPFields = [:]
            for _ in 0...mutations.number(in: 0...3) {
                let text = String(decoding: mutations.next(), as: UTF8.self).filter { !$0.isNewline && $0 != "\0" }
                headers[names[mutations.number(in: 0...(names.count - 1))]] = text
            }
            let path = ["/account", "/signin", "/api/v1/actions", "/static/0/forkant.css"][round % 4]
            let reply = try await workplace.call(round % 3 == 0 ? .post : .get, path, headers: headers)
            #expect(reply.status < 500, "\(path) \(headers)")
        }
    }

    @Test func `what stands after the question mark`() async throws {
        let workplace = try await Workplace()
        let seeds = [
            "q=St%C3%B8j&stage=all&sort=due&after=2026-01-05~01m04ws7m0a1y67n6kch7gve1r&group=theme",
            "kind=near_miss&stage=received&unit=laboratories&q=vand&after=0~2026-01-05~x", "topics=plan,people&mark=0",
            "to=/plan&body=lab-group&origin=report:x&at=2026-01-05",
        ]
        let pieces = [
            "&", "=", "%", "~", "after=", "q=", "unit=", "%00", "2026-13-45", "-1", "9999999999999999999", ":", "'",
            "%25",
        ]
        let paths = [
            "/actions", "/reports", "/people", "/administration", "/administration/journal", "/live", "/actions/new",
            "/actions.csv", "/signin", "/bodies",
        ]
        var mutations = Mutations(of: seeds, with: pieces, seed: 6)
        for round in 0..<1000 {
            let allowed = CharacterSet.urlQueryAllowed
            let text = String(decoding: mutations.next(), as: UTF8.self)
            let query = (text.addingPercentEncoding(withAllowedCharacters: allowed) ?? "").replacing("%25", with: "%")
            let path = paths[round % paths.count] + "?" + query
            let person = round % 2 == 0 ? Workplace.maja : Workplace.rikke
            #expect(try await workplace.get(path, as: person).status < 500, "\(path)")
        }
    }
}
