import Kernel
import Markup
import Web

extension Visit {
    /// Where a page that uses the plan's own forms wants to come back to: a page of this very plan, and no other.
    func wayBack(to body: BodyID) -> Link? {
        let asked = fields["return"]
        guard asked.utf8.count <= 400, asked.hasPrefix("/plan/\(body)/"), !asked.contains("..") else { return nil }
        return Link(onThisSite: asked)
    }

    /// Carries it through a form that is shown in between.
    var carriedWayBack: HTML {
        let asked = fields["return"]
        guard !asked.isEmpty, asked.utf8.count <= 400 else { return .nothing }
        return "<input type=\"hidden\" name=\"return\" value=\"\(asked)\">"
    }
}
