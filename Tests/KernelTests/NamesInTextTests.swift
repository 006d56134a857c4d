import Kernel
import Testing

/// Words by which somebody may be known.
@Suite struct NamesInTextTests {
    @Test func `a capital where no sentence begins looks like a name, and known names do anywhere`() {
        let text = "Da Mette gled, greb hun Bo Jensens arm. Lene ringede til AMU: Hun kom.\nIngen så det."
        #expect(NamesInText.likely(in: text) == ["Mette", "Bo", "Jensens"])
        #expect(NamesInText.likely(in: text, knowing: ["Lene Kvist"]) == ["Mette", "Bo", "Jensens", "Lene"])
        #expect(NamesInText.likely(in: "gled på isen, I know. ÅRSAG: is") == [])
        #expect(NamesInText.likely(in: "") == [])
    }

    @Test func `what begins a sentence is told apart for those who know the names`() {
        #expect(NamesInText.beginnings(in: "Lene gled. så kom Per! Saras hånd") == ["Lene", "Saras", "Sara"])
    }

    @Test func `what is covered leaves everything else as it was`() {
        let text = "Da Mette gled, greb hun Bo Jensens arm (Mettes)."
        #expect(NamesInText.covered(text, ["Mette", "Jensens"]) == "Da ▇▇▇ gled, greb hun Bo ▇▇▇ arm (▇▇▇).")
        #expect(NamesInText.covered(text, []) == text)
        // A name that ends in an s is no name without it.
        #expect(NamesInText.covered("Hans faldt, da han løb", ["Hans"]) == "▇▇▇ faldt, da han løb")
        #expect(NamesInText.likely(in: "Så faldt han", knowing: ["Hans Ro"]) == [])
    }
}
