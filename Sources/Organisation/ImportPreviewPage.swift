import Access
import Design
import Kernel
import Markup
import Storage
import Web

/// What the files would do: counts, and the first of every sort.
struct ImportPreviewPage {
    let visit: Visit
    let found: Import
    let counts: ImportCounts
    let refusals: [ImportRefusal]
    let warnings: [ImportWarning]
    let problems: Problems
    /// The only unit that the set-up made, where the file would put another top beside it.
    private let otherTop: Unit?
    private let added: [ImportKind: [ImportedThing]]
    private let changed: [ImportKind: [ImportedThing]]
    private let absent: [ImportKind: [ImportedThing]]

    private var text: ImportTexts { ImportTexts(language: visit.language) }

    init(visit: Visit, found: Import, problems: Problems = .none, _ store: ImportStore) throws {
        self.visit = visit
        self.problems = problems
        self.found = found
        let (id, today) = (found.id, visit.today)
        counts = try store.counts(of: found)
        refusals = try store.refusals(of: id)
        warnings = found.has(.people) ? try store.warnings(of: id, on: today) : []
        otherTop = try store.otherTop(of: id, on: today)
        added = Dictionary(uniqueKeysWithValues: try ImportKind.allCases.map { ($0, try store.added($0, of: id)) })
        changed = [
            .units: try store.changedUnits(of: id, on: today), .people: try store.changedPeople(of: id, on: today),
            .history: try store.rows(.history, of: id, "changed"),
            .bodies: try store.rows(.bodies, of: id, "changed"),
            .mandates: try store.rows(.mandates, of: id, "changed"),
            .months: try store.rows(.months, of: id, "changed"),
        ]
        absent = [.units: try store.absentUnits(of: id, on: today), .people: try store.absentPeople(of: id, on: today)]
    }

    var page: Page {
        Page(
            title: text.preview, section: "administration",
            content: """
                \(Breadcrumbs([(text.title, "/import")], language: visit.language))
                \(PageHeader(text.preview, about: text.nothingYet, actions: actions))
                \(when: counts.refused > 0, Banner(text.refused(counts.refused), .late).html)
                \(when: counts.refused > Self.manyRefused && !found.has(.units), Banner(text.order, .soon).html)
                \(warnings.map { Banner($0.explained(in: visit.language), .soon) })
                \(when: counts.doManyLeave, leaving)
                \(otherTop.map { Banner(text.otherTop($0.code, $0.name.in(visit.language)), .soon).html })
                \(found.files.map(summary))
                \(when: !refusals.isEmpty, refusedLines)
                \(found.files.map { lists($0.kind) })
                """)
    }

    private var actions: HTML {
        """
        \(PostButton(text.cancel, to: "/import/\(found.id)/withdrawal", csrf: visit.csrf, .quiet))
        \(when: counts.refused > 0, Button(text.again, to: "/import", .primary).html)\
        \(when: counts.refused == 0 && !counts.doManyLeave,
            PostButton(text.apply, to: "/import/\(found.id)/application", csrf: visit.csrf, .primary).html)
        """
    }

    /// Said beside the button: whoever has left can sign in no more, and the mandates end.
    private var leaving: HTML {
        let count = counts.people.absent
        let form = Form(
            to: "/import/\(found.id)/application", csrf: visit.csrf, fields: visit.fields, problems: problems,
            language: visit.language)
        return """
            \(Banner(text.manyLeave(count), .soon))
            \(when: counts.refused == 0, form.html { form in
                """
                \(form.field("left", text.haveLeft(count), .tick))
                <div class="actions">\(Button(text.apply, .primary))</div>
                """
            })
            """
    }

    /// So many lines at once are seldom mistakes of writing: perhaps what they speak of is not here yet.
    private static let manyRefused = 10

    private func summary(_ file: Import.File) -> HTML {
        let tally = counts[file.kind]
        return Sheet(text.name(file.kind), aside: "\(file.name) · \(text.lines(file.lines))") {
            """
            \(tally.figures(of: file.kind, text))
            \(when: file.isWindows1252, "<p>\(text.windows1252)</p>")
            \(when: !file.unknown.isEmpty, "<p>\(text.unknown(file.unknown))</p>")
            """
        }.html
    }

    private var refusedLines: HTML {
        let rows = refusals.map { refusal in
            DataTable.Row(
                [
                    refusal.line == 0 ? "\(text.wholeFile)" : "\(refusal.line)", "\(text.name(refusal.file))",
                    "\(refusal.problem.explained(in: visit.language))",
                ], .wrong)
        }
        return sheet(
            text.refusedTitle, rows, of: counts.refused,
            columns: [.init(text.line), .init(text.file), .init(text.problem)])
    }

    private func lists(_ kind: ImportKind) -> HTML {
        let tally = counts[kind]
        return """
            \(list(text.changedTitle(kind), changed[kind], .changed, of: tally.changed, explained: kind.isStagedAsRows ? nil : text.difference))
            \(list(text.addedTitle(kind), added[kind], .added, of: tally.added))
            \(list(text.absentTitle(kind), absent[kind], kind == .people ? .gone : .same, of: tally.absent,
                explained: "", about: text.absentHow(kind)))
            """
    }

    private func list(
        _ title: String, _ things: [ImportedThing]?, _ fate: DataTable.Row.Fate, of count: Int,
        explained: String? = nil, about: String? = nil
    ) -> HTML {
        guard let things, !things.isEmpty else { return .nothing }
        let isInFile = things.contains { $0.line != nil }
        let columns: [DataTable.Column] =
            [.init(text.itsName), .init(text.key)] + (isInFile ? [.init(text.line, isNumber: true)] : [])
            + (explained.map { [.init($0)] } ?? [])
        let rows = things.map { thing in
            let line: [HTML] = thing.line.map { ["\($0)"] } ?? []
            let more: [HTML] = explained == nil ? [] : [differences(thing)]
            return DataTable.Row(["\(name(of: thing))", "\(thing.key)"] + line + more, fate)
        }
        return sheet(title, rows, of: count, columns: columns, about: about)
    }

    /// A mandate is named by its role, as the pages call it.
    private func name(of thing: ImportedThing) -> HTML {
        let known = thing.detail.isEmpty ? nil : Role(rawValue: thing.name)
        let role = known.map { OrganisationTexts(language: visit.language).name($0) }
        return """
            \(role ?? thing.name)\(when: !thing.detail.isEmpty, "<br><small class=\"meta\">\(thing.detail)</small>")
            """
    }

    private func differences(_ thing: ImportedThing) -> HTML {
        if thing.holdsMandate { return Badge(text.holdsMandate, .soon).html }
        return HTML(each: thing.differences) { difference in
            """
            <div>\(difference.column.heading.in(visit.language)): \(said(difference.before)) → \(said(difference.after))</div>
            """
        }
    }

    private func said(_ value: String) -> HTML {
        value.isEmpty ? "<i>\(text.nothing)</i>" : "<b>\(value)</b>"
    }

    private func sheet(
        _ title: String, _ rows: [DataTable.Row], of count: Int, columns: [DataTable.Column], about: String? = nil
    ) -> HTML {
        let aside: HTML = count > rows.count ? "\(text.first(rows.count, of: count))" : "\(text.number(count))"
        return Sheet(title, aside: aside, isPadded: false) {
            """
            \(about.map { "<div class=\"body\"><p class=\"meta\">\($0)</p></div>" })
            \(DataTable(title, isCaptionSeen: false, columns: columns, rows: rows))
            """
        }.html
    }
}
