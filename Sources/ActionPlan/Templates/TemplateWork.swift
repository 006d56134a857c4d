import Access
import Kernel
import Organisation
import Storage
import Web

extension ActionWork {
    /// Keeps what an action says as a template: for the group, or for all where its keeper arranges in the area.
    func keepTemplate(of id: ActionID, _ fields: Fields) throws -> BodyID {
        let action = try Self.toKeep(id, by: viewer, origins, reader)
        let text = try TemplateText(fields)
        let isEverywhere = Reading(fields).isTicked("everywhere")
        guard let body = try BodyStore(reader).find(action.body, on: deed.day) else { throw Refusal.notFound }
        if isEverywhere {
            guard try viewer.arranges(body.units, on: deed.day, reader) else {
                throw Refusal.forbidden(TemplateRefusals.everywhere)
            }
            try mayBeTold(text, of: action)
        }
        let kept = try TemplateStore(reader).all(for: body.id).filter { $0.isEverywhere == isEverywhere }
        guard kept.count < TemplateStore.most else {
            throw Problems(TemplateProblem.tooMany(limit: TemplateStore.most), at: "")
        }
        let template = ActionTemplate(
            id: deed.identities.random(), body: body.id, isEverywhere: isEverywhere, text: text)
        try writer.apply(template.kept(by: body.id), deed)
        return body.id
    }

    /// What all groups read names nobody and no place, and repeats no report, as with examples.
    private func mayBeTold(_ text: TemplateText, of action: Action) throws {
        var words: String?
        if case .inOtherWords(let than) = try Self.sharing(of: action, origins, reader).discretion { words = than }
        let near = try near(action)
        do throws(Problems) {
            _ = try ExampleText(
                title: text.what, done: text.why + "\n" + text.how, learned: text.followUp, naming: near.people,
                places: near.places, repeating: words)
        } catch {
            var problems = Problems()
            for (_, problem) in error.all { problems.add(problem, at: "what") }
            throw problems
        }
    }

    /// What came from something confidential is no template for anybody.
    static func toKeep(_ id: ActionID, by viewer: Viewer, _ origins: Origins, _ reader: Reader) throws -> Action {
        let action = try SeenAction.worked(id, by: viewer, reader).action
        guard try !sharing(of: action, origins, reader).isBarred else {
            throw Refusal.forbidden(TemplateRefusals.confidential)
        }
        return action
    }

    func removeTemplate(_ id: ID<ActionTemplate>) throws {
        guard let template = try TemplateStore(reader).find(id) else { throw Refusal.notFound }
        guard try Self.mayRemove(template, viewer, on: deed.day, reader) else {
            guard template.isEverywhere else { throw Refusal.notFound }
            throw Refusal.forbidden(TemplateRefusals.everywhere)
        }
        try writer.apply(template.removed(), deed)
    }

    static func mayRemove(_ template: ActionTemplate, _ viewer: Viewer, on day: Day, _ reader: Reader) throws -> Bool {
        guard let owner = template.body, let body = try BodyStore(reader).find(owner, on: day) else { return false }
        return try template.isEverywhere
            ? viewer.arranges(body.units, on: day, reader)
            : PlanStanding(viewer, in: body, reader).mayWork
    }

    /// Puts a theme on the board with the actions that were ticked, all in one person's hands until they are shared
    /// out.
    func start(_ theme: CommonTheme, on id: BodyID, _ fields: Fields) throws {
        let body = try SeenPlan.worked(id, by: viewer, reader).body
        let language = viewer.language
        let title = try Theme.title(fields)
        let themes = try BoardStore(reader).openThemes(of: id)
        guard themes.count < Theme.most else {
            throw Problems(PlanProblem.tooManyThemes(limit: Theme.most), at: "title")
        }
        let ticked = Set(fields.all("actions"))
        let chosen = theme.actions.filter { ticked.contains($0.key) }
        guard !chosen.isEmpty else { throw Problems(TemplateProblem.noneChosen, at: "actions") }
        let new = Theme(
            id: deed.identities.ordered(at: deed.moment), body: id, title: title,
            place: (themes.map(\.place).max() ?? -1) + 1)
        try writer.apply(new.added(), deed)
        for action in chosen {
            var sent = Fields(action.template(in: language).text.fields)
            (sent["body"], sent["theme"]) = (id.text, new.id.text)
            (sent["responsible"], sent["due"]) = (fields["responsible"], fields["due"])
            sent["unit"] = body.units.first?.text ?? ""
            _ = try create(sent)
        }
    }
}

enum TemplateProblem: Problem, Equatable {
    case tooMany(limit: Int)
    case noneChosen

    func explained(in language: Language) -> String {
        switch self {
        case .tooMany(let limit):
            language.pick(
                da: "Der er plads til \(limit) skabeloner. Fjern en først.",
                en: "There is room for \(limit) templates. Remove one first.")
        case .noneChosen: language.pick(da: "Vælg mindst én indsats.", en: "Choose at least one action.")
        }
    }
}

enum TemplateRefusals {
    static let everywhere = Words(
        da: "Skabeloner for hele organisationen passes af koordinatoren. Gem den for jeres egen gruppe.",
        en: "Templates for the whole organisation are kept by the coordinator. Keep it for your own group.")
    static let confidential = Words(
        da: "Indsatsen kommer fra noget fortroligt og kan ikke blive en skabelon.",
        en: "The action comes from something confidential and cannot become a template.")
}
