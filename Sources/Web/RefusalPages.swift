import Foundation
import Hummingbird
import Kernel
import Logging
import Markup
import Storage

/// The calm pages that say why, and who can help; a failure says its number and nothing else.
extension Site {
    func refusal(_ error: any Error, _ request: Request, _ context: SiteContext) async -> Response {
        let denied = error as? Denied
        let cause = denied?.refusal ?? error
        let told = told(cause, context, request)
        let visit = denied?.visit ?? stranger(request)
        let isForProgram = visit.wantsJSON || request.uri.path.hasPrefix("/api/")
        if visit.method == .get, case Refusal.signedOut = cause, !isForProgram {
            let way = visit.address.utf8.count <= 2000 ? visit.address : "/"
            let link = ("/signin" as Link).with([("to", way)])
            return Response(status: .seeOther, headers: [.location: link.text])
        }
        let language = visit.language
        let answer: Answer
        if isForProgram, let problems = cause as? Problems {
            answer = .problems(problems, language)
        } else if isForProgram {
            answer = .json(
                [
                    "type": "about:blank", "status": .number(told.status), "title": .text(told.words.in(language)),
                    "detail": JSON(told.reference),
                ], status: told.status)
        } else {
            answer = .page(page(told, visit), status: told.status)
        }
        var response = await respond(to: request, context) { (visit, answer) }
        if told.status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
        if case Refusal.tooMany(let seconds) = cause { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    private struct Told {
        var status: Int
        var words: Words
        var reference: String?
        var keepsForm = false
        var asksToSignIn = false
        /// The form needs the proof of the session that there is now.
        var needsNewProof = false
    }

    private func told(_ cause: any Error, _ context: SiteContext, _ request: Request) -> Told {
        switch cause {
        case Refusal.notFound: return Told(status: 404, words: RefusalTexts.notFound)
        case Refusal.forbidden(let why): return Told(status: 403, words: why)
        case Refusal.conflict(let why): return Told(status: 409, words: why)
        case Refusal.badRequest(let why): return Told(status: 400, words: why)
        case Refusal.tooMany(let seconds):
            return Told(status: 429, words: RefusalTexts.tooMany(seconds), keepsForm: true)
        case Refusal.signedOut:
            let isForm = request.method == .post
            let words = isForm ? RefusalTexts.signedOutKept : RefusalTexts.signedOut
            return Told(status: 401, words: words, keepsForm: isForm, asksToSignIn: true)
        case is OutdatedProof:
            return Told(status: 403, words: RefusalTexts.signedInAnew, keepsForm: true, needsNewProof: true)
        case is Stale: return Told(status: 409, words: RefusalTexts.stale)
        case let problems as Problems:
            let words = problems.all.first.map {
                Words(da: $0.problem.explained(in: .danish), en: $0.problem.explained(in: .english))
            }
            return Told(status: 422, words: words ?? RefusalTexts.failure)
        case StorageProblem.unavailable:
            let words = request.method == .post ? RefusalTexts.busy : RefusalTexts.away
            return Told(status: 503, words: words, keepsForm: true)
        case StorageProblem.full:
            _ = note(fault: "the database has no room left", request, context)
            return Told(status: 507, words: RefusalTexts.full, keepsForm: true)
        default:
            let reference = note(fault: Self.impersonal(cause), request, context)
            return Told(status: 500, words: RefusalTexts.failure, reference: reference, keepsForm: true)
        }
    }

    /// What a log may say of an error: what kind it is, never what was in the row.
    private static func impersonal(_ error: any Error) -> String {
        switch error {
        case StorageProblem.broken(let message): "broken: \(withoutQuotations(message))"
        case StorageProblem.notUnique: "not unique"
        case StorageProblem.refused: "refused by a constraint"
        case let column as UnreadableColumn: "column \(column.column) is not \(column.expected)"
        default: String(reflecting: type(of: error))
        }
    }

    /// PostgreSQL quotes the value that it could not read.
    private static func withoutQuotations(_ message: String) -> String {
        message.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset.isMultiple(of: 2) ? $0.element : "…" }.joined(separator: "\"")
    }

    private func page(_ told: Told, _ visit: Visit) -> Page {
        let language = visit.language
        return Page(
            title: told.words.in(language), surroundings: .plain,
            content: """
                \(when: told.status == 404, "<p>\(RefusalTexts.notFoundHelp.in(language))</p>")
                \(told.reference.map { "<p class=\"meta\">\($0)</p>" as HTML })
                \(when: told.keepsForm && visit.method == .post, keptForm(told, visit))
                <p><a href="/">\(RefusalTexts.start.in(language))</a></p>
                """)
    }

    /// What was typed, ready to be sent again: at once, or after signing in.
    private func keptForm(_ told: Told, _ visit: Visit) -> HTML {
        let language = visit.language
        if told.asksToSignIn {
            return """
                \(when: !visit.fields.uploads.isEmpty, "<p>\(RefusalTexts.filesLeft.in(language))</p>")
                <form method="post" action="/signin/again" class="stack">
                <input type="hidden" name="to" value="\(visit.address)">
                <input type="hidden" name="kept" value="\(FormBody.encoded(visit.fields, without: KeptFields.never))">
                <button class="button primary">\(RefusalTexts.signIn.in(language))</button>
                </form>
                """
        }
        guard !told.needsNewProof else { return formWithNewProof(visit) }
        return """
            \(when: !visit.fields.uploads.isEmpty, "<p>\(RefusalTexts.filesLeft.in(language))</p>")
            <form method="post" action="\(Link(onThisSite: visit.address) ?? "/")" class="stack">
            \(KeptFields.inputs(visit.fields, without: KeptFields.passwords))
            <button class="button primary">\(RefusalTexts.again.in(language))</button>
            </form>
            """
    }

    /// Says in whose name it would be sent now: on a shared computer that may be somebody else than who wrote it.
    private func formWithNewProof(_ visit: Visit) -> HTML {
        let language = visit.language
        let again = RefusalTexts.again(as: visit.viewer.name).in(language)
        return """
            <form method="post" action="\(Link(onThisSite: visit.address) ?? "/")" class="stack">
            \(when: !visit.fields.uploads.isEmpty, "<p>\(RefusalTexts.filesLeft.in(language))</p>")
            \(KeptFields.inputs(visit.fields, without: KeptFields.never))
            <input type="hidden" name="csrf" value="\(visit.csrf)">
            <button class="button primary">\(again)</button>
            </form>
            """
    }

    /// The visit as far as it can be known where it could not be read.
    private func stranger(_ request: Request) -> Visit {
        let cookies = cookies(request)
        let language = Self.language(request, cookies)
        return Visit(
            house: house, method: Method(rawValue: request.method.rawValue) ?? .get, address: request.uri.string,
            viewer: .nobody(language: language), language: language, moment: house.clock(), parameters: [:],
            fields: Fields(), session: nil, csrf: "", caller: "", cookies: cookies,
            wantsJSON: request.headers[.accept]?.hasPrefix("application/json") == true, said: nil,
            rights: house.viewers.stamp, heard: house.hub.heard)
    }
}

/// Fields as hidden inputs, to be sent once more.
public enum KeptFields {
    /// What nobody wants to see in a page, not even hidden.
    static let passwords: Set = ["password", "again", "current"]
    /// What belongs to the session that has ended, too.
    static let never = passwords.union(["csrf"])

    public static func inputs(_ fields: Fields, without left: Set<String> = []) -> HTML {
        let pairs = fields.texts.filter { !left.contains($0.key) }.sorted { $0.key < $1.key }
        return HTML(each: pairs) { name, values in
            HTML(each: values) { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" }
        }
    }

    /// Reads what a kept form carried as one text.
    public static func fields(_ kept: String) -> Fields {
        (try? FormBody.fields(Array(kept.utf8))) ?? Fields()
    }
}
