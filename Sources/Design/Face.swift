import Markup

/// A person's initials in a colour that stays the same wherever the person is shown.
public struct Face: Pattern {
    let name: String
    let isNamed: Bool

    /// - Parameter isNamed: true where the name stands in the words beside it, so that it is not read twice.
    public init(_ name: String, isNamed: Bool = true) {
        self.name = name
        self.isNamed = isNamed
    }

    public var html: HTML {
        "<span class=\"face c\(colour)\"\(reading)>\(initials)</span>"
    }

    private var reading: HTML {
        isNamed ? " aria-hidden=\"true\"" : " role=\"img\" aria-label=\"\(name)\""
    }

    var initials: String {
        // Names are tidied when they are read in: their words are set apart by spaces alone.
        guard let first = name.first?.uppercased() else { return "" }
        guard let space = name.utf8.lastIndex(of: UInt8(ascii: " ")) else { return first }
        return first + (name[name.utf8.index(after: space)...].first?.uppercased() ?? "")
    }

    /// One of eight, by the bytes of the name: the same in every process, unlike `hashValue`.
    var colour: Int {
        var sum: UInt32 = 2_166_136_261
        for byte in name.utf8 { sum = (sum ^ UInt32(byte)) &* 16_777_619 }
        return Int(sum % 8) + 1
    }
}

/// A face with its name beside it.
public struct PersonName: Pattern {
    let name: String
    let detail: String?

    public init(_ name: String, detail: String? = nil) {
        self.name = name
        self.detail = detail
    }

    public var html: HTML {
        """
        <span class="person">\(Face(name))<span>\(name)\(detail.map { " <small>\($0)</small>" })</span></span>
        """
    }
}
