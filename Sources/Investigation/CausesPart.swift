import Design
import Drawing
import Kernel
import Markup
import Web

/// The causes: as a list in which they are written, as chains and as a fishbone. All three show the same.
struct CausesPart {
    let visit: Visit
    let picture: InvestigationPicture

    var text: CauseTexts { CauseTexts(language: visit.language) }
    private var words: InvestigationTexts { InvestigationTexts(language: visit.language) }
    private var forms: InvestigationForms { InvestigationForms(visit: visit, picture: picture) }
    private var parts: InvestigationParts { InvestigationParts(picture: picture, visit: visit) }
    private var tree: CauseTree { picture.tree }
    var isEmpty: Bool { tree.isEmpty }

    var list: HTML {
        guard !tree.isEmpty else { return parts.nothing(text.noCauses) }
        return "<ul class=\"causes\">\(each: tree.lines, line)</ul>"
    }

    private func line(_ line: CauseTree.Line) -> HTML {
        let cause = line.cause
        let above = cause.parent.flatMap { tree[$0] }.map { text.answering($0.what) }
        return """
            <li class="stack tight depth-\(min(line.depth, 5))"><small class="meta">\(label(line))\
            \(line.bone.map { " · \(text.name($0))" })\(above.map { "<span class=\"unseen\">. \($0)</span>" })</small>\
            <p class="lines">\(cause.what)</p>\(parts.actions(mending: cause.id.text))\
            \(when: picture.investigation.isOpen, """
                <div class="row"><a href="\(forms.why(cause))" aria-label="\(text.askWhy(cause.what))">\(text.askWhy)</a>\
                \(forms.editLink(cause, words.edit))\(when: line.isRoot, forms.action(from: cause))</div>
                """)</li>
            """
    }

    private func label(_ line: CauseTree.Line) -> String {
        line.isRoot ? text.rootLabel(line.depth) : text.label(line.depth)
    }

    var drawings: HTML {
        guard !tree.isEmpty else { return .nothing }
        return """
            \(Sheet(text.chains) { "<div class=\"drawing chain-drawing\">\(chains.svg)</div>" })\
            \(Sheet(text.fishbone) {
                """
                <div class="drawing fishbone-drawing" role="region" aria-label="\(text.fishbone)" tabindex="0">\(fishbone.svg)</div>\
                \(byBone)
                """
            })
            """
    }

    var chains: ChainDrawing {
        ChainDrawing(
            title: text.chainsTitle, start: parts.short(picture.report.what), label: text.event,
            boxes: tree.lines.map {
                ChainDrawing.Box(label($0), $0.cause.what, depth: $0.depth, isEnd: $0.isRoot)
            })
    }

    var fishbone: FishboneDrawing {
        let language = visit.language
        return FishboneDrawing(
            title: text.fishboneTitle, head: parts.short(picture.report.what),
            bones: bones.map { bone in
                let lines = tree.lines(on: bone)
                let least = lines.map(\.depth).min() ?? 0
                return FishboneDrawing.Bone(
                    name(bone), lines.map { ($0.cause.what, $0.depth - least) })
            }, more: { CauseTexts(language: language).more($0) })
    }

    /// All six, and a seventh for what hangs on none.
    private var bones: [Bone?] {
        tree.lines(on: nil).isEmpty ? Bone.allCases : Bone.allCases + [nil]
    }

    private func name(_ bone: Bone?) -> String { bone.map(text.name) ?? text.unsorted }

    /// The fishbone in words.
    var byBone: DataTable {
        DataTable(
            text.fishboneList, columns: [.init(text.bone), .init(text.causes)],
            rows: bones.map { bone in
                let causes = tree.lines(on: bone)
                let told: HTML =
                    causes.isEmpty
                    ? "–" : "<ul>\(each: causes, { "<li>\($0.cause.what)</li>" })</ul>"
                return DataTable.Row(["\(name(bone))", told])
            })
    }
}
