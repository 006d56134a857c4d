import Access
import Crypto
import Foundation
import Kernel
import Markup
import Storage

extension Visit {
    /// What every form of this site carries: proof that it came from a page of ours, and a key by which a form that
    /// is sent twice is known again.
    public var seal: HTML {
        """
        <input type="hidden" name="csrf" value="\(csrf)"><input type="hidden" name="key" value="\(formKey)">
        """
    }

    var isSealed: Bool {
        guard let session else { return false }
        return house.settings.isMark(fields["csrf"], "form", session.text)
    }

    private var formKey: String {
        let given = fields["key"]
        if method == .post, !given.isEmpty, given.utf8.count <= 64 { return given }
        let identities = house.identities
        let key = identities.secret()
        mustBeNew(key) { identities.secret() }
        return key
    }

    /// Writes once, however often the form is sent: a second sending is answered as the first one was.
    /// - Returns: where the browser goes on to.
    public func once(_ body: @escaping @Sendable (Writer) throws -> Link) async throws -> Link {
        let key = fields["key"]
        guard !key.isEmpty, key.utf8.count <= 64 else { return try await write(body) }
        let day = today
        let hash = SecretHash(of: "\(viewer.person) \(key)").text
        return try await write { writer in
            if let path: String = try writer.reader.value("SELECT path FROM sent_form WHERE hash = \(hash)"),
                let link = Link(onThisSite: path)
            {
                return link
            }
            let link = try body(writer)
            try writer.execute("INSERT INTO sent_form (hash, day, path) VALUES (\(hash), \(day), \(link.text))")
            return link
        }
    }

    /// Does the body; where the user can mend what is wrong, shows the form again with everything typed.
    public func orAgain(
        _ body: () async throws -> Answer, form: (Problems) async throws -> Page
    ) async throws -> Answer {
        do {
            return try await body()
        } catch let problems as Problems {
            if wantsJSON { return .problems(problems, language) }
            return .page(try await form(problems), status: 422)
        }
    }
}

extension Answer {
    /// RFC 9457 problem details, all problems by field.
    static func problems(_ problems: Problems, _ language: Language) -> Answer {
        let list = problems.all.map { one in
            ["field": .text(one.field), "detail": .text(one.problem.explained(in: language))] as JSON
        }
        let first = problems.all.first?.problem.explained(in: language) ?? ""
        return .json(
            [
                "type": "about:blank", "status": 422, "problems": .list(list), "detail": .text(first),
                "title": .text(language.pick(da: "Noget skal rettes", en: "Something needs mending")),
            ], status: 422)
    }
}

/// Forms that were sent, for whoever tidies up.
public enum SentForms {
    /// Days for which a form that is sent again is known: longer than any page stays open.
    public static let daysKept = 60

    /// - Returns: how many are forgotten.
    public static func forget(before day: Day, _ writer: Writer) throws -> Int {
        try writer.execute("DELETE FROM sent_form WHERE day < \(day)")
    }

    /// Of what is gone for good.
    /// - Parameter pages: to which the forms led, each with all that stands under it.
    public static func forget(leadingTo pages: [String], _ writer: Writer) throws {
        // In the order of bytes, the sign after a slash is a nought.
        try writer.execute(
            pages.flatMap { page -> [SQL] in
                [
                    "DELETE FROM sent_form WHERE path = \(page)",
                    "DELETE FROM sent_form WHERE path >= \(page + "/") AND path < \(page + "0")",
                ]
            }, raising: [])
    }
}

/// Forms that were sent, so that none is carried out twice. Kept by hash and day only.
public enum WebSchema {
    public static let migrations = [
        Migration(
            "create sent form",
            """
            CREATE TABLE sent_form (
                hash TEXT NOT NULL PRIMARY KEY,
                day  TEXT NOT NULL,
                path TEXT NOT NULL
            ) \(.withoutOrder)
            """,
            "CREATE INDEX sent_form_by_day ON sent_form (day)"
        ),
        // What is erased takes the forms along that led to it.
        Migration("find sent forms by where they led", "CREATE INDEX sent_form_by_path ON sent_form (path)"),
    ]
}
