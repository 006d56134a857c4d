import Design
import Kernel
import Markup
import Web

/// What stands around the form for its scripts: where a copy is fetched that a phone keeps, whose form it is, and the words
/// about what is kept on the device. See `docs/decisions/0033-offline-and-drafts.md`.
struct DoorOnDevice {
    let visit: Visit
    /// `/r/…` or `/report`.
    let door: Link
    /// The copy itself: it belongs to nobody.
    let isCopy: Bool

    static let scripts = [
        "js/photo.js", "js/camera.js", "js/outbox.js", "js/draft.js", "js/door.js", "js/waiting.js",
    ]

    private var text: OfflineTexts { OfflineTexts(language: visit.language) }
    private var reports: ReportTexts { ReportTexts(language: visit.language) }

    func around(_ form: HTML) -> HTML {
        """
        <div class="stack" data-door\(addresses)\(words)>\
        <section class="sheet" data-waiting-list hidden><div class="body stack"></div></section>\
        <div class="banner soon" data-notice role="status" hidden><div class="stack tight"></div></div>\
        <div class="banner" data-restored hidden><div class="stack tight"><p>\(text.restored)</p>\
        <button type="button" class="button">\(text.beginAnew)</button></div></div>\
        \(form)\(about)</div>
        """
    }

    private var addresses: HTML {
        let assets = visit.house.assets
        let worker: Link? = visit.house.settings.keepsForms ? assets.link("js/worker.js") : nil
        let scope: Link = door.text.hasPrefix("/r/") ? "/r/" : "/report"
        return """
             data-worker="\(worker?.text)" data-scope="\(scope)" data-copy="\(door.text)/kept" data-owner="\(owner)" \
            data-manifest="\(assets.link("report.webmanifest"))" data-icon="\(assets.link("icons/192.png"))" \
            data-confidential="\(confidential)" data-most-photos="\(NewReport.photoLimit)"
            """
    }

    /// Who has the form before her, by a mark that names nobody: what waits is sent in nobody else's name.
    private var owner: String {
        !isCopy && visit.viewer.isSomebody ? visit.house.settings.outboxMark(visit.viewer.person) : ""
    }

    private var confidential: String {
        ReportKind.allCases.filter(\.isConfidential).map(\.rawValue).joined(separator: " ")
    }

    private var words: HTML {
        """
         data-camera="\(text.camera)" data-choose="\(text.choose)" data-missing="\(text.missing)" data-kept-on-phone="\(text.keptOnPhone)" \
        data-kept-here="\(text.keptHere)" data-unreachable="\(text.unreachable)" data-keep-here-title="\(text.keepHere)" \
        data-full="\(text.full)" data-waiting="\(text.waiting)" data-waiting-about="\(text.waitingAbout)" \
        data-signed-out="\(text.signedOut)" data-sign-in="\(text.signIn)" data-refused="\(text.refused)" data-send-now="\(text.sendNow)" \
        data-mend="\(text.mend)" data-remove="\(text.remove)" data-remove-sure="\(text.removeSure)" \
        data-photo-count="\(text.photoCount)" data-sent="\(text.sent)" data-sent-code="\(text.sentCode)" \
        data-seen-code="\(text.seenCode)" data-keep-code="\(reports.keepCode)" \
        data-confidential-report="\(reports.confidentialReport)" data-forgotten="\(text.forgotten)"
        """
    }

    private var about: HTML {
        """
        <div class="needs-script">\(Disclosure(text.onThisDevice) {
            """
            <p class="meta">\(text.onThisDeviceAbout(keepsForms: visit.house.settings.keepsForms))</p>\
            <button type="button" class="button" data-forget-device>\(text.forget)</button>
            """
        })</div>
        """
    }
}
