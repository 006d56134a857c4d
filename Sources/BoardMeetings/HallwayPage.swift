import ActionPlan
import Design
import Kernel
import Markup

/// The board in a hallway. It leads nowhere and can be read by anybody who passes.
struct HallwayPage {
    let language: Language
    let assets: Assets
    /// Nothing where the link was withdrawn, or the group is no more.
    let picture: HallwayPicture?
    let moment: Moment

    private var text: ScreenTexts { ScreenTexts(language: language) }
    private var meetings: MeetingTexts { MeetingTexts(language: language) }

    var html: HTML {
        let shell = HallwayShell(language: language, assets: assets, isOver: picture == nil)
        guard let picture else {
            return shell.page(text.isWithdrawn, lost: text.isLost) {
                "<header><h1>\(text.isWithdrawn)</h1><p>\(text.isWithdrawnAbout)</p></header>"
            }
        }
        let title = text.plan(of: picture.name.in(language))
        return shell.page(title, lost: text.isLost, density: picture.density.rawValue) {
            """
            <header><h1>\(title)</h1>\(next(picture))</header>\
            \(when: picture.rows.isEmpty, "<p>\(text.isEmpty)</p>", else: rows(picture))\
            <footer><p>\(text.asOf(moment.day.long(in: language), moment.clock(in: language)))</p></footer>
            """
        }
    }

    private func next(_ picture: HallwayPicture) -> HTML {
        guard let next = picture.next else { return .nothing }
        let place = picture.place.isEmpty ? "" : ", \(picture.place)"
        return "<p class=\"now\">\(meetings.next(next, leader: picture.leader))\(place)</p>"
    }

    private func rows(_ picture: HallwayPicture) -> HTML {
        HTML(each: picture.rows) { row in
            """
            <section><h2>\(row.theme ?? meetings.noTheme)</h2><div class="lanes">\(each: row.lanes, lane)</div></section>
            """
        }
    }

    private func lane(_ lane: HallwayPicture.Lane) -> HTML {
        """
        <div><h3>\(lane.stage.told(in: language))</h3>\
        \(when: !lane.slips.isEmpty, "<ul>\(each: lane.slips, { slip(_: $0, isDone: lane.stage == .closed) })</ul>")\
        \(when: lane.more > 0, "<p>\(text.more(lane.more))</p>")</div>
        """
    }

    private func slip(_ slip: HallwayPicture.Slip, isDone: Bool) -> HTML {
        let due = slip.due.map { text.by($0.short(in: language, today: moment.day)) }
        let about = [slip.name, due].compactMap { $0 }.joined(separator: " · ")
        return """
            <li class="slip\(when: isDone, " done")">\(slip.what)\(when: !about.isEmpty, "<small>\(about)</small>")</li>
            """
    }
}
