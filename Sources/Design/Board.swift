import Kernel
import Markup

/// The action plan as a wall of notes: a row for each theme, a column for each stage. A table, so that it can be
/// heard as well as seen; each note can be moved by its own form where no script runs.
public struct Board: Pattern {
    /// A column, by the value that is sent when a note is moved there.
    public typealias Stage = Choice
    public typealias Theme = Choice

    static let tints = 6

    let title: String
    let stages: [Stage]
    let themes: [Theme]
    let notes: [String: [String: [Note]]]
    private let stageOptions: RecurringOptions
    private let themeOptions: RecurringOptions
    let csrf: String
    let language: Language

    /// - Parameter notes: in the order in which they hang.
    public init(
        _ title: String, stages: [Stage], themes: [Theme], notes: [Note], csrf: String, language: Language
    ) {
        self.title = title
        self.stages = stages
        self.themes = themes
        stageOptions = RecurringOptions(stages)
        themeOptions = RecurringOptions(themes)
        self.notes = Dictionary(grouping: notes, by: \.theme).mapValues { Dictionary(grouping: $0, by: \.stage) }
        self.csrf = csrf
        self.language = language
    }

    public var html: HTML {
        """
        <div class="board-frame" data-live-part="board" role="region" aria-label="\(title)" tabindex="0">\
        <table class="board"\(phrases)><caption class="unseen">\(title)</caption><thead><tr>\
        <th scope="col">\(text.what)</th>\(each: stages, { "<th scope=\"col\">\($0.title)</th>" })</tr></thead>\
        <tbody>\(themes.indices.map(row))</tbody></table><p id="board-help" class="unseen">\(text.help)</p></div>
        """
    }

    private var text: BoardTexts { BoardTexts(language: language) }

    private var phrases: HTML {
        """
         data-picked="\(text.picked)" data-at="\(text.at)" data-dropped="\(text.dropped)" data-undo="\(text.undo)" \
        data-undone="\(text.undone)" data-cancelled="\(text.cancelled)" data-refused="\(text.refused)" \
        data-lost="\(text.lost)"
        """
    }

    private func row(_ index: Int) -> HTML {
        let theme = themes[index]
        let tint = index % Self.tints + 1
        return """
            <tr><th scope="row">\(theme.title)</th>\
            \(each: stages, { cell($0, of: theme, tint: tint) })</tr>
            """
    }

    private func cell(_ stage: Stage, of theme: Theme, tint: Int) -> HTML {
        """
        <td><ul class="cell" data-stage="\(stage.value)" data-theme="\(theme.value)" data-column="\(stage.title)" \
        data-row="\(theme.title)">\(each: notes[theme.value]?[stage.value] ?? [], { item($0, tint: tint) })</ul></td>
        """
    }

    private func item(_ note: Note, tint: Int) -> HTML {
        let marks: HTML = " data-id=\"\(note.id)\" data-version=\"\(note.version)\""
        return """
            <li class="note t\(tint)" id="note-\(note.id)"\(when: note.move != nil, marks)>\
            <a href="\(note.link)" data-title>\(note.title)</a>\(note.badge)\(who(note))\
            \(note.move.map { move(note, to: $0) })</li>
            """
    }

    private func who(_ note: Note) -> HTML {
        guard note.owner != nil || note.due != nil else { return .nothing }
        let dot: HTML = note.owner != nil && note.due != nil ? " · " : ""
        return """
            <span class="who">\(note.owner.map { Face($0) })<span>\(note.owner)\(dot)\
            \(note.due.map { "<span class=\"keep\">\($0)</span>" })</span></span>
            """
    }

    private func move(_ note: Note, to action: Link) -> HTML {
        """
        <details class="move"><summary>\(text.move)<span class="unseen">: \(note.title)</span></summary>\
        <form class="move-form" method="post" action="\(action)"><input type="hidden" name="csrf" value="\(csrf)">\
        <input type="hidden" name="version" value="\(note.version)">\
        \(field("stage", text.stage, stageOptions.html(choosing: note.stage), of: note))\
        \(field("theme", text.theme, themeOptions.html(choosing: note.theme), of: note))\
        \(Button(text.move, .plain))</form></details>
        """
    }

    private func field(_ name: StaticString, _ label: String, _ options: HTML, of note: Note) -> HTML {
        """
        <div class="field"><label for="note-\(note.id)-\(name.description)">\(label)</label>\
        <select id="note-\(note.id)-\(name.description)" name="\(name.description)" required>\(options)</select></div>
        """
    }
}

/// The options of a list that recurs on every note, made once.
struct RecurringOptions: Sendable {
    private let options: [(value: String, plain: HTML, chosen: HTML)]

    init(_ choices: [Choice]) {
        options = choices.map { choice in
            (
                choice.value, "<option value=\"\(choice.value)\">\(choice.title)</option>",
                "<option value=\"\(choice.value)\" selected>\(choice.title)</option>"
            )
        }
    }

    func html(choosing value: String) -> HTML {
        HTML(each: options) { $0.value == value ? $0.chosen : $0.plain }
    }
}
