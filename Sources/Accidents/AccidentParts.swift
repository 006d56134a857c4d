import Design
import Kernel
import Markup
import Reports
import Web

/// Who was away from when to when: shown to those alone who write it.
struct AbsencePart: Pattern {
    let visit: Visit
    let picture: AccidentPicture
    let problems: Problems

    private var language: Language { visit.language }
    private var text: AccidentTexts { AccidentTexts(language: language) }
    private var forms: FormTexts { FormTexts(language: language) }
    private var path: Link { "/reports/\(picture.report.id)/accident/absences" }
    private var isThis: Bool { !problems.isEmpty && visit.address == path.text }

    var html: HTML {
        Sheet(forms.absence) {
            """
            <p class="meta">\(forms.absenceAbout)</p><div class="stack" data-live-part="absences">\(list)\(when: picture.record == nil, "\(nobody)")</div>\(adding)
            """
        }.html
    }

    private var list: HTML {
        guard let record = picture.record, !record.absences.isEmpty else { return "<p>\(forms.noAbsence)</p>" }
        let lost = text.days(record.lostDays(until: visit.today))
        return """
            <ul class="stack">\(each: record.absences, line)</ul><p><b>\(forms.lost(lost))</b></p>
            """
    }

    /// Answers at one press what otherwise takes the whole form. The day is asked where nobody has said it.
    private var nobody: HTML {
        let action: Link = "/reports/\(picture.report.id)/accident/absences/none"
        let isThis = !problems.isEmpty && visit.address == action.text
        return Form(
            to: action, csrf: nil, fields: isThis ? visit.fields : Fields(), problems: isThis ? problems : .none,
            idPrefix: "none-", language: language
        ).html { form in
            """
            \(visit.seal)\
            \(when: picture.happened == nil, "\(form.field("happened", forms.happened, .day(latest: visit.today)))")\
            <div class="actions">\(Button(forms.nobodyAway, .plain))</div>
            """
        }
    }

    private func line(_ absence: Absence) -> HTML {
        let told = SheetTexts(language: language).told(absence)
        return """
            <li class="stack tight"><p>\(told)</p>\(when: absence.last == nil, "\(ending(absence))")\(removal(absence))</li>
            """
    }

    private func ending(_ absence: Absence) -> Disclosure {
        let action: Link = "/reports/\(picture.report.id)/accident/absences/end"
        let isThis =
            !problems.isEmpty && visit.address == action.text && visit.fields["first"] == absence.first.text
        return Disclosure(forms.endAbsence, isOpen: isThis) {
            Form(
                to: action, csrf: nil, fields: isThis ? visit.fields : Fields(), problems: isThis ? problems : .none,
                idPrefix: "end-\(absence.first.text)\(absence.isReduced ? "-r" : "")-", language: language
            ).html { form in
                """
                \(visit.seal)\(form.hidden("first", absence.first.text))\
                \(form.field("last", forms.lastDay, .day(earliest: absence.first)))\(Button(forms.saveEnd, .plain))
                """
            }
        }
    }

    /// Named as a whole for those who hear it without seeing the line.
    private func removal(_ absence: Absence) -> HTML {
        let told = SheetTexts(language: language).told(absence)
        return """
            <form method="post" action="\("/reports/\(picture.report.id)/accident/absences/removal" as Link)">\(visit.seal)\
            <input type="hidden" name="first" value="\(absence.first.text)">\
            <input type="hidden" name="last" value="\(absence.last?.text)">\
            \(when: absence.isReduced, "<input type=\"hidden\" name=\"reduced\" value=\"on\">")\
            <button class="button quiet" aria-label="\(forms.remove(told))">\(forms.remove)</button></form>
            """
    }

    private var adding: HTML {
        Form(
            to: path, csrf: nil, fields: isThis ? visit.fields : Fields(), problems: isThis ? problems : .none,
            idPrefix: "absence-", language: language
        ).html { form in
            """
            \(visit.seal)\
            \(when: picture.happened == nil, "\(form.field("happened", forms.happened, .day(latest: visit.today)))")\
            \(form.field("first", forms.firstDay, .day(earliest: picture.happened, latest: visit.today)))\
            \(form.field("last", forms.lastDay, .day(earliest: picture.happened), hint: forms.lastDayHint, isRequired: false))\
            \(form.field("reduced", forms.isReduced, .tick, isRequired: false))\
            <div class="actions">\(Button(forms.addAbsence, .plain))</div>
            """
        }
    }
}

/// What was sent when and by whom, and where one writes it down.
struct SendingPart: Pattern {
    let visit: Visit
    let picture: AccidentPicture
    let problems: Problems

    private var language: Language { visit.language }
    private var text: AccidentTexts { AccidentTexts(language: language) }
    private var forms: FormTexts { FormTexts(language: language) }
    private var path: Link { "/reports/\(picture.report.id)/accident/sendings" }
    private var isThis: Bool { !problems.isEmpty && visit.address == path.text }

    var html: HTML {
        let sendings = picture.record?.sendings ?? []
        return Sheet(forms.sent) {
            """
            <div class="stack" data-live-part="sendings">\(when: sendings.isEmpty, "<p>\(forms.nothingSent)</p>")\
            \(when: !sendings.isEmpty, "<ul class=\"stack\">\(each: sendings, line)</ul>")</div>\
            \(when: picture.mayWrite && picture.record != nil, "\(adding)")
            """
        }.html
    }

    private func line(_ sending: Sending) -> HTML {
        let day = sending.day.long(in: language)
        let name = picture.names[sending.by].map(forms.notedBy)
        let about = [sending.receipt, name ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
        return """
            <li class="stack tight"><p><b>\(day)</b> \(forms.name(of: sending.to))</p><p class="meta">\(about)</p>\
            \(when: picture.mayWrite, removal(sending, "\(day) \(forms.name(of: sending.to))"))</li>
            """
    }

    private func removal(_ sending: Sending, _ told: String) -> HTML {
        let action: Link = "/reports/\(picture.report.id)/accident/sendings/\(sending.id)/withdrawal"
        return """
            <form method="post" action="\(action)">\(visit.seal)\
            <button class="button quiet" aria-label="\(forms.remove(told))">\(forms.remove)</button></form>
            """
    }

    private var adding: HTML {
        var fields = visit.fields
        if !isThis { fields = Fields(["to": [likely.rawValue], "day": [visit.today.text]]) }
        return Disclosure(forms.noteSending, isOpen: isThis || picture.standing.next != nil) {
            Form(
                to: path, csrf: nil, fields: fields, problems: isThis ? problems : .none, idPrefix: "sending-",
                language: language
            ).html { form in
                """
                \(visit.seal)\
                \(form.field("to", forms.sentTo, .select(Recipient.allCases.map { Choice($0.rawValue, forms.name(of: $0)) })))\
                \(form.field("day", forms.sentDay, .day(earliest: picture.happened, latest: visit.today)))\
                \(form.field("receipt", forms.receipt, .text(limit: AccidentDetails.lineLimit), hint: forms.receiptHint,
                    isRequired: false))\
                <div class="actions">\(Button(forms.save))</div><p class="meta">\(forms.afterSending)</p>
                """
            }
        }.html
    }

    private var likely: Recipient {
        if picture.standing.telephone.isOpen { return .telephone }
        if case .insurerOnly = picture.standing.duty { return .insurer }
        return .authority
    }
}
