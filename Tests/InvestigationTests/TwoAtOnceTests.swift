import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Investigation

/// Two people write in the same investigation: nothing of either is lost.
@Suite struct `Two write at once` {
    private static let (maja, jonas) = (Workplace.maja, Workplace.jonas)

    @Test(arguments: Engine.tested)
    func `of the same field both texts are shown, and nothing is overwritten`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let page = try await work.investigation()
        let cause = try await work.why("Vådt gulv", in: page)
        let path = "\(page)/causes/\(cause)"
        let made = ["was_what": "Vådt gulv", "was_parent": "", "was_bone": ""]
        _ = try await work.post(path, as: Self.jonas, made.merging(["what": "Vådt af sæbe"]) { $1 })
        let late = try await work.post(path, as: Self.maja, made.merging(["what": "Vådt af regn"]) { $1 })
        #expect(late.status == 409)
        #expect(late.text.contains("Vådt af sæbe") && late.text.contains("Vådt af regn"))
        #expect(try await work.piece("cause", "Vådt af sæbe") == cause)
        let again = try await work.post(
            path, as: Self.maja,
            ["was_what": "Vådt af sæbe", "was_parent": "", "was_bone": "", "what": "Vådt af regn og sæbe"])
        #expect(again.status == 303)
        #expect(try await work.piece("cause", "Vådt af regn og sæbe") == cause)
    }

    @Test func `of different fields both are kept`() async throws {
        let work = try await Workplace()
        let page = try await work.investigation()
        let cause = try await work.why("Vådt gulv", in: page)
        let path = "\(page)/causes/\(cause)"
        let made = ["what": "Vådt gulv", "was_what": "Vådt gulv", "was_parent": "", "was_bone": ""]
        _ = try await work.post(path, as: Self.jonas, made.merging(["bone": "surroundings"]) { $1 })
        _ = try await work.post(path, as: Self.maja, made.merging(["what": "Glat gulv", "bone": ""]) { $1 })
        let kept = try await work.database.read { try InvestigationStore($0).causes(of: ID(page.reportID)).causes }
        #expect(kept.map(\.what) == ["Glat gulv"] && kept.map(\.bone) == [.surroundings])
    }

    @Test(arguments: Engine.tested)
    func `the conclusion shows both texts where both wrote it`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let page = try await work.investigation()
        let made = ["was_conclusion": "", "was_prevention": "", "prevention": ""]
        _ = try await work.post(page + "/conclusion", as: Self.jonas, made.merging(["conclusion": "Ventilen"]) { $1 })
        let late = try await work.post(
            page + "/conclusion", as: Self.maja,
            made.merging(["conclusion": "Gulvet", "prevention": "Et eftersyn"]) { $1 })
        #expect(late.status == 409)
        #expect(late.text.contains("Ventilen") && late.text.contains("Gulvet") && late.text.contains("Et eftersyn"))
        #expect(late.text.contains("value=\"Ventilen\""), "the form carries what it is made from now")
    }

    @Test func `what somebody else took away meanwhile can be put in anew`() async throws {
        let work = try await Workplace()
        let page = try await work.investigation()
        try await work.add("barriers", ["what": "Måtten", "state": "failed"], to: page)
        let barrier = try await work.piece("barrier", "Måtten")
        _ = try await work.post("\(page)/barriers/\(barrier)/removal", as: Self.jonas)
        let late = try await work.post(
            "\(page)/barriers/\(barrier)", as: Self.maja, ["what": "Måtten ved døren", "state": "failed"])
        #expect(late.status == 422)
        #expect(late.text.contains("Måtten ved døren") && late.text.contains("action=\"\(page)/barriers\""))
    }

    @Test func `what somebody else wrote anew is not taken away unseen`() async throws {
        let work = try await Workplace()
        let page = try await work.investigation()
        try await work.add("steps", ["what": "Ida gled"], to: page)
        let step = try await work.piece("step", "Ida gled")
        _ = try await work.post(
            "\(page)/steps/\(step)", as: Self.jonas, ["what": "Ida faldt", "was_what": "Ida gled", "was_time": ""])
        let late = try await work.post(
            "\(page)/steps/\(step)/removal", as: Self.maja, ["was_what": "Ida gled", "was_time": ""])
        #expect(late.status == 422 && late.text.contains("Ida faldt"))
        #expect(try await work.piece("step", "Ida faldt") == step)
        #expect(
            try await work.post(
                "\(page)/steps/\(step)/removal", as: Self.maja, ["was_what": "Ida faldt", "was_time": ""]
            ).status == 303)
    }

    @Test(arguments: Engine.tested)
    func `both tick, and both have ticked`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let page = try await work.investigation(as: Workplace.eva)
        for person in [Self.maja, Self.jonas] {
            _ = try await work.post(
                page + "/participants", as: person,
                ["people": person.id.text, "was_people": "", "others": "", "was_others": ""])
        }
        #expect(try await work.count("SELECT COUNT(*) FROM investigation_participant") == 2)
        _ = try await work.post(
            page + "/participants", as: Self.maja, ["people": "maja", "was_people": "jonas maja", "others": ""])
        let left: [String] = try await work.database.read {
            try $0.values("SELECT person_id FROM investigation_participant")
        }
        #expect(left == ["maja"])
    }

    @Test func `a form that comes back ticks what its sender ticked, beside what others did meanwhile`() async throws {
        let work = try await Workplace()
        let page = try await work.investigation(as: Workplace.eva)
        _ = try await work.post(page + "/participants", as: Self.jonas, ["people": "jonas", "others": "Driften"])
        // Made before Jonas ticked, and about others, too.
        let late = try await work.post(
            page + "/participants", as: Self.maja,
            ["people": "maja", "was_people": "", "others": "Værkstedet", "was_others": ""])
        #expect(late.status == 409 && late.text.contains("Driften") && late.text.contains("Værkstedet"))
        #expect(try late.text.between("name=\"people\" value=\"jonas\"", ">").contains("checked"))
        #expect(try late.text.between("name=\"people\" value=\"maja\"", ">").contains("checked"))
        // Whom its sender has unticked stays so.
        let unticked = try await work.post(
            page + "/participants", as: Self.maja,
            ["was_people": "jonas", "others": "Værkstedet", "was_others": ""])
        #expect(unticked.status == 409)
        #expect(try !unticked.text.between("name=\"people\" value=\"jonas\"", ">").contains("checked"))
    }

    @Test(arguments: Engine.tested)
    func `both begin it at the same moment, and there is one`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report()
        let page = try await work.page() + "/investigation"
        async let one = work.post(page, as: Self.maja)
        async let other = work.post(page, as: Self.jonas)
        #expect(try await [one.status, other.status] == [303, 303])
        #expect(try await work.count("SELECT COUNT(*) FROM investigation") == 1)
    }

    @Test(arguments: Engine.tested)
    func `many add at the same moment, and all of it stands`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let page = try await work.investigation()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...12 {
                let person = number.isMultiple(of: 2) ? Self.maja : Self.jonas
                group.addTask { try await work.add("causes", ["what": "Fordi \(number)"], to: page, as: person).status }
            }
            for try await status in group { #expect(status == 303) }
        }
        #expect(try await work.count("SELECT COUNT(*) FROM investigation_cause") == 12)
    }
}
