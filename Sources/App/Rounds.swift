import Elections
import Web

/// What the server sees to by itself, without anybody asking for a page.
public struct Rounds: Sendable {
    let house: House

    private static let pause = Duration.seconds(300)

    public init(of house: House) {
        self.house = house
    }

    /// Goes round every few minutes until it is cancelled. Several servers may: what one has done, the next finds done.
    public func run() async {
        while !Task.isCancelled {
            // Where the database is away, the next round finds the same to do.
            try? await Elections.turnPages(in: house)
            try? await Task.sleep(for: Self.pause)
        }
    }
}
