import Access
import Design
import Journal
import Kernel
import Markup
import Storage
import Web

/// Changing a body and closing it, by those who arrange the safety organisation of its area.
struct BodyRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/bodies/:id/edit", for: .signedIn) { visit in .page(try await form(visit)) }
        routes.post("/bodies/:id/edit", for: .signedIn, edit)
        routes.get("/bodies/:id/closure", for: .signedIn) { visit in .page(try await closureForm(visit)) }
        routes.post("/bodies/:id/closure", for: .signedIn, close)
        routes.api(
            .put, "/bodies/:id",
            APIShape(
                "Changes a group or a committee; a field that is left out stays as it is", scope: .writeOrganisation,
                fields: [
                    FieldShape("name_da", .text(limit: 200), "Its name in Danish"),
                    FieldShape("name_en", .text(limit: 200), "Its name in English"),
                    FieldShape("kind", .choice(BodyKind.allCases.map(\.rawValue)), "What it is"),
                    FieldShape("parent", .id, "The body that it answers to; empty for none"),
                    FieldShape("employer_seats", .text(limit: 3), "Seats of the management"),
                    FieldShape("employee_seats", .text(limit: 3), "Seats of the employees"),
                    FieldShape("meetings_a_year", .text(limit: 3), "Ordinary meetings a year"),
                    FieldShape("units", .ids, "Codes of the units that it looks after"),
                    FieldShape("day", .day, "From when it looks after them; today where it is left out"),
                ], answer: Body.shape), editByProgram)
    }

    private func form(_ visit: Visit, problems: Problems = .none, clash: EditClash? = nil) async throws -> Page {
        let id: BodyID = try visit.id()
        let (viewer, today) = (visit.viewer, visit.today)
        return try await visit.read { reader in
            let body = try Self.arranged(id, viewer, on: today, reader)
            let store = BodyStore(reader)
            return BodyEditPage(
                visit: visit, body: body, parents: try store.parents(for: body, on: today),
                codes: try store.codes(of: body.units, on: today), problems: problems, clash: clash
            ).page
        }
    }

    /// - Throws: `Refusal.notFound` where there is none, and who can help where the viewer does not arrange it.
    static func arranged(_ id: BodyID, _ viewer: Viewer, on day: Day, _ reader: Reader) throws -> Body {
        guard let body = try BodyStore(reader).find(id, on: day) else { throw Refusal.notFound }
        guard try viewer.arranges(body, on: day, reader) else { throw Refusal.doesNotArrange }
        return body
    }

    private func edit(_ visit: Visit) async throws -> Answer {
        let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        let id: BodyID = try visit.id()
        do {
            return try await visit.orAgain {
                let link = try await visit.once { writer in
                    _ = try Self.edit(id, fields, viewer, deed, writer)
                    return "/bodies/\(id)"
                }
                return .redirect(link, saying: BodyTexts(language: visit.language).saved)
            } form: { problems in
                try await form(visit, problems: problems)
            }
        } catch let clash as EditClash {
            return .page(try await form(visit, clash: clash), status: 409)
        }
    }

    static func edit(_ id: BodyID, _ sent: Fields, _ viewer: Viewer, _ deed: Deed, _ writer: Writer) throws -> Body {
        let (reader, today) = (writer.reader, deed.day)
        let (store, units) = (BodyStore(reader), UnitStore(reader))
        let old = try arranged(id, viewer, on: today, reader)
        let written = old.written(codes: try store.codes(of: old.units, on: today))
        let fields = try Editions.settled(sent, beside: written)
        let day = fields["day"].isEmpty ? today : Day(fields["day"]) ?? today
        let found = try units.find(written: Body.codes(fields), on: day)
        let parent = try fields["parent"].isEmpty ? nil : store.find(BodyID(fields["parent"]), on: today)
        let area = try viewer.arranged(on: today, reader)
        let leaders = try store.seats(of: id, on: today).count { $0.mandate.role == .leader }
        let edit = try BodyEdit(
            fields, of: old,
            in: .init(
                units: found, above: try parent.map { try [$0] + store.above($0, on: today) } ?? [], leaders: leaders,
                mayCover: area.isEverything
                    ? nil : Set(try found.values.map(\.id).filter { try area.includes($0, reader) })),
            on: today)
        try writer.apply(old.changed(to: edit.body, on: edit.day), deed)
        return edit.body
    }

    private func editByProgram(_ visit: Visit) async throws -> Answer {
        let (sent, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        let id: BodyID = try visit.id()
        return try await visit.orAgain {
            let body = try await visit.write { writer -> Body in
                let store = BodyStore(writer.reader)
                let old = try Self.arranged(id, viewer, on: deed.day, writer.reader)
                var fields = sent
                for (name, value) in old.written(codes: try store.codes(of: old.units, on: deed.day))
                where !sent.has(name) { fields[name] = value }
                return try Self.edit(id, fields, viewer, deed, writer)
            }
            return .json(body.json)
        } form: { _ in
            throw Refusal.notFound
        }
    }

    // MARK: Closing

    private func closureForm(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let id: BodyID = try visit.id()
        let (viewer, today) = (visit.viewer, visit.today)
        return try await visit.read { reader in
            let body = try Self.arranged(id, viewer, on: today, reader)
            let store = BodyStore(reader)
            let left = try body.units.filter { unit in
                try store.bodies(covering: unit, on: today).allSatisfy { $0.id == id || $0.kind != body.kind }
            }
            return BodyClosurePage(
                visit: visit, body: body, seats: try store.seats(of: id, on: today),
                unitsLeft: try UnitStore(reader).names(of: Set(left), on: today).values.map { $0.in(visit.language) },
                children: try store.children(of: id, on: today).map { $0.name.in(visit.language) }, problems: problems
            ).page
        }
    }

    private func close(_ visit: Visit) async throws -> Answer {
        let (fields, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        let id: BodyID = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let body = try Self.arranged(id, viewer, on: deed.day, writer.reader)
                try writer.apply(try Self.closing(body, fields, writer.reader), deed)
                return "/bodies/\(id)"
            }
            return .redirect(link, saying: BodyTexts(language: visit.language).closed)
        } form: { problems in
            try await closureForm(visit, problems: problems)
        }
    }

    private static func closing(_ body: Body, _ fields: Fields, _ reader: Reader) throws -> Change {
        var reading = Reading(fields)
        let (last, reason) = (reading.day("day"), reading.text("reason", limit: 2000))
        if last < body.opens { reading.note(BodyProblem.beforeItOpens(body.opens), at: "day") }
        if let closes = body.closes, closes <= last { reading.note(BodyProblem.closesAlready(closes), at: "day") }
        if try !BodyStore(reader).parts(of: body.id).isEmpty { reading.note(BodyProblem.jointByAgreement, at: "") }
        let seats = try MandateStore(reader).all(in: .body(body.id))
        for seat in seats where seat.mandate.starts > last {
            reading.note(ChangeProblem.beginsLater(seat.name, seat.mandate.starts), at: "day")
        }
        try reading.finish()
        let entry = JournalEntry(
            Subject("body", body.id), "closed", before: ["name": body.name.danish],
            after: ["day": last.text, "reason": reason])
        let ending = seats.filter { ($0.mandate.ends ?? .latest) > last }
        return ending.map { $0.mandate.lastHeld(on: last, name: $0.name, because: "closed") }
            .reduce(Change([UnitMoves.closing(body.id, on: last + 1)], journal: [entry], raising: [.rights]), +)
    }
}
