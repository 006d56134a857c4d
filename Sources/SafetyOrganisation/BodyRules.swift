import Access
import Kernel
import Law
import Organisation

/// What the law asks of a group and of a committee: who must sit there, and how they came.
struct BodyRules {
    let law: SizeLaw
    let day: Day

    /// Days before the end of a term from which on somebody must be found: an election takes a month with its notice, and
    /// people are on holiday for another.
    static let warning = 90

    /// A group: one leader and one elected representative.
    func group(_ group: Formation) -> [Flaw] {
        let (leaders, representatives) = (group.held(.leader, on: day), group.held(.representative, on: day))
        let vacant = vacantRoles(group)
        var flaws: [Flaw] = []
        if vacant.contains(.leader) || leaders.count < law.leadersInGroup {
            flaws.append(vacancy(.noLeader, .leader, in: group, by: law.group))
        }
        if leaders.count > law.leadersInGroup {
            flaws.append(surplus(.severalLeaders, leaders, wanted: law.leadersInGroup, in: group))
        }
        if vacant.contains(.representative) || representatives.count < law.representativesInGroup {
            let hasEnded = group.lastHeld[.representative] != nil
            flaws.append(
                vacancy(.noRepresentative, .representative, in: group, by: hasEnded ? law.successor : law.group))
        }
        if representatives.count > law.representativesInGroup {
            flaws.append(
                surplus(.severalRepresentatives, representatives, wanted: law.representativesInGroup, in: group))
        }
        return flaws + origins(group) + terms(group)
    }

    /// The bodies of an employer with an organisation on one level. A leader and an elected representative sit in each
    /// group, where there are groups, else in the one body that there is; and one of them has a chair.
    /// - Parameter bodies: in their order; that there is no chair is said of the first committee, else of the first
    ///   group.
    func oneLevel(_ bodies: [Formation]) -> [Flaw] {
        let others = bodies.flatMap { origins($0) + terms($0) }
        let groups = bodies.filter(\.isGroup)
        // Where an agreement built some of it, the agreement says who sits where.
        guard let main = bodies.first(where: \.isCommittee) ?? groups.first, !bodies.contains(where: \.isAgreed) else {
            return others
        }
        var vacancies: [Flaw] = []
        for body in groups.isEmpty ? [main] : groups {
            for (kind, role) in [(Flaw.Kind.noLeader, Role.leader), (.noRepresentative, .representative)]
            where body.held(role, on: day).isEmpty {
                vacancies.append(vacancy(kind, role, in: body, by: law.oneLevel))
            }
        }
        if !bodies.contains(where: { !$0.held(.chair, on: day).isEmpty }) {
            vacancies.append(vacancy(.noChair, .chair, in: main, by: law.oneLevel))
        }
        return vacancies + others
    }

    /// A committee above groups.
    func committee(_ committee: Formation, of groups: [Formation]) -> [Flaw] {
        var flaws: [Flaw] = []
        if vacantRoles(committee).contains(.chair) {
            flaws.append(vacancy(.noChair, .chair, in: committee, by: law.chair))
        }
        if groups.count > law.mostGroupsSittingWhole {
            flaws += elected(committee, among: groups)
        } else {
            flaws += whole(committee, of: groups)
        }
        return flaws + origins(committee) + terms(committee)
    }

    /// What an agreement built: who sits there is the agreement's; that representatives are elected is not.
    func agreed(_ body: Formation) -> [Flaw] { origins(body) + terms(body) }

    // MARK: Committees

    /// More groups than can sit there whole: representatives elect some of their own, and so do the leaders.
    private func elected(_ committee: Formation, among groups: [Formation]) -> [Flaw] {
        var flaws: [Flaw] = []
        let (leaders, representatives) = (
            committee.held(.leader, on: day), committee.held(.representative, on: day)
        )
        if representatives.count < law.representativesInCommittee {
            flaws.append(
                Flaw(
                    .fewRepresentatives, at: .body(committee.body.id), committee.body.name, role: .representative,
                    number: representatives.count, wanted: law.representativesInCommittee, by: law.committee,
                    mending: election(in: committee, .representatives, seats: law.representativesInCommittee)))
        }
        if leaders.count < law.leadersInCommittee {
            flaws.append(
                Flaw(
                    .fewLeaders, at: .body(committee.body.id), committee.body.name, role: .leader,
                    number: leaders.count, wanted: law.leadersInCommittee, by: law.committee,
                    mending: .giveSeat(.body(committee.body.id), .leader, .elected)))
        }
        let sitting = Set(groups.flatMap { $0.held(.representative, on: day) }.map(\.mandate.person))
        let strangers = representatives.filter { !sitting.contains($0.mandate.person) }
        if !strangers.isEmpty {
            flaws.append(
                Flaw(
                    .fromNoGroup, at: .body(committee.body.id), committee.body.name, names: names(strangers),
                    role: .representative, by: law.committee,
                    mending: election(in: committee, .representatives, seats: law.representativesInCommittee)))
        }
        return flaws
    }

    /// Few groups: all their members sit in the committee.
    private func whole(_ committee: Formation, of groups: [Formation]) -> [Flaw] {
        let sitting = Set(committee.sittings.filter { $0.mandate.isHeld(on: day) }.map(\.mandate.person))
        var told: Set<PersonID> = []
        return groups.flatMap { group in
            (group.held(.leader, on: day) + group.held(.representative, on: day)).filter {
                !sitting.contains($0.mandate.person) && told.insert($0.mandate.person).inserted
            }.map { member in
                Flaw(
                    .memberMissing, at: .body(committee.body.id), committee.body.name,
                    names: names([member]) + [group.body.name], role: member.mandate.role, by: law.committee,
                    mending: .giveSeat(
                        .body(committee.body.id), member.mandate.role,
                        member.mandate.role == .representative ? .elected : .byOffice, email: member.email))
            }
        }
    }

    // MARK: Seats

    private func vacantRoles(_ body: Formation) -> [Role] {
        body.body.kind.vacantRoles(
            held: body.sittings.filter { $0.mandate.isHeld(on: day) }.map(\.mandate.role))
    }

    private func vacancy(_ kind: Flaw.Kind, _ role: Role, in body: Formation, by rule: LawRule) -> Flaw {
        let mending: Mending =
            switch role {
            case .representative: election(in: body, .employees, seats: 1)
            case .chair: .giveSeat(.body(body.body.id), role, .byOffice)
            default: .giveSeat(.body(body.body.id), role, .appointed)
            }
        return Flaw(
            kind, at: .body(body.body.id), body.body.name, role: role, day: body.lastHeld[role], by: rule,
            mending: mending)
    }

    private func surplus(_ kind: Flaw.Kind, _ sittings: [Sitting], wanted: Int, in body: Formation) -> Flaw {
        Flaw(
            kind, at: .body(body.body.id), body.body.name, names: names(sittings), role: sittings[0].mandate.role,
            number: sittings.count, wanted: wanted, by: law.group, mending: .endSeat(body.body.id))
    }

    /// Representatives who were appointed, or sit there by office.
    private func origins(_ body: Formation) -> [Flaw] {
        let others = body.held(.representative, on: day).filter { $0.mandate.origin != .elected }
        guard !others.isEmpty else { return [] }
        return [
            Flaw(
                .notElected, at: .body(body.body.id), body.body.name, names: names(others), role: .representative,
                by: law.election, mending: election(in: body, .employees, seats: others.count))
        ]
    }

    /// Terms that run out within the time that finding somebody takes. Whoever is elected or appointed already takes
    /// over from those whose terms end first.
    private func terms(_ body: Formation) -> [Flaw] {
        [Role.representative, .leader, .chair].flatMap { role -> [Flaw] in
            let ending = body.held(role, on: day).compactMap { sitting -> (Sitting, Day)? in
                guard let last = sitting.mandate.ends, last - day <= Self.warning, last < body.body.closes ?? .latest
                else { return nil }
                return (sitting, last)
            }.sorted { $0.1 < $1.1 }
            if role == .representative, body.isElecting { return [] }
            return ending.dropFirst(body.coming(role, after: day).count).map { sitting, last in
                Flaw(
                    .endsSoon, at: .body(body.body.id), body.body.name, names: names([sitting]), role: role, day: last,
                    by: role == .representative ? law.successor : role == .chair ? law.chair : law.group,
                    mending: role == .representative
                        ? election(in: body, body.isCommittee ? .representatives : .employees, seats: 1)
                        : .giveSeat(
                            .body(body.body.id), role, role == .chair ? .byOffice : .appointed, from: last + 1))
            }
        }
    }

    private func election(in body: Formation, _ franchise: Franchise, seats: Int) -> Mending {
        body.isElecting ? .seeElections(body.body.id) : .callElection(body.body.id, franchise, seats: seats)
    }

    private func names(_ sittings: [Sitting]) -> [Words] {
        sittings.map { Words(da: $0.seat.name, en: $0.seat.name) }
    }
}
