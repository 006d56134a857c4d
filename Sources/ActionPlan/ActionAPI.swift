import Access
import Kernel
import Storage
import Web

/// The plan for programs: the same rules and stores as the pages.
struct ActionAPI {
    let origins: Origins

    func add(to routes: inout Routes) {
        routes.api(
            .get, "/actions",
            APIShape(
                "Actions within reach, 50 at a time", scope: .readPlan, fields: Self.filters,
                answer: .object(name: "Actions", [("actions", .list(Self.action)), ("next", .optionalText)])), list)
        routes.api(.get, "/actions/:id", APIShape("One action", scope: .readPlan, answer: Self.action), show)
        routes.api(
            .post, "/actions",
            APIShape(
                "Put an action on a plan", scope: .writePlan,
                fields: [
                    FieldShape("body", .id, required: true, "Whose plan"),
                    FieldShape("origin", .text(limit: 129), "Where it came from, as kind:id"),
                ] + Self.agreement, answer: Self.action), create)
        routes.api(
            .put, "/actions/:id",
            APIShape(
                "Change what was agreed", scope: .writePlan, fields: [Self.version] + Self.agreement,
                answer: Self.action), change)
        routes.api(
            .post, "/actions/:id/stage",
            APIShape(
                "Move the note on the board", scope: .writePlan,
                fields: [
                    FieldShape("stage", .choice(Stage.open.map(\.rawValue)), required: true, "How far it has come"),
                    FieldShape("theme", .id, "Its row; stays as it is where nothing is sent"),
                    FieldShape("before", .id, "The action that it is laid before"), Self.version,
                ], answer: Self.action), move)
        routes.api(
            .post, "/actions/:id/closure",
            APIShape(
                "Close the action", scope: .writePlan,
                fields: [
                    FieldShape("planned", .text(limit: Agreement.textLimit), "What was planned"),
                    FieldShape("done", .text(limit: Agreement.textLimit), required: true, "What was done"),
                    FieldShape(
                        "effect", .choice(Effect.allCases.map(\.rawValue)), required: true, "Whether it had the effect"),
                    FieldShape("learned", .text(limit: Agreement.textLimit), "What was learned"),
                    FieldShape("severity", .number, "How bad the problem is now, 1 to 5"),
                    FieldShape("judge_on", .day, "When to ask whether it lasted"),
                    FieldShape("share", .choice(["on"]), "Let other groups learn from it, where it worked"),
                    FieldShape(
                        "title_for_others", .text(limit: Agreement.whatLimit), "What other groups see it called"),
                ], answer: Self.action), close)
        routes.api(
            .post, "/actions/:id/judgement",
            APIShape(
                "Say whether what was done lasted", scope: .writePlan,
                fields: [
                    FieldShape(
                        "lasted", .choice(Lasting.allCases.map(\.rawValue)), required: true, "Whether it lasted"),
                    FieldShape("seen", .text(limit: Agreement.textLimit), required: true, "What is seen now"),
                    FieldShape("severity", .number, "How bad the problem is now, 1 to 5"), Self.version,
                ], answer: Self.action), judge)
    }

    private func list(_ visit: Visit) async throws -> Answer {
        let list = try await visit.read {
            try ActionList(ActionFilter(visit.fields), for: visit.viewer, on: visit.today, detail: .everything, $0)
        }
        return .json(["actions": .list(list.whole.map(Self.json)), "next": JSON(list.next)])
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        return .json(Self.json(try await visit.read { try SeenAction(id, for: visit.viewer, $0).action }))
    }

    private func create(_ visit: Visit) async throws -> Answer {
        try await answer(visit) { try $0.create(visit.fields) }
    }

    private func change(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        do {
            return try await answer(visit) { try $0.change(id, visit.fields) }
        } catch is EditConflict {
            throw Refusal.conflict(PlanRefusals.stale)
        }
    }

    private func move(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        return try await answer(visit) { try $0.move(id, visit.fields) }
    }

    private func close(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        return try await answer(visit) { work in
            _ = try work.close(id, visit.fields)
            return try SeenAction(id, for: visit.viewer, work.reader).action
        }
    }

    private func judge(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        return try await answer(visit) { work in
            _ = try work.judge(id, visit.fields)
            return try SeenAction(id, for: visit.viewer, work.reader).action
        }
    }

    private func answer(
        _ visit: Visit, _ made: @escaping @Sendable (ActionWork) throws -> Action
    ) async throws -> Answer {
        let origins = origins
        return try await visit.orAgain {
            .json(Self.json(try await visit.write { try made(ActionWork($0, visit, origins)) }))
        } form: {
            throw $0
        }
    }

    static func json(_ action: Action) -> JSON {
        let agreed = action.agreed
        return [
            "id": .text(action.id.text), "body": .text(action.body.text), "unit": .text(agreed.unit.text),
            "what": .text(agreed.what), "why": .text(agreed.why), "how": .text(agreed.how),
            "responsible": .text(agreed.responsible.text),
            "partners": .list(agreed.partners.sorted().map { .text($0.text) }), "due": .text(agreed.due.text),
            "follow_up": .text(agreed.followUp), "follow_up_on": JSON(agreed.followUpOn?.text),
            "theme": JSON(agreed.theme?.text), "kind": JSON(agreed.kind?.rawValue),
            "difficulty": .text(agreed.difficulty.rawValue),
            "origin": JSON(action.origin.flatMap { $0.isErased ? nil : $0.text }),
            "stage": .text(action.stage.rawValue), "on_hold_until": JSON(action.hold?.lookAgainOn.text),
            "closed_on": JSON(action.closedOn?.text), "judge_on": JSON(action.judgeOn?.text),
            "severity": action.severity.map { .number($0.rawValue) } ?? .null,
            "changed_at": .text(action.changedAt.text),
            "version": .number(action.version),
        ]
    }

    private static let action = AnswerShape.object(
        name: "Action",
        [
            ("id", .text), ("body", .text), ("unit", .text), ("what", .text), ("why", .text), ("how", .text),
            ("responsible", .text), ("partners", .list(.text)), ("due", .text), ("follow_up", .text),
            ("follow_up_on", .optionalText), ("theme", .optionalText), ("kind", .optionalText), ("difficulty", .text),
            ("origin", .optionalText), ("stage", .text), ("on_hold_until", .optionalText), ("closed_on", .optionalText),
            ("judge_on", .optionalText), ("severity", .optionalNumber), ("changed_at", .text), ("version", .number),
        ])

    private static let version = FieldShape("version", .number, required: true, "The version that was last seen")

    private static let agreement = [
        FieldShape("what", .text(limit: Agreement.whatLimit), required: true, "What is to be done"),
        FieldShape("why", .text(limit: Agreement.textLimit), "Why"),
        FieldShape("how", .text(limit: Agreement.textLimit), "How"),
        FieldShape("unit", .id, required: true, "Where, a unit of the body's area"),
        FieldShape("responsible", .id, required: true, "Who is responsible"),
        FieldShape("partners", .ids, "Who takes part"),
        FieldShape("due", .day, required: true, "By which day"),
        FieldShape("follow_up", .text(limit: Agreement.textLimit), "How the effect is judged"),
        FieldShape("follow_up_on", .day, "When the effect is judged"),
        FieldShape("theme", .id, "The row of the board"),
        FieldShape("kind", .choice(HazardKind.allCases.map(\.rawValue)), "What part of the working environment"),
        FieldShape("difficulty", .choice(Difficulty.allCases.map(\.rawValue)), "Simple or complex"),
    ]

    private static let filters = [
        FieldShape("q", .text(limit: 200), "Words of what or why, from their beginnings"),
        FieldShape("body", .id, "Only this plan"), FieldShape("unit", .id, "Only this unit"),
        FieldShape(
            "stage", .choice(Stage.allCases.map(\.rawValue) + ["all"]),
            "Only this stage; all open ones where none is sent"),
        FieldShape("mine", .choice(["on"]), "Only what the token's person is responsible for"),
        FieldShape("theme", .text(limit: Theme.titleLimit), "Themes whose title has this in it"),
        FieldShape("kind", .choice(HazardKind.allCases.map(\.rawValue)), "Only this kind"),
        FieldShape("overdue", .choice(["on"]), "Only what is overdue"),
        FieldShape("hold", .choice(["on"]), "Only what is on hold"),
        FieldShape("sort", .choice(ActionFilter.Order.allCases.map(\.rawValue)), "By due day where none is sent"),
        FieldShape("after", .text(limit: 400), "Where the page before ended: its `next`"),
    ]
}
