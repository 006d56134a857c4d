import Design
import Kernel
import Markup
import Web

/// Above the list: the lists that its reader has saved, and the way to save this one.
struct SavedListBar: Pattern {
    let lists: [SavedList]
    let fields: Fields
    let language: Language

    private var text: SavedListTexts { SavedListTexts(language: language) }
    private var isSaved: Bool { lists.contains { $0.isShown(by: fields) } }

    var html: HTML {
        let query = SavedList.query(fields)
        let maySave = !query.isEmpty && !isSaved
        guard !lists.isEmpty || maySave else { return .nothing }
        let new = ("/lists/new" as Link).with(ActionFilter.names.map { ($0, query[$0.description] ?? "") })
        let tabs = lists.map { Tabs.Tab($0.name, to: $0.link, isCurrent: $0.isShown(by: fields)) }
        return """
            <div class="row no-print">\(when: !lists.isEmpty, "\(Tabs(text.title, tabs))")\
            \(when: maySave, "\(Button(text.save, to: new, .quiet))")\
            \(when: !lists.isEmpty, "\(Button(text.manage, to: "/lists", .quiet))")</div>
            """
    }
}

/// All lists that somebody has saved: opened, renamed, deleted.
struct SavedListsPage {
    let visit: Visit
    let lists: [SavedList]
    /// The one that was deleted just now.
    let deleted: SavedList?
    let renaming: ID<SavedList>?
    let problems: Problems

    private var language: Language { visit.language }
    private var text: SavedListTexts { SavedListTexts(language: language) }

    var page: Page {
        let undo = deleted.map {
            PostButton(text.restore($0.name), to: "/lists/\($0.id)/restoring", csrf: visit.csrf)
        }
        let summary = renaming == nil ? ProblemSummary(problems, idPrefix: "", language: language).html : .nothing
        return Page(
            title: text.title, section: "plan",
            content: """
                \(PageHeader(text.title, about: text.about, actions: Button(text.toTheList, to: "/actions").html))\
                \(summary)\(undo.map { "<div class=\"no-print\">\($0)</div>" })\
                \(when: lists.isEmpty, nothing, else: all)
                """)
    }

    private var nothing: HTML {
        EmptyState(text.none, text.noneAbout, icon: visit.house.assets.icon(.list, isLarge: true)).html
    }

    private var all: HTML {
        Sheet { "<ul class=\"stack loose\">\(each: lists, line)</ul>" }.html
    }

    private func line(_ list: SavedList) -> HTML {
        let isRenamed = list.id == renaming
        var fields = isRenamed ? visit.fields : Fields()
        if !isRenamed { fields["name"] = list.name }
        let form = Form(
            to: "/lists/\(list.id)", csrf: visit.csrf, fields: fields, problems: isRenamed ? problems : .none,
            idPrefix: "\(list.id)-", language: language)
        let rename = Disclosure(text.rename, isOpen: isRenamed) {
            form.html { form in
                """
                \(form.field("name", text.name, .text(limit: SavedList.nameLimit)))\
                <div class="actions">\(Button(text.rename, .plain))</div>
                """
            }
        }
        let delete = PostButton(text.delete(list.name), to: "/lists/\(list.id)/deletion", csrf: visit.csrf, .quiet)
        return
            "<li class=\"stack tight\"><div class=\"row\"><a href=\"\(list.link)\"><b>\(list.name)</b></a>\(delete)</div>\(rename)</li>"
    }
}

/// Gives a narrowed list a name.
struct NewSavedListPage {
    let visit: Visit
    let problems: Problems

    private var text: SavedListTexts { SavedListTexts(language: visit.language) }

    var page: Page {
        let query = SavedList.query(visit.fields)
        let form = Form(to: "/lists", csrf: nil, fields: visit.fields, problems: problems, language: visit.language)
        return Page(
            title: text.saveTitle, section: "plan",
            content: """
                \(PageHeader(text.saveTitle, about: text.saveAbout))<div class="narrow">\(form.html { form in
                    """
                    \(visit.seal)\(each: query.sorted { $0.key < $1.key }, { form.hidden($0.key, $0.value) })\
                    \(form.field("name", text.name, .text(limit: SavedList.nameLimit), hint: text.nameHint))\
                    <div class="actions">\(Button(text.save))</div>
                    """
                })</div>
                """)
    }
}
