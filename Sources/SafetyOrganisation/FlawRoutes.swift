import Documents
import Kernel
import Law
import Organisation
import Storage
import Web

/// The list of all that is wrong, for those who mend it: as a page, as a file and for programs.
struct FlawRoutes: Sendable {
    private static let most = 200

    let elections: OpenElections

    func add(to routes: inout Routes) {
        routes.get("/safety-organisation", for: .signedIn, show)
        routes.get("/safety-organisation.csv", for: .signedIn, export)
        routes.api(
            .get, "/safety-organisation",
            APIShape(
                "What is wrong with the safety organisation in your area, 200 at a time", scope: .readOrganisation,
                fields: [
                    FieldShape("unit", .text(limit: 40), "Only at and under the unit with this code"),
                    FieldShape("kind", .choice(Flaw.Kind.allCases.map(\.rawValue)), "Only of this kind"),
                    FieldShape("from", .number, "How many to pass over"),
                    FieldShape("on", .day, "As of this day; today where it is left out"),
                ],
                answer: .object(name: "Flaws", [("flaws", .list(Flaw.shape)), ("count", .number)])), list)
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let elections = elections
        return try await visit.organisationPage { asOf, reader in
            let selection = try FlawSelection(visit, asOf, elections, isWhole: false, reader)
            return FlawListPage(visit: visit, asOf: asOf, selection: selection).page
        }
    }

    private func selection(_ visit: Visit) async throws -> FlawSelection {
        let (asOf, elections) = (try AsOf(visit), elections)
        return try await visit.read { try FlawSelection(visit, asOf, elections, isWhole: true, $0) }
    }

    private func export(_ visit: Visit) async throws -> Answer {
        let (selection, language) = (try await selection(visit), visit.language)
        let text = FlawTexts(language: language)
        var writer = CSVWriter(in: language)
        writer.append([text.kind, text.place, text.what, text.why, text.source, text.status, text.mend].map(Cell.text))
        for flaw in selection.flaws {
            let status = flaw.rule.map { $0.isToBeChecked ? LawTexts(language: language).askAuthority : text.read }
            writer.append([
                .text(text.name(flaw.kind)), .text(flaw.name.in(language)), .text(text.says(flaw)),
                .text(flaw.rule?.words.in(language) ?? ""), .text(flaw.rule?.source.in(language) ?? ""),
                .text(status ?? ""), .text(text.button(flaw.mending)),
            ])
        }
        return .file(File(name: "\(text.file).csv", mediaType: "text/csv; charset=utf-8", bytes: writer.take()))
    }

    private func list(_ visit: Visit) async throws -> Answer {
        let (selection, language) = (try await selection(visit), visit.language)
        let first = max(Int(visit.fields["from"]) ?? 0, 0)
        let flaws = selection.flaws.dropFirst(first).prefix(Self.most)
        return .json(["flaws": .list(flaws.map { $0.json(language) }), "count": .number(selection.flaws.count)])
    }
}

extension Flaw {
    static let shape = AnswerShape.object(
        name: "Flaw",
        [
            ("kind", .text), ("body", .optionalText), ("unit", .optionalText), ("name", .text), ("what", .text),
            ("why", .optionalText), ("source", .optionalText), ("status", .optionalText), ("mend", .text),
        ])

    func json(_ language: Language) -> JSON {
        [
            "kind": .text(kind.rawValue), "body": JSON(place.bodyID?.text), "unit": JSON(place.unitID?.text),
            "name": .text(name.in(language)), "what": .text(FlawTexts(language: language).says(self)),
            "why": JSON(rule?.words.in(language)), "source": JSON(rule?.source.in(language)),
            "status": JSON(rule?.status.rawValue), "mend": .text(mending.link.text),
        ]
    }
}
