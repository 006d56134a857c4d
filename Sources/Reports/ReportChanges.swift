import Files
import Journal
import Kernel
import Notices
import Storage

extension NewReport {
    /// The report as it is put in, with its photos and those who are told.
    /// - Parameters:
    ///   - deed: for an anonymous report one that knows only the day, `Deed.withoutTrace`.
    ///   - readers: who is told, and whose pages show it.
    func taken(
        _ id: ID<Report>, code: ReportCode, in unit: UnitID, unitName: Words, photos: [NewFile], readers: ReportReaders,
        _ deed: Deed
    ) -> Change {
        let moment = sender == .anonymous ? nil : deed.moment
        var statements: [SQL] = [
            """
            INSERT INTO report (id, code_hash, kind, confidential, unit_id, what, place, happened, reported, anonymous,
            reported_at, person_id, guest_name, contact, affected, setting, outside_hours, stage, outcome)
            VALUES (\(id), \(code.hash.text), \(kind), \(kind.isConfidential), \(unit), \(what), \(place), \(happened),
            \(deed.day), \(sender == .anonymous), \(moment), \(sender.person), \(sender.guestName), \(sender.contact),
            \(circumstances.affected), \(circumstances.setting), \(circumstances.isOutsideHours), 0, '')
            """
        ]
        for (index, photo) in photos.enumerated() {
            statements += photo.insertions
            statements.append(
                "INSERT INTO report_photo (report_id, place, file_id) VALUES (\(id), \(index + 1), \(photo.file.id))")
        }
        statements += readers.handlers.map { $0.kept(of: id) }
        if kind.isConfidential {
            statements += keptFrom.sorted().map {
                "INSERT INTO report_kept_from (report_id, person_id) VALUES (\(id), \($0))"
            }
        }
        let entry = JournalEntry(
            Subject("report", id), "reported", after: kind.isConfidential ? [:] : ["kind": kind.rawValue],
            precision: sender == .anonymous ? .day : .moment)
        let words = NoticeTexts.arrived(kind, in: unitName)
        return Change(statements, journal: [entry], raising: readers.topics)
            + Notice.told(
                readers.people, words, at: "/reports/\(id)", isTraceless: sender == .anonymous, deed)
    }
}

extension ReportSender {
    var guestName: String { if case .guest(let name, _) = self { name } else { "" } }
    var contact: String { if case .guest(_, let contact) = self { contact } else { "" } }
}

extension Report {
    /// Saves how it stands now; fails as stale where somebody else moved it meanwhile.
    func saved(instead old: Report, as verb: String, topics: [Topic]) -> Change {
        let update: SQL = """
            UPDATE report SET kind = \(kind), confidential = \(kind.isConfidential), stage = \(stage),
            seen_by = \(seenBy), seen = \(seen), acted = \(acted), closed = \(closed), outcome = \(outcome),
            effect = \(effect), affected = \(circumstances.affected), setting = \(circumstances.setting),
            outside_hours = \(circumstances.isOutsideHours), harm = \(severity.was),
            possible_harm = \(severity.could), gravity = \(gravity)
            WHERE id = \(id) AND stage = \(old.stage) AND kind = \(old.kind)
            AND affected = \(old.circumstances.affected) AND setting = \(old.circumstances.setting)
            AND outside_hours = \(old.circumstances.isOutsideHours) AND COALESCE(harm, 0) = \(old.severity.was?.rawValue ?? 0)
            AND COALESCE(possible_harm, 0) = \(old.severity.could?.rawValue ?? 0)
            """
        let entry = JournalEntry(Subject("report", id), verb, from: old.pictured, to: pictured)
        return Change([update.orStale], journal: [entry], raising: topics + [.report(id)])
    }

    /// What the journal may say: never a word of what was written, and of a confidential report not even its kind.
    private var pictured: [String: String] {
        guard !isConfidential else { return ["stage": stage.name] }
        return [
            "stage": stage.name, "kind": kind.rawValue, "affected": circumstances.affected.rawValue,
            "setting": circumstances.setting.rawValue, "outside_hours": circumstances.isOutsideHours ? "yes" : "no",
            "severity": severity.was?.name ?? "", "possible_severity": severity.could?.name ?? "",
        ]
    }

    func said(_ text: String, by author: ReportMessage.Author, id message: ID<ReportMessage>, place: Int, _ deed: Deed)
        -> Change
    {
        let isTraceless = isAnonymous && author == .reporter
        let person = author.person
        return Change(
            [
                """
                INSERT INTO report_message (id, report_id, place, author, person_id, day, text)
                VALUES (\(message), \(id), \(place), \(author.name), \(person), \(deed.day), \(text))
                """
            ],
            journal: [JournalEntry(Subject("report", id), "answered", precision: isTraceless ? .day : .moment)],
            raising: [.report(id)])
    }

    /// Tells the one who reported, where it is somebody who can be told.
    /// - Parameter others: who hear of the same from elsewhere: nobody is told twice.
    func told(_ words: Words, except others: Set<PersonID> = [], _ deed: Deed) -> Change {
        guard let person = sender.person, !others.contains(person) else { return Change([], journal: [], raising: []) }
        return Notice.told([person], words, at: "/reports/\(id)", deed)
    }
}

extension Topic {
    /// The reports that a body's members see.
    public static func reports(of body: BodyID) -> Topic { Topic("reports:\(body)") }
    /// The confidential ones that the person handles: heard of by nobody else.
    public static func cases(of person: PersonID) -> Topic { Topic("cases:\(person)") }
    public static func report(_ id: ID<Report>) -> Topic { Topic("report:\(id)") }
}
