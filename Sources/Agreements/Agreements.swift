import Access
import Kernel
import Organisation
import Storage
import Web

/// Two committees that become one by agreement, and the papers by which bodies work: rules of procedure and templates.
public enum Agreements {
    /// Whether an election is under way in a body.
    public typealias ElectionWatch = @Sendable (BodyID, Reader) throws -> Bool

    /// - Parameter hasElection: asked before committees become one or two, since whoever is elected takes a seat in them.
    public static func routes(hasElection: @escaping ElectionWatch) -> [Route] {
        var routes = Routes()
        AgreementRoutes().add(to: &routes)
        StepRoutes(hasElection: hasElection).add(to: &routes)
        ReversalRoutes(hasElection: hasElection).add(to: &routes)
        ProcedureRoutes().add(to: &routes)
        TemplateRoutes().add(to: &routes)
        AgreementAPI.add(to: &routes)
        return routes.all
    }

    /// Agreements of the area that the viewer arranges, to be looked at again.
    @Sendable public static func matters(of visit: Visit, _ asking: Asking) -> Matter.Found {
        { try AgreementStore($0).matters(for: visit.viewer, on: visit.today) }
    }

    public static let migrations = AgreementSchema.migrations
}
