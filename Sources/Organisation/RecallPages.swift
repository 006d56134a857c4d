import Access
import Design
import Kernel
import Markup
import Storage
import Web

/// Calling a planned change back: asked once, with what will go.
struct RecallRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/changes/:id/recall", for: .administrator) { visit in .page(try await page(visit)) }
        routes.post("/changes/:id/recall", for: .administrator, recall)
    }

    private func page(_ visit: Visit, problems: Problems? = nil) async throws -> Page {
        let (id, today): (ID<OrganisationChange>, Day) = (try visit.id(), visit.today)
        let found = try await visit.read { try Recall(id, on: today, $0) }
        guard let found else { throw Refusal.notFound }
        return RecallPage(visit: visit, recall: found, problems: problems ?? found.problems).page
    }

    private func recall(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let (id, deed): (ID<OrganisationChange>, _) = (try visit.id(), visit.deed)
            let link = try await Self.guarded {
                try await visit.once { writer in
                    let found = try Self.recall(id, deed.day, writer.reader)
                    try writer.apply(found.called(back: deed), deed)
                    return "/units/\(found.change.unit)/changes"
                }
            }
            return .redirect(link, saying: RecallTexts(language: visit.language).recalled)
        } form: { problems in
            try await page(visit, problems: problems)
        }
    }

    /// - Throws: `Problems` where something speaks against it.
    static func recall(_ id: ID<OrganisationChange>, _ today: Day, _ reader: Reader) throws -> Recall {
        guard let found = try Recall(id, on: today, reader) else { throw Refusal.notFound }
        guard found.problems.isEmpty else { throw found.problems }
        return found
    }

    /// Where another feature has put something onto a part that never opened, the database holds the part.
    static func guarded<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch StorageProblem.refused {
            throw Problems(RecallProblem.partIsUsed)
        }
    }
}

struct RecallPage {
    let visit: Visit
    let recall: Recall
    let problems: Problems

    private var text: RecallTexts { RecallTexts(language: visit.language) }
    private var names: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private var words: ChangeTexts { ChangeTexts(language: visit.language) }

    var page: Page {
        // What is planned has not happened: the page bears the name that the unit has until then.
        let name = (recall.names.before ?? recall.unit.name).in(visit.language)
        let told = words.told(
            ToldChange(
                recall.change, on: visit.today, names: recall.names, other: recall.other?.name, in: visit.language))
        return Page(
            title: "\(text.title): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs(
                    [(names.organisation, "/organisation"), (name, "/units/\(recall.unit.id)"),
                    (words.history, "/units/\(recall.unit.id)/changes")], language: visit.language))
                \(PageHeader(text.title, about: "\(words.name(recall.change.kind)) · \(recall.change.day.long(in: visit.language))" as String))
                <p>\(told) \(text.planned)</p>
                \(when: problems.isEmpty, whatGoes, else: obstacles)
                """)
    }

    private var whatGoes: HTML {
        """
        <ul class="stack tight">\(each: text.goes(recall, name: recall.other?.name.in(visit.language) ?? "–"), { "<li>\($0)</li>" })</ul>
        \(Form(to: "/changes/\(recall.change.id)/recall", csrf: nil, language: visit.language).html { _ in
            """
            \(visit.seal)<div class="actions">\(Button(text.callBack, .danger))\
            \(Button(text.keep, to: "/units/\(recall.unit.id)/changes", .quiet))</div>
            """
        })
        """
    }

    private var obstacles: HTML {
        Banner(.late) {
            """
            <p><b>\(text.cannot)</b></p>\(each: problems.all, { "<p>\($0.problem.explained(in: visit.language))</p>" })
            """
        }.html
    }
}

struct RecallTexts {
    let language: Language

    var title: String { language.pick(da: "Kald planen tilbage", en: "Call the plan back") }
    var callBack: String { language.pick(da: "Kald tilbage", en: "Call back") }
    var keep: String { language.pick(da: "Behold planen", en: "Keep the plan") }
    var cannot: String { language.pick(da: "Planen kan ikke kaldes tilbage", en: "The plan cannot be called back") }
    var recalled: String { language.pick(da: "Planen er kaldt tilbage.", en: "The plan has been called back.") }
    var isRecalled: String { language.pick(da: "kaldt tilbage", en: "called back") }
    var planned: String {
        language.pick(
            da: "Det er planlagt og ikke sket. Kalder du planen tilbage, er alt, som om den aldrig var lagt.",
            en: "This is planned and has not happened. Call it back, and all is as if it had never been planned.")
    }

    /// What will not happen, each in a sentence.
    func goes(_ recall: Recall, name: String) -> [String] {
        var lines: [String] = []
        let (people, children, mandates) = (recall.people, recall.children.count, recall.mandates)
        if people > 0 {
            lines.append(
                people == 1
                    ? language.pick(da: "1 person flytter ikke.", en: "1 person does not move.")
                    : language.pick(da: "\(people) personer flytter ikke.", en: "\(people) people do not move."))
        }
        if children > 0 {
            lines.append(
                children == 1
                    ? language.pick(da: "1 enhed flytter ikke.", en: "1 unit does not move.")
                    : language.pick(da: "\(children) enheder flytter ikke.", en: "\(children) units do not move."))
        }
        if mandates > 0 {
            lines.append(
                language.pick(
                    da: "\(mandates) hverv fortsætter, som de var.", en: "\(mandates) mandates go on as they were."))
        }
        if !recall.duties.isEmpty {
            lines.append(
                language.pick(
                    da: "\(recall.duties.count) pladser, der ventede på valg eller udpegning, forsvinder fra listen.",
                    en: "\(recall.duties.count) seats that waited for somebody leave the list."))
        }
        switch recall.change.kind {
        case .opened, .joined, .parted: break
        case .split:
            lines.append(language.pick(da: "Enheden \(name) oprettes ikke.", en: "The unit \(name) is not made."))
        case .closed, .merged: lines.append(language.pick(da: "Enheden lukker ikke.", en: "The unit does not close."))
        case .moved:
            lines.append(language.pick(da: "Enheden bliver, hvor den ligger.", en: "The unit stays where it lies."))
        case .renamed:
            lines.append(language.pick(da: "Enheden beholder navn og slags.", en: "The unit keeps its name and kind."))
        }
        return lines
    }
}
