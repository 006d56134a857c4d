/// Which unit lies under which, by their codes.
struct UnitTree {
    let parents: [String: String]

    /// As far as `unit_line` follows a unit upward.
    static let deepest = 50

    /// What keeps these units from hanging in a tree: each ring is told once, at the first of its units in the list.
    func faults(from codes: [String]) -> [String: ImportProblem] {
        var faults: [String: ImportProblem] = [:]
        let rank = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
        // How many lie above; nothing for those that hang in a ring or below one.
        var depths: [String: Int?] = [:]
        for code in codes where depths[code] == nil {
            var way: [String] = []
            var place: [String: Int] = [:]
            var current: String? = code
            while let unit = current, depths[unit] == nil, place[unit] == nil {
                place[unit] = way.count
                way.append(unit)
                current = parents[unit]
            }
            if let unit = current, let start = place[unit] {
                let ring = Array(way[start...])
                let first = ring.indices.min { rank[ring[$0], default: .max] < rank[ring[$1], default: .max] } ?? 0
                let turned = ring[first...] + ring[...first]
                faults[ring[first]] = .loop(turned.joined(separator: " → "))
                for unit in way { depths[unit] = .some(nil) }
                continue
            }
            var depth: Int? = current.map { depths[$0] ?? 0 } ?? -1
            for unit in way.reversed() {
                depth = depth.map { $0 + 1 }
                depths[unit] = .some(depth)
            }
        }
        for code in codes {
            if let depth = depths[code] ?? nil, depth > Self.deepest { faults[code] = .tooDeep(most: Self.deepest) }
        }
        return faults
    }
}
