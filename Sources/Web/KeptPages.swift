import Journal
import Kernel
import Live
import Storage
import Synchronization

/// Pages as they were sent, kept for as long as nothing that they were made from has changed: neither one of their
/// topics, nor anybody's rights, nor the hour, which some pages greet by. Each belongs to one session and one address.
final class KeptPages: Sendable {
    struct Key: Hashable, Sendable {
        let person: PersonID
        let place: Place
    }

    /// Forms carry their session's proof: what one session was shown is for no other.
    struct Place: Hashable, Sendable {
        let session: SecretHash
        let address: String
    }

    private struct One {
        let page: KeptPage
        let topics: [String]
        /// As far as this server had heard before anything was read for the page.
        let heard: Hub.Heard
        let hour: Int
    }

    private struct State {
        var known: [PersonID: [Place: One]] = [:]
        var bytes = 0
    }

    private let hub: Hub
    private let state = Mutex(State())
    /// Some hundreds of pages.
    private static let mostBytes = 16 << 20

    init(hub: Hub) {
        self.hub = hub
        hub.hear(about: Self.written) { [weak self] in self?.forget(PersonID($0)) }
    }

    private static let written = "written"

    /// Whoever has written sees pages made anew, whichever server answers: not every change may say to all what it
    /// changed for one.
    static func remark(by person: PersonID) -> Remark { Remark(about: written, person.text) }

    func page(_ key: Key, at moment: Moment) -> KeptPage? {
        guard let one = state.withLock({ $0.known[key.person]?[key.place] }) else { return nil }
        guard one.hour == moment.hour, hub.isUnchanged(one.topics, since: one.heard) else { return nil }
        return one.page
    }

    func keep(_ page: KeptPage, _ key: Key, madeFrom topics: [Topic], heard: Hub.Heard, at moment: Moment) {
        let one = One(
            page: page, topics: ([.rights] + topics).map(\.name), heard: heard, hour: moment.hour)
        state.withLock { state in
            if state.bytes + page.weight > Self.mostBytes { state = State() }
            let old = state.known[key.person, default: [:]].updateValue(one, forKey: key.place)
            state.bytes += page.weight - (old?.page.weight ?? 0)
        }
    }

    private func forget(_ person: PersonID) {
        state.withLock { state in
            guard let pages = state.known.removeValue(forKey: person) else { return }
            state.bytes -= pages.values.reduce(0) { $0 + $1.page.weight }
        }
    }
}

/// A page as it was sent.
public struct KeptPage: Sendable {
    private let bytes: [UInt8]
    /// The same by gzip; nothing where it is too small, or where parts of it are new each time.
    let packed: [UInt8]?
    private let parts: [(place: Int, make: @Sendable () -> String)]

    /// Nothing where a part that must be new each time does not stand there once.
    init?(_ bytes: [UInt8], newParts: [NewPart]) {
        var (bytes, parts): ([UInt8], [(Int, @Sendable () -> String)]) = (bytes, [])
        for part in newParts {
            let text = Array(part.text.utf8)
            let places = bytes.places(of: text)
            guard places.count == 1 else { return nil }
            // A code that was shown to somebody stays nowhere.
            for offset in text.indices { bytes[places[0] + offset] = UInt8(ascii: "-") }
            parts.append((places[0], part.make))
        }
        self.bytes = bytes
        self.parts = parts
        packed = parts.isEmpty ? Compression.gzip(bytes) : nil
    }

    var weight: Int { bytes.count + (packed?.count ?? 0) + 200 }

    /// The page with its new parts.
    var document: [UInt8] {
        var document = bytes
        for part in parts {
            for (offset, byte) in part.make().utf8.enumerated() { document[part.place + offset] = byte }
        }
        return document
    }
}

/// Part of a page that is another each time the page is shown, such as the key by which a form is known again: always
/// as many bytes.
struct NewPart: Sendable {
    let text: String
    let make: @Sendable () -> String
}

/// What a visit made that must be new each time.
final class NewParts: Sendable {
    private let parts = Mutex<[NewPart]>([])

    var all: [NewPart] { parts.withLock { $0 } }

    func add(_ part: NewPart) { parts.withLock { $0.append(part) } }
}

extension Visit {
    /// Says that a text on the page is another each time the page is shown, also where the rest of it is kept.
    /// - Parameter make: always as many bytes.
    public func mustBeNew(_ text: String, _ make: @escaping @Sendable () -> String) {
        newParts.add(NewPart(text: text, make: make))
    }

    /// Where this visit's page would be kept; nothing where it is nobody's, or says what was done just before.
    var keptKey: KeptPages.Key? {
        guard method == .get, said == nil, viewer.isSomebody, let session else { return nil }
        return KeptPages.Key(person: viewer.person, place: KeptPages.Place(session: session, address: address))
    }
}

extension Site {
    /// The answer that is kept for this visit.
    func kept(_ visit: Visit) -> Answer? {
        guard house.settings.keepsPages, let key = visit.keptKey else { return nil }
        guard let page = house.keptPages.page(key, at: visit.moment) else { return nil }
        if visit.isTold { house.figures.answeredAsKept() }
        return .kept(page)
    }

    /// Keeps what was made for this visit, where the page says what it was made from.
    func keep(_ document: HTMLDocument, of page: Page, for visit: Visit) {
        guard house.settings.keepsPages, let topics = page.madeFrom, let key = visit.keptKey,
            let kept = KeptPage(document.bytes, newParts: visit.newParts.all)
        else { return }
        if visit.isTold { house.figures.madeToKeep() }
        let menu = house.menuCounts.topics(for: visit.viewer)
        house.keptPages.keep(kept, key, madeFrom: topics + menu, heard: visit.heard, at: visit.moment)
    }
}

extension Moment {
    /// Hours since the beginning of 1970.
    fileprivate var hour: Int { milliseconds / 3_600_000 }
}

extension [UInt8] {
    /// Where the bytes stand in these.
    fileprivate func places(of part: [UInt8]) -> [Int] {
        guard let first = part.first, count >= part.count else { return [] }
        var places: [Int] = []
        var start = 0
        while start <= count - part.count {
            guard let next = self[start...(count - part.count)].firstIndex(of: first) else { break }
            if self[next..<(next + part.count)].elementsEqual(part) { places.append(next) }
            start = next + 1
        }
        return places
    }
}
