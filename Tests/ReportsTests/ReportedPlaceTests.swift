import Testing

@testable import Reports

/// Places as people write them, gathered by their spelling.
@Suite struct ReportedPlaceTests {
    @Test func `capitals, blanks and a full stop make no other place, and the usual spelling is told`() {
        let places = ["Kantinen", "kantinen ", "Kantinen", " KANTINEN.", "Bygning  204", "bygning 204", "Bygning 204"]
        #expect(
            ReportedPlaces.gathered(places) == [
                ReportedSpot(words: "Kantinen", count: 4), ReportedSpot(words: "Bygning 204", count: 3),
            ])
    }

    @Test func `fewer than three of the same are not told, nor what names no place`() {
        #expect(ReportedPlaces.gathered(["Saras kontor", "Saras kontor", "", " ", "?", ".", "…"]) == [])
    }

    @Test func `of as many the Danish alphabet decides`() {
        let places = ["Østgangen", "Aulaen", "Åen", "Zonen", "Ærtehaven"].flatMap { Array(repeating: $0, count: 3) }
        #expect(
            ReportedPlaces.gathered(places.reversed()).map(\.words)
                == ["Aulaen", "Zonen", "Ærtehaven", "Østgangen", "Åen"])
    }
}
