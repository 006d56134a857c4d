import Design
import Documents
import Kernel
import Markup

/// A page for paper can be had as PDF: the same address with `as=pdf`, so by the same people.
extension Site {
    /// In seconds: so long two pages may take, and then their place in the line is free.
    private static let wait = 120

    /// - Parameter isHead: only what stands above the file is asked for, so none is made.
    func onPaper(_ answer: Answer, for visit: Visit, isHead: Bool = false) async throws -> Answer {
        guard case .page(let page, 200, _) = answer, case .paper = page.surroundings, visit.method == .get,
            visit.fields["as"] == "pdf"
        else { return answer }
        guard let press = house.press else { return .page(NoPDFPage(visit: visit, problem: nil).page, status: 503) }
        func file(_ pdf: [UInt8]) -> Answer {
            .file(File(name: "\(page.title.fileName).pdf", mediaType: "application/pdf", bytes: pdf))
        }
        guard !isHead else { return file([]) }
        // Whoever has not signed in is counted by where he or she is.
        let who = visit.viewer.isSomebody ? "person \(visit.viewer.person)" : "caller \(visit.caller)"
        do {
            return file(try await press.pdf(of: house.frame.document(page, for: visit).bytes, for: who))
        } catch PressProblem.oneHasEnough {
            throw Refusal.tooMany(waitSeconds: Self.wait)
        } catch let problem as PressProblem {
            return .page(NoPDFPage(visit: visit, problem: problem).page, status: 503)
        }
    }
}

/// What stands above a page for paper on the screen: the way back, PDF and print.
public struct PaperActions: Sendable {
    let visit: Visit
    let back: Link
    let others: HTML

    /// - Parameter others: more to choose, such as another size of paper.
    public init(_ visit: Visit, back: Link, others: HTML = .nothing) {
        self.visit = visit
        self.back = back
        self.others = others
    }

    /// The page itself, as PDF.
    private var pdf: Link { (Link(onThisSite: visit.address) ?? "/").with([("as", "pdf")]) }

    public var html: HTML {
        let text = PaperTexts(language: visit.language)
        return """
            <nav class="no-print actions" aria-label="\(text.paper)">\(Button(text.back, to: back, .quiet))\
            \(when: visit.house.press != nil, Button(text.pdf, to: pdf, .primary).html)\
            <button type="button" class="button" data-print hidden>\(text.print)</button>\(others)</nav>
            """
    }
}

/// That there is no PDF now, and what to do instead.
struct NoPDFPage {
    let visit: Visit
    /// Nothing where this server has no way to make PDF at all.
    let problem: PressProblem?

    var page: Page {
        let text = PaperTexts(language: visit.language)
        let paper = Link(onThisSite: address) ?? "/"
        return Page(
            title: text.noPDF,
            content: """
                \(PageHeader(text.noPDF))
                \(EmptyState(text.why(problem), text.printInstead, firstStep: Button(text.openPage, to: paper, .primary)))
                """)
    }

    /// The same page without the wish for PDF.
    private var address: String {
        let parts = visit.address.split(separator: "?", maxSplits: 1)
        let query = parts.dropFirst().flatMap { $0.split(separator: "&") }.filter { $0 != "as=pdf" }
        return String(parts.first ?? "/") + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}

struct PaperTexts {
    let language: Language

    var paper: String { language.pick(da: "Papir", en: "Paper") }
    var back: String { language.pick(da: "Tilbage", en: "Back") }
    var pdf: String { language.pick(da: "Hent som PDF", en: "Download as PDF") }
    var print: String { language.pick(da: "Udskriv", en: "Print") }
    var noPDF: String { language.pick(da: "Der kom ingen PDF", en: "No PDF was made") }
    var openPage: String { language.pick(da: "Åbn siden", en: "Open the page") }
    var printInstead: String {
        language.pick(
            da: "Åbn siden, og udskriv den fra browseren. Vælg “Gem som PDF”, hvis du vil have en fil.",
            en: "Open the page and print it from the browser. Choose “Save as PDF” if you want a file.")
    }

    func why(_ problem: PressProblem?) -> String {
        switch problem {
        case nil:
            language.pick(
                da: "Denne server er ikke sat op til at lave PDF", en: "This server has not been set up to make PDF")
        case .busy, .oneHasEnough:
            language.pick(
                da: "Mange henter PDF lige nu. Prøv igen om lidt",
                en: "Many ask for PDF right now. Try again in a moment")
        case .tooLarge, .tooSlow:
            language.pick(da: "Siden er for stor til en PDF", en: "The page is too large for a PDF")
        case .refused, .broken, .givenUp:
            language.pick(da: "PDF-filen kunne ikke laves", en: "The PDF could not be made")
        }
    }
}

extension String {
    /// What may stand in a file's name everywhere.
    fileprivate var fileName: String {
        let name = String(map { "/\\:*?\"<>|".contains($0) ? "-" : $0 })
        return String(name.prefix(100))
    }
}
