import Storage
import Web

/// Who everyone is: units, people, bodies, mandates, signing in, and the rights that follow.
public struct Organisation: Sendable {
    public static let migrations = OrganisationSchema.migrations

    /// Narrows the list of the journal, by the column with a line's subject.
    public typealias Listed = @Sendable (_ subject: SQL) -> SQL

    let invent: @Sendable (any Database) async throws -> (email: String, password: String)
    let listed: [Listed]

    /// - Parameters:
    ///   - invent: fills an empty database with an invented organisation.
    ///   - listed: what of the journal the administrator may see in its list.
    public init(
        invent: @escaping @Sendable (any Database) async throws -> (email: String, password: String),
        listed: [Listed] = []
    ) {
        self.invent = invent
        self.listed = listed
    }

    /// After the schema has been brought up to date: what the program itself must make of rows that were here before.
    public static func complete(_ database: any Database) async throws {
        try await database.write { writer in try SearchWords.complete(writer) }
    }

    public var routes: [Route] {
        var routes = Routes()
        SignInRoutes().add(to: &routes)
        SetupRoutes(invent: invent).add(to: &routes)
        OrganisationRoutes().add(to: &routes)
        BodyRoutes().add(to: &routes)
        MandateRoutes().add(to: &routes)
        UnitChangeRoutes().add(to: &routes)
        RecallRoutes().add(to: &routes)
        AdministrationRoutes(listed: listed).add(to: &routes)
        PersonRoutes().add(to: &routes)
        MonthRoutes().add(to: &routes)
        CalendarRoutes().add(to: &routes)
        ImportRoutes().add(to: &routes)
        OrganisationAPI().add(to: &routes)
        UnitAPI().add(to: &routes)
        PersonAPI().add(to: &routes)
        return routes.all
    }
}
