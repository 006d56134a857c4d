/// Figures as Prometheus reads them: its text format, version 0.0.4.
public struct Exposition: Sendable {
    public static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    public private(set) var text = ""

    public init() {}

    public typealias Label = (name: StaticString, value: String)

    /// One value with the labels that tell it from its neighbours.
    public struct Sample: Sendable {
        let labels: [Label]
        let value: Double

        public init(_ value: Double, _ labels: Label...) {
            self.value = value
            self.labels = labels
        }
    }

    /// What goes up and down.
    public mutating func gauge(_ name: StaticString, _ help: StaticString, _ samples: [Sample]) {
        family(name, "gauge", help, samples)
    }

    public mutating func gauge(_ name: StaticString, _ help: StaticString, _ value: some BinaryInteger) {
        gauge(name, help, [Sample(Double(value))])
    }

    /// What only goes up while the program runs; its name ends with `_total`.
    public mutating func counter(_ name: StaticString, _ help: StaticString, _ samples: [Sample]) {
        family(name, "counter", help, samples)
    }

    private mutating func family(
        _ name: StaticString, _ kind: StaticString, _ help: StaticString, _ samples: [Sample]
    ) {
        guard !samples.isEmpty else { return }
        head(name, kind, help)
        for sample in samples { line("\(name)", sample.labels.map { ("\($0.name)", $0.value) }, sample.value) }
    }

    /// How long things took, by the same bounds for all.
    mutating func histogram(
        _ name: StaticString, _ help: StaticString, bounds: [Double], _ all: [(labels: [Label], Distribution)]
    ) {
        guard !all.isEmpty else { return }
        head(name, "histogram", help)
        for (labels, distribution) in all {
            let labels = labels.map { ("\($0.name)", $0.value) }
            var below = 0
            for (bound, count) in zip(bounds + [.infinity], distribution.counts) {
                below += count
                line("\(name)_bucket", labels + [("le", Self.figure(bound))], Double(below))
            }
            line("\(name)_sum", labels, distribution.sum)
            line("\(name)_count", labels, Double(below))
        }
    }

    private mutating func head(_ name: StaticString, _ kind: StaticString, _ help: StaticString) {
        text += "# HELP \(name) \(Self.escaped("\(help)"))\n# TYPE \(name) \(kind)\n"
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: Double) {
        text += name
        if !labels.isEmpty {
            let pairs = labels.map { "\($0)=\"\(Self.escaped($1).replacing("\"", with: "\\\""))\"" }
            text += "{" + pairs.joined(separator: ",") + "}"
        }
        text += " \(Self.figure(value))\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }

    private static func figure(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        return value.rounded() == value && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}

/// How many lay within which bounds, and their sum.
struct Distribution: Sendable {
    /// One more than there are bounds: the last is for what lies beyond them.
    private(set) var counts: [Int]
    private(set) var sum = 0.0

    init(bounds: [Double]) {
        counts = Array(repeating: 0, count: bounds.count + 1)
    }

    mutating func add(_ value: Double, bounds: [Double]) {
        counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
        sum += value
    }
}
