import Access
import Kernel
import Law
import Organisation

/// What the law asks of an employer's organisation as a whole: its levels, and that nobody stands outside.
struct EmployerRules {
    let law: SizeLaw

    /// - Parameters:
    ///   - hasGroup: somebody takes care of the daily tasks.
    ///   - hasCommittee: somebody takes care of the overall ones.
    func employer(_ unit: Unit, _ headCount: HeadCount, hasGroup: Bool, hasCommittee: Bool) -> [Flaw] {
        func missing(_ kind: Flaw.Kind, _ body: BodyKind, by rule: LawRule) -> Flaw {
            Flaw(
                kind, at: .unit(unit.id), unit.name, headCount: headCount, by: rule,
                mending: .addBody(body, unit: unit.code, name: Self.name(body, for: unit)))
        }
        switch law.level(of: headCount.number) {
        case .none: return []
        case .one:
            return hasGroup || hasCommittee ? [] : [missing(.noOrganisation, .committee, by: law.oneLevel)]
        case .two:
            if !hasGroup && !hasCommittee { return [missing(.noOrganisation, .group, by: law.twoLevels)] }
            return (hasGroup ? [] : [missing(.noGroup, .group, by: law.twoLevels)])
                + (hasCommittee ? [] : [missing(.noCommittee, .committee, by: law.twoLevels)])
        }
    }

    /// - Parameter level: of the employer whose unit it is.
    func outside(_ outside: Outside, level: SizeLaw.Level) -> [Flaw] {
        guard level == .two || level == .one && !outside.hasCommittee else { return [] }
        let unit = outside.unit
        return [
            Flaw(
                .outside, at: .unit(unit.id), unit.name, by: law.coverage,
                mending: .addBody(.group, unit: unit.code, name: Self.name(.group, for: unit)))
        ]
    }

    /// Units that more than one of these groups looks after by name. A group of a section goes before one of the
    /// department above it, so only the very same unit is contested.
    func twice(_ groups: [Body], names: [UnitID: Words]) -> [Flaw] {
        var named: [UnitID: [Body]] = [:]
        for group in groups { for unit in group.units { named[unit, default: []].append(group) } }
        return named.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { unit, groups in
            Flaw(
                .twoGroups, at: .unit(unit), names[unit] ?? Words(da: unit.text, en: unit.text),
                names: groups.map(\.name), by: law.coverage, mending: .changeArea(groups[groups.count - 1].id))
        }
    }

    func withoutArea(_ body: Body) -> Flaw {
        Flaw(.withoutArea, at: .body(body.id), body.name, by: law.coverage, mending: .changeArea(body.id))
    }

    /// A seat that a change of the tree left empty.
    func waiting(_ duty: SeatDuty, at name: Words) -> Flaw {
        let mending: Mending
        if duty.kind == .election, let body = duty.place.bodyID {
            mending = .callElection(body, .employees, seats: 1)
        } else {
            mending = .giveSeat(duty.place, duty.role, duty.kind == .election ? .elected : .appointed)
        }
        return Flaw(
            .seatWaits, at: duty.place, name, role: duty.role, day: duty.day,
            by: duty.kind == .election ? law.successor : nil, mending: mending)
    }

    private static func name(_ kind: BodyKind, for unit: Unit) -> Words {
        kind == .group
            ? Words(
                da: "Arbejdsmiljøgruppe, \(unit.name.danish)", en: "Working environment group, \(unit.name.english)")
            : Words(
                da: "Arbejdsmiljøudvalg, \(unit.name.danish)",
                en: "Working environment committee, \(unit.name.english)")
    }
}
