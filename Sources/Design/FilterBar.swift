import Kernel
import Markup

/// What narrows a list down. Sent as a query, so that the narrowed list can be kept and sent to others.
public struct FilterBar: Pattern {
    let action: Link
    let search: String?
    let searchTitle: String?
    let fields: [Field]
    let kept: [(name: String, value: String)]
    let isNarrowed: Bool
    let language: Language

    /// - Parameters:
    ///   - search: what was searched for under the name `q`; no search field where nothing is given.
    ///   - searchTitle: what is asked for, where it is something of its own.
    ///   - kept: what goes along unseen, such as the order.
    ///   - isNarrowed: offers the way back to the whole list.
    public init(
        to action: Link, search: String? = nil, searchTitle: String? = nil, fields: [Field] = [],
        kept: [(name: String, value: String)] = [],
        isNarrowed: Bool, language: Language
    ) {
        self.action = action
        self.search = search
        self.searchTitle = searchTitle
        self.fields = fields.map { field in
            var field = field
            field.isFilter = true
            return field
        }
        self.kept = kept
        self.isNarrowed = isNarrowed
        self.language = language
    }

    public var html: HTML {
        """
        <form class="filters" method="get" action="\(action)" role="search" data-filter>\(searchField)\(fields)\
        \(each: kept, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })\
        <div class="row">\(Button(text.show, .plain))\(when: isNarrowed, "\(wholeList)")</div></form>
        """
    }

    private var text: DesignTexts { DesignTexts(language: language) }
    private var wholeList: Button { Button(text.clearFilters, to: action, .quiet) }

    private var searchField: HTML? {
        search.map {
            """
            <div class="field search"><label for="q">\(searchTitle ?? text.search)</label>\
            <input type="search" id="q" name="q" value="\($0)" enterkeyhint="search"></div>
            """
        }
    }
}
