import Kernel
import Organisation
import Storage
import Web

/// Ideas for programs: the same rules and stores as the pages. Taking one up is putting an action on the plan, with the
/// idea as its origin.
enum IdeaAPI {
    static func add(to routes: inout Routes) {
        routes.api(.get, "/ideas", listShape) { try await list($0) }
        routes.api(.get, "/ideas/:id", APIShape("One idea", scope: .readPlan, answer: object)) { try await one($0) }
        routes.api(.post, "/ideas", newShape) { try await give($0) }
        routes.api(.post, "/ideas/:id/support", supportShape) { try await support($0) }
    }

    private static let object = AnswerShape.object(
        name: "Idea",
        [
            ("id", .text), ("body", .text), ("unit", .text), ("what", .text), ("why", .text), ("given", .text),
            ("anonymous", .flag), ("state", .text), ("supports", .number), ("decided", .optionalText),
            ("reason", .text), ("action", .optionalText), ("version", .number),
        ])

    private static let listShape = APIShape(
        "Ideas of a plan, those that wait first, 50 at a time", scope: .readPlan,
        fields: [
            FieldShape("body", .id, required: true, "Whose plan"),
            FieldShape("state", .choice(IdeaState.allCases.map(\.name)), "Only this state"),
            FieldShape("sort", .choice(IdeaFilter.Order.allCases.map(\.rawValue)), "By day where none is sent"),
            FieldShape("after", .text(limit: 100), "`next` of the page before"),
        ],
        answer: .object(name: "Ideas", [("ideas", .list(object)), ("next", .optionalText)]))

    private static let newShape = APIShape(
        "Gives an idea", scope: .writePlan,
        fields: [
            FieldShape("what", .text(limit: NewIdea.whatLimit), required: true, "What could be better"),
            FieldShape("why", .text(limit: NewIdea.whyLimit), "Why, and how"),
            FieldShape("body", .id, "Whose plan; either this or the unit"),
            FieldShape("unit", .id, "Where; the token's owner's own unit where neither is sent"),
            FieldShape("anonymous", .flag, "Keeps nothing of the token's owner"),
            FieldShape("key", .text(limit: 64), "Made by the sender; sending the same again gives it once"),
        ],
        answer: .object(name: "GivenIdea", [("given", .text)]))

    private static let supportShape = APIShape(
        "Supports an idea, once, in the name of the token's owner", scope: .writePlan,
        fields: [FieldShape("helps", .flag, "Would like to take part")], answer: object)

    private static func list(_ visit: Visit) async throws -> Answer {
        let (viewer, day, fields) = (visit.viewer, visit.today, visit.fields)
        let list = try await visit.read { reader in
            let plan = try SeenIdeas(BodyID(fields["body"].trimmed), for: viewer, on: day, reader)
            return try IdeaList(plan, IdeaFilter(fields), after: fields["after"], reader)
        }
        return .json(["ideas": .list(list.ideas.map(json)), "next": JSON(list.next)])
    }

    private static func one(_ visit: Visit) async throws -> Answer {
        let id: IdeaID = try visit.id()
        let (viewer, day) = (visit.viewer, visit.today)
        return .json(json(try await visit.read { try SeenIdea(id, for: viewer, on: day, $0).idea }))
    }

    /// Answers with the day only: with its id a program's log would tie an idea without a name to the token's owner.
    private static func give(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let asked = AskedPlace(visit)
            guard !asked.body.isEmpty || !asked.unit.isEmpty || visit.viewer.home != nil else {
                throw Problems(IdeaProblem.whichUnit, at: "unit")
            }
            guard let idea = try await IdeaIntake(visit: visit, asked: asked).take() else {
                throw Problems(FieldProblem.unknown, at: asked.body.isEmpty ? "unit" : "body")
            }
            return .json(["given": .text(idea.given.text)])
        } form: {
            throw $0
        }
    }

    private static func support(_ visit: Visit) async throws -> Answer {
        let id: IdeaID = try visit.id()
        let support: IdeaSupport = Reading(visit.fields).isTicked("helps") ? .helping : .standing
        let (viewer, day) = (visit.viewer, visit.today)
        let idea = try await visit.write { writer in
            try IdeaWork(writer, visit).support(id, support)
            return try SeenIdea(id, for: viewer, on: day, writer.reader).idea
        }
        return .json(json(idea))
    }

    private static func json(_ idea: Idea) -> JSON {
        [
            "id": .text(idea.id.text), "body": .text(idea.body.text), "unit": .text(idea.unit.text),
            "what": .text(idea.what), "why": .text(idea.why), "given": .text(idea.given.text),
            "anonymous": .flag(idea.isAnonymous), "state": .text(idea.state.name), "supports": .number(idea.supports),
            "decided": JSON(idea.decision?.day.text), "reason": .text(idea.decision?.reason ?? ""),
            "action": JSON(idea.action?.text), "version": .number(idea.version),
        ]
    }
}
