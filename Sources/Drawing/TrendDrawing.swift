import Markup

/// A number from time to time, with what it may as well have been: as points with a line through their interval, or where
/// they are many as one line in a band.
public struct TrendDrawing: Sendable {
    public struct Point: Sendable {
        let label: String
        let value: Double?
        let low: Double
        let high: Double
        public var isKnown: Bool { value != nil }

        /// - Parameters:
        ///   - label: when it is, as short as `2025`.
        ///   - value: nothing where it is not known; then nothing is drawn.
        public init(_ label: String, _ value: Double?, low: Double = 0, high: Double = 0) {
            (self.label, self.value) = (label, value)
            self.low = max(0, min(low, value ?? 0))
            self.high = max(high, value ?? 0)
        }
    }

    let name: String
    let title: String
    let points: [Point]
    let legend: (value: String, interval: String)
    let comma: String

    /// - Parameters:
    ///   - name: which no other drawing on the page has; a word.
    ///   - title: what it shows, for those who hear the page.
    ///   - legend: what the points are, and what the lines through them.
    ///   - comma: before decimals.
    public init(
        _ name: String, title: String, points: [Point], legend: (value: String, interval: String), comma: String
    ) {
        (self.name, self.title, self.points, self.legend, self.comma) = (name, title, points, legend, comma)
    }

    private static let (width, left, tall, top, foot) = (300, 30, 130, 10, 20)
    /// As many points stand one by one.
    private static let mostMarks = 15

    var height: Int { Self.top + Self.tall + Self.foot + 2 * Ink.legendLine }

    public var svg: HTML {
        let ground = Self.top + Self.tall
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="bars trend" viewBox="0 0 \(Self.width) \(height)" role="img" \
            aria-label="\(title)" font-family="Inter, sans-serif" font-size="10"><title>\(title)</title>\
            \(each: scale.marks, { mark in
                let y = self.y(mark)
                return """
                    <path class="ground-line" d="M\(Self.left) \(y).5H\(Self.width)" stroke="#7c8583" stroke-width="0.5"/>\
                    <text x="\(Self.left - 4)" y="\(y + 4)" text-anchor="end" fill="currentColor">\(TrendScale.written(mark, comma: comma))</text>
                    """
            })\(labels)\(when: points.count > Self.mostMarks, line, else: marks)\
            \(key(y: ground + Self.foot))</svg>
            """
    }

    var scale: TrendScale { TrendScale(reaching: points.compactMap { $0.value == nil ? nil : $0.high }.max() ?? 0) }

    func x(_ place: Int) -> Int {
        let room = Self.width - Self.left
        return Self.left + (2 * place + 1) * room / (2 * max(1, points.count))
    }

    func y(_ value: Double) -> Int {
        Self.top + Self.tall - Int((value / scale.top * Double(Self.tall)).rounded())
    }

    /// As many as there is room for, the last among them.
    private var labels: HTML {
        let widest = points.map { Lettering(size: 10).width($0.label) }.max() ?? 0
        let most = max(1, Int(Double(Self.width - Self.left) / (widest + 8)))
        let step = max(1, (points.count + most - 1) / most)
        return HTML(each: points.indices.filter { (points.count - 1 - $0).isMultiple(of: step) }) { place in
            """
            <text x="\(x(place))" y="\(Self.top + Self.tall + 14)" text-anchor="middle" fill="currentColor">\(points[place].label)</text>
            """
        }
    }

    private var marks: HTML {
        HTML(each: points.indices) { place in
            let point = points[place]
            guard let value = point.value else { return .nothing }
            let (x, low, high) = (x(place), y(point.low), y(point.high))
            return """
                <path class="line" d="M\(x) \(low)V\(high)M\(x - 4) \(low)h8M\(x - 4) \(high)h8" stroke="#0b5d63" stroke-width="1.5" \
                fill="none"/><circle class="full" cx="\(x)" cy="\(y(value))" r="4" fill="#0b5d63"/>
                """
        }
    }

    /// Where a value is not known the line breaks off.
    private var line: HTML {
        HTML(each: runs) { run in
            let over = run.map { "\(x($0)) \(y(points[$0].value ?? 0))" }.joined(separator: "L")
            let upper = run.map { "\(x($0)) \(y(points[$0].high))" }
            let lower = run.reversed().map { "\(x($0)) \(y(points[$0].low))" }
            return """
                <path class="band" d="M\((upper + lower).joined(separator: "L"))Z" fill="#0b5d63" fill-opacity="0.2"/>\
                <path class="line" d="M\(over)\(run.count == 1 ? "h1" : "")" stroke="#0b5d63" stroke-width="2" fill="none"/>
                """
        }
    }

    /// Places whose values are known, one beside the other.
    var runs: [[Int]] {
        points.indices.reduce(into: [[Int]]()) { runs, place in
            guard points[place].value != nil else { return }
            if let last = runs.last?.last, last == place - 1 {
                runs[runs.count - 1].append(place)
            } else {
                runs.append([place])
            }
        }
    }

    private func key(y top: Int) -> HTML {
        """
        <circle class="full" cx="8" cy="\(top + 7)" r="4" fill="#0b5d63"/>\
        <text x="22" y="\(top + 12)" font-size="12" fill="currentColor">\(legend.value)</text>\
        <path class="line" d="M8 \(top + Ink.legendLine + 2)v12M4 \(top + Ink.legendLine + 2)h8M4 \(top + Ink.legendLine + 14)h8" \
        stroke="#0b5d63" stroke-width="1.5" fill="none"/>\
        <text x="22" y="\(top + Ink.legendLine + 12)" font-size="12" fill="currentColor">\(legend.interval)</text>
        """
    }
}

/// Round numbers up to the highest that is drawn.
struct TrendScale: Equatable {
    let step: Double
    let count: Int

    var top: Double { step * Double(count) }
    var marks: [Double] { (0...count).map { step * Double($0) } }

    /// - Parameter highest: nothing higher is drawn.
    init(reaching highest: Double) {
        var step = 0.01
        let factors = [2.0, 2.5, 2.0]
        var turn = 0
        while step * 5 < highest, step < 1e9 {
            step *= factors[turn % 3]
            turn += 1
        }
        self.step = step
        count = highest > 0 ? max(1, Int((highest / step).rounded(.up))) : 1
    }

    /// With two decimals at most, and none that say nothing.
    static func written(_ mark: Double, comma: String) -> String {
        let hundredths = Int((mark * 100).rounded())
        let (whole, rest) = (hundredths / 100, hundredths % 100)
        if rest == 0 { return "\(whole)" }
        return rest % 10 == 0 ? "\(whole)\(comma)\(rest / 10)" : "\(whole)\(comma)\(rest < 10 ? "0" : "")\(rest)"
    }
}
