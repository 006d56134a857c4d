import Design
import Kernel
import Markup

/// The time that is left, drawn and in words. The script counts on from here.
struct MeetingDial: Pattern {
    let clock: MeetingClock
    let moment: Moment
    let language: Language

    private var text: ModeTexts { ModeTexts(language: language) }

    var html: HTML {
        let left = clock.left(at: moment)
        let part = max(0, min(100, (left * 100 + clock.seconds / 2) / clock.seconds))
        let isRunning = clock.paused == nil
        return """
            <div class="dial\(when: left <= 0, " over")" data-left="\(left)" data-whole="\(clock.seconds)"\(when: isRunning, " data-runs")>\
            <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false"><circle cx="18" cy="18" r="15" pathLength="100"/>\
            <circle class="left" cx="18" cy="18" r="15" pathLength="100" stroke-dasharray="\(part) 100"/></svg>\
            <span><span class="unseen">\(text.left): </span><b>\(text.minutesLeft(left))</b></span>\
            \(when: !isRunning, "<span class=\"state soon\">\(text.stands)</span>")</div>
            """
    }
}
