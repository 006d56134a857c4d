import Design
import Kernel
import Markup
import Web

/// Where files are chosen, and what they should look like.
struct ImportPage {
    let visit: Visit
    /// The unit that the set-up made, while it is the only one: the files must name it by its code.
    let onlyTop: Unit?
    var problems = Problems.none

    private var text: ImportTexts { ImportTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.title, section: "administration",
            content: """
                \(Breadcrumbs(
                    [(OrganisationTexts(language: visit.language).administration, "/administration")],
                    language: visit.language))
                \(PageHeader(text.title, about: text.how))
                \(onlyTop.map { Banner(text.onlyTop($0.code, $0.name.in(visit.language))).html })
                \(steps)
                \(form)
                """)
    }

    /// What is done first stands first.
    private var steps: HTML {
        Sheet(text.stepsTitle) {
            """
            <div class="text"><ol>\(each: text.steps, { "<li>\($0)</li>" })</ol></div>
            <p class="meta">\(text.order)</p>
            """
        }.html
    }

    private var form: HTML {
        let form = Form(
            to: "/import", csrf: nil, fields: visit.fields, problems: problems, hasFiles: true, language: visit.language
        )
        return form.html { form in
            """
            \(visit.seal)
            \(each: Self.usual, { file($0, form) })
            \(Disclosure(text.more, isOpen: Self.further.contains { problems[$0.rawValue] != nil }) {
                HTML(each: Self.further) { file($0, form) }
            })
            <div class="actions">\(Button(text.look, .primary))</div>
            <p class="meta">\(text.patience)</p>
            """
        }
    }

    /// What every workplace has, and reads in again and again.
    private static let usual: [ImportKind] = [.units, .people]
    private static let further: [ImportKind] = [.history, .bodies, .mandates, .months]

    /// Where the file is chosen, with what it should look like beside it.
    private func file(_ kind: ImportKind, _ form: Form) -> HTML {
        """
        <div class="stack">\(form.field(
            kind.rawValue, text.file(kind), .files(accepts: ".csv,.txt,text/csv"), hint: text.hint(kind),
            isRequired: false))
        <p><a href="/import/examples/\(kind.rawValue).csv" download>\(text.example(of: kind))</a></p>
        \(Disclosure(text.columns(of: kind)) { columns(of: kind) })</div>
        """
    }

    private func columns(of kind: ImportKind) -> HTML {
        let language = visit.language
        let rows = kind.columns.map { column -> DataTable.Row in
            let must: HTML = kind.requires(column) ? " \(Badge(text.required))" : ""
            return .init([
                "<code>\(column.heading.in(language))</code>\(must)",
                "<code>\(column.heading.in(language.other))</code>",
                "\(text.meaning(of: column, in: kind))",
            ])
        }
        return DataTable(
            text.columns(of: kind), isCaptionSeen: false,
            columns: [.init(text.column), .init(text.alsoCalled), .init(text.meaning)], rows: rows
        ).html
    }
}
