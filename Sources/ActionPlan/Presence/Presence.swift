import Journal
import Kernel
import Live
import Storage
import Synchronization
import Web

/// Who has an action open just now, on any of the organisation's servers. It lives in memory only, and each sign of it
/// ends by itself: nothing that is kept or logged knows who looked at what. See `docs/decisions/0028-an-action-lives-on.md`.
final class Presence: Sendable {
    enum Doing: String, Sendable, Comparable {
        case looking, changing

        static func < (one: Doing, other: Doing) -> Bool { one == .looking && other == .changing }
    }

    /// One open page of one person, known by a word that its browser made up.
    struct Spot: Hashable, Sendable {
        let person: PersonID
        let page: String
    }

    fileprivate struct Sign {
        var doing: Doing
        var until: Moment
    }

    fileprivate struct Room {
        var signs: [Spot: Sign] = [:]
        /// As it was last told.
        var told: [PersonID: Doing] = [:]
        var second = 0
        var tellings = 0

        func people() -> [PersonID: Doing] {
            signs.reduce(into: [:]) { people, sign in
                people[sign.key.person] = max(people[sign.key.person] ?? .looking, sign.value.doing)
            }
        }
    }

    private struct State {
        var rooms: [ActionID: Room] = [:]
        var isListening = false
    }

    private let state = Mutex(State())

    /// Seconds for which a sign counts: two and a half times as long as from one to the next.
    static let lasts = 25
    /// What flows in faster is kept, but told a moment later.
    static let mostTellings = 5
    static let mostRooms = 1000
    static let mostSigns = 40
    static let mostPages = 4

    private static let about = "plan-presence"

    /// Hears from now on what other servers are told.
    func listen(in house: House) {
        let isNew = state.withLock { state in
            defer { state.isListening = true }
            return !state.isListening
        }
        guard isNew else { return }
        let (hub, clock) = (house.hub, house.clock)
        hub.hear(about: Self.about) { [weak self] text in
            guard let self, let (action, spot, doing) = Self.read(text) else { return }
            if take(action, spot, doing, at: clock()) { hub.announce(.topics([Topic.presence(at: action).name])) }
        }
    }

    /// A sign of somebody who may be seen here, or that he or she leaves.
    func sign(_ action: ActionID, _ spot: Spot, _ doing: Doing?, in house: House) {
        listen(in: house)
        let isNews = take(action, spot, doing, at: house.clock())
        house.database.say(
            Remark(about: Self.about, "\(action) \(spot.person) \(spot.page) \(doing?.rawValue ?? "left")"))
        if isNews { house.hub.announce(.topics([Topic.presence(at: action).name])) }
    }

    func people(at action: ActionID, at moment: Moment) -> [PersonID: Doing] {
        state.withLock { state in
            state.rooms[action]?.forget(before: moment)
            return state.rooms[action]?.people() ?? [:]
        }
    }

    /// How many signs are kept, of all.
    var count: Int { state.withLock { $0.rooms.values.reduce(0) { $0 + $1.signs.count } } }

    /// - Returns: whether who is here has changed since it was last told.
    private func take(_ action: ActionID, _ spot: Spot, _ doing: Doing?, at moment: Moment) -> Bool {
        state.withLock { state in
            if state.rooms[action] == nil, state.rooms.count >= Self.mostRooms {
                for id in Array(state.rooms.keys) {
                    state.rooms[id]?.forget(before: moment)
                    if state.rooms[id]?.signs.isEmpty == true { state.rooms[id] = nil }
                }
                guard state.rooms.count < Self.mostRooms else { return false }
            }
            var room = state.rooms[action] ?? Room()
            room.forget(before: moment)
            room.take(spot, doing, until: moment + Self.lasts)
            let isNews = room.isNews(at: moment)
            state.rooms[action] = room.signs.isEmpty && room.told.isEmpty ? nil : room
            return isNews
        }
    }

    /// What another server said; nothing where it is no sign.
    private static func read(_ text: String) -> (ActionID, Spot, Doing?)? {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 4, parts.allSatisfy({ $0.utf8.count <= 64 }) else { return nil }
        let doing = Doing(rawValue: parts[3])
        guard doing != nil || parts[3] == "left" else { return nil }
        return (ActionID(parts[0]), Spot(person: PersonID(parts[1]), page: parts[2]), doing)
    }
}

extension Presence.Room {
    fileprivate mutating func forget(before moment: Moment) {
        signs = signs.filter { $0.value.until > moment }
    }

    fileprivate mutating func take(_ spot: Presence.Spot, _ doing: Presence.Doing?, until: Moment) {
        guard let doing else {
            signs[spot] = nil
            return
        }
        if signs[spot] == nil {
            let own = signs.filter { $0.key.person == spot.person }
            if own.count >= Presence.mostPages, let oldest = own.min(by: { $0.value.until < $1.value.until }) {
                signs[oldest.key] = nil
            }
            guard signs.count < Presence.mostSigns else { return }
        }
        signs[spot] = Presence.Sign(doing: doing, until: until)
    }

    fileprivate mutating func isNews(at moment: Moment) -> Bool {
        let now = people()
        guard now != told else { return false }
        let second = moment.milliseconds / 1000
        if second != self.second { (self.second, tellings) = (second, 0) }
        guard tellings < Presence.mostTellings else { return false }
        (told, tellings) = (now, tellings + 1)
        return true
    }
}

extension Topic {
    /// Who has an action open.
    static func presence(at action: ActionID) -> Topic { Topic("presence:\(action)") }
}
