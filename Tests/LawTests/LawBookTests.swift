import Foundation
import Kernel
import Testing

@testable import Law

/// The files with the law's rules: what they say, and that whatever is wrong in them is told before anybody relies on it.
struct LawBookTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Resources/law")
    private static let today = Day(number: 20_458)

    private static func texts() throws -> [String: String] {
        var texts: [String: String] = [:]
        for name in LawBook.files {
            texts[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        return texts
    }

    /// What is told of the files once something in one of them is written in another way.
    private static func faults(_ file: String, _ old: String, _ new: String) throws -> [String] {
        var texts = try texts()
        let text = try #require(texts[file])
        try #require(text.contains(old))
        texts[file] = text.replacingOccurrences(of: old, with: new)
        do {
            _ = try LawBook(texts: texts)
            return []
        } catch { return error.faults }
    }

    @Test func `ten employees ask for one level and thirty-five for two`() throws {
        let law = try LawBook(folder: Self.folder).sizes(on: Self.today)
        #expect([1, 9].map(law.level) == [.none, .none])
        #expect([10, 34].map(law.level) == [.one, .one])
        #expect([35, 40_000].map(law.level) == [.two, .two])
        #expect((law.leadersInGroup, law.representativesInGroup) == (1, 1))
        #expect(law.mostGroupsSittingWhole == 2)
        #expect((law.leadersInCommittee, law.representativesInCommittee) == (2, 2))
    }

    @Test func `a term is two years, four at most, and four months of absence allow a new election`() throws {
        let law = try LawBook(folder: Self.folder).elections(on: Self.today)
        #expect((law.termYears, law.longestTermYears, law.absenceMonths) == (2, 4, 4))
    }

    @Test func `a rule that was read need not be checked, one that was told or remembered must`() throws {
        let book = try LawBook(folder: Self.folder)
        let law = book.sizes(on: Self.today)
        #expect(!law.group.isToBeChecked)
        #expect(law.coverage.isToBeChecked && law.counting.allSatisfy(\.isToBeChecked))
        #expect(law.agreement.status == .read)
        #expect(book.sizes(on: Day(number: 19_000)).agreement.status == .remembered)
    }

    @Test func `the agreement's rule changes on the day of the executive order`() throws {
        let book = try LawBook(folder: Self.folder)
        let first = try #require(Day("2024-02-01"))
        #expect(book.sizes(on: first).agreement.source.english.contains("65"))
        #expect(!book.sizes(on: first - 1).agreement.source.english.contains("65"))
    }

    @Test func `a rule with a new number holds from its day on, and the old one until the day before`() throws {
        var texts = try Self.texts()
        let sizes = try #require(texts["sizes.yaml"])
        let old = try #require(sizes.range(of: "- topic: two_levels\n  valid_from:\n  valid_to:\n"))
        texts["sizes.yaml"] =
            sizes.replacingCharacters(
                in: old, with: "- topic: two_levels\n  valid_from:\n  valid_to: 2026-06-30\n") + """

                - topic: two_levels
                  valid_from: 2026-07-01
                  valid_to:
                  status: M
                  source: {da: En ny lov, en: A new law}
                  text: {da: Fra 50 ansatte., en: From 50 employees.}
                  values: {employees: 50}
                """
        let book = try LawBook(texts: texts)
        let day = try #require(Day("2026-07-01"))
        #expect(book.sizes(on: day - 1).level(of: 49) == .two)
        #expect(book.sizes(on: day).level(of: 49) == .one)
        #expect(book.sizes(on: day).twoLevels.isToBeChecked)
        #expect(book.sizes(on: .latest).level(of: 50) == .two)
    }

    @Test func `the bill on absence stands beside the rule, from its day on, and is to be checked`() throws {
        let book = try LawBook(folder: Self.folder)
        let july = try #require(Day("2026-07-01"))
        for day in [july - 1, july, .latest] {
            let law = book.accidents(on: day)
            #expect((law.absenceDays, law.billDays, law.deadlineDays, law.compensationDays) == (1, 3, 14, 14))
            #expect(law.deathHours == 48 && law.bill?.from == july)
            #expect(law.bill?.status == .proposed && law.bill?.isToBeChecked == true && !law.absence.isToBeChecked)
        }
        let text = LawTexts(language: .english)
        let law = book.accidents(on: july)
        #expect(law.bill.flatMap(text.doubt) == text.bill)
        #expect(text.doubt(of: law.students) == text.askAuthority && text.doubt(of: law.absence) == nil)
    }

    @Test func `a full-time year has its number, its source and its days`() throws {
        var texts = try Self.texts()
        let hours = try #require(texts["hours.yaml"])
        #expect(try LawBook(folder: Self.folder).hours(on: .latest).fullTimeHours == 1924)
        texts["hours.yaml"] =
            hours.replacingOccurrences(of: "valid_to:\n", with: "valid_to: 2026-12-31\n") + """

                - topic: full_time
                  valid_from: 2027-01-01
                  valid_to:
                  status: V
                  source: {da: En ny aftale, en: A new agreement}
                  text: {da: 36 timer om ugen., en: 36 hours a week.}
                  values: {hours: 1872}
                """
        let book = try LawBook(texts: texts)
        let new = try #require(Day("2027-01-01"))
        #expect(book.hours(on: new - 1).fullTimeHours == 1924 && book.hours(on: new).fullTimeHours == 1872)
        #expect(book.hours(on: new - 1).fullTime.isToBeChecked && !book.hours(on: new).fullTime.isToBeChecked)
    }

    @Test func `a missing file is named`() {
        #expect(throws: LawFault.self) { try LawBook(folder: URL(fileURLWithPath: "/nowhere")) }
        do {
            _ = try LawBook(texts: [:], from: "law")
        } catch {
            #expect(error.faults.count == LawBook.files.count)
            #expect(error.description.contains("law/sizes.yaml: the file is missing"))
        }
    }

    @Test func `what is no list of rules is told with its file`() throws {
        var texts = try Self.texts()
        for text in ["", "rules: 7", "just words", "- topic: [", "[]"] {
            texts["sizes.yaml"] = text
            do {
                _ = try LawBook(texts: texts)
                Issue.record("\(text) was read")
            } catch { #expect(error.faults[0].hasPrefix("law/sizes.yaml"), "\(text)") }
        }
    }

    @Test func `a word that is not known is told with its line, so that a slip changes nothing in silence`() throws {
        let faults = try Self.faults(
            "sizes.yaml", "- topic: no_organisation\n  valid_from:", "- topic: no_organisation\n  valid_form:")
        #expect(faults.contains { $0.contains(":8: \"valid_form\" is not known") }, "\(faults)")
        #expect(faults.contains { $0.contains("valid_from is missing") })
    }

    @Test(arguments: [
        (
            "  status: V\n  source:\n    da: Arbejdsmiljøloven § 6\n",
            "  status: W\n  source:\n    da: Arbejdsmiljøloven § 6\n", "status must be"
        ),
        ("    employees: 10\n", "    employees: ten\n", "a whole number"),
        ("    employees: 10\n", "    employees: -1\n", "a whole number"),
        ("    employees: 10\n", "    people: 10\n", "no value \"employees\""),
        ("    employees: 10\n", "    employees: 35\n", "two levels begin at 35"),
        ("  valid_from: 2024-02-01", "  valid_from: 2024-02-31", "no day"),
        ("  valid_from: 2024-02-01", "  valid_from: 2024-03-01", "no rule about agreement holds on 2024-02-01"),
        ("  valid_to: 2024-01-31", "  valid_to: 2024-02-01", "2 rules about agreement hold"),
        ("- topic: chair\n", "- topic: stool\n", "no rule about chair"),
        ("    en: The Working Environment Act, sections 6 a and 6 b\n", "", "in Danish (da) and English (en)"),
    ])
    func `what is wrong in a rule is told`(old: String, new: String, told: String) throws {
        let faults = try Self.faults("sizes.yaml", old, new)
        #expect(faults.contains { $0.contains(told) }, "\(faults)")
    }

    @Test func `every rule has a source in both languages`() throws {
        for (name, text) in try Self.texts() {
            for rule in try LawFile(name, yaml: text).rules {
                #expect(!rule.source.danish.isEmpty && !rule.source.english.isEmpty, "\(rule.topic)")
                #expect(rule.words.danish.hasSuffix(".") && rule.words.english.hasSuffix("."), "\(rule.topic)")
            }
        }
    }
}
