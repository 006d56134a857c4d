import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Agreements

struct TemplateTests {
    @Test func `every template that comes along is read whole`() {
        #expect(Template.all.map(\.key) == ["company_agreement", "rules_of_procedure"])
        for template in Template.all {
            #expect(!template.sections.isEmpty)
            #expect(Set(template.sections.map(\.key)).count == template.sections.count)
            for words in [template.name, template.about] + template.sections.flatMap({ [$0.title, $0.help] }) {
                #expect(!words.danish.isEmpty && !words.english.isEmpty && words.danish != words.english)
            }
        }
    }

    @Test func `an agreement asks for two agreements and five points, each at a step`() {
        let ticked = Template.companyAgreement.sections.filter { $0.need == .tick }
        #expect(
            ticked.map(\.key) == [
                "organisation_agreement", "company_agreement", "activities", "follow_up", "tasks", "change", "plan",
            ])
        #expect(Template.companyAgreement.sections.allSatisfy { AgreementStep(rawValue: $0.step) != nil })
    }

    @Test(arguments: Engine.tested)
    func `the button that begins an agreement is shown where it works`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        for person in [Workplace.rikke, Workplace.eva, Workplace.sara, Workplace.jonas, Workplace.karl] {
            let isOffered = try await workplace.get("/templates", as: person).text.contains("href=\"/agreements/new\"")
            let works = try await workplace.get("/agreements/new", as: person).status == 200
            #expect(isOffered == works, "\(person.id)")
            #expect(works == [Workplace.rikke.id, Workplace.eva.id].contains(person.id), "\(person.id)")
        }
    }

    @Test func `a section of an unknown kind spoils the template`() {
        let json =
            #"{"key":"x","name":{"da":"a","en":"b"},"about":{"da":"a","en":"b"},"sections":[{"key":"s","need":"often","title":{"da":"a","en":"b"},"help":{"da":"a","en":"b"}}]}"#
        #expect(Template(json: Array(json.utf8)) == nil)
    }
}
