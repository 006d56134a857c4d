import Access
import Files
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// What stands in an agreement: its texts and files, section by section.
extension StepRoutes {
    static func step(_ visit: Visit) throws -> AgreementStep {
        guard let step = AgreementStep(rawValue: visit.parameters["step"] ?? ""),
            [.agreements, .contents, .effects].contains(step)
        else { throw Refusal.notFound }
        return step
    }

    func textsPage(
        _ visit: Visit, problems: Problems = .none, clash: EditClash? = nil
    ) async throws -> Page {
        let (id, step): (ID<Agreement>, AgreementStep) = (try visit.id(), try Self.step(visit))
        let (viewer, today) = (visit.viewer, visit.today)
        let picture = try await visit.read { try Self.draft(id, viewer, on: today, $0) }
        return TextsPage(visit: visit, picture: picture, step: step, problems: problems, clash: clash).page
    }

    func saveTexts(_ visit: Visit) async throws -> Answer {
        let (id, step): (ID<Agreement>, AgreementStep) = (try visit.id(), try Self.step(visit))
        let (sent, deed, viewer) = (visit.fields, visit.deed, visit.viewer)
        let sections = Template.companyAgreement.sections(of: step)
        do {
            return try await visit.orAgain {
                // Before a file is looked at, whether its sender may put it there.
                _ = try await visit.read { try Self.draft(id, viewer, on: deed.day, $0) }
                let new = try await Self.files(visit, sections)
                let link = try await visit.once { writer in
                    let picture = try Self.draft(id, viewer, on: deed.day, writer.reader)
                    let fields = try Editions.settled(
                        sent, beside: TextsPage.written(picture.texts, sections))
                    let beside = Set(picture.files.map(\.section) + new.map(\.section))
                    let texts = try Agreement.texts(fields, in: sections, files: beside)
                    guard picture.files.count + new.count <= AgreementStore.mostFiles else {
                        throw Problems(AgreementProblem.tooManyFiles(AgreementStore.mostFiles))
                    }
                    try writer.apply(picture.agreement.written(texts, was: picture.texts, deed), deed)
                    for (section, file) in new {
                        try writer.apply(picture.agreement.attached(file, to: section, deed), deed)
                    }
                    let steps = AgreementStep.allCases
                    let next = steps.firstIndex(of: step).map { steps[$0 + 1] } ?? .preview
                    return AgreementPage.link(sent["go"] == "stay" ? step : next, of: id)
                }
                return .redirect(link, saying: AgreementTexts(language: visit.language).saved)
            } form: { problems in
                try await textsPage(visit, problems: problems)
            }
        } catch let clash as EditClash {
            return .page(try await textsPage(visit, clash: clash), status: 409)
        }
    }

    static func files(_ visit: Visit, _ sections: [Template.Section]) async throws -> [(
        section: String, file: NewFile
    )] {
        var files: [(section: String, file: NewFile)] = []
        for section in sections where section.need == .tick {
            let field = "file-\(section.key)"
            for upload in visit.fields.uploads[field] ?? [] where upload.isTooLarge || !upload.bytes.isEmpty {
                do {
                    let new = try await NewFile.taken(
                        upload, id: visit.house.identities.random(), in: visit.language, on: visit.today)
                    files.append((section.key, new))
                } catch let problem as any Problem {
                    throw Problems(problem, at: field)
                }
            }
        }
        return files
    }

    func removeFile(_ visit: Visit) async throws -> Answer {
        let id: ID<Agreement> = try visit.id()
        let fileID: FileID = try visit.id("file")
        let (deed, viewer) = (visit.deed, visit.viewer)
        let step = try await visit.write { writer -> AgreementStep in
            let picture = try Self.draft(id, viewer, on: deed.day, writer.reader)
            guard let file = picture.files.first(where: { $0.file.id == fileID }) else { throw Refusal.notFound }
            try writer.apply(picture.agreement.detached(file.file, deed), deed)
            let section = Template.companyAgreement.sections.first { $0.key == file.section }
            // A tick without a text or a file would say what is not so.
            if let entry = picture.texts[file.section], entry.text.isEmpty, picture.files(of: file.section).count == 1 {
                let unticked = [file.section: Agreement.Entry(text: "", isTicked: false)]
                try writer.apply(picture.agreement.written(unticked, was: picture.texts, deed), deed)
            }
            return section.flatMap { AgreementStep(rawValue: $0.step) } ?? .contents
        }
        return .redirect(
            AgreementPage.link(step, of: id), saying: AgreementTexts(language: visit.language).fileRemoved)
    }
}
