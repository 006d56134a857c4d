import Design
import Documents
import Kernel
import Markup
import Organisation
import Web

/// What hangs on the wall: where to report, and who to go to.
struct PosterPage {
    let visit: Visit
    let unit: Unit
    let reportLink: String
    let seats: [Seat]

    private var text: ReportTexts { ReportTexts(language: visit.language) }

    func page() throws(QRCodeProblem) -> Page {
        let code = try QRCode(text: address)
        return Page(
            title: "\(text.poster): \(unit.name.in(visit.language))", surroundings: .paper(.a4),
            scripts: ["js/print.js"],
            content: """
                <p class="no-print"><button type="button" class="button" data-print hidden>\(text.print)</button></p>
                <article class="poster"><h1>\(unit.name.danish)</h1>\(when: unit.name.english != unit.name.danish, englishName)\
                <p><b>Så du noget? Sig det her.</b> Det tager et halvt minut, og du behøver ikke skrive dit navn.</p>\
                <p lang="en"><b>Did you see something? Say it here.</b> It takes half a minute, and you need not give your name.</p>\
                \(code.svg(label: address))<p class="address">\(shortAddress)</p>\(people)</article>
                """)
    }

    private var englishName: HTML { "<p class=\"meta\" lang=\"en\">\(unit.name.english)</p>" }
    private var address: String { "\(visit.house.settings.publicAddress)/r/\(ReportLink.written(reportLink))" }
    private var shortAddress: String { String(address.drop { $0 != "/" }.dropFirst(2)) }

    private var people: HTML {
        guard !seats.isEmpty else { return .nothing }
        return """
            <div class="stack tight"><p class="meta">\(text.representatives)</p>\
            \(each: seats, { "<p><b>\($0.name)</b><br><small>\(text.name(of: $0.mandate.role))</small></p>" })</div>
            """
    }
}
