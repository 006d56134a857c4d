import Access
import Design
import Journal
import Kernel
import Markup
import Storage
import Web

/// Signing in and out, choosing a password, one's own account.
struct SignInRoutes: Sendable {
    func add(to routes: inout Routes) {
        let door = Who.anyone(because: "one must be able to sign in before one has signed in")
        let onTheWay = Trace.asOfItsAim(field: "to")
        routes.get("/signin", for: door, trace: onTheWay, show)
        routes.post("/signin", for: door, trace: onTheWay, signIn)
        routes.post("/signin/again", for: door, trace: onTheWay, showKept)
        routes.get("/welcome/:secret", for: door, showWelcome)
        routes.post("/welcome/:secret", for: door, choosePassword)
        routes.post(
            "/language", for: .anyone(because: "everyone reads in a language"), trace: .asOfItsAim(field: "return"),
            chooseLanguage)
        routes.post("/sign-out", for: .signedIn, signOut)
        routes.post("/sign-out/everywhere", for: .signedIn, signOutEverywhere)
        routes.get("/account", for: .signedIn, showAccount)
        routes.post("/account/password", for: .signedIn, changePassword)
    }

    private func show(_ visit: Visit) -> Answer {
        .page(SignInPage(visit: visit).page)
    }

    /// Somebody was signed out while writing: what was typed comes along.
    private func showKept(_ visit: Visit) -> Answer {
        .page(SignInPage(visit: visit, kept: visit.fields["kept"]).page, status: 401)
    }

    private func signIn(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let (person, guesses) = try await known(visit)
            let secret = visit.house.identities.secret()
            let stays = Reading(visit.fields).isTicked("stay")
            let seconds = stays ? SignIn.longSessionSeconds : SignIn.sessionSeconds
            let deed = Deed(by: person.id, at: visit.moment, identities: visit.house.identities)
            let earlier = visit.cookies["session"].map(SecretHash.init(of:))
            try await visit.write { writer in
                if let earlier { try writer.apply(SignIn.ended(earlier), deed) }
                try guesses.wasRight(writer)
                try writer.apply(
                    SignIn.began(SecretHash(of: secret), person.id, until: deed.moment + seconds, deed), deed)
            }
            let cookies = [
                Cookie("session", secret, seconds: stays ? seconds : nil),
                Cookie("device", visit.house.settings.deviceMark(person.id), seconds: 365 * 86_400),
            ]
            return onward(visit, as: person, secret, cookies)
        } form: { problems in
            SignInPage(visit: visit, kept: visit.fields["kept"], problems: problems).page
        }
    }

    /// To where the person was going, or to what was typed before the session ended.
    private func onward(_ visit: Visit, as person: Person, _ secret: String, _ cookies: [Cookie]) -> Answer {
        let to = Link(onThisSite: visit.fields["to"]) ?? "/"
        guard !visit.fields["kept"].isEmpty else { return .redirect(to, setting: cookies) }
        // A page cannot set cookies; the kept form is shown by the next one, from what this one carries.
        return .page(
            KeptFormPage(
                language: person.language, to: to, kept: visit.fields["kept"],
                proof: visit.house.settings.formProof(SecretHash(of: secret))
            ).page, setting: cookies)
    }

    /// Every guess counts before it is looked at, so that many at once are not let through together.
    /// - Throws: `Problems` where e-mail and password do not belong together, or too many have been tried.
    private func known(_ visit: Visit) async throws -> (Person, Guesses) {
        let email = visit.fields["email"].trimmed.lowercased()
        let found = try await visit.read { reader in
            let person = try PersonStore(reader).find(email: email, on: visit.today)
            return (person, try person.flatMap { try SignInStore(reader).password(of: $0.id) })
        }
        let mark = visit.cookies["device"] ?? ""
        let isKnownDevice = found.0.map { visit.house.settings.isDeviceMark(mark, of: $0.id) } ?? false
        let guesses = Guesses(email: email, caller: visit.caller, isKnownDevice: isKnownDevice)
        let isAdmitted = try await visit.write { writer in
            guard try !guesses.areTooMany(at: visit.moment, writer.reader) else { return false }
            try guesses.made(at: visit.moment, writer)
            return true
        }
        guard isAdmitted else {
            throw Problems(SignInProblem.tooManyGuesses(minutes: Guesses.windowSeconds / 60), at: "password")
        }
        let matches = await Password.matches(visit.fields["password"], found.1)
        guard matches, let person = found.0, person.isHere(on: visit.today) else {
            throw Problems(SignInProblem.noMatch, at: "password")
        }
        return (person, guesses)
    }

    private func showWelcome(_ visit: Visit) async throws -> Answer {
        .page(WelcomePage(visit: visit, person: try await invited(visit)).page)
    }

    private func choosePassword(_ visit: Visit) async throws -> Answer {
        let person = try await invited(visit)
        let link = visit.parameters["secret"] ?? ""
        return try await visit.orAgain {
            let password = try ChosenPassword(visit.fields, for: person.name, email: person.email ?? "")
            let hash = try await Password.hash(password.text)
            let secret = visit.house.identities.secret()
            let deed = Deed(by: person.id, at: visit.moment, identities: visit.house.identities)
            try await visit.write { writer in
                // Once more: somebody else may have used the link meanwhile.
                guard try SignInStore(writer.reader).person(oneTimeLink: link, at: deed.moment) != nil else {
                    throw Refusal.notFound
                }
                try writer.apply(SignIn.changedPassword(of: person.id, to: hash), deed)
                try writer.apply(
                    SignIn.began(
                        SecretHash(of: secret), person.id, until: deed.moment + SignIn.sessionSeconds, deed), deed)
            }
            let text = SignInTexts(language: person.language)
            return .redirect("/", saying: text.passwordSaved, setting: [Cookie("session", secret, seconds: nil)])
        } form: { problems in
            WelcomePage(visit: visit, person: person, problems: problems).page
        }
    }

    private func invited(_ visit: Visit) async throws -> Person {
        let secret = visit.parameters["secret"] ?? ""
        let person = try await visit.read { try SignInStore($0).person(oneTimeLink: secret, at: visit.moment) }
        guard let person else { throw Refusal.notFound }
        return person
    }

    private func chooseLanguage(_ visit: Visit) async throws -> Answer {
        guard let language = Language(rawValue: visit.fields["language"]) else { throw Refusal.notFound }
        if visit.viewer.isSomebody {
            let deed = visit.deed
            let id = visit.viewer.person
            try await visit.write { writer in
                guard let person = try PersonStore(writer.reader).find(id, on: visit.today) else { return }
                try writer.apply(person.speaking(language), deed)
            }
        }
        let back = Link(onThisSite: visit.fields["return"]) ?? "/"
        return .redirect(back, setting: [Cookie("language", language.rawValue, seconds: 365 * 86_400)])
    }

    private func signOut(_ visit: Visit) async throws -> Answer {
        let deed = visit.deed
        if let session = visit.session { try await visit.write { try $0.apply(SignIn.ended(session), deed) } }
        return gone(SignInTexts(language: visit.language).signedOut)
    }

    private func signOutEverywhere(_ visit: Visit) async throws -> Answer {
        let deed = visit.deed
        let person = visit.viewer.person
        try await visit.write { try $0.apply(SignIn.endedEverywhere(person), deed) }
        return gone(SignInTexts(language: visit.language).signedOutEverywhere)
    }

    private func gone(_ sentence: String) -> Answer {
        .redirect("/signin", saying: sentence, setting: [Cookie("session", "", seconds: 0)])
    }

    private func showAccount(_ visit: Visit) async throws -> Answer {
        .page(try await account(visit))
    }

    private func account(_ visit: Visit, problems: Problems = .none) async throws -> Page {
        let id = visit.viewer.person
        let (person, unit) = try await visit.read { reader in
            let person = try PersonStore(reader).find(id, on: visit.today)
            return (person, try person?.unit.flatMap { try UnitStore(reader).find($0, on: visit.today) })
        }
        guard let person else { throw Refusal.notFound }
        return AccountPage(visit: visit, person: person, unit: unit, problems: problems).page
    }

    private func changePassword(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let id = visit.viewer.person
            let stored = try await visit.read { try SignInStore($0).password(of: id) }
            guard await Password.matches(visit.fields["current"], stored) else {
                throw Problems(SignInProblem.noMatch, at: "current")
            }
            let chosen = try ChosenPassword(visit.fields, for: visit.viewer.name, email: "")
            let hash = try await Password.hash(chosen.text)
            let secret = visit.house.identities.secret()
            let deed = visit.deed
            try await visit.write { writer in
                try writer.apply(SignIn.changedPassword(of: id, to: hash), deed)
                try writer.apply(
                    SignIn.began(SecretHash(of: secret), id, until: deed.moment + SignIn.sessionSeconds, deed), deed)
            }
            let text = SignInTexts(language: visit.language)
            return .redirect("/account", saying: text.passwordSaved, setting: [Cookie("session", secret, seconds: nil)])
        } form: { problems in
            try await account(visit, problems: problems)
        }
    }
}
