import Access
import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// What a body's page says of the papers by which it works: its rules of procedure, and the agreement that made it or of
/// which it becomes a part.
public struct BodyPapers: Sendable {
    let body: Body
    let rules: Procedure?
    /// Those that are in force; drafts only for whoever may change them.
    let agreements: [Agreement]
    let mayPrepare: Bool

    public init(of body: Body, for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        self.body = body
        rules = try ProcedureStore(reader).current(of: body.id, on: day)
        let arranges = try viewer.arranges(body, on: day, reader)
        agreements = try AgreementStore(reader).concerning(body.id).filter { agreement in
            guard agreement.state == .draft else { return true }
            let bodies = try [agreement.committee, agreement.cooperation].compactMap {
                try BodyStore(reader).find($0, on: day)
            }
            return try AgreementStore.mayArrange(bodies, viewer, on: day, reader)
        }
        mayPrepare =
            arranges && [.committee, .cooperation].contains(body.kind) && body.closes == nil && agreements.isEmpty
    }

    public func html(in language: Language) -> HTML {
        let (text, rulesText) = (AgreementTexts(language: language), ProcedureTexts(language: language))
        let version = rules.map { version in
            " <small class=\"meta\">\(rulesText.version(version.number)), \(rulesText.holdsFrom(version.decision?.starts.long(in: language) ?? ""))</small>"
                as HTML
        }
        return Sheet(rulesText.rules) {
            """
            <p><a href="/bodies/\(body.id)/rules">\(rules == nil ? rulesText.none : rulesText.rules)</a>\(version)</p>
            \(each: agreements, { line($0, text, language) })
            \(when: mayPrepare, "<div class=\"actions\">\(Button(text.begin, to: preparing))</div>")
            """
        }.html
    }

    private var preparing: Link {
        body.kind == .committee
            ? "/agreements/new?committee=\(body.id)" : "/agreements/new?cooperation=\(body.id)"
    }

    private func line(_ agreement: Agreement, _ text: AgreementTexts, _ language: Language) -> HTML {
        let what =
            agreement.state == .draft
            ? text.prepared : agreement.joint == body.id ? text.jointBy : text.partOf(agreement.day)
        return """
            <p>\(what) <a href="/agreements/\(agreement.id)">\(text.readAgreement)</a>\
            \(when: agreement.state == .ended, " \(Badge(text.name(agreement.state)))")</p>
            """
    }
}

extension AgreementStore {
    /// Agreements of the area that the viewer arranges, to be looked at again.
    func matters(for viewer: Viewer, on day: Day) throws -> [Matter] {
        guard try !viewer.arranged(on: day, reader).isNothing else { return [] }
        let (danish, english) = (AgreementTexts(language: .danish), AgreementTexts(language: .english))
        return try toReview(on: day, most: 50).compactMap { agreement in
            guard let joint = try agreement.joint.flatMap({ try BodyStore(reader).find($0, on: day) }),
                try viewer.arranges(joint, on: day, reader), let since = agreement.reviewOn
            else { return nil }
            return Matter(
                Words(da: danish.reviewDue(agreement.name.danish), en: english.reviewDue(agreement.name.english)),
                Words(da: danish.reviewDueHow, en: english.reviewDueHow), to: "/agreements/\(agreement.id)",
                .missing, on: since)
        }
    }
}
