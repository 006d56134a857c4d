import Journal
import Kernel
import Markup
import Storage
import Web

/// That fewer than two could read what is told in confidence, told to those who can name somebody, before any case comes.
extension Reports {
    @Sendable public static func gaps(of visit: Visit, _ asking: Asking) -> Matter.Found {
        let (viewer, day) = (visit.viewer, visit.today)
        return { reader in
            // Namings, offices, who has left and who is away: all of them are rights.
            let gaps = try visit.kept { try ReadingGaps(for: viewer, on: day, reader) }
            return gaps.all.map { gap in
                Matter(
                    ReadingGapTexts.title(gap.kind), ReadingGapTexts.detail(gap),
                    to: "/units/\(gap.unit)/handlers", gap.urgency, on: gap.day ?? day)
            }
        }
    }
}

extension ReadingGap {
    fileprivate var urgency: Matter.Urgency {
        switch kind {
        case .onlyOneUntil: .soon
        case .nobody, .allLeft, .onlyOne: .missing
        }
    }
}

enum ReadingGapTexts {
    static func title(_ kind: ReadingGap.Kind) -> Words {
        switch kind {
        case .nobody:
            Words(da: "Ingen kan læse fortrolige meldinger", en: "Nobody can read confidential reports")
        case .allLeft:
            Words(
                da: "De, der var udpeget til at læse fortrolige meldinger, er her ikke mere",
                en: "Those named to read confidential reports have left")
        case .onlyOne, .onlyOneUntil:
            Words(da: "Kun én kan læse fortrolige meldinger", en: "Only one can read confidential reports")
        }
    }

    static func detail(_ gap: ReadingGap) -> Words {
        let (da, en) = (gap.name.danish, gap.name.english)
        return switch gap.kind {
        case .nobody: Words(da: "\(da). Udpeg to, før der kommer en.", en: "\(en). Name two before one comes.")
        case .allLeft:
            Words(
                da: "\(da). De går nu til andre. Udpeg to nye.", en: "\(en). They go to others now. Name two new ones.")
        case .onlyOne(let name):
            Words(
                da: "\(da): \(name), og ingen stedfortræder. Udpeg en til.",
                en: "\(en): \(name), and no deputy. Name another.")
        case .onlyOneUntil(let name, let day):
            Words(
                da: "\(da): \(name), til og med \(day.long(in: .danish)). Den anden er væk.",
                en: "\(en): \(name), until \(day.long(in: .english)). The other one is away.")
        }
    }
}
