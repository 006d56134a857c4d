import Kernel
import Markup

extension DesignSamples {
    /// A form that came back: what was typed is kept, and the problems stand beside their fields.
    var form: HTML {
        var problems = Problems(FieldProblem.missing, at: "where")
        problems.add(FieldProblem.tooLong(limit: 40, count: 52), at: "what")
        let sent = Fields([
            "kind": ["danger"], "what": ["Vand på gulvet ved nødbruseren, jeg var ved at falde"], "anonymous": ["on"],
        ])
        let form = Form(
            to: "/report", csrf: "sample", fields: sent, problems: problems, draft: "design", hasFiles: true,
            language: language)
        return "<div id=\"form\">\(form.html(fields))</div>"
    }

    private func fields(_ form: Form) -> HTML {
        """
        \(form.field("kind", say("Hvad så du?", "What did you see?"), .cards(kinds)))\
        \(form.field("what", say("Fortæl kort", "Tell briefly"), .lines(limit: 40)))\
        \(form.field("where", say("Hvor?", "Where?"), hint: say("Bygning og rum.", "Building and room.")))\
        <div class="pair">\(form.field("day", say("Hvornår?", "When?"), .day()))\
        \(form.field("unit", say("Enhed", "Unit"), .select([Choice("1", "Grøn Kemi"), Choice("2", "Fysik")])))</div>\
        \(form.field("scale", say("Hvor alvorligt?", "How serious?"), .scale(scale), isRequired: false))\
        \(form.field("tell", say("Hvem må høre om det?", "Who may hear of it?"), .ticks(listeners), isRequired: false))\
        \(form.field("photo", say("Foto", "Photo"), photos, isRequired: false))\
        \(form.field("anonymous", say("Meld uden navn", "Report without a name"), .tick))\
        <div class="actions">\(Button(say("Send", "Send"), icon: assets.icon(.send)))</div>
        """
    }

    private var photos: Control { .files(accepts: "image/*", isMany: true, isPhoto: true) }
    private var scale: [Choice] { (1...10).map { Choice(String($0), String($0)) } }

    private var listeners: [Choice] {
        [Choice("group", say("Gruppen", "The group")), Choice("leader", say("Lederen", "The leader"))]
    }

    private var kinds: [Choice] {
        [
            Choice(
                "danger", say("Noget var farligt", "Something was dangerous"),
                detail: say("Ingen kom til skade", "Nobody was hurt")),
            Choice(
                "injury", say("Nogen kom til skade", "Somebody was hurt"),
                detail: say("Også mindre ting", "Small things too")),
            Choice("violence", say("Vold eller trusler", "Violence or threats")),
            Choice(
                "offence", say("Krænkende adfærd", "Offensive behaviour"), detail: say("Fortroligt", "Confidential")),
        ]
    }
}
