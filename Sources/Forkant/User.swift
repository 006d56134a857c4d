import Access
import ArgumentParser
import Foundation
import Journal
import Kernel
import Organisation
import Storage

struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Users, their links and their tokens.", subcommands: [Add.self, Link.self, Token.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a person who may sign in.")

        @OptionGroup var options: DataOptions
        @Option(help: "The e-mail that the person signs in with.") var email: String
        @Option(help: "The person's name.") var name: String
        @Option(help: "The code of the unit where the person works.") var unit: String?
        @Option(help: "A password; without one, a link to choose it is printed.") var password: String?
        @Option(help: "da or en.") var language = "da"
        @Flag(help: "Technical rights: users, imports, settings.") var administrator = false

        func run() async throws {
            let database = try await options.opened()
            let hash = try await password.asyncMap { try await Password.hash($0) }
            let secret = Identities.system.secret()
            let deed = Deed(by: nil, at: .now, identities: .system)
            let person = Person(
                id: Identities.system.random(), name: name, email: email.lowercased(),
                language: Language(rawValue: language) ?? .danish, unit: nil, starts: deed.day,
                isAdministrator: administrator)
            let unit = unit
            try await database.write { writer in
                var person = person
                if let unit {
                    guard let found = try UnitStore(writer.reader).find(code: unit, on: deed.day) else {
                        throw ValidationError("There is no unit with the code \(unit).")
                    }
                    person.unit = found.id
                }
                try writer.apply(person.added(), deed)
                try writer.apply(
                    hash.map { SignIn.changedPassword(of: person.id, to: $0) }
                        ?? SignIn.invited(person.id, secret: secret, deed), deed)
            }
            await database.close()
            say(hash == nil ? "/welcome/\(secret)" : "Added \(email).")
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes a link by which a person chooses a password.")

        @OptionGroup var options: DataOptions
        @Option(help: "The person's e-mail.") var email: String

        func run() async throws {
            let database = try await options.opened()
            let secret = Identities.system.secret()
            let deed = Deed(by: nil, at: .now, identities: .system)
            let email = email
            try await database.write { writer in
                guard let person = try PersonStore(writer.reader).find(email: email, on: deed.day) else {
                    throw ValidationError("Nobody has the e-mail \(email).")
                }
                try writer.apply(SignIn.invited(person.id, secret: secret, deed), deed)
            }
            await database.close()
            say("/welcome/\(secret)")
        }
    }

    struct Token: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a token with which a program acts for a person. It is printed once.")

        @OptionGroup var options: DataOptions
        @Option(help: "The person's e-mail.") var email: String
        @Option(help: "What the token is for.") var name = "API"
        @Option(parsing: .upToNextOption, help: "Such as plan:read plan:write reports:write.") var scope: [String]
        @Option(help: "How many days it works.") var days = 365

        func validate() throws {
            for one in scope where Scope(rawValue: one) == nil {
                throw ValidationError(
                    "There is no scope \(one). There are: \(Scope.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
        }

        func run() async throws {
            let database = try await options.opened()
            let secret = Identities.system.secret()
            let deed = Deed(by: nil, at: .now, identities: .system)
            let (email, name, scope, end) = (email, name, scope, deed.moment + days * 86_400)
            try await database.write { writer in
                guard let person = try PersonStore(writer.reader).find(email: email, on: deed.day) else {
                    throw ValidationError("Nobody has the e-mail \(email).")
                }
                try writer.apply(SignIn.token(secret, person.id, name: name, scopes: scope, until: end), deed)
            }
            await database.close()
            say(secret)
        }
    }
}

extension Optional {
    fileprivate func asyncMap<Mapped>(_ transform: (Wrapped) async throws -> Mapped) async rethrows -> Mapped? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
