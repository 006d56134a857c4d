import Access
import Design
import Documents
import Kernel
import Markup
import Organisation
import Web

/// What hangs on the wall: whom one goes to, and where one reports.
struct PosterPage {
    /// What is chosen for the wall; it stands in the address.
    struct Choice: Sendable {
        /// So short that a phone still reads the square from a step away.
        static let placeLimit = 60

        /// One language, or both.
        let languages: [Language]
        /// Visitors read a wall, too: telephone and e-mail hang there only where somebody wants them to.
        let isReachable: Bool
        /// Where it hangs: the form that its address opens says so already.
        let place: String

        init(_ fields: Fields) {
            languages = Language(rawValue: fields["words"]).map { [$0] } ?? Language.allCases
            isReachable = fields["reach"] == "1"
            place = String(fields["place"].trimmed.prefix(Self.placeLimit))
        }

        func link(_ unit: UnitID, languages: [Language]? = nil, isReachable: Bool? = nil) -> Link {
            let chosen = languages ?? self.languages
            return ("/units/\(unit)/poster" as Link).with([
                ("words", chosen.count == 1 ? chosen[0].rawValue : ""),
                ("reach", isReachable ?? self.isReachable ? "1" : ""), ("place", place),
            ])
        }
    }

    let visit: Visit
    let unit: Unit
    let reportLink: String
    let contacts: UnitContacts
    let choice: Choice

    private var text: PosterTexts { PosterTexts(language: visit.language) }
    /// The first language stands large, the other below it.
    private var first: PosterTexts { PosterTexts(language: choice.languages[0]) }
    private var second: PosterTexts? { choice.languages.count > 1 ? PosterTexts(language: choice.languages[1]) : nil }

    func page() throws(QRCodeProblem) -> Page {
        let code = try QRCode(text: address)
        return Page(
            title: "\(text.poster): \(unit.name.in(visit.language))", surroundings: .paper(.a4),
            scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: "/units/\(unit.id)", others: choices).html)
                <article class="poster wall" lang="\(first.language.rawValue)"><header><p class="meta">\(first.whomToAsk)\(also(second?.whomToAsk))</p>\
                <h1>\(unit.name.in(first.language))</h1>\(otherName)</header>\(people)\
                <section class="report"><div><h2>\(first.didYouSee)</h2><p>\(first.sayItHere)</p>\
                \(second.map { "<p lang=\"\($0.language.rawValue)\"><b>\($0.didYouSee)</b> \($0.sayItHere)</p>" as HTML })\
                <p class="address">\(shortAddress)</p>\(when: !choice.place.isEmpty, "<p class=\"meta\">\(choice.place)</p>")</div>\(code.svg(label: address))</section>\
                <footer class="meta">\(first.asOf(visit.today))\(also(second?.asOf(visit.today)))</footer></article>
                """)
    }

    private func also(_ words: String?) -> HTML {
        guard let words, let second else { return .nothing }
        return " · <span lang=\"\(second.language.rawValue)\">\(words)</span>"
    }

    private var otherName: HTML {
        guard let second, unit.name.danish != unit.name.english else { return .nothing }
        return "<p class=\"meta\" lang=\"\(second.language.rawValue)\">\(unit.name.in(second.language))</p>"
    }

    private var door: String { "\(visit.house.settings.publicAddress)/r/\(ReportLink.written(reportLink))" }
    private var address: String {
        let query = ("" as Link).with([("place", choice.place)])
        return door + query.text
    }
    /// As somebody types it, without the place.
    private var shortAddress: String { String(door.drop { $0 != "/" }.dropFirst(2)) }

    private var people: HTML {
        guard !contacts.people.isEmpty || !contacts.vacant.isEmpty else {
            return "<p>\(first.nobody)</p>"
        }
        return """
            <ul class="people">\(each: contacts.vacant, vacant)\(each: contacts.people, person)</ul>
            """
    }

    private func person(_ contact: Contact) -> HTML {
        """
        <li>\(Face(contact.seat.name))<div><b>\(contact.seat.name)</b>\
        <span>\(first.role(contact.role))\(also(second?.role(contact.role)))</span>\
        \(when: choice.isReachable, reached(contact.reached))</div></li>
        """
    }

    private func reached(_ reached: Reachable?) -> HTML {
        let ways = [reached?.phone ?? "", reached?.email ?? ""].filter { !$0.isEmpty }
        return "\(each: ways, { "<span>\($0)</span>" })"
    }

    private func vacant(_ role: Role) -> HTML {
        """
        <li><span class="face vacant" aria-hidden="true">?</span><div><b>\(first.vacant)\(also(second?.vacant))</b>\
        <span>\(first.role(role))\(also(second?.role(role)))</span></div></li>
        """
    }

    private var choices: HTML {
        let ways: [(String, [Language])] = [
            (text.bothLanguages, Language.allCases), ("Dansk", [.danish]), ("English", [.english]),
        ]
        return """
            \(each: ways, { title, languages in
                "<a class=\"button small\" href=\"\(choice.link(unit.id, languages: languages))\"\(when: languages == choice.languages, " aria-current=\"true\"")>\(title)</a>"
            })\
            \(Button(
                choice.isReachable ? text.withoutReach : text.withReach,
                to: choice.link(unit.id, isReachable: !choice.isReachable), .quiet))\
            \(whereItHangs)
            """
    }

    private var whereItHangs: HTML {
        """
        <form method="get" action="/units/\(unit.id)/poster" class="row">\(kept("words", visit.fields["words"]))\
        \(kept("reach", choice.isReachable ? "1" : ""))<label for="hangs">\(text.place)</label>\
        <input id="hangs" name="place" value="\(choice.place)" maxlength="\(Choice.placeLimit)">\
        \(Button(text.put, .plain))</form>
        """
    }

    private func kept(_ name: String, _ value: String) -> HTML {
        value.isEmpty ? .nothing : "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
}
