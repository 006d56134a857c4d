import Journal
import Kernel
import Storage
import Web

extension Action {
    /// Where it hangs after the move, for boards that stand open: ids by their random ends, so that a note that a board
    /// does not show is nothing there, not even a moment.
    func hint(of move: Move) -> Hint {
        let told: JSON = [
            "note": .text(id.randomEnd), "stage": .text(move.stage.rawValue),
            "theme": .text(move.theme?.randomEnd ?? ""), "before": .text(move.before?.randomEnd ?? ""),
            "version": .number(version + 1),
        ]
        return Hint(Topic.moves(of: body).name, (try? told.line) ?? "{}")
    }
}
