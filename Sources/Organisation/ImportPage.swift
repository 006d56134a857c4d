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
                \(form)
                \(ImportKind.allCases.map(columns))
                """)
    }

    private var form: HTML {
        let form = Form(
            to: "/import", csrf: nil, fields: visit.fields, problems: problems, hasFiles: true, language: visit.language
        )
        return form.html { form in
            """
            \(visit.seal)
            \(form.field("units", text.unitsFile, .files(accepts: ".csv,.txt,text/csv"), hint: text.fileHint, isRequired: false))
            \(each: ImportKind.allCases.dropFirst(), { kind in
                form.field(kind.rawValue, text.file(kind), .files(accepts: ".csv,.txt,text/csv"), isRequired: false).html
            })
            <p>\(text.order)</p>
            <p class="meta">\(text.patience)</p>
            \(Button(text.look, .primary))
            """
        }
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
        let example: HTML = "<a href=\"/import/examples/\(kind.rawValue).csv\" download>\(text.example)</a>"
        return Sheet(text.columns(of: kind), aside: example, isPadded: false) {
            DataTable(
                text.columns(of: kind), isCaptionSeen: false,
                columns: [.init(text.column), .init(text.alsoCalled), .init(text.meaning)], rows: rows
            ).html
        }.html
    }
}
