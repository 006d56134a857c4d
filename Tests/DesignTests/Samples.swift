import Design
import Kernel
import Markup

/// Data that would break a page where it is not escaped.
let hostile = "\"><script>alert('x')</script>&amp;<b style=\"x\" onclick='y'>"

extension Assets {
    static let sample = Assets { Link(onThisSite: "/files/" + $0) ?? "/" }
}

extension Shell {
    static func sample(_ text: String = "Maja", language: Language = .danish) -> Shell {
        Shell(
            language: language, assets: .sample, here: "/here",
            menu: [
                MenuItem(.sun, text, to: "/", count: 4, isCurrent: true),
                MenuItem(.kanban, text, to: "/plan", count: 0),
            ],
            viewerName: text, account: "/me", scope: .init(text, subtitle: text, to: "/scope"),
            primary: (text, "/report"), csrf: text, said: text, live: "/live?topics=\(text)")
    }
}

struct SampleProblem: Problem {
    let text: String
    func explained(in language: Language) -> String { text }
}
