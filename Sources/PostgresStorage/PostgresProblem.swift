import Storage

extension StorageProblem {
    /// - Parameter state: SQLSTATE; empty where the connection broke.
    init(state: String, message: String) {
        switch (state, state.prefix(2)) {
        case ("23505", _), ("23P01", _): self = .notUnique(message)
        case (_, "23"): self = .refused(message)
        case ("53100", _): self = .full(message)
        case ("", _), (_, "08"), (_, "40"), (_, "53"), (_, "57"), ("55P03", _), ("25006", _):
            self = .unavailable(message)
        default: self = .broken("\(message) (SQLSTATE \(state))")
        }
    }
}
