import Design
import Kernel
import Markup
import Organisation
import Web

/// The picture and its table on one sheet of A4.
struct RoundOnPaper {
    let round: RoundPage

    /// More cards than these find room on one sheet only in smaller letters.
    private static let mostAiry = 12

    private var text: PriorityTexts { PriorityTexts(language: round.visit.language) }

    /// - Throws: `Refusal.notFound` before the picture is shown to all.
    func page() throws -> Page {
        let (seen, visit) = (round.seen, round.visit)
        guard seen.round.step.isShown else { throw Refusal.notFound }
        let picture = RoundPicture(
            visit: visit, seen: seen, judged: round.judged, known: round.known, problems: .none, order: .priority)
        let name = seen.body.name.in(visit.language)
        let facts = [
            text.name(seen.round.step), text.cards(round.judged.count), text.people(seen.round.people),
            visit.today.long(in: visit.language),
        ]
        return Page(
            title: "\(text.print): \(seen.round.title)", surroundings: .paper(.a4), section: "plan",
            scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: "/priorities/\(seen.round.id)").html)\
                <header><h1>\(seen.round.title)</h1><p class="meta">\(name) · \(facts.joined(separator: " · "))</p></header>\
                <div class="round-picture\(when: round.judged.count > Self.mostAiry, " many")">\(picture.drawing)</div>\(picture.table)
                """)
    }
}
