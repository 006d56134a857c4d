import Kernel
import Organisation
import Storage

/// From the top of the tree down to a unit, as it lay on a day.
typealias UnitLine = [UnitID]

/// Lines as they are asked for, each once.
final class UnitLines {
    private struct Place: Hashable {
        let unit: UnitID
        let day: Day
    }

    private let reader: Reader
    private var known: [Place: UnitLine] = [:]

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// The unit alone where nothing is known of the day.
    func line(to unit: UnitID, on day: Day) throws -> UnitLine {
        let place = Place(unit: unit, day: day)
        if let line = known[place] { return line }
        let found = try UnitStore(reader).line(to: unit, on: day).map(\.id)
        let line = found.isEmpty ? [unit] : found
        known[place] = line
        return line
    }
}

extension UnitLine {
    /// As it is kept: ids have no spaces.
    var joined: String { map(\.text).joined(separator: " ") }

    init(joined text: String) {
        self = text.split(separator: " ").map { UnitID(String($0)) }
    }
}
