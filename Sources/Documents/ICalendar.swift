import Kernel

/// Days for a calendar program, as RFC 5545 writes them.
public struct ICalendar: Sendable {
    public struct Event: Sendable {
        /// The same whenever the calendar is read again, so that the event is known.
        let id: String
        let day: Day
        let title: String
        let about: String

        public init(id: String, day: Day, title: String, about: String = "") {
            self.id = id
            self.day = day
            self.title = title
            self.about = about
        }
    }

    let name: String
    let events: [Event]
    let made: Moment

    /// - Parameter made: when the calendar was put together; every event carries it.
    public init(name: String, events: [Event], made: Moment) {
        self.name = name
        self.events = events
        self.made = made
    }

    public var bytes: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Forkant//Forkant//DA", "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:\(Self.escaped(name))",
        ]
        let stamp = Self.stamp(made)
        for event in events {
            lines += [
                "BEGIN:VEVENT", "UID:\(Self.escaped(event.id))@forkant", "DTSTAMP:\(stamp)",
                "DTSTART;VALUE=DATE:\(Self.plain(event.day))", "DTEND;VALUE=DATE:\(Self.plain(event.day + 1))",
                "SUMMARY:\(Self.escaped(event.title))",
            ]
            if !event.about.isEmpty { lines.append("DESCRIPTION:\(Self.escaped(event.about))") }
            lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
        }
        lines.append("END:VCALENDAR")
        return lines.flatMap { Self.folded($0) }
    }

    private static func plain(_ day: Day) -> String { day.text.filter { $0 != "-" } }

    /// `2026-11-21T09:05:07.123Z` without what the calendar's form has no place for.
    private static func stamp(_ moment: Moment) -> String {
        let text = moment.text.prefix(19).filter { $0 != "-" && $0 != ":" }
        return "\(text)Z"
    }

    /// Nothing that somebody wrote can begin a line of its own.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for letter in text.unicodeScalars {
            switch letter {
            case "\\", ";", ",": escaped += "\\\(letter)"
            case "\n": escaped += "\\n"
            case _ where letter.value < 0x20 || letter.value == 0x7F: escaped += " "
            default: escaped.unicodeScalars.append(letter)
            }
        }
        return escaped
    }

    /// At most 75 bytes a line; a letter is never cut.
    private static func folded(_ line: String) -> [UInt8] {
        var (bytes, width): ([UInt8], Int) = ([], 0)
        for letter in line.unicodeScalars {
            let own = Array(String(letter).utf8)
            if width + own.count > 75 {
                bytes += Array("\r\n ".utf8)
                width = 1
            }
            bytes += own
            width += own.count
        }
        return bytes + Array("\r\n".utf8)
    }
}
