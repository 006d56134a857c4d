import Access
import Kernel
import Organisation

/// For whom an election's page opens, and who is therefore led to it.
extension OrganisationTies {
    /// Whoever can vote or could, looks after it, stands or was asked, was put on the register or struck by hand, and
    /// all who read what the body does.
    func sees(_ election: Election, of body: Body, _ viewer: Viewer, on day: Day) throws -> Bool {
        if try mayOrganise(body, viewer, on: day) { return true }
        let store = ElectionStore(reader)
        if try viewer.reads.includes(body.id, covering: store.units(of: election.id), reader) { return true }
        if try store.candidate(viewer.person, in: election.id) != nil { return true }
        if try store.corrections(of: election.id)[viewer.person] != nil { return true }
        if try election.state == .voting && store.place(of: viewer.person, in: election.id) != nil { return true }
        return try mayVote(viewer.person, in: election, on: day)
    }

    /// Those of these people for whom the page opens: nobody is led to one that is not found.
    func readers(of id: ID<Election>, among people: Set<PersonID>, on day: Day) throws -> Set<PersonID> {
        let store = ElectionStore(reader)
        guard let election = try store.find(id), let body = try body(election.body, on: day) else { return [] }
        // Whoever works in the area reads what its body does; only the few others are asked one by one.
        let known: Set<PersonID> =
            try election.franchise == .employees
            ? Set(
                ElectorateStore(reader).people(.employees, in: store.units(of: id), for: body.id, on: day).map(\.id))
            : []
        let others = try people.subtracting(known).filter { person in
            guard let found = try PersonStore(reader).find(person, on: day),
                let viewer = try Doorkeeping().viewer(found, on: day, reader)
            else { return false }
            return try sees(election, of: body, viewer, on: day)
        }
        return people.intersection(known).union(others)
    }
}
