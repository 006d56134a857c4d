/// Where a placement lies in the drawing: upwards what has a large effect, to the right what reaches many, and the nearer
/// to the middle the more it is in the group's own hands. Every placement has a place of its own.
enum Matrix {
    /// In the drawing's units, from the middle of all rings.
    struct Point: Equatable {
        let x: Double
        let y: Double

        static func + (one: Point, other: Point) -> Point { Point(x: one.x + other.x, y: one.y + other.y) }
    }

    /// How far each ring reaches from the middle.
    static func radius(of hands: Hands) -> Int {
        switch hands {
        case .own: 75
        case .influence: 125
        case .others: 172
        }
    }

    private static func innerRadius(of hands: Hands) -> Int {
        Hands(rawValue: hands.rawValue + 1).map(radius) ?? 0
    }

    static func point(of placement: Placement) -> Point {
        let (effect, reach) = (placement.effect, placement.reach)
        // Between the two lines: nearer to the one that it is pulled to most.
        let (cosine, sine) =
            switch (reach.isOutermost, effect.isOutermost) {
            case (true, false): (0.927, 0.375)
            case (false, true): (0.375, 0.927)
            default: (0.707, 0.707)
            }
        // Within the ring: further out what is further from the middle of both scales.
        let share =
            effect.isOutermost && reach.isOutermost ? 0.78 : effect.isOutermost || reach.isOutermost ? 0.58 : 0.3
        let (inner, outer) = (Double(innerRadius(of: placement.hands)), Double(radius(of: placement.hands)))
        let distance = inner + (outer - inner) * share
        return Point(
            x: distance * cosine * (reach.isHigh ? 1 : -1), y: distance * sine * (effect.isHigh ? -1 : 1))
    }

    /// Places around one point, near to each other and not over each other: the middle, and then in rings of six, twelve…
    static func around(count: Int, gap: Double) -> [Point] {
        var points = [Point(x: 0, y: 0)]
        var ring = 1
        while points.count < count {
            // Along the six sides of a hexagon.
            var (q, r) = (-ring, ring)
            for (dq, dr) in [(1, 0), (1, -1), (0, -1), (-1, 0), (-1, 1), (0, 1)] {
                for _ in 0..<ring {
                    (q, r) = (q + dq, r + dr)
                    points.append(Point(x: gap * (Double(q) + Double(r) / 2), y: gap * 0.866 * Double(r)))
                }
            }
            ring += 1
        }
        return Array(points.prefix(count))
    }
}
