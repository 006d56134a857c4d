import Access
import Design
import Kernel
import Markup
import Storage
import Web

/// Closing an action, taking that back, putting it on hold and taking it up again.
struct ClosureRoutes {
    let origins: Origins

    func add(to routes: inout Routes) {
        routes.get("/actions/:id/closure", for: .signedIn) { .page(try await closingForm($0, Problems.none)) }
        routes.post("/actions/:id/closure", for: .signedIn, close)
        routes.post("/actions/:id/reopening", for: .signedIn, reopen)
        routes.get("/actions/:id/hold", for: .signedIn) { .page(try await holdForm($0, Problems.none)) }
        routes.post("/actions/:id/hold", for: .signedIn, hold)
        routes.post("/actions/:id/resumption", for: .signedIn, resume)
    }

    private func close(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        do {
            return try await visit.orAgain {
                let link = try await visit.once { writer in
                    _ = try ActionWork(writer, visit, origins).close(id, visit.fields)
                    return try Self.goingOn(visit, from: id, writer)
                }
                return .redirect(link, saying: ActionTexts(language: visit.language).closedNow)
            } form: {
                try await closingForm(visit, $0)
            }
        } catch Refusal.conflict(PlanRefusals.closedAlready) where !visit.wantsJSON {
            return .page(try await ClosedMeanwhilePage.page(of: id, visit), status: 409)
        }
    }

    private func reopen(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        _ = try await visit.write { try ActionWork($0, visit, origins).reopen(id) }
        return .redirect("/actions/\(id)", saying: ActionTexts(language: visit.language).reopenedNow)
    }

    private func hold(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                try ActionWork(writer, visit, origins).hold(id, visit.fields)
                return try Self.goingOn(visit, from: id, writer)
            }
            return .redirect(link, saying: ActionTexts(language: visit.language).heldNow)
        } form: {
            try await holdForm(visit, $0)
        }
    }

    /// To the action, or back to the meeting from which it was asked.
    private static func goingOn(_ visit: Visit, from id: ActionID, _ writer: Writer) throws -> Link {
        let action = try ActionStore(writer.reader).find(id)
        return action.flatMap { visit.wayBack(to: $0.body) } ?? "/actions/\(id)"
    }

    private func resume(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        _ = try await visit.write { try ActionWork($0, visit, origins).resume(id) }
        return .redirect("/actions/\(id)", saying: ActionTexts(language: visit.language).resumedNow)
    }

    private func closingForm(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let (action, asked, sharing) = try await openAction(visit)
        let text = ClosureTexts(language: visit.language)
        let examples = ExampleTexts(language: visit.language)
        let lasting = LastingTexts(language: visit.language)
        let effects = Effect.allCases.map { Choice($0.rawValue, ActionTexts(language: visit.language).name($0)) }
        var fields = visit.fields
        if !fields.has("planned") { fields["planned"] = action.agreed.how }
        if !fields.has("judge_on") { fields["judge_on"] = asked.text }
        // From what others told, nothing is passed on unless the group says so.
        if visit.method == .get, !sharing.needsOwnWords { fields["share"] = "on" }
        if !fields.has("title_for_others"), !sharing.needsOwnWords { fields["title_for_others"] = action.agreed.what }
        return page(text.closeTitle, about: text.closeAbout, action, visit) {
            Form(
                to: "/actions/\(action.id)/closure", csrf: nil, fields: fields, problems: problems,
                draft: "closure-\(action.id)", language: visit.language
            ).html { form in
                """
                \(visit.seal)\(visit.carriedWayBack)\
                \(form.field("planned", text.planned, .lines(limit: Agreement.textLimit), isRequired: false))\
                \(form.field("done", text.done, .lines(limit: Agreement.textLimit)))\
                \(form.field("effect", text.effect, .list(effects)))\
                \(form.field("learned", text.learned, .lines(limit: Agreement.textLimit), isRequired: false))\
                \(form.field("severity", lasting.severityNow, .scale(lasting.severities), hint: lasting.severityHint, isRequired: false))\
                \(form.field("judge_on", lasting.judgeOn, .day(earliest: visit.today + 1), hint: lasting.judgeOnHint, isRequired: false))\
                \(when: !sharing.isBarred, """
                    \(form.field("share", examples.share, .tick, hint: examples.shareHint, isRequired: false))\
                    \(form.field("title_for_others", examples.titleForOthers, .text(limit: Agreement.whatLimit), hint: examples.titleHint, isRequired: false))\
                    <p class="meta">\(examples.fewAbout)</p>
                    """)\
                <div class="actions">\(Button(text.close))</div>
                """
            }
        }
    }

    private func holdForm(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let action = try await openAction(visit).0
        let text = ClosureTexts(language: visit.language)
        // Sent again, it stands in place of the one that was just shown.
        let seen = action.hold?.reason ?? ""
        return page(text.holdTitle, about: text.holdAbout, action, visit) {
            Form(
                to: "/actions/\(action.id)/hold", csrf: nil, fields: visit.fields, problems: problems,
                language: visit.language
            ).html { form in
                """
                \(visit.seal)\(visit.carriedWayBack)\(form.hidden("was_reason", seen))\
                \(form.field("reason", text.reason, .lines(limit: Hold.reasonLimit)))\
                \(form.field("look_again_on", text.lookAgainOn, .day(earliest: visit.today)))\
                <div class="actions">\(Button(text.hold))</div>
                """
            }
        }
    }

    /// With the day on which it would be asked whether it lasted, and whether others may learn from it.
    private func openAction(_ visit: Visit) async throws -> (Action, asked: Day, ActionWork.Sharing) {
        let id: ActionID = try visit.id()
        let origins = origins
        return try await visit.read { reader in
            let action = try SeenAction.worked(id, by: visit.viewer, reader).action
            guard action.isOpen else { throw Refusal.conflict(PlanRefusals.closedAlready) }
            return (
                action, try PlanSetting(of: action.body, reader).asked(of: action, on: visit.today),
                try ActionWork.sharing(of: action, origins, reader)
            )
        }
    }

    private func page(
        _ title: String, about: String, _ action: Action, _ visit: Visit, form: () -> HTML
    ) -> Page {
        let crumbs = Breadcrumbs([(action.agreed.what, "/actions/\(action.id)")], language: visit.language)
        return Page(
            title: title, section: "plan",
            content: "\(crumbs)\(PageHeader(title, about: about))<div class=\"narrow\">\(form())</div>")
    }
}
