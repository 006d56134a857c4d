import Access
import Kernel
import Markup
import Reports
import Storage
import Web

/// An accident's own pages, for those who handle its report.
enum AccidentRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:id/accident", for: .signedIn) { .page(try await page($0)) }
        routes.get("/reports/:id/accident/edit", for: .signedIn) { .page(try await form($0)) }
        routes.post("/reports/:id/accident", for: .signedIn) { try await fillIn($0) }
        routes.get("/reports/:id/accident/codes", for: .signedIn) { .page(try await codes($0)) }
        routes.post("/reports/:id/accident/codes", for: .signedIn) { try await choose($0) }
        GroupTextRoutes.add(to: &routes)
        routes.post("/reports/:id/accident/people", for: .signedIn) { try await addPerson($0) }
        routes.get("/reports/:id/accident/paper", for: .signedIn) { try await paper($0) }
        routes.get("/reports/:id/accident/text", for: .signedIn) { try await plain($0) }
        routes.post("/reports/:id/accident/absences", for: .signedIn) { visit in
            try await change(visit, saying: { $0.absenceSaved }) { try $0.addAbsence($1, visit.fields) }
        }
        routes.post("/reports/:id/accident/absences/none", for: .signedIn) { visit in
            try await change(visit, saying: { $0.saved }) { try $0.noteNoAbsence($1, visit.fields) }
        }
        routes.post("/reports/:id/accident/absences/end", for: .signedIn) { visit in
            try await change(visit, saying: { $0.absenceSaved }) { try $0.endAbsence($1, visit.fields) }
        }
        routes.post("/reports/:id/accident/absences/removal", for: .signedIn) { visit in
            try await change(visit, saying: { $0.absenceRemoved }) { try $0.removeAbsence($1, visit.fields) }
        }
        routes.post("/reports/:id/accident/sendings", for: .signedIn) { visit in
            try await once(visit, saying: { $0.sendingSaved }) { try $0.noteSending($1, visit.fields) }
        }
        routes.post("/reports/:id/accident/sendings/:sending/withdrawal", for: .signedIn) { visit in
            let sending: ID<Sending> = try visit.id("sending")
            return try await change(visit, saying: { $0.sendingWithdrawn }) { try $0.withdrawSending($1, sending) }
        }
    }

    /// That somebody opens a confidential report is kept before anything of it is shown or written.
    /// - Throws: `Refusal.notFound` for reports of what strikes nobody, too.
    static func picture(_ visit: Visit) async throws -> AccidentPicture {
        let seen = try await SeenReport.find(visit)
        let (viewer, day, law) = (visit.viewer, visit.today, visit.house.law)
        let picture = try await visit.read { reader in
            try AccidentPicture(of: seen, for: viewer, by: law, on: day, reader)
        }
        guard let picture, picture.report.kind.mayBeAccident else { throw Refusal.notFound }
        return picture
    }

    private static func page(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        AccidentPage(visit: visit, picture: try await picture(visit), problems: problems).page
    }

    private static func form(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        let picture = try await picture(visit)
        guard picture.mayWrite else { throw Refusal.forbidden(AccidentRefusals.write) }
        return AccidentFormPage(visit: visit, picture: picture, problems: problems).page
    }

    private static func codes(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        let picture = try await picture(visit)
        guard picture.mayWrite else { throw Refusal.forbidden(AccidentRefusals.write) }
        return CodesPage(visit: visit, picture: picture, problems: problems).page
    }

    private static func fillIn(_ visit: Visit) async throws -> Answer {
        let fields = visit.fields
        return try await change(visit, saying: \.saved, again: form) { try $0.fillIn($1, fields) }
    }

    private static func choose(_ visit: Visit) async throws -> Answer {
        let fields = visit.fields
        return try await change(visit, saying: \.codesSaved, again: codes) { try $0.choose($1, fields) }
    }

    /// - Parameter again: the page on which it was typed, where it is refused.
    private static func change(
        _ visit: Visit, saying said: @Sendable (FormTexts) -> String,
        again: @Sendable (Visit, Problems) async throws -> Page = page,
        _ work: @escaping @Sendable (AccidentWork, ID<Report>) throws -> Void
    ) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        _ = try await SeenReport.find(visit)
        return try await visit.orAgain {
            try await visit.write { try work(AccidentWork($0, visit), id) }
            return .redirect("/reports/\(id)/accident", saying: said(FormTexts(language: visit.language)))
        } form: {
            try await again(visit, $0)
        }
    }

    /// The same for what would be there twice if the form were sent twice.
    private static func once(
        _ visit: Visit, saying said: @Sendable (FormTexts) -> String,
        _ work: @escaping @Sendable (AccidentWork, ID<Report>) throws -> Void
    ) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        _ = try await SeenReport.find(visit)
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                try work(AccidentWork(writer, visit), id)
                return "/reports/\(id)/accident"
            }
            return .redirect(link, saying: said(FormTexts(language: visit.language)))
        } form: {
            try await page(visit, $0)
        }
    }

    /// Leads to the details of the one who was added, whose absence is asked there.
    private static func addPerson(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        _ = try await SeenReport.find(visit)
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let person = try AccidentWork(writer, visit).addPerson(to: id)
                return "/reports/\(person)/accident"
            }
            return .redirect(link, saying: PeopleTexts(language: visit.language).added)
        } form: {
            try await page(visit, $0)
        }
    }

    // MARK: The sheet

    /// In Danish unless English is asked for.
    private static func sheet(
        _ visit: Visit
    ) async throws -> (sheet: NotificationSheet, picture: AccidentPicture, record: AccidentRecord) {
        let picture = try await picture(visit)
        guard picture.showsSheet, let record = picture.record else { throw Refusal.notFound }
        let sheet = NotificationSheet(
            of: record, picture.report, unit: picture.unit, eyes: picture.eyes, shown: picture.shown,
            notifier: visit.viewer.name,
            on: visit.today, in: Language(rawValue: visit.fields["in"]) ?? .danish)
        return (sheet, picture, record)
    }

    private static func paper(_ visit: Visit) async throws -> Answer {
        let (sheet, picture, _) = try await sheet(visit)
        return .page(SheetOnPaper(visit: visit, sheet: sheet, picture: picture).page)
    }

    private static func plain(_ visit: Visit) async throws -> Answer {
        let (sheet, _, record) = try await sheet(visit)
        let name = sheet.language.pick(
            da: "anmeldelse-\(record.happened.text)", en: "notification-\(record.happened.text)")
        return .file(File(name: name + ".txt", mediaType: "text/plain; charset=utf-8", bytes: Array(sheet.plain.utf8)))
    }
}
