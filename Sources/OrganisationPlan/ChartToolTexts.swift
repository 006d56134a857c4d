extension PlanTexts {
    var printOrPDF: String { language.pick(da: "Udskriv eller PDF", en: "Print or PDF") }
    var moreToTheRight: String {
        language.pick(
            da: "Er tegningen bredere end skærmen, så rul den til siden: der er mere til højre.",
            en: "If the drawing is wider than the screen, scroll it sideways: there is more to the right.")
    }
}
