import Kernel

/// What was judged of actions that were closed: whether they worked, and later whether that lasted.
struct EffectShare: Equatable {
    var yes = 0
    var partly = 0
    var no = 0
    var lasted = 0
    var lastedPartly = 0
    var lastedNot = 0

    var count: Int { yes + partly + no }
    /// Of how many it has been seen whether it lasted.
    var judged: Int { lasted + lastedPartly + lastedNot }

    mutating func add(_ closed: JudgedClosures) {
        switch closed.effect {
        case .yes: yes += closed.count
        case .partly: partly += closed.count
        case .no: no += closed.count
        }
        switch closed.lasted {
        case .yes: lasted += closed.count
        case .partly: lastedPartly += closed.count
        case .no: lastedNot += closed.count
        case nil: break
        }
    }
}

/// How many closed actions of a theme were judged alike.
struct JudgedClosures {
    let theme: ThemeID?
    let effect: Effect
    /// What was answered last; nothing where nobody has been asked, or answered.
    let lasted: Lasting?
    let count: Int
}

/// The same in all, and theme by theme in the order of the board; what has no theme comes last.
struct EffectShares {
    let all: EffectShare
    let themes: [(title: String?, share: EffectShare)]

    init(_ closed: [JudgedClosures], themes: [Theme]) {
        var (all, shares): (EffectShare, [ThemeID?: EffectShare]) = (EffectShare(), [:])
        for one in closed {
            all.add(one)
            shares[one.theme, default: EffectShare()].add(one)
        }
        self.all = all
        let named = themes.compactMap { theme in shares[theme.id].map { (title: theme.title as String?, share: $0) } }
        self.themes = named + (shares[nil].map { [(title: nil, share: $0)] } ?? [])
    }
}
