import Markup
import MarkupTesting
import Testing

@testable import Drawing

@Suite struct `Chains and fishbones` {
    private static let texts = [
        "Gulvet var vådt", "Ventilen på nødbruseren har dryppet siden før ferien, og ingen har meldt det til driften",
        "Ja", "Arbejdsmiljørepræsentantvalgforberedelsesudvalgsmødereferat", "<b>Sæbe & vand</b>",
    ]

    private func fishbone(_ counts: [Int]) -> FishboneDrawing {
        FishboneDrawing(
            title: "De samme årsager", head: Self.texts[1],
            bones: counts.enumerated().map { bone, count in
                FishboneDrawing.Bone(
                    "Ben nummer \(bone) med et langt navn", (0..<count).map { (Self.texts[$0 % 5], $0 % 6) })
            }, more: { "og \($0) til" })
    }

    @Test(arguments: [[0, 0, 0, 0, 0, 0], [1, 2, 3, 4, 5, 6], [10, 0, 0, 0, 0, 14], [3, 3, 3, 3, 3, 3, 2], [2], []])
    func `all causes lie beside their bone, under each other and within the drawing`(counts: [Int]) {
        let layout = fishbone(counts).layout
        #expect(layout.bones.count == counts.count)
        for (bone, count) in zip(layout.bones, counts) {
            #expect(bone.entries.count == min(count, FishboneDrawing.most) + (count > FishboneDrawing.most ? 1 : 0))
            var above = bone.isAbove ? 24 : layout.spine
            for entry in bone.entries {
                let top = entry.y - 5 - (entry.lines.count - 1) * 16 - 12
                #expect(top >= above, "\(entry.lines) lies on what stands above it")
                above = entry.y
                let room = Double(bone.x(at: entry.y) - bone.left - 8 - entry.indent)
                for line in entry.lines { #expect(Lettering(size: 13).width(line) <= room, "\(line)") }
            }
            #expect(above <= (bone.isAbove ? layout.spine : bone.outer.y))
            #expect(bone.left >= 0 && bone.inner.x <= layout.width - FishboneDrawing.headWidth)
            #expect((0...layout.height).contains(bone.outer.y))
        }
    }

    @Test func `a fishbone says what it shows, and escapes what somebody wrote`() {
        let html = fishbone([5, 12, 0, 1, 1, 1]).svg
        let svg = html.source
        #expect(HTMLCheck(html).problems.isEmpty, "\(HTMLCheck(html).problems)")
        #expect(svg.contains("role=\"img\"") && svg.contains("<title>De samme årsager</title>"))
        #expect(!svg.contains("<b>") && svg.contains("&amp;") && svg.contains("og 2 til"))
        #expect(!svg.contains("style="))
    }

    private func chain(_ depths: [Int]) -> ChainDrawing {
        ChainDrawing(
            title: "Hvorfor for hvorfor", start: Self.texts[4], label: "Det skete",
            boxes: depths.enumerated().map { row, depth in
                ChainDrawing.Box(
                    "Hvorfor \(depth + 1)", Self.texts[row % 5], depth: depth, isEnd: row == depths.count - 1)
            })
    }

    @Test(arguments: [[], [0], [0, 1, 2, 3, 4], [0, 1, 1, 2, 0, 1], Array(0..<30), [5, 0, -2, 9]])
    func `boxes stand under each other, further in than what they follow from`(depths: [Int]) {
        let places = chain(depths).places
        #expect(places.count == depths.count + 1)
        for (one, next) in zip(places, places.dropFirst()) { #expect(one.y + one.height < next.y) }
        for (row, place) in places.enumerated() {
            #expect(place.x >= 1 && place.x + place.width <= ChainDrawing.width && place.width > 150)
            for line in place.lines { #expect(Lettering(size: 14).width(line) <= Double(place.width - 20), "\(line)") }
            guard let parent = place.parent else {
                #expect(row == 0)
                continue
            }
            #expect(parent < row && places[parent].x <= place.x)
        }
    }

    @Test func `a branch hangs on what it answers, not on what stands above it`() {
        #expect(chain([0, 1, 2, 1, 0]).places.map(\.parent) == [nil, 0, 1, 2, 1, 0])
    }

    @Test func `a chain says what it shows, and where it ends not by its frame alone`() {
        let html = chain([0, 1]).svg
        #expect(HTMLCheck(html).problems.isEmpty, "\(HTMLCheck(html).problems)")
        #expect(html.source.contains("<title>Hvorfor for hvorfor</title>"))
        #expect(html.source.contains("stroke-width=\"2.5\"") && html.source.contains(">Hvorfor 2</text>"))
        #expect(!html.source.contains("<b>") && !html.source.contains("style="))
    }
}
