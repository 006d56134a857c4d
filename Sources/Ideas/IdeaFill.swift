import Kernel
import Storage
import Web

/// Puts many ideas in at once, without telling anybody: for invented organisations and for moving in.
public enum IdeaFill {
    /// - Parameter supporters: of each, who stands behind it; its own count is taken from them.
    public static func ideas(
        _ ideas: [(idea: Idea, supporters: Set<PersonID>)], _ identities: Identities, _ writer: Writer
    ) throws {
        try writer.fill(
            table: "idea",
            columns: [
                "id", "key_hash", "body_id", "unit_id", "what", "why", "given", "anonymous", "person_id", "guest_name",
                "state", "supports", "decided", "decided_by", "reason", "action_id", "version",
            ],
            rows: ideas.map { idea, supporters in
                [
                    idea.id.stored, SecretHash(of: "idea " + identities.secret()).text.stored, idea.body.stored,
                    idea.unit.stored, idea.what.stored, idea.why.stored, idea.given.stored, idea.isAnonymous.stored,
                    idea.giver.person?.stored ?? .null, idea.giver.guestName.stored, idea.state.stored,
                    supporters.count.stored, idea.decision?.day.stored ?? .null,
                    idea.decision?.person?.stored ?? .null, (idea.decision?.reason ?? "").stored,
                    idea.action?.stored ?? .null, idea.version.stored,
                ]
            })
        try writer.fill(
            table: "idea_support", columns: ["idea_id", "person_id", "helps"],
            rows: ideas.flatMap { idea, supporters in
                supporters.sorted().map { [idea.id.stored, $0.stored, false.stored] }
            })
    }
}
