import Design
import Kernel
import Law
import Markup
import Reports
import Web

/// Whether the accident must be notified, by when and why, what the rule is worth, and what is missing.
struct DutySheet: Pattern {
    let visit: Visit
    let picture: AccidentPicture
    /// On the page of the report there is a way to the accident's own.
    let isGuest: Bool

    private var language: Language { visit.language }
    private var text: AccidentTexts { AccidentTexts(language: language) }
    private var forms: FormTexts { FormTexts(language: language) }
    private var standing: DutyStanding { picture.standing }
    private var law: AccidentLaw { picture.rule.law }

    var html: HTML {
        Sheet(text.duty, aside: badge) {
            """
            <p><b>\(text.headline(standing.duty, tellsDays: picture.eyes == .whole))</b></p>\(countdown)\(why)\(telephone)\(openRule)\(missing)\
            \(others)\(when: isGuest, "\(actions)")\(LawNotes(title: text.rules, rules: rules, language: language))
            """
        }.html
    }

    private var badge: HTML {
        let state = standing.next?.state ?? standing.state
        return "\(Badge(text.badge(state), state.tone))"
    }

    private var countdown: HTML {
        let told = text.told(standing.state)
        let weekend = standing.state.isOpen ? standing.duty.deadline.flatMap { $0.isWorkingDay ? nil : $0 } : nil
        return """
            \(when: !told.isEmpty, "<p>\(told)</p>")\(weekend.map { "<p>\(text.weekend($0))</p>" as HTML })
            """
    }

    private var why: HTML {
        switch standing.duty {
        case .notify(_, let reason):
            // Days away are health data: others see the deadline that comes of them.
            guard picture.eyes == .whole, let record = picture.record else { return .nothing }
            return "<p class=\"meta\">\(text.why(reason, record.lostDays(until: visit.today)))</p>"
        case .insurerOnly: return "<p class=\"meta\">\(text.whyCompensation)</p>"
        case .none, .possible, .notByEmployer: return .nothing
        }
    }

    private var telephone: HTML {
        guard let day = standing.telephoneDay else { return .nothing }
        guard standing.telephone.isOpen else { return "<p>\(text.telephoned)</p>" }
        return Banner(text.telephone(day), .late).html
    }

    /// That the rule may have changed, what it is worth, and which of the two is gone by.
    private var openRule: HTML {
        guard let happened = picture.happened, picture.rule.isOpen(for: happened), let bill = law.bill,
            picture.report.kind.mayBeAccident
        else { return .nothing }
        return Banner(.soon) {
            """
            <p>\(text.open(bill.words.in(language)))</p><p>\(LawSource(bill, language: language))</p>\
            <p><a href="/accidents/rule">\(text.rule)</a></p>
            """
        }.html
    }

    private var missing: HTML {
        guard picture.mayWrite, standing.state.isOpen, let record = picture.record else { return .nothing }
        let sheet = NotificationSheet(
            of: record, picture.report, unit: picture.unit, eyes: picture.eyes, shown: picture.shown,
            notifier: visit.viewer.name,
            on: visit.today, in: language)
        guard !sheet.missing.isEmpty else { return "<p>\(forms.allFilledIn)</p>" }
        return "<p class=\"meta\">\(forms.missing) \(sheet.missing.joined(separator: ", "))</p>"
    }

    /// On the report's page; on the accident's own they stand by themselves.
    private var others: HTML {
        guard isGuest, picture.people.count > 1 else { return .nothing }
        return PeopleList(people: picture.people, language: language).html
    }

    private var actions: HTML {
        guard picture.report.kind.mayBeAccident else { return .nothing }
        let title = picture.mayWrite ? forms.toAccident : forms.seeAccident
        return """
            <div class="actions">\(Button(title, to: "/reports/\(picture.report.id)/accident",
                standing.state.isOpen || picture.record == nil ? .primary : .plain))</div>
            """
    }

    /// Those that this duty hangs on.
    private var rules: [LawRule] {
        switch standing.duty {
        case .notByEmployer(.doctors): return [law.disease, law.mental]
        case .notByEmployer(.otherFirm): return [law.otherFirm]
        case .notByEmployer(.visitor): return [law.visitor]
        case .possible(.student): return [law.students, law.absence, law.deadline]
        case .none, .possible, .notify, .insurerOnly: break
        }
        var rules = [law.absence, law.firstDay, law.deadline, law.compensation, law.mental, law.access]
        if let bill = law.bill { rules.insert(bill, at: 1) }
        if picture.record?.isDeath == true { rules.insert(law.death, at: 0) }
        if picture.report.circumstances.isOutsideHours { rules.append(law.outsideHours) }
        if picture.report.circumstances.setting == .travel { rules.append(law.commuting) }
        return rules
    }
}

extension DeadlineState {
    var tone: Badge.Tone {
        switch self {
        case .notDue: .plain
        case .due, .lastWorkingDay: .soon
        case .overdue, .metLate: .late
        case .metInTime: .ok
        }
    }
}
