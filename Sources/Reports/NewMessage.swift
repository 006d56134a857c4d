import Journal
import Kernel
import Notices
import Organisation
import Storage
import Web

/// A message on its way to a report. Its id comes from the form that it was written in, so that sending twice says it
/// once.
struct NewMessage: Sendable {
    let id: ID<ReportMessage>
    let report: ID<Report>
    let text: String

    /// - Throws: `Problems`
    init(_ fields: Fields, to report: Report) throws(Problems) {
        var reading = Reading(fields)
        text = reading.text("text", limit: ReportMessage.limit)
        try reading.finish()
        id = ID(String(SecretHash(of: "\(report.id) \(fields["key"]) \(text)").text.prefix(40)))
        self.report = report.id
    }

    func send(by author: ReportMessage.Author, _ deed: Deed, _ writer: Writer) throws {
        let store = ReportStore(writer.reader)
        guard var report = try store.find(report), try !store.has(id) else { return }
        if let person = author.person {
            report = try seen(report, by: person, deed, writer)
            let name = try PersonStore(writer.reader).name(of: person) ?? ""
            try writer.apply(report.told(NoticeTexts.written(by: name), deed), deed)
        } else {
            let readers = try ReportReaders(of: report, on: deed.day, writer.reader)
            let people = report.seenBy.map { readers.people.intersection([$0]) } ?? []
            let told = people.isEmpty ? readers.people : people
            try writer.apply(
                Notice.told(
                    told, NoticeTexts.answered, at: "/reports/\(report.id)", isTraceless: report.isAnonymous, deed),
                deed)
        }
        let place = try store.nextPlace(in: report.id)
        try writer.apply(report.said(text, by: author, id: id, place: place, deed), deed)
    }

    /// Whoever writes to the reporter has read the report.
    private func seen(_ report: Report, by person: PersonID, _ deed: Deed, _ writer: Writer) throws -> Report {
        let seen = report.seen(by: person, on: deed.day)
        guard seen != report else { return report }
        let topics = try ReportReaders(of: report, on: deed.day, writer.reader).topics
        try writer.apply(seen.saved(instead: report, as: "seen", topics: topics), deed)
        return seen
    }
}

extension Deed {
    /// By somebody who is not signed in.
    var byNobody: Deed { Deed(by: nil, at: moment, identities: identities, followers: followers) }
}
