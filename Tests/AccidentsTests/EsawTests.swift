import ESAW
import Kernel
import Testing

@testable import Accidents

/// Codes are found by what people say.
@Suite struct EsawTests {
    private let codes = EsawCatalogue.shared

    @Test func `every line of the file is read`() {
        let counts = EsawVariable.allCases.map { codes.all($0).count }
        #expect(counts == [46, 41, 44, 40, 35, 16, 2])
        let lines = ESAWFile.csv.split(separator: UInt8(ascii: "\n")).count - 1
        #expect(counts.reduce(0, +) == lines)
        for variable in EsawVariable.allCases {
            let all = codes.all(variable)
            #expect(Set(all.map(\.code)).count == all.count)
            #expect(all.allSatisfy { !$0.name.danish.isEmpty && !$0.name.english.isEmpty })
        }
    }

    @Test(arguments: [
        ("skar sig", EsawVariable.typeOfInjury, "012"), ("faldt på glatis", .deviation, "52"),
        ("gled på isen", .deviation, "52"), ("slipped on ice", .deviation, "52"),
        ("FALDT NED AD STIGEN", .deviation, "51"),
        ("tommelfingeren", .bodyPart, "54"), ("øjet", .bodyPart, "13"), ("oejet", .bodyPart, "13"),
        ("ankl", .bodyPart, "63"), ("syre i øjet", .contactMode, "16"), ("stak sig på en kanyle", .contactMode, "52"),
        ("skoldet af kogende vand", .typeOfInjury, "061"), ("truet af en borger", .deviation, "83"),
        ("laboratoriet", .workingEnvironment, "042"), ("på rejse", .workstation, "2"),
        ("hældte", .specificActivity, "46"),
        ("brækkede", .typeOfInjury, "020"),
    ])
    func `plain words find the code first`(words: String, variable: EsawVariable, code: String) {
        let found = codes.search(words, in: variable, most: 6).map(\.code)
        #expect(found.prefix(words == "brækkede" ? 6 : 2).contains(code), "\(words): \(found)")
    }

    @Test func `what says nothing finds nothing, and neither does what is endless or strange`() {
        for text in ["", "og i det", "!!!", "🧯", "'; -- xyzzy"] {
            #expect(codes.search(text, in: .deviation, most: 6).isEmpty, "\(text)")
        }
        let long = String(repeating: "faldt ", count: 20_000)
        #expect(codes.search(long, in: .deviation, most: 3).count == 3)
    }

    @Test func `a code belongs to its variable alone`() {
        #expect(codes.find("012", of: .typeOfInjury) != nil)
        #expect(codes.find("012", of: .deviation) == nil)
        #expect(codes.find("", of: .deviation) == nil)
        do {
            _ = try ChosenCodes(Fields(["deviation": "012", "body_part": "4711", "workstation": "1"]))
            Issue.record("it was taken")
        } catch {
            #expect(error["deviation"] as? AccidentProblem == .codeOfOther)
            #expect(error["body_part"] as? AccidentProblem == .codeUnknown)
            #expect(error["workstation"] == nil)
        }
    }
}
