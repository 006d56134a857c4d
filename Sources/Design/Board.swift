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
    let notes: [Place: [Note]]
    private let rests: [Place: Rest]
    private let stageOptions: RecurringOptions
    private let themeOptions: RecurringOptions
    private let seal: HTML
    private let moveButton: HTML
    let language: Language

    /// A cell, by what is sent when a note is moved there.
    struct Place: Hashable {
        let theme: String
        let stage: String
    }

    /// What of a cell does not hang here.
    public struct Rest: Sendable {
        let title: String
        let link: Link
        let stage: String
        let theme: String
        let before: String

        /// - Parameters:
        ///   - title: how many there are, in words.
        ///   - link: where they are found.
        ///   - stage, theme: as of a note.
        ///   - before: the note before which lands what is laid last in the cell.
        public init(_ title: String, to link: Link, stage: String, theme: String, before: String) {
            (self.title, self.link, self.stage, self.theme, self.before) = (title, link, stage, theme, before)
        }
    }

    /// - Parameters:
    ///   - notes: in the order in which they hang.
    ///   - rests: of cells that have more notes than hang here.
    public init(
        _ title: String, stages: [Stage], themes: [Theme], notes: [Note], rests: [Rest] = [], csrf: String,
        language: Language
    ) {
        self.title = title
        self.stages = stages
        self.themes = themes
        stageOptions = RecurringOptions(stages)
        themeOptions = RecurringOptions(themes)
        self.notes = Dictionary(grouping: notes) { Place(theme: $0.theme, stage: $0.stage) }
        self.rests = Dictionary(rests.map { (Place(theme: $0.theme, stage: $0.stage), $0) }) { one, _ in one }
        self.language = language
        seal = "<input type=\"hidden\" name=\"csrf\" value=\"\(csrf)\">"
        moveButton = Button(BoardTexts(language: language).move, .plain).html
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
        let place = Place(theme: theme.value, stage: stage.value)
        return """
            <td><ul class="cell" data-stage="\(stage.value)" data-theme="\(theme.value)" data-column="\(stage.title)" \
            data-row="\(theme.title)">\(each: notes[place] ?? [], { item($0, tint: tint) })\
            \(rests[place].map(rest))</ul></td>
            """
    }

    private func rest(_ rest: Rest) -> HTML {
        "<li class=\"rest\" data-before=\"\(rest.before)\"><a href=\"\(rest.link)\">\(rest.title)</a></li>"
    }

    private func item(_ note: Note, tint: Int) -> HTML {
        return """
            <li class="note t\(tint)" id="note-\(note.id)" data-version="\(note.version)"\
            \(when: note.move != nil, " data-id=\"\(note.id)\"")>\
            <a href="\(note.link)" data-title>\(note.title)</a>\(note.badge)\(who(note))\
            \(note.move.map { move(note, to: $0) })</li>
            """
    }

    private func who(_ note: Note) -> HTML {
        switch (note.owner, note.due) {
        case (nil, nil): .nothing
        case (let owner?, nil): "<span class=\"who\">\(Face(owner))<span>\(owner)</span></span>"
        case (nil, let due?): "<span class=\"who\"><span><span class=\"keep\">\(due)</span></span></span>"
        case (let owner?, let due?):
            """
            <span class="who">\(Face(owner))<span>\(owner) · <span class="keep">\(due)</span></span></span>
            """
        }
    }

    private func move(_ note: Note, to action: Link) -> HTML {
        """
        <details class="move"><summary>\(text.move)<span class="unseen">: \(note.title)</span></summary>\
        <form class="move-form" method="post" action="\(action)">\(seal)\
        <input type="hidden" name="version" value="\(note.version)">\
        <div class="field"><label for="note-\(note.id)-stage">\(text.stage)</label>\
        <select id="note-\(note.id)-stage" name="stage" required>\(stageOptions.html(choosing: note.stage))</select></div>\
        <div class="field"><label for="note-\(note.id)-theme">\(text.theme)</label>\
        <select id="note-\(note.id)-theme" name="theme" required>\(themeOptions.html(choosing: note.theme))</select></div>\
        \(moveButton)</form></details>
        """
    }
}

/// The options of a list that recurs on every note, made once for each that can be chosen.
struct RecurringOptions: Sendable {
    private let choosing: [String: HTML]
    private let choosingNone: HTML

    init(_ choices: [Choice]) {
        func option(_ choice: Choice, isChosen: Bool) -> HTML {
            """
            <option value="\(choice.value)"\(when: isChosen, " selected")>\(choice.title)</option>
            """
        }
        let plain = choices.map { option($0, isChosen: false) }
        let choosing = choices.enumerated().map { index, choice in
            var options = plain
            options[index] = option(choice, isChosen: true)
            return (choice.value, HTML(each: options) { $0 })
        }
        self.choosing = Dictionary(choosing) { one, _ in one }
        choosingNone = HTML(each: plain) { $0 }
    }

    func html(choosing value: String) -> HTML { choosing[value] ?? choosingNone }
}
