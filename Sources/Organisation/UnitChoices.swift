import Access
import Design
import Kernel

extension [Unit] {
    /// To be chosen from, as they lie under each other: what lies under a unit stands a step further in.
    /// - Parameter isByCode: what is sent is the unit's code, else its id.
    public func choicesInTree(_ language: Language, isByCode: Bool = false) -> [Choice] {
        let known = Set(map(\.id))
        let under = Dictionary(grouping: self) { unit in unit.parent.flatMap { known.contains($0) ? $0 : nil } }
        var choices: [Choice] = []
        func add(_ parent: UnitID?, _ depth: Int) {
            for unit in under[parent] ?? [] {
                choices.append(
                    Choice(
                        isByCode ? unit.code : unit.id.text,
                        String(repeating: "\u{2003}", count: depth) + unit.name.in(language)))
                add(unit.id, depth + 1)
            }
        }
        add(nil, 0)
        return choices
    }
}
