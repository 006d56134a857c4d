import Access
import ActionPlan
import Kernel
import Markup
import Organisation
import Storage
import Web

/// The links to displays: making, withdrawing, and what they show to whoever passes.
struct ScreenRoutes {
    let origins: Origins

    func add(to routes: inout Routes) {
        routes.get("/plan/:body/screens", for: .signedIn) { .page(try await list($0, .none)) }
        routes.post("/plan/:body/screens", for: .signedIn) { try await make($0) }
        routes.post("/plan/:body/screens/:id/withdrawal", for: .signedIn) { try await withdraw($0) }
        routes.get(
            "/screen/:code",
            for: .anyone(because: "whoever holds a display's link sees what its group lets everybody see"),
            countsGuesses: true
        ) { try await hallway($0) }
    }

    private func list(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: BodyID = try visit.id("body")
        return try await visit.read { reader in
            let body = try SeenMeetings.whole(id, worksOn: visit.viewer, reader).body
            let screens = try ScreenStore(reader).all(of: id)
            let names = try PersonStore(reader).names(of: Set(screens.map(\.madeBy)))
            return ScreensPage(visit: visit, body: body, screens: screens, names: names, problems: problems).page
        }
    }

    /// The code is shown in this answer and never again. Sent twice, the second answer can only say so.
    private func make(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        let text = ScreenTexts(language: visit.language)
        return try await visit.orAgain {
            let screen = try newScreen(visit, of: id)
            let code = ScreenCode.new(visit.house.identities)
            let made = ("/plan/\(id)/screens" as Link).with([("made", screen.id.text)])
            let link = try await visit.once { writer in
                // A display shows all of the plan: who sees a part of it would see the rest there.
                let body = try SeenMeetings.whole(id, worksOn: visit.viewer, writer.reader).body
                guard body.isOpen(on: visit.today) else { throw Refusal.conflict(MeetingRefusals.bodyClosed) }
                let open = try ScreenStore(writer.reader).all(of: id).count { $0.withdrawn == nil }
                guard open < BoardScreen.most else { throw Refusal.conflict(MeetingRefusals.tooManyScreens) }
                try writer.apply(screen.made(with: code), visit.deed)
                return made
            }
            guard link == made else { return .redirect("/plan/\(id)/screens", saying: text.madeAlready) }
            return .page(NewScreenPage(visit: visit, screen: screen, code: code).page)
        } form: {
            try await list(visit, $0)
        }
    }

    /// - Throws: `Problems`
    private func newScreen(_ visit: Visit, of id: BodyID) throws -> BoardScreen {
        var reading = Reading(visit.fields)
        let name = reading.text("name", limit: BoardScreen.nameLimit)
        let language: Language = reading.choice("language", otherwise: .danish)
        try reading.finish()
        return BoardScreen(
            id: visit.house.identities.random(), body: id, name: name, language: language,
            showsNames: reading.isTicked("names"), madeBy: visit.viewer.person, made: visit.today)
    }

    private func withdraw(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        let screenID: ID<BoardScreen> = try visit.id()
        try await visit.write { writer in
            _ = try SeenPlan.worked(id, by: visit.viewer, writer.reader)
            guard let screen = try ScreenStore(writer.reader).find(screenID, of: id) else { throw Refusal.notFound }
            guard screen.withdrawn == nil else { return }
            try writer.apply(screen.withdrawn(by: visit.viewer.person, visit.deed), visit.deed)
        }
        return .redirect("/plan/\(id)/screens", saying: ScreenTexts(language: visit.language).withdrawnNow)
    }

    /// - Throws: `Refusal.notFound` where there never was such a code: that is a guess.
    private func hallway(_ visit: Visit) async throws -> Answer {
        guard let code = ScreenCode(visit.parameters["code"] ?? "") else { throw Refusal.notFound }
        let (moment, origins, assets) = (visit.moment, origins, visit.house.assets)
        let (screen, picture) = try await visit.read { reader -> (BoardScreen, HallwayPicture?) in
            guard let screen = try ScreenStore(reader).find(code) else { throw Refusal.notFound }
            guard screen.withdrawn == nil else { return (screen, nil) }
            return (screen, try HallwayPicture(screen, origins, at: moment, reader))
        }
        let page = HallwayPage(language: screen.language, assets: assets, picture: picture, moment: moment)
        return .document(HTMLDocument(page.html), status: picture == nil ? 410 : 200)
    }
}
