import ActionPlan
import Design
import Kernel
import Markup
import Web

/// What can be done with the chosen note while the group stands before the board: by the plan's own routes, so by its
/// own rules and versions.
struct MeetingDeeds {
    let visit: Visit
    let body: BodyID
    let slip: MeetingView.Slip
    let isDone: Bool
    /// This theme and note.
    let back: Link

    private var language: Language { visit.language }
    private var text: ModeTexts { ModeTexts(language: language) }
    private var note: PlanNote { slip.note }

    var html: HTML {
        """
        <section class="deeds" aria-label="\(text.chosen(note.what))"><p>\(text.chosen(note.what))</p>\
        \(each: moves, { "<div data-key=\"\($0.key)\">\($0.button)</div>" })\
        \(when: note.isOpen, "<div data-key=\"done\">\(mark)</div>\(hold)\(closing)")</section>
        """
    }

    /// Back and forth by one column. What is closed is opened again by moving it back; closing asks its questions.
    private var moves: [(key: String, button: PostButton)] {
        let stages = Stage.allCases
        guard let place = stages.firstIndex(of: note.stage) else { return [] }
        let back = place > 0 ? [("back", stages[place - 1], text.back)] : []
        let forward = place + 1 < stages.count ? [("forward", stages[place + 1], text.forward)] : []
        return (back + forward).map { key, stage, title in
            (
                key,
                PostButton(
                    title(stage.told(in: language)), to: "/actions/\(note.id)/stage", csrf: visit.csrf,
                    key == "forward" ? .primary : .plain,
                    hidden: [
                        ("stage", stage.rawValue), ("theme", note.theme?.text ?? ""),
                        ("version", String(note.version)), ("return", self.back.text),
                    ])
            )
        }
    }

    private var mark: PostButton {
        PostButton(
            isDone ? text.unmarkDone : text.markDone, to: "/plan/\(body)/meeting/done", csrf: visit.csrf,
            hidden: [("action", note.id.text), ("done", isDone ? "" : "on"), ("return", back.text)])
    }

    private var closing: Button {
        Button(
            text.closeNow, to: ("/actions/\(note.id)/closure" as Link).with([("return", back.text)]), .quiet)
    }

    private var hold: HTML {
        var fields = Fields()
        fields["look_again_on"] = (visit.today + Self.usualDays).text
        let form = Form(
            to: "/actions/\(note.id)/hold", csrf: nil, fields: fields, idPrefix: "hold-", language: language)
        return """
            <details class="disclosure" data-key="hold"><summary>\(text.hold)</summary><div class="body">\(form.html { form in
                """
                \(visit.seal)\(form.hidden("return", back.text))\
                \(form.field("reason", text.reason, .lines(rows: 2, limit: 500)))\
                \(form.field("look_again_on", text.lookAgainOn, .day(earliest: visit.today)))\
                <div class="actions">\(Button(text.hold))</div>
                """
            })</div></details>
            """
    }

    /// Days until what waits is looked at again, where nobody says otherwise.
    private static let usualDays = 28
}
