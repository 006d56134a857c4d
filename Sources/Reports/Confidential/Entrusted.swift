import Access
import Kernel

/// To whom a confidential report goes that comes in now: to the handler and deputy who are named nearest at or above the
/// unit; where nobody is, to its coordinators; and where there is none, to those who chair. Never to its reporter, nor to
/// anybody from whom the reporter keeps it.
struct Entrusted: Sendable, Equatable {
    let handlers: [PersonID]
    let deputy: PersonID?

    var isNobody: Bool { handlers.isEmpty }

    /// As they are kept with the case.
    var all: [CaseHandler] { handlers.map(CaseHandler.handler) + (deputy.map { [.deputy($0)] } ?? []) }

    /// - Parameter barred: those to whom it may not go.
    init(among surroundings: Surroundings, without barred: Set<PersonID> = []) {
        for naming in surroundings.namings {
            let able = naming.able(on: surroundings.day).map(\.person).filter { !barred.contains($0) }
            guard let first = able.first else { continue }
            (handlers, deputy) = ([first], able.dropFirst().first)
            return
        }
        let offices = [Role.coordinator, .chair].map { role in
            Set(surroundings.mandates.filter { $0.role == role }.map(\.person)).subtracting(barred)
        }
        handlers = offices.first { !$0.isEmpty }?.sorted() ?? []
        deputy = nil
    }
}

/// Somebody who reads what is told in confidence in a unit, or to whom it would go if others may not.
struct Confidant: Sendable, Equatable {
    enum Standing: Sendable, Equatable {
        case handler, deputy
        case office(Role)
    }

    let person: PersonID
    let standing: Standing
    /// The unit above for which he or she is named; nothing by office.
    let unit: UnitID?

    /// All of them, nearest first, each once.
    static func all(among surroundings: Surroundings) -> [Confidant] {
        let named = surroundings.namings.flatMap { naming in
            naming.able(on: surroundings.day).map { one in
                Confidant(
                    person: one.person, standing: one.person == naming.handler.person ? .handler : .deputy,
                    unit: naming.unit)
            }
        }
        let offices = [Role.coordinator, .chair].flatMap { role in
            Set(surroundings.mandates.filter { $0.role == role }.map(\.person)).sorted()
                .map { Confidant(person: $0, standing: .office(role), unit: nil) }
        }
        var known: Set<PersonID> = []
        return (named + offices).filter { known.insert($0.person).inserted }
    }
}

extension NewReport {
    /// Those whom the reporter ticked, as far as it could go to them at all: anything may be sent in a form.
    func keptFromThose(among surroundings: Surroundings) -> NewReport {
        guard !keptFrom.isEmpty else { return self }
        var copy = self
        copy.keptFrom.formIntersection(Confidant.all(among: surroundings).map(\.person))
        return copy
    }

    /// - Throws: `Problems` where nobody is left who reads it: a report that nobody reads is worse than none.
    func readers(among surroundings: Surroundings) throws -> ReportReaders {
        let readers = ReportReaders(of: kind, among: surroundings, without: barred)
        guard readers.isNobody else { return readers }
        guard kind.isConfidential else { throw Problems(ReportProblem.nobodyReads, at: "kind") }
        guard keptFrom.isEmpty else { throw Problems(ReportProblem.nobodyElseReads, at: "kept-from") }
        throw Problems(ReportProblem.nobodyReadsConfidential, at: "kind")
    }
}
