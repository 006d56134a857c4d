import Design
import Journal
import Kernel
import Markup
import Web

/// What was read in, when and by whom, as the journal has it.
struct ImportDonePage {
    let visit: Visit
    let found: Import
    let line: JournalLine?
    let name: String?

    private var text: ImportTexts { ImportTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.done, section: "administration",
            content: """
                \(Breadcrumbs([(text.title, "/import")], language: visit.language))
                \(PageHeader(text.done, about: text.doneHow(moment, by: name ?? text.console),
                    actions: Button(text.toOrganisation, to: "/organisation", .primary).html))
                \(found.files.map(summary))
                """)
    }

    private var moment: String {
        let moment = line?.moment ?? found.begun
        return "\(moment.day.short(in: visit.language, today: visit.today)) \(moment.clock(in: visit.language))"
    }

    private func summary(_ file: Import.File) -> HTML {
        let tally = ImportCounts(described: line?.after ?? [:])[file.kind]
        return Sheet(text.name(file.kind), aside: "\(file.name) · \(text.lines(file.lines))") {
            """
            \(tally.figures(of: file.kind, text))
            \(Facts([(text.digest, "<code>\(file.digest)</code>")]))
            """
        }.html
    }
}

extension ImportCounts.Tally {
    /// How many of each, side by side.
    func figures(of kind: ImportKind, _ text: ImportTexts) -> HTML {
        var counts = [(added, text.added), (changed, text.changed), (absent, text.absent(kind)), (same, text.same)]
        if refused > 0 { counts.append((refused, text.wrong)) }
        return "<div class=\"figures\">\(each: counts, { Figure(text.number($0.0), $0.1).html })</div>"
    }
}
