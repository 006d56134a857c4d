import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Live
import Markup
import NIOCore
import ServiceLifecycle
import Storage

/// From answers, refusals and failures to responses.
extension Site {
    func respond(
        to request: Request, _ context: SiteContext, _ answer: () async throws -> (Visit, Answer)
    ) async -> Response {
        do {
            let (visit, answer) = try await answer()
            return try response(answer, await counted(visit, for: answer), request, context)
        } catch {
            return await refusal(error, request, context)
        }
    }

    private func response(
        _ answer: Answer, _ visit: Visit, _ request: Request, _ context: SiteContext
    ) throws -> Response {
        switch answer {
        case .page(let page, let status, let cookies):
            let document = house.frame.document(page, for: visit)
            if status == 200, cookies.isEmpty { keep(document, of: page, for: visit) }
            var response = body(document.bytes, "text/html; charset=utf-8", status, request)
            if visit.said != nil { set(Cookie("said", "", seconds: 0), on: &response) }
            for cookie in cookies { set(cookie, on: &response) }
            return response
        case .kept(let page):
            let packed = takesGzip(request) ? page.packed : nil
            guard let packed else { return body(page.document, "text/html; charset=utf-8", 200, request) }
            let headers: HTTPFields = [
                .contentType: "text/html; charset=utf-8", .vary: "Accept-Encoding", .contentEncoding: "gzip",
            ]
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: packed)))
        case .document(let document, let status):
            return body(document.bytes, "text/html; charset=utf-8", status, request)
        case .redirect(let link, let saying, let cookies):
            var response: Response
            if visit.wantsJSON {
                let told = try (["location": .text(link.text), "said": JSON(saying)] as JSON).bytes
                response = body(told, "application/json", 200, request)
            } else {
                response = Response(status: .seeOther, headers: [.location: link.text])
                if let saying {
                    set(Cookie("said", Data(saying.utf8).base64EncodedString(), seconds: 60), on: &response)
                }
            }
            for cookie in cookies { set(cookie, on: &response) }
            return response
        case .json(let json, let status):
            let type = status >= 400 ? "application/problem+json" : "application/json"
            return body(try json.bytes, type, status, request)
        case .file(let file):
            var response = body(file.bytes, file.mediaType, 200, request)
            let way = file.isShown ? "inline" : "attachment"
            let name: Link = "\(file.name)"
            response.headers[.contentDisposition] = "\(way); filename*=UTF-8''\(name.text)"
            return response
        case .changes(let topics, let since):
            return changes(of: topics, since: request.headers[.lastEventID] ?? since, for: visit, request, context)
        }
    }

    private func body(_ bytes: [UInt8], _ mediaType: String, _ status: Int, _ request: Request) -> Response {
        var headers: HTTPFields = [.contentType: mediaType]
        var bytes = bytes
        if Compression.pays(mediaType, bytes.count) {
            headers[.vary] = "Accept-Encoding"
            if takesGzip(request), let packed = Compression.gzip(bytes) {
                bytes = packed
                headers[.contentEncoding] = "gzip"
            }
        }
        return Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func takesGzip(_ request: Request) -> Bool {
        request.headers[.acceptEncoding]?.contains("gzip") == true
    }

    private func set(_ cookie: Cookie, on response: inout Response) {
        // A browser takes `__Host-` only for the whole site.
        let prefix = !house.settings.isSecure ? "" : cookie.path.text == "/" ? "__Host-" : "__Secure-"
        var text = "\(prefix)\(cookie.name)=\(cookie.value); Path=\(cookie.path.text); HttpOnly; SameSite=Lax"
        if let seconds = cookie.seconds { text += "; Max-Age=\(seconds)" }
        if house.settings.isSecure { text += "; Secure" }
        response.headers.append(HTTPField(name: .setCookie, value: text))
    }

    /// Server-sent events: the names of the topics that changed. Ends when the reader leaves or the server stops.
    private func changes(
        of topics: Set<String>, since: String, for visit: Visit, _ request: Request, _ context: SiteContext
    ) -> Response {
        let (hub, lines, settings, stopping) = (house.hub, house.lines, house.settings, house.stopping)
        let isTold = visit.isTold
        let owner = visit.session?.text ?? visit.caller
        let listener = hub.changes(of: topics)
        // Asked for when the stream listens already: what has changed since is told by one or the other.
        let isCurrent = settings.heard(since).flatMap(hub.heard).map { hub.isUnchanged(topics, since: $0) } ?? false
        let first: Hub.Word? = isCurrent ? nil : .news(hub.news(for: topics))
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: .init { writer in
                guard lines.open(owner, isTold: isTold) else {
                    try await writer.write(ByteBuffer(string: "retry: \(LiveLines.wait)\n\n"))
                    return try await writer.finish(nil)
                }
                defer { lines.close(owner, isTold: isTold) }
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n" + (first?.event(settings.sealed) ?? "")))
                try await request.body.consumeWithInboundCloseHandler { _ in
                    try await withGracefulShutdownHandler {
                        while let word = await listener.next() {
                            try await writer.write(ByteBuffer(string: word.event(settings.sealed)))
                        }
                    } onGracefulShutdown: {
                        listener.close()
                        context.endSoon()
                    }
                } onInboundClosed: {
                    listener.close()
                    context.endSoon()
                }
                if let wait = stopping.wait { try await writer.write(ByteBuffer(string: "retry: \(wait)\n\n")) }
                try await writer.finish(nil)
            })
    }

    /// - Throws: `Refusal.notFound` where there is no such file.
    func staticFile(_ request: Request, _ context: SiteContext) throws -> Response {
        let path = context.parameters.getCatchAll().joined(separator: "/")
        guard let file = statics.file(path) else { throw Refusal.notFound }
        // Under another digest it is another release's file that was asked for: no browser may keep this one for it.
        let isThis = context.parameters.get("digest") == statics.digest
        var headers: HTTPFields = [
            .contentType: file.mediaType,
            .cacheControl: isThis ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        // Of the pages whose address begins like this it may answer for those where one reports.
        if path == "js/worker.js" { headers[.serviceWorkerAllowed] = "/r" }
        var bytes = file.bytes
        if let packed = file.packed {
            headers[.vary] = "Accept-Encoding"
            if takesGzip(request) {
                bytes = packed
                headers[.contentEncoding] = "gzip"
            }
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
