import Foundation
import Markup
import MarkupTesting
import Testing

@testable import Drawing

@Suite struct ChartTests {
    private typealias Unit = OrganisationChart.Unit

    /// Units three levels deep, with cards and people, of uneven size.
    private func university(faculties: Int, departments: Int) -> Unit {
        func card(_ name: String, _ people: Int) -> OrganisationChart.Card {
            .init(name, to: "/bodies/1", lines: (0..<people).map { .init("medlem", "\(name) nummer \($0)") })
        }
        let all = (0..<faculties).map { faculty in
            Unit(
                "Fakultet \(faculty)", to: "/units/\(faculty)", cards: [card("AMU \(faculty)", 3 + faculty)],
                children: (0..<departments).map { number in
                    let section = Unit("Sektion \(faculty)-\(number)", to: nil, lines: [.init("leder", "Bo Krogh")])
                    return Unit(
                        "Institut \(faculty)-\(number)", to: nil,
                        cards: [card("AMG \(faculty)-\(number)", (number * 7 + faculty) % 9)],
                        children: number % 3 == 0 ? [section, section] : [])
                })
        }
        return Unit("Universitetet", to: "/", cards: [card("Hovedudvalget", 15)], children: all)
    }

    private func boxes(_ layout: ChartLayout) -> [(x: Range<Int>, y: Range<Int>, title: String)] {
        layout.places.map { place in
            (place.x..<(place.x + place.box.width), place.y..<(place.y + place.box.height), place.box.unit.title)
        }
    }

    @Test(arguments: [(1, 1), (1, 40), (5, 6), (32, 0), (9, 15)], [0.5, 0.8, 1.57, 3])
    func `no box lies on another, and all lie within the drawing`(size: (Int, Int), shape: Double) {
        let layout = ChartLayout([university(faculties: size.0, departments: size.1)], shape: shape)
        let boxes = boxes(layout)
        let expected = 1 + size.0 * (1 + size.1 + (size.1 + 2) / 3 * 2)
        #expect(boxes.count == expected)
        for (place, one) in boxes.enumerated() {
            #expect(one.x.lowerBound >= 0 && one.x.upperBound <= layout.width)
            #expect(one.y.lowerBound >= 0 && one.y.upperBound <= layout.height)
            for other in boxes[(place + 1)...] {
                #expect(!(one.x.overlaps(other.x) && one.y.overlaps(other.y)), "\(one.title) and \(other.title)")
            }
        }
    }

    @Test func `a flat sheet is wide and a high one narrow`() {
        let top = university(faculties: 5, departments: 6)
        let (wide, high) = (ChartLayout([top], shape: 3), ChartLayout([top], shape: 0.5))
        #expect(wide.width > high.width && wide.height < high.height)
    }

    @Test func `several tops stand beside each other`() {
        let tops = (0..<3).map { Unit("Enhed \($0)", to: nil) }
        #expect(ChartLayout(tops, shape: 3).places.count == 3)
        #expect(ChartLayout([], shape: 1).places.isEmpty)
    }

    @Test func `what is drawn says who sits where, what is vacant and what was found`() {
        let card = OrganisationChart.Card(
            "AMG <Kemi>", to: "/bodies/g",
            lines: [.init("AMR", "Maja & Holm", isFound: true), .init("leder", "ledig plads", isVacant: true)])
        let below = Unit("Laboratorier", to: "/units/l", rest: ("3 enheder herunder", "/organisation/chart?unit=l"))
        let top = Unit("Kemi", to: "/units/k", cards: [card], children: [below], isFound: true)
        let html = OrganisationChart("Diagram", description: "Enheder nedad", tops: [top]).svg(
            shape: 1, scale: .fitting)
        let svg = html.source
        #expect(HTMLCheck(html).problems.isEmpty, "\(HTMLCheck(html).problems)")
        #expect(svg.contains("<title>Diagram</title><desc>Enheder nedad</desc>"))
        #expect(svg.contains("AMG &lt;Kemi&gt;") && svg.contains("▸ Maja &amp; Holm"))
        // Not by colour alone: a dashed frame and words.
        #expect(svg.contains("stroke-dasharray") && svg.contains(">ledig plads</text>"))
        #expect(svg.components(separatedBy: "id=\"found\"").count == 2, "the page can scroll to one place only")
        #expect(svg.contains("<a href=\"/organisation/chart?unit=l\">") && svg.contains("+ 3 enheder herunder"))
        #expect(svg.contains("<a href=\"/bodies/g\">") && svg.contains("<a href=\"/units/k\">"))
        #expect(!svg.contains("style="))
    }

    @Test(arguments: ["enhedsleder", "koordinator", "sekretariat", "suppleant", "unit leader", "student rep."])
    func `roles are read whole, stand clear of the name and outside the frame of a vacant seat`(role: String) throws {
        let card = OrganisationChart.Card(
            "AMG Kemi", to: nil, lines: [.init(role, "Maja Holm"), .init(role, "ledig plads", isVacant: true)])
        let svg = OrganisationChart("A", description: "B", tops: [Unit("Kemi", to: nil, cards: [card])]).svg(
            shape: 1, scale: .fitting
        ).source
        // As large as the names: nothing in the drawing is smaller than what the whole of it says.
        let sizes = svg.matches(of: /font-size="(\d+)"/).compactMap { Int($0.1) }
        #expect(sizes.allSatisfy { $0 >= 11 } && sizes.contains(11))
        let start = try #require(svg.firstMatch(of: /class="role" x="(\d+)"/).flatMap { Double($0.1) })
        let name = try #require(svg.firstMatch(of: /class="person" x="(\d+)"/).flatMap { Double($0.1) })
        let frame = try #require(svg.firstMatch(of: /class="vacant" x="(\d+)"/).flatMap { Double($0.1) })
        let end = start + Lettering(size: 11).width(role)
        #expect(svg.contains(">\(role)</text>") && end + 6 <= name && end < frame && frame < name)
    }

    @Test func `a drawing too wide for letters to be read is not squeezed into the page`() {
        let small = OrganisationChart("A", description: "B", tops: [Unit("Kemi", to: nil)])
        #expect(small.svg(shape: 1, scale: .fitting).source.contains("orgchart fitting"))
        let large = OrganisationChart("A", description: "B", tops: [university(faculties: 32, departments: 3)])
        #expect(!large.svg(shape: 3, scale: .fitting).source.contains("orgchart fitting"))
        #expect(small.svg(shape: 1, scale: .percent(200)).source.contains("width=\"\((240 + 32) * 2)\""))
        #expect(small.svg(shape: 1, scale: .paper(width: 400, height: 250)).source.contains("width=\"400mm\""))
        #expect(small.letters(shape: 1.6, width: 400, height: 250) > large.letters(shape: 1.6, width: 400, height: 250))
    }

    @Test func `text that does not fit is broken between words, and then cut`() {
        let lettering = Lettering(size: 13, isBold: true)
        #expect(lettering.lines("Kemi", into: 200, most: 2) == ["Kemi"])
        let lines = lettering.lines("Det Sundhedsvidenskabelige Fakultet for Anatomi og Fysiologi", into: 200, most: 2)
        #expect(lines.count == 2 && lines[0] == "Det Sundhedsvidenskabelige")
        #expect(lines[1].hasSuffix("…") && lettering.width(lines[1]) <= 200)
        #expect(lettering.fitting(String(repeating: "W", count: 90), into: 100).count < 12)
    }
}
