import Access
import Journal
import Kernel
import Organisation
import Storage
import Web

/// A person's own page about time: seen by nobody else.
struct OwnTimeRoutes: Sendable {
    /// For so many days after a mandate has ended its holder may still write of it.
    private static let daysAfter = 40

    func add(to routes: inout Routes) {
        let quiet = Trace.quiet(because: "that somebody shared hours or took them back is told to nobody")
        routes.get("/time", for: .signedIn, trace: quiet) { visit in .page(try await page(visit)) }
        routes.post("/time", for: .signedIn, trace: quiet, write)
        routes.post("/time/sharing", for: .signedIn, trace: quiet, share)
        routes.get("/time/withdrawal", for: .signedIn, trace: quiet) { visit in
            .page(WithdrawalPage(visit: visit).page)
        }
        routes.post("/time/withdrawal", for: .signedIn, trace: quiet, withdraw)
    }

    private func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        try await Gathering.carryOut(in: visit)
        let (person, today) = (visit.viewer.person, visit.today)
        return try await visit.read { reader in
            let (store, mandates) = (TimeStore(reader), MandateStore(reader))
            let all = try mandates.all(of: person)
            let held = all.filter { Self.isWritable($0, on: today) }
            let bodies = try BodyStore(reader).names(of: Set(all.compactMap(\.body)))
            let units = try UnitStore(reader).names(of: Set(all.compactMap(\.unit)), on: today)
            let names = Dictionary(
                uniqueKeysWithValues: all.map { mandate in
                    (
                        mandate.id,
                        mandate.body.flatMap { bodies[$0] } ?? mandate.unit.flatMap { units[$0] }
                            ?? Words(da: "–", en: "–")
                    )
                })
            let compared = held.isEmpty ? [] : try store.allotted(on: today)
            let figures = try store.figures(from: Gathering.first(on: today))
            let places = MandatePlaces(reader, on: today)
            let others = try Dictionary(
                uniqueKeysWithValues: held.map { mandate in
                    let line = try places.line(of: mandate.place)
                    return (
                        mandate.id,
                        OwnTimePage.Others(
                            allotted: ComparedFigure.nearest(to: line, mandate.role, among: compared),
                            used: ComparedFigure.nearest(to: line, mandate.role, among: figures))
                    )
                })
            return OwnTimePage(
                visit: visit, held: held, mandates: all, names: names, used: try store.used(by: person),
                isShared: try store.shares(person), others: others,
                mayCompare: ComparisonRoutes.admits(visit.viewer), problems: problems
            ).page
        }
    }

    private static func isWritable(_ mandate: Mandate, on day: Day) -> Bool {
        mandate.starts <= day && (mandate.ends ?? .latest) + daysAfter >= day
    }

    private func write(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let (person, fields, deed) = (visit.viewer.person, visit.fields, visit.deed)
            let link = try await visit.once { writer in
                let held = try MandateStore(writer.reader).all(of: person).filter { Self.isWritable($0, on: deed.day) }
                let written = try TimeUsed.written(fields, by: person, held: held, on: deed.day)
                try writer.apply(
                    TimeChanges.wrote(person, written.mandate, written.period, written.minutes), deed)
                return "/time"
            }
            return .redirect(link, saying: TimeTexts(language: visit.language).kept)
        } form: { problems in
            try await page(visit, problems: problems)
        }
    }

    private func share(_ visit: Visit) async throws -> Answer {
        let (person, deed) = (visit.viewer.person, visit.deed)
        let shares = Reading(visit.fields).isTicked("share")
        let link = try await visit.once { writer in
            try writer.apply(
                shares ? TimeChanges.shares(person) : TimeChanges.staysOut(person, deed.identities), deed)
            return "/time"
        }
        let text = TimeTexts(language: visit.language)
        return .redirect(link, saying: shares ? text.sharedNow : text.unsharedNow)
    }

    private func withdraw(_ visit: Visit) async throws -> Answer {
        let (person, deed) = (visit.viewer.person, visit.deed)
        let link = try await visit.once { writer in
            try writer.apply(TimeChanges.withdrew(person, deed.identities), deed)
            return "/time"
        }
        return .redirect(link, saying: TimeTexts(language: visit.language).withdrawn)
    }
}

extension ComparedFigure {
    /// The latest figure of the cell in which a mandate at the end of this line is.
    static func nearest(to line: [UnitID], _ role: Role, among figures: [ComparedFigure]) -> ComparedFigure? {
        figures.first { figure in
            figure.role == role && (figure.isOwn ? figure.unit == line.last : line.contains(figure.unit))
        }
    }
}
