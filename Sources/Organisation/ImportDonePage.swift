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
            <div class="figures">\(Figure("\(tally.added)", text.added))\(Figure("\(tally.changed)", text.changed))
            \(Figure("\(tally.absent)", text.absent(file.kind)))\(Figure("\(tally.same)", text.same))</div>
            \(Facts([(text.digest, "<code>\(file.digest)</code>")]))
            """
        }.html
    }
}
