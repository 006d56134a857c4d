import Design
import Documents
import Kernel
import Markup

/// What a unit is counted by.
enum StatisticName: String, CaseIterable {
    case years, rolling, kinds, units, causes, environments, places, spots, affected, violence
}

/// One figure: a sentence, a drawing, and the table that says the same.
struct StatisticFigure {
    struct Column {
        let title: String
        var isNumber = true
    }

    /// What stands in the table and in the file.
    struct Entry {
        let cell: Cell
        let words: String
        var link: Link?

        var html: HTML { link.map { "<a href=\"\($0)\">\(words)</a>" } ?? "\(words)" }
    }

    let name: StatisticName
    let title: String
    /// What one should see in it, in plain words.
    let said: [String]
    /// Nothing where there is nothing to draw.
    let drawing: HTML?
    let columns: [Column]
    let rows: [[Entry]]
    /// What is said stands also where there is nothing to lay in a table.
    var isToldEmpty = false

    var table: DataTable {
        DataTable(
            title, isCaptionSeen: false, asCards: false,
            columns: columns.map { DataTable.Column($0.title, isNumber: $0.isNumber) },
            rows: rows.map { DataTable.Row($0.map(\.html)) })
    }

    /// - Parameters:
    ///   - csv: where its numbers can be had as a file; nothing on paper.
    ///   - numbers: what a long table is called, which then lies folded; nothing on paper.
    func sheet(csv: Link?, folding numbers: String? = nil) -> Sheet {
        let file: HTML? = csv.map { "<a href=\"\($0)\">CSV<span class=\"unseen\">: \(title)</span></a>" }
        return Sheet(title, aside: rows.isEmpty ? nil : file) {
            """
            \(each: said, { "<p>\($0)</p>" })\(when: !rows.isEmpty, pair(numbers))
            """
        }
    }

    /// A long table lies folded, a wide one under its drawing.
    private func pair(_ numbers: String?) -> HTML {
        guard let drawing else { return table.html }
        let isLong = rows.count > Self.mostBeside
        let folded = isLong ? numbers.map { Disclosure($0) { table.html }.html } : nil
        let isStacked = isLong || columns.count > Self.mostColumnsBeside
        return """
            <div class="figure-pair\(when: isStacked, " stacked")"><div class="drawing">\(drawing)</div>\
            \(folded ?? table.html)</div>
            """
    }

    private static let mostBeside = 14
    private static let mostColumnsBeside = 6

    func csv(_ language: Language) -> [UInt8] {
        var writer = CSVWriter(in: language)
        writer.append(columns.map { .text($0.title) })
        for row in rows { writer.append(row.map(\.cell)) }
        return writer.take()
    }
}

extension StatisticFigure.Entry {
    static func text(_ text: String, to link: Link? = nil) -> Self { Self(cell: .text(text), words: text, link: link) }
    static func number(_ number: Int) -> Self { Self(cell: .number(Double(number)), words: grouped(number)) }

    /// In threes from five figures on, so that they can be read.
    private static func grouped(_ number: Int) -> String {
        guard number >= 10_000 else { return "\(number)" }
        return grouped(number / 1000) + "\u{202F}" + String("\(number % 1000 + 1000)".dropFirst())
    }

    /// To two decimals; what is not known has no number.
    static func rate(_ number: Double?, _ language: Language) -> Self {
        guard let number else { return Self(cell: .empty, words: "–") }
        return Self(cell: .number((number * 100).rounded() / 100), words: Decimal.written(number, language))
    }

    /// What is not known, or too few to be told.
    static func counted(_ count: ToldCount, _ text: StatisticsTexts, least: Int) -> Self {
        switch count {
        case .told(let number): .number(number)
        case .few: .text(text.few(least))
        }
    }
}

/// Numbers with two decimals, as people write them.
enum Decimal {
    static func written(_ number: Double, _ language: Language) -> String {
        guard number.isFinite, abs(number) < 1e12 else { return "–" }
        let hundredths = Int((abs(number) * 100).rounded())
        let rest = hundredths % 100
        return
            "\(number < 0 && hundredths > 0 ? "−" : "")\(grouped(hundredths / 100, language))\(comma(language))\(rest < 10 ? "0" : "")\(rest)"
    }

    /// With a mark between thousands.
    static func grouped(_ number: Int, _ language: Language) -> String {
        let digits = String(number)
        let mark = language.pick(da: ".", en: ",")
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text += mark }
            text.append(digit)
        }
        return text
    }

    static func comma(_ language: Language) -> String { language.pick(da: ",", en: ".") }
}
