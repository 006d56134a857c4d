import Access
import Journal
import Kernel
import Markup
import Storage
import Web

/// What those do with a report who handle it, and what its named reporter sees.
struct ReportRoutes: Sendable {
    let guests: ReportGuests

    func add(to routes: inout Routes) {
        routes.get("/reports/:id", for: .signedIn, show)
        routes.get("/reports/:id/photos/:place", for: .signedIn, photo)
        routes.post("/reports/:id/messages", for: .signedIn, write)
        routes.post("/reports/:id/reading", for: .signedIn, read)
        routes.post("/reports/:id/kind", for: .signedIn, sort)
        routes.post("/reports/:id/circumstances", for: .signedIn, correct)
        routes.post("/reports/:id/severity", for: .signedIn, rate)
        routes.post("/reports/:id/closure", for: .signedIn, close)
    }

    /// A deputy is shown that a case lies, and not a word of it.
    private func show(_ visit: Visit) async throws -> Answer {
        if let lying = try await StandInRoutes.lying(visit) {
            return .page(StandInPage(visit: visit, lying: lying).page)
        }
        return .page(try await page(visit))
    }

    private func page(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let seen = try await seen(visit)
        switch seen.side {
        case .reader:
            return ReportPage(
                visit: visit, picture: seen.picture, guests: seen.guests, more: seen.next, problems: problems
            ).page
        case .reporter:
            return FollowedReportPage(visit: visit, picture: seen.picture, isByCode: false, problems: problems).page
        }
    }

    private func photo(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        guard let place = visit.parameters["place"].flatMap({ Int($0) }) else { throw Refusal.notFound }
        _ = try await seen(visit)
        guard let bytes = try await visit.read({ try ReportStore($0).photo(place, of: id) }) else {
            throw Refusal.notFound
        }
        return .photo(bytes, place, visit.language)
    }

    private func write(_ visit: Visit) async throws -> Answer {
        let seen = try await seen(visit)
        let report = seen.picture.report
        return try await visit.orAgain {
            let message = try NewMessage(visit.fields, to: report)
            let author: ReportMessage.Author = seen.side == .reader ? .reader(visit.viewer.person) : .reporter
            let deed = visit.deed
            let viewer = visit.viewer
            try await visit.write { writer in
                // Meanwhile it may have been handed on.
                if seen.side == .reader { _ = try SeenReport.find(report.id, for: viewer, on: deed.day, writer) }
                try message.send(by: author, deed, writer)
            }
            return .redirect("/reports/\(report.id)", saying: ReportTexts(language: visit.language).messageSent)
        } form: {
            try await page(visit, problems: $0)
        }
    }

    private func read(_ visit: Visit) async throws -> Answer {
        let (person, day) = (visit.viewer.person, visit.today)
        return try await change(
            visit, "seen", saying: { $0.markedSeen }, telling: NoticeTexts.seen(by: visit.viewer.name)
        ) {
            $0.seen(by: person, on: day)
        }
    }

    private func sort(_ visit: Visit) async throws -> Answer {
        let fields = visit.fields
        return try await change(visit, "sorted", saying: { $0.kindChanged }) { report in
            var reading = Reading(fields)
            let kind = reading.choice("kind", otherwise: report.kind)
            try reading.finish()
            return try report.sorted(as: kind)
        }
    }

    private func correct(_ visit: Visit) async throws -> Answer {
        let fields = visit.fields
        return try await change(visit, "corrected", saying: { $0.kindChanged }) { report in
            var reading = Reading(fields)
            var copy = report
            copy.circumstances = Circumstances(&reading)
            try reading.finish()
            return copy
        }
    }

    private func rate(_ visit: Visit) async throws -> Answer {
        let fields = visit.fields
        return try await change(visit, "rated", saying: { $0.rated }) { report in
            var copy = report
            copy.severity = try ReportSeverity(fields)
            return copy
        }
    }

    private func close(_ visit: Visit) async throws -> Answer {
        let (fields, person, day) = (visit.fields, visit.viewer.person, visit.today)
        return try await change(visit, "closed", saying: { $0.closedSaid }, telling: NoticeTexts.closed) { report in
            var reading = Reading(fields)
            let reason = reading.text("reason", limit: ReportMessage.limit)
            try reading.finish()
            if report.stage == .closed, report.outcome == reason { return report }
            return try report.closed(because: reason, by: person, on: day)
        }
    }

    /// Decides on the report as it is when it is saved; whoever may not see it finds nothing.
    private func change(
        _ visit: Visit, _ verb: String, saying said: @escaping @Sendable (ReportTexts) -> String,
        telling words: Words? = nil,
        _ decide: @escaping @Sendable (Report) throws -> Report
    ) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        let (viewer, deed, guests) = (visit.viewer, visit.deed, guests)
        return try await visit.orAgain {
            try await visit.write { writer in
                guard let report = try ReportStore(writer.reader).find(id, for: viewer, on: deed.day) else {
                    throw Refusal.notFound
                }
                let decided = try decide(report)
                guard decided != report else { return }
                try decided.save(instead: report, as: verb, deed, writer)
                // What one of those is whom an event struck, all of them are: none may lie open beside a confidential one.
                if decided.kind != report.kind { try report.sortOthers(as: decided.kind, deed, writer) }
                if let words { try writer.apply(report.told(words, deed), deed) }
                try guests.changed(decided, instead: report, visit, writer)
            }
            let text = ReportTexts(language: visit.language)
            let isLost = try await visit.read { try ReportStore($0).find(id, for: viewer, on: deed.day) == nil }
            return .redirect(isLost ? "/reports" : "/reports/\(id)", saying: said(text))
        } form: {
            try await page(visit, problems: $0)
        }
    }

    private enum Side {
        case reader
        case reporter
    }

    private struct Seen {
        let picture: ReportPicture
        let side: Side
        var guests: [HTML] = []
        var next: [HTML] = []
    }

    /// What the viewer may see of the report; that somebody opens a confidential one is kept first.
    private func seen(_ visit: Visit) async throws -> Seen {
        let seen = try await look(visit)
        guard seen.side == .reader, try await visit.keepReading(of: [seen.picture.report]) else { return seen }
        return try await look(visit)
    }

    private func look(_ visit: Visit) async throws -> Seen {
        let id: ID<Report> = try visit.id()
        let (viewer, day) = (visit.viewer, visit.today)
        let guests = guests
        let found = try await visit.read { reader -> Seen? in
            let store = ReportStore(reader)
            if let report = try store.find(id, for: viewer, on: day) {
                let picture = try ReportPicture(of: report, on: day, reader)
                return Seen(
                    picture: picture, side: .reader, guests: try guests.parts(of: picture.seen, visit, reader),
                    next: try guests.next(of: picture.seen, visit, reader))
            }
            guard let report = try store.find(id), report.sender.person == viewer.person else { return nil }
            return Seen(picture: try ReportPicture(of: report, on: day, reader), side: .reporter)
        }
        guard let found else { throw Refusal.notFound }
        return found
    }
}

extension Report {
    fileprivate func save(instead old: Report, as verb: String, _ deed: Deed, _ writer: Writer) throws {
        let topics = try ReportReaders(of: old, on: deed.day, writer.reader).topics
        try writer.apply(saved(instead: old, as: verb, topics: topics), deed)
        if isConfidential, !old.isConfidential { try entrust(deed, writer) }
    }

    fileprivate func sortOthers(as kind: ReportKind, _ deed: Deed, _ writer: Writer) throws {
        let store = ReportStore(writer.reader)
        for id in try store.struck(by: self) where id != self.id {
            guard let other = try store.find(id), other.kind != kind else { continue }
            try other.sorted(as: kind).save(instead: other, as: "sorted", deed, writer)
        }
    }
}

extension Answer {
    static func photo(_ bytes: [UInt8], _ place: Int, _ language: Language) -> Answer {
        let name = language.pick(da: "foto-\(place).jpg", en: "photo-\(place).jpg")
        return .file(File(name: name, mediaType: "image/jpeg", bytes: bytes, isShown: true))
    }
}
