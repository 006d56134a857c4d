import Access
import Design
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// The pages of single actions.
struct ActionRoutes {
    let origins: Origins
    let guests: PlanGuests
    let presence: Presence

    func add(to routes: inout Routes) {
        routes.get("/actions/new", for: .signedIn, newForm)
        routes.post("/actions", for: .signedIn, create)
        routes.get("/actions/:id", for: .signedIn, show)
        routes.get("/actions/:id/edit", for: .signedIn, editForm)
        routes.post("/actions/:id", for: .signedIn, change)
        routes.post("/actions/:id/stage", for: .signedIn, move)
        routes.post("/actions/:id/comments", for: .signedIn, comment)
    }

    private func newForm(_ visit: Visit) async throws -> Answer {
        .page(try await newPage(visit, Problems.none))
    }

    private func newPage(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let text = ActionTexts(language: visit.language)
        return try await visit.read { reader in
            let id = BodyID(visit.fields["body"].trimmed)
            let body = try SeenPlan.worked(id, by: visit.viewer, reader).body
            var fields = visit.fields.withChosenPerson()
            let example = try Self.example(in: fields, visit, reader)
            if let example, !fields.has("what") || fields["what"].isEmpty && visit.method == .get {
                fields["what"] = example.title
                fields["how"] = example.done
                if fields["kind"].isEmpty { fields["kind"] = example.kind?.rawValue ?? "" }
            }
            let template = try TemplateRoutes.asked(visit, for: id, reader)
            if visit.method == .get, !fields.has("what") {
                for (name, text) in template?.text.fields ?? [:] { fields[name] = text }
            }
            let named = Agreement.people(namedIn: fields)
            let choices = try FormChoices(body, naming: named, on: visit.today, reader)
            if fields["unit"].isEmpty { fields["unit"] = choices.units.first?.id.text ?? "" }
            if fields["difficulty"].isEmpty { fields["difficulty"] = Difficulty.simple.rawValue }
            if !fields.has("responsible"), choices.people.contains(where: { $0.id == visit.viewer.person }) {
                fields["responsible"] = visit.viewer.person.text
            }
            return ActionFormPage(
                visit: visit, body: body, choices: choices, action: "/actions", back: "/plan/\(body.id)",
                title: text.newAction, fields: fields, problems: problems,
                search: try Self.search(visit, reader), isCopied: example != nil,
                isFromTemplate: template != nil
            ).page
        }
    }

    /// What the new action is made after, where it is.
    private static func example(in fields: Fields, _ visit: Visit, _ reader: Reader) throws -> Example? {
        guard let origin = Origin(fields["origin"].trimmed), origin.kind == "example", visit.viewer.isMember else {
            return nil
        }
        return try ExampleStore(reader).find(ID(origin.id))
    }

    /// What the form just sent was looking for.
    private static func search(_ visit: Visit, _ reader: Reader) throws -> PeopleSearch? {
        guard visit.method == .post, !visit.fields["sought"].trimmed.isEmpty else { return nil }
        return try PeopleSearch(visit.fields, on: visit.today, reader)
    }

    private func create(_ visit: Visit) async throws -> Answer {
        guard !PeopleSearch.isAsked(by: visit.fields) else { return .page(try await newPage(visit, .none)) }
        let origins = origins
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let action = try ActionWork(writer, visit, origins).create(visit.fields)
                return "/actions/\(action.id)"
            }
            return .redirect(link, saying: ActionTexts(language: visit.language).made)
        } form: {
            try await newPage(visit, $0)
        }
    }

    private func show(_ visit: Visit) async throws -> Answer {
        .page(try await page(visit, Problems.none))
    }

    private func page(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: ActionID = try visit.id()
        let origins = origins
        return try await visit.read { reader in
            let seen = try SeenAction(id, for: visit.viewer, reader)
            var page = try ActionPage(
                visit: visit, seen: seen, problems: problems, origins: origins, guests: guests, reader)
            page.presence = try PresenceLine(seen, doing: .looking, presence, origins, visit, reader)
            return page.page
        }
    }

    private func comment(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        let origins = origins
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                try ActionWork(writer, visit, origins).comment(id, visit.fields)
                return "/actions/\(id)"
            }
            return .redirect(link, saying: ActionTexts(language: visit.language).commentedNow)
        } form: {
            try await page(visit, $0)
        }
    }

    private func editForm(_ visit: Visit) async throws -> Answer {
        .page(try await editPage(visit, nil, Problems.none))
    }

    private func change(_ visit: Visit) async throws -> Answer {
        guard !PeopleSearch.isAsked(by: visit.fields) else {
            return .page(try await editPage(visit, visit.fields.withChosenPerson(), .none))
        }
        let id: ActionID = try visit.id()
        let origins = origins
        do {
            return try await visit.orAgain {
                let action = try await visit.write { try ActionWork($0, visit, origins).change(id, visit.fields) }
                return .redirect("/actions/\(action.id)", saying: ActionTexts(language: visit.language).saved)
            } form: {
                try await editPage(visit, visit.fields, $0)
            }
        } catch let conflict as EditConflict {
            return .page(try await conflictPage(visit, conflict.current), status: 409)
        }
    }

    private func editPage(_ visit: Visit, _ sent: Fields?, _ problems: Problems) async throws -> Page {
        let id: ActionID = try visit.id()
        let (origins, presence) = (origins, presence)
        return try await visit.read { reader in
            let seen = try SeenAction.worked(id, by: visit.viewer, reader)
            let action = seen.action
            var form = try Self.form(visit, action, sent ?? Fields(action.agreed), reader)
            form.presence = try PresenceLine(seen, doing: .changing, presence, origins, visit, reader)
            form.problems = problems
            form.version = sent.flatMap { Int($0["version"]) } ?? action.version
            form.before = sent?.before ?? action.agreed.described
            let described = action.agreed.described
            for name in sent?.clashing ?? [] { form.clashes[name] = described[name] }
            if !form.clashes.isEmpty { form.other = try Self.lastEditor(of: action, visit, reader) }
            return form.page
        }
    }

    /// What only the other one touched is taken over; where both wrote, both texts are shown.
    private func conflictPage(_ visit: Visit, _ current: Action) async throws -> Page {
        let (origins, presence) = (origins, presence)
        return try await visit.read { reader in
            let merging = Merging(sent: visit.fields, current: current.agreed)
            var form = try Self.form(visit, current, merging.fields, reader)
            let seen = try SeenAction.worked(current.id, by: visit.viewer, reader)
            form.presence = try PresenceLine(seen, doing: .changing, presence, origins, visit, reader)
            form.version = current.version
            form.before = current.agreed.described
            form.clashes = merging.clashes
            form.taken = merging.taken
            form.other = try Self.lastEditor(of: current, visit, reader)
            return form.page
        }
    }

    private static func lastEditor(of action: Action, _ visit: Visit, _ reader: Reader) throws -> OtherEditor {
        let lines = try JournalStore(reader).lines(about: .action(action.id), most: 50)
        guard let editor = lines.first(where: { $0.verb != "commented" && $0.verb != "created" })?.person else {
            return .unknown
        }
        if editor == visit.viewer.person { return .oneself }
        return try PersonStore(reader).name(of: editor).map(OtherEditor.named) ?? .unknown
    }

    private static func form(
        _ visit: Visit, _ action: Action, _ fields: Fields, _ reader: Reader
    ) throws -> ActionFormPage {
        guard let body = try BodyStore(reader).find(action.body, on: visit.today) else { throw Refusal.notFound }
        let old = (fields["was_responsible"] + " " + fields["was_partners"]).split(separator: " ").prefix(60)
        let named = Agreement.people(namedIn: fields).union(action.agreed.partners).union([action.agreed.responsible])
            .union(old.map { PersonID(String($0)) })
        return ActionFormPage(
            visit: visit, body: body, choices: try FormChoices(body, naming: named, on: visit.today, reader),
            action: "/actions/\(action.id)", back: "/actions/\(action.id)",
            title: ActionTexts(language: visit.language).say("Ret indsatsen", "Change the action"), fields: fields,
            search: try search(visit, reader))
    }

    /// Also what the board's script sends.
    private func move(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        let origins = origins
        if visit.fields["stage"] == Stage.closed.rawValue {
            return .redirect(("/actions/\(id)/closure" as Link).with([("return", visit.fields["return"])]))
        }
        do {
            let (action, undo) = try await visit.write { writer in
                let old = try ActionStore(writer.reader).find(id)
                let next = try old.flatMap { try BoardStore(writer.reader).note(after: $0) }
                let action = try ActionWork(writer, visit, origins).move(id, visit.fields)
                return (action, old.flatMap { UndoneMove(of: action, from: $0, before: next) })
            }
            if visit.wantsJSON { return .json(["version": .number(action.version)]) }
            let text = ActionTexts(language: visit.language)
            return .redirect(
                (visit.wayBack(to: action.body) ?? "/plan/\(action.body)").with(undo?.query ?? []),
                saying: text.moved(action.agreed.what, action.stage))
        } catch Refusal.conflict(let why) where !visit.wantsJSON && visit.fields.has("return") {
            // A meeting goes on: it sees the note as it hangs now, and why it was not moved.
            let body = try await visit.read { try SeenAction(id, for: visit.viewer, $0).action.body }
            return .redirect(visit.wayBack(to: body) ?? "/plan/\(body)", saying: why.in(visit.language))
        }
    }
}
