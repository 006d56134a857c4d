import Access
import App
import ArgumentParser
import Kernel
import Organisation
import Web

struct WhoMay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who-may",
        abstract: "Says who may use a route, and why: forkant who-may /units/:id. Without a route, all of them.")

    @Argument(help: "A path as a browser or a program asks for it, such as /bodies/42/seats.") var route: String?

    func run() throws {
        let routes = Features.routes.filter { route in
            self.route.map { route.answers($0) } ?? true
        }
        guard !routes.isEmpty else { throw ValidationError("There is no such route.") }
        for route in routes { say(RouteRights(route).told) }
    }
}
