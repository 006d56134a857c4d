import Kernel
import Notices
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Ideas

@Suite struct IdeaJourneyTests {
    private static let (maja, jonas, sara, ida, eva) = (
        Workplace.maja, Workplace.jonas, Workplace.sara, Workplace.ida, Workplace.eva
    )

    @Test(arguments: Engine.tested)
    func `an idea is supported, taken up and closed, and those behind it hear it once each`(engine: Engine) async throws
    {
        let work = try await Workplace(engine)
        let given = try await work.give("Gåmøder", ["why": "Vi sidder nok."], as: Self.sara)
        let idea = try await work.idea("Gåmøder")
        #expect(given.location == "/ideas/\(idea.id)")
        #expect(try await work.support("Gåmøder", as: Self.ida).status == 303)
        #expect(try await work.support("Gåmøder", as: Self.maja, ["helps": "on"]).status == 303)

        let page = try await work.get("/ideas/\(idea.id)", as: Self.jonas).text
        #expect(page.contains("2 support it") && page.contains("Sara Lund") && page.contains("Maja Holm"))
        #expect(!page.contains("Ida Østergaard"))
        let form = try page.between("href=\"/actions/new", "\"").replacing("&amp;", with: "&")
        let prefilled = try await work.get("/actions/new" + form, as: Self.jonas).text
        #expect(prefilled.contains("value=\"Gåmøder\""))
        #expect(prefilled.contains("name=\"partners\" value=\"maja\" checked"))

        let action = try await work.takeUp("Gåmøder", as: Self.jonas, ["partners": "maja"])
        #expect(try await work.idea("Gåmøder").state == .takenUp)
        #expect(try await work.get(action, as: Self.sara).text.contains("Idé: Gåmøder"))
        let taken = "Idéen »Gåmøder« er taget op og står nu på handleplanen."
        #expect(try await work.told(Self.sara) == [taken])
        #expect(try await work.told(Self.ida) == [taken])
        #expect(try await work.told(Self.maja) == ["Du medvirker i »Gåmøder«."])

        try await work.close(action, as: Self.jonas)
        let done = "Det, der kom ud af idéen »Gåmøder«, er afsluttet. Se, om det virkede."
        #expect(try await work.told(Self.sara) == [done, taken].sorted())
        #expect(try await work.told(Self.ida) == [done, taken].sorted())
        #expect(try await work.told(Self.maja).count == 2)
        let end = try await work.get("/ideas/\(idea.id)", as: Self.sara).text
        #expect(end.contains("Sat op i maj") && end.contains("Det virkede."))

        _ = try await work.post(action + "/reopening", as: Self.jonas)
        #expect(try await work.idea("Gåmøder").state == .takenUp)
    }

    @Test(arguments: Engine.tested)
    func `an idea is put aside, declined with a reason and opened again`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.give("Gåmøder", as: Self.sara)
        _ = try await work.support("Gåmøder", as: Self.ida)
        #expect(try await work.decide("parking", on: "Gåmøder", as: Self.maja).status == 303)
        #expect(try await work.decide("declining", on: "Gåmøder", as: Self.maja).status == 422)
        let no = try await work.decide("declining", on: "Gåmøder", as: Self.maja, because: "Gør det <bare>!")
        #expect(no.status == 303)
        let path = "/ideas/\(try await work.idea("Gåmøder").id)"
        for person in [Self.sara, Self.ida] {
            #expect(try await work.get(path, as: person).text.contains("Gør det &lt;bare&gt;!"))
            #expect(
                try await work.told(person) == [
                    "Gruppen har sagt nej til idéen »Gåmøder«. Læs hvorfor.",
                    "Idéen »Gåmøder« er lagt til side indtil videre.",
                ])
        }
        #expect(try await work.support("Gåmøder", as: Self.jonas).status == 409)
        #expect(try await work.decide("reopening", on: "Gåmøder", as: Self.jonas).status == 303)
        #expect(try await work.support("Gåmøder", as: Self.jonas).status == 303)
        #expect(try await work.idea("Gåmøder").supports == 2)
        #expect(try await work.told(Self.sara).count == 2)
    }

    @Test func `what was declined may be taken up after all, and undone while its action is open`() async throws {
        let work = try await Workplace()
        try await work.give("Gåmøder", as: Self.sara)
        _ = try await work.decide("declining", on: "Gåmøder", as: Self.maja, because: "Nej")
        let first = try await work.takeUp("Gåmøder", as: Self.maja)
        #expect(try await work.decide("reopening", on: "Gåmøder", as: Self.maja).status == 303)
        try await work.close(first, as: Self.jonas)
        #expect(try await work.idea("Gåmøder").state == .waiting)
        try await work.takeUp("Gåmøder", as: Self.maja)
        #expect(try await work.idea("Gåmøder").state == .takenUp)
    }

    @Test(arguments: Engine.tested)
    func `words that should not stand there are taken away for good`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.give("Flyt Bo Elm", ["why": "Han råber."])
        let path = "/ideas/\(try await work.idea("Flyt Bo Elm").id)"
        _ = try await work.post(path + "/support", as: Self.ida)
        let sent = ["reason": "Vi skriver ikke om personer.", "erase": "on", "version": "1"]
        #expect(try await work.post(path + "/declining", as: Self.maja, sent).status == 303)
        _ = try await work.post(path + "/reopening", as: Self.maja, ["version": "2"])
        let page = try await work.get(path, as: Self.ida).text
        #expect(page.contains("[fjernet · removed]") && !page.contains("Bo Elm") && !page.contains("råber"))
        let words: [String] = try await work.database.read { reader in
            try reader.values(
                """
                SELECT what || why || reason FROM idea UNION ALL SELECT before || after FROM journal_payload
                UNION ALL SELECT da || en FROM notice
                """)
        }
        #expect(words.contains { $0.contains("removed") } && !words.contains { $0.contains("Bo Elm") })
    }

    @Test func `support is taken back, and then one hears nothing`() async throws {
        let work = try await Workplace()
        try await work.give("Gåmøder", as: Self.sara)
        _ = try await work.support("Gåmøder", as: Self.ida)
        let path = "/ideas/\(try await work.idea("Gåmøder").id)"
        for _ in 1...2 { #expect(try await work.post(path + "/support/withdrawal", as: Self.ida).status == 303) }
        #expect(try await work.idea("Gåmøder").supports == 0)
        _ = try await work.decide("declining", on: "Gåmøder", as: Self.maja, because: "Nej")
        #expect(try await work.told(Self.ida).isEmpty)
    }

    @Test func `nobody supports the own idea`() async throws {
        let work = try await Workplace()
        try await work.give("Gåmøder", as: Self.sara)
        #expect(try await work.support("Gåmøder", as: Self.sara).status == 409)
        #expect(try await work.idea("Gåmøder").supports == 0)
    }

    @Test func `the board shows it live, most support first, and only while it is open`() async throws {
        let work = try await Workplace()
        let before = try await work.get("/plan/lab-group", as: Self.maja).text
        #expect(before.contains("Her lægges idéer") && before.contains("Alle idéer (0)"))
        try await work.give("Gåmøder", as: Self.sara)
        try await work.give("Stille time")
        _ = try await work.support("Stille time", as: Self.ida)
        let board = try await work.get("/plan/lab-group", as: Self.maja).text
        let (quiet, walks) = (board.range(of: "Stille time"), board.range(of: "Gåmøder"))
        #expect(try #require(quiet).lowerBound < #require(walks).lowerBound)
        #expect(board.contains("1 støtter") && board.contains("Alle idéer (2)"))
        #expect(try await work.get("/plan/lab-group/print", as: Self.maja).text.contains("Stille time"))
        _ = try await work.decide("declining", on: "Stille time", as: Self.maja, because: "Nej")
        try await work.takeUp("Gåmøder", as: Self.maja)
        let after = try await work.get("/plan/lab-group", as: Self.maja).text
        #expect(!after.contains("Stille time") && after.contains("Alle idéer (0)"))
        #expect(after.contains("1 indsats"))
    }

    @Test func `each hears it in the own language, and a mail says nothing of what it is about`() async throws {
        let work = try await Workplace()
        try await work.give("Gåmøder", as: Self.jonas)
        _ = try await work.decide("declining", on: "Gåmøder", as: Self.maja, because: "Nej")
        #expect(try await work.get("/", as: Self.jonas).text.contains("The group has declined the idea “Gåmøder”"))
        let mail = try await work.database.read { reader in
            try NoticeStore(reader).toMail(Self.jonas.id, at: Workplace.monday + 10 * 86_400, most: 5)
        }
        #expect(mail.shown.map(\.words?.english) == ["An idea that you stand behind has been answered."])
    }

    @Test func `Today leads to the form, and tells members how many wait`() async throws {
        let work = try await Workplace()
        #expect(try await work.get("/", as: Self.sara).text.contains("href=\"/idea\""))
        try await work.give("Gåmøder", as: Self.sara)
        #expect(try await work.get("/", as: Self.maja).text.contains("1 idé venter på jeres svar"))
        #expect(try await !work.get("/", as: Self.sara).text.contains("venter på jeres svar"))
        #expect(try await work.get("/units/laboratories", as: Self.sara).text.contains("/idea?unit=laboratories"))
        #expect(try await !work.get("/units/history", as: Self.sara).text.contains("/idea?unit"))
        #expect(try await work.get("/r/link-laboratories").text.contains("href=\"/r/link-laboratories/idea\""))
    }
}
