import Kernel
import Testing

@testable import Reports

@Suite struct ReportRulesTests {
    private let today = Day(number: 20_500)
    private let maja = PersonID("maja")

    @Test func `a report needs a kind and a few words, and hears both at once`() {
        let problems = #expect(throws: Problems.self) { try NewReport(Fields(), by: maja, today: today) }
        #expect(problems?["kind"] as? FieldProblem == .missing)
        #expect(problems?["what"] as? FieldProblem == .missing)
    }

    @Test func `nothing has happened tomorrow`() {
        let problems = #expect(throws: Problems.self) {
            try NewReport(.sample(["happened": (today + 1).text]), by: maja, today: today)
        }
        #expect(problems?["happened"] as? ReportProblem == .dayAhead)
        #expect(throws: Never.self) { try NewReport(.sample(["happened": today.text]), by: maja, today: today) }
    }

    @Test func `a long story is refused with both numbers`() {
        let story = String(repeating: "🧪", count: 10_000)
        let problems = #expect(throws: Problems.self) {
            try NewReport(.sample(["what": story]), by: maja, today: today)
        }
        #expect(problems?["what"] as? FieldProblem == .tooLong(limit: 5000, count: 10_000))
    }

    @Test func `forty photos are too many`() {
        let photos = (1...40).map { Upload(name: "\($0).jpg", mediaType: "image/jpeg", bytes: [1]) }
        let fields = Fields(Fields.sample().texts, uploads: ["photos": photos])
        let problems = #expect(throws: Problems.self) { try NewReport(fields, by: maja, today: today) }
        #expect(problems?["photos"] as? ReportProblem == .tooManyPhotos(limit: 6))
    }

    @Test func `without a name wins over the name that stands there`() throws {
        let fields = Fields.sample(["anonymous": "on", "name": "Sara Lund", "contact": "sara@nordhavn.example"])
        #expect(try NewReport(fields, by: nil, today: today).sender == .anonymous)
        #expect(try NewReport(fields, by: maja, today: today).sender == .anonymous)
    }

    @Test func `a guest with a name says which`() throws {
        let problems = #expect(throws: Problems.self) { try NewReport(.sample(), by: nil, today: today) }
        #expect(problems?["name"] as? FieldProblem == .missing)
        let named = try NewReport(.sample(["name": "Bo Kvist"]), by: nil, today: today)
        #expect(named.sender == .guest(name: "Bo Kvist", contact: ""))
    }

    @Test(arguments: ["7q2m-xk4d-90tb-hw3e", " 7Q2M XK4D 9OTB HW3E ", "7Q2MXK4D90TBHW3E", "7q2m–xk4d–9otb–hw3e"])
    func `a code is read however it was written down`(typed: String) {
        #expect(ReportCode(typed: typed)?.text == "7Q2M-XK4D-90TB-HW3E")
    }

    @Test(arguments: [
        "", "7Q2M", "7Q2M-XK4D-90TB-HW3E-1111", "7Q2M-XK4D-90TB-HW3Ø", String(repeating: "A", count: 10_000),
    ])
    func `what cannot be a code is none`(typed: String) {
        #expect(ReportCode(typed: typed) == nil)
    }

    @Test func `l and i are read as one`() {
        #expect(ReportCode(typed: "iLiL-0000-0000-0000")?.text == "1111-0000-0000-0000")
    }

    @Test func `what was told in confidence stays there`() throws {
        #expect(throws: Problems.self) { try Report.sample(.offensive).sorted(as: .nearMiss) }
        #expect(try Report.sample(.nearMiss).sorted(as: .offensive).isConfidential)
        #expect(try Report.sample(.offensive).sorted(as: .psychological).kind == .psychological)
    }

    @Test func `a closed report is not closed again, and an action opens it`() throws {
        let closed = try Report.sample(.nearMiss).closed(because: "Gulvet er tørt nu", by: maja, on: today)
        #expect(closed.seen == today)
        #expect(throws: Problems.self) { try closed.closed(because: "Igen", by: maja, on: today) }
        let opened = closed.acted(by: maja, on: today)
        #expect(opened.stage == .action)
        #expect(opened.outcome.isEmpty)
    }
}

extension Fields {
    static func sample(_ more: [String: String] = [:]) -> Fields {
        Fields(["kind": "near_miss", "what": "Vand på gulvet"].merging(more) { $1 })
    }
}

extension Report {
    static func sample(_ kind: ReportKind) -> Report {
        Report(
            id: ID("one"), kind: kind, unit: UnitID("laboratories"), what: "Vand på gulvet", place: "", happened: nil,
            reported: Day(number: 20_490), sender: .anonymous, stage: .waiting, seenBy: nil, seen: nil, acted: nil,
            closed: nil, outcome: "", effect: nil)
    }
}
