import Access
import Kernel
import Law
import Organisation

/// What the law, or somebody who tells of it, wants of a new member and of the employer for him or her.
struct HandoverDuty: Sendable {
    let rule: LawRule
    /// The last day; nothing where it goes on.
    let day: Day?

    /// For those who take part in the safety organisation as leader or elected representative. From the first day of
    /// the mandate.
    static func of(_ mandate: Mandate, _ kind: BodyKind?, _ law: MemberLaw) -> [HandoverDuty] {
        var duties: [HandoverDuty] = []
        let isMember = [.leader, .representative].contains(mandate.role) && kind != .network && kind != .workingGroup
        if isMember {
            let first = mandate.starts
            duties = [
                HandoverDuty(rule: law.course, day: first.adding(months: law.courseMonths)),
                HandoverDuty(rule: law.furtherTraining, day: first.adding(months: law.furtherTrainingMonths)),
                HandoverDuty(rule: law.trainingEachYear, day: nil),
            ]
        }
        if mandate.role == .representative {
            if let ends = mandate.ends { duties.append(HandoverDuty(rule: law.endOfTerm, day: ends)) }
            duties.append(HandoverDuty(rule: law.protection, day: nil))
        }
        if [.coordinator, .chair, .secretary].contains(mandate.role) {
            duties.append(HandoverDuty(rule: law.annualDiscussion, day: nil))
        }
        return duties
    }
}
