import Journal
import Kernel
import Storage
import Web

/// What can be wrong when somebody signs in or chooses a password.
enum SignInProblem: Problem, Equatable {
    /// Which of the two is wrong is not told.
    case noMatch
    case tooManyGuesses(minutes: Int)
    case passwordTooShort
    case passwordTooLong
    case passwordIsGuessable
    case passwordsDiffer

    func explained(in language: Language) -> String {
        switch self {
        case .noMatch:
            language.pick(
                da:
                    "E-mail og adgangskode passer ikke sammen. Har du glemt koden, så bed administratoren om et nyt link.",
                en:
                    "E-mail and password do not match. If you forgot the password, ask the administrator for a new link."
            )
        case .tooManyGuesses(let minutes):
            language.pick(
                da: "Der er gættet for mange gange herfra. Prøv igen om \(minutes) minutter.",
                en: "There were too many guesses from here. Try again in \(minutes) minutes.")
        case .passwordTooShort:
            language.pick(
                da: "Koden skal have mindst \(Password.least) tegn. Tre tilfældige ord er gode.",
                en: "The password must have at least \(Password.least) characters. Three random words are good.")
        case .passwordTooLong:
            language.pick(
                da: "Koden må højst have \(Password.most) tegn.",
                en: "The password may have \(Password.most) characters at most.")
        case .passwordIsGuessable:
            language.pick(
                da: "Den kode er let at gætte. Vælg en, der ikke ligner dit navn eller din e-mail.",
                en: "That password is easy to guess. Choose one that is not like your name or e-mail.")
        case .passwordsDiffer:
            language.pick(da: "De to koder er ikke ens.", en: "The two passwords differ.")
        }
    }
}

/// A password as somebody chose it, checked.
struct ChosenPassword {
    let text: String

    /// - Throws: all problems with it.
    init(_ fields: Fields, for name: String, email: String) throws(Problems) {
        var reading = Reading(fields)
        text = fields["password"]
        if text.count < Password.least { reading.note(SignInProblem.passwordTooShort, at: "password") }
        if text.count > Password.most { reading.note(SignInProblem.passwordTooLong, at: "password") }
        let plain = text.lowercased()
        let known = [email.lowercased(), email.lowercased().prefix { $0 != "@" }.description, name.lowercased()]
        if known.contains(plain) || Set(plain).count < 4 {
            reading.note(SignInProblem.passwordIsGuessable, at: "password")
        }
        if fields["again"] != text { reading.note(SignInProblem.passwordsDiffer, at: "again") }
        try reading.finish()
    }
}

/// Guesses are counted by who is guessed and where the guess comes from, so that nobody can lock another out from
/// elsewhere. Guesses from many places at once count together only for browsers that have never signed this person in.
struct Guesses {
    static let mostFromOnePlace = 10
    static let mostByOneCaller = 100
    static let mostByStrangers = 100
    static let windowSeconds = 900

    let keys: [(key: String, most: Int)]

    init(email: String, caller: String, isKnownDevice: Bool) {
        var keys = [
            (SecretHash(of: "guess \(email) \(caller)").text, Self.mostFromOnePlace),
            (SecretHash(of: "caller \(caller)").text, Self.mostByOneCaller),
        ]
        if !isKnownDevice { keys.append((SecretHash(of: "stranger \(email)").text, Self.mostByStrangers)) }
        self.keys = keys
    }

    func areTooMany(at moment: Moment, _ reader: Reader) throws -> Bool {
        try keys.contains { key, most in
            let count: Int? = try reader.value(
                "SELECT count FROM failed_sign_in WHERE key = \(key) AND expires > \(moment)")
            return (count ?? 0) >= most
        }
    }

    func made(at moment: Moment, _ writer: Writer) throws {
        let expires = moment + Self.windowSeconds
        for (key, _) in keys {
            try writer.execute(
                """
                INSERT INTO failed_sign_in (key, count, expires) VALUES (\(key), 1, \(expires))
                ON CONFLICT (key) DO UPDATE SET
                    count = CASE WHEN failed_sign_in.expires > \(moment) THEN failed_sign_in.count + 1 ELSE 1 END,
                    expires = CASE WHEN failed_sign_in.expires > \(moment) THEN failed_sign_in.expires ELSE \(expires) END
                """)
        }
        try writer.execute("DELETE FROM failed_sign_in WHERE expires < \(moment + -86_400)")
    }

    /// It was no guess: it does not count.
    func wasRight(_ writer: Writer) throws {
        for (key, _) in keys {
            try writer.execute("UPDATE failed_sign_in SET count = count - 1 WHERE key = \(key) AND count > 0")
        }
    }
}
