import Mailing
import Web

/// Sends what waits, now and then. Several servers may: what one holds, another leaves.
public struct MailRounds: Sendable {
    let house: House
    let pause: Duration

    public init(of house: House, every pause: Duration) {
        self.house = house
        self.pause = pause
    }

    public func run() async {
        while !Task.isCancelled {
            // Where the database is away, the next round finds the same to do.
            try? await Mailing(of: house).round()
            try? await Task.sleep(for: pause)
        }
    }
}
