import Journal
import Kernel
import Storage

/// How units were before, on its way in: each line says what a unit was called, or where it lay, up to and including a
/// day, or into which other it was merged when it closed. What a line leaves empty was as it was afterwards.
struct ImportedHistory {
    let id: ID<Import>
    let today: Day
    let reader: Reader

    private(set) var refusals: [ImportRefusal] = []
    private var fates: [Int: String] = [:]
    private var changes: [Change] = []
    private var records: [(line: HistoryLine, kind: OrganisationChange.Kind, other: UnitID?)] = []
    private var units: [String: HistoricUnit] = [:]
    /// What a unit will have been, for those that a line speaks of.
    private var versions: [UnitID: [UnitVersion]] = [:]
    private var codes: [UnitID: String] = [:]
    /// Under what the lines say that each unit lay.
    private var named: [UnitID: Set<UnitID>] = [:]
    private var doesMove = false

    init(of id: ID<Import>, on today: Day, _ reader: Reader) throws {
        self.id = id
        self.today = today
        self.reader = reader
        var first: [String: Int] = [:]
        var lines: [HistoryLine] = []
        for row in try StagedRow.all(of: id, .history, reader) {
            guard let line = try read(row) else { continue }
            let key = "\(line.unit.code) \(line.until.text)"
            if let earlier = first[key] {
                refuse(row.line, .doubled(.ends, key, line: earlier))
                continue
            }
            first[key] = row.line
            lines.append(line)
        }
        // The latest first: what a line leaves empty was as it was afterwards.
        for line in lines.sorted(by: { ($0.until, $0.row.line) > ($1.until, $1.row.line) }) { try take(line) }
        for line in lines {
            if let parent = line.parent { named[line.unit.id, default: []].insert(parent.id) }
        }
        for line in lines where ![nil, "same"].contains(fates[line.row.line]) { try refuseImpossible(line) }
    }

    // MARK: Reading

    private mutating func read(_ row: StagedRow) throws -> HistoryLine? {
        guard let unit = try unit(row.key) else {
            refuse(row.line, .unknownUnit(row.key))
            return nil
        }
        guard let until = row.texts["ends"].flatMap({ Day($0) }) else {
            refuse(row.line, .missing(.ends))
            return nil
        }
        var problems: [ImportProblem] = []
        if until >= today { problems.append(.rule(.ends, HistoryWords.notPast)) }
        if until < unit.opens { problems.append(.rule(.ends, HistoryWords.beforeItOpened(unit.opens))) }
        if let closes = unit.closes, closes < until {
            problems.append(.rule(.ends, HistoryWords.afterItClosed(closes)))
        }
        let parent = try other(row.texts["parent"], .parent, on: until, &problems)
        let target = try other(row.texts["merged_into"], .mergedInto, on: until + 1, &problems)
        if let other = target ?? parent, other.id == unit.id { problems.append(.loop(unit.code)) }
        if target != nil, unit.closes != until { problems.append(.rule(.ends, HistoryWords.closesOnThatDay)) }
        let line = HistoryLine(row: row, unit: unit, until: until, parent: parent, target: target)
        if !line.saysSomething { problems.append(.rule(.nameDanish, HistoryWords.saysNothing)) }
        for problem in problems { refuse(row.line, problem) }
        return problems.isEmpty ? line : nil
    }

    private mutating func other(_ code: String?, _ column: ImportColumn, on day: Day, _ problems: inout [ImportProblem])
        throws -> HistoricUnit?
    {
        guard let code, !code.isEmpty else { return nil }
        guard let other = try unit(code) else {
            problems.append(.unknownUnit(code))
            return nil
        }
        if day < other.opens || (other.closes.map { $0 < day } ?? false) {
            problems.append(.rule(column, HistoryWords.notOpen(code, day)))
        }
        return other
    }

    /// Here, or in the file of units of the same upload; with the first and last day that it will have.
    private mutating func unit(_ code: String) throws -> HistoricUnit? {
        if let known = units[code] { return known }
        let staged = try HistoricUnit.Staged.find(code, in: id, reader)
        let standing = try UnitStore(reader).find(code: code, on: today)
        guard let unit = HistoricUnit(code: code, standing: standing, staged: staged, today: today) else { return nil }
        units[code] = unit
        codes[unit.id] = code
        if standing == nil, let staged {
            let parent = try staged.parent.flatMap { $0.isEmpty || $0 == code ? nil : try self.unit($0)?.id }
            versions[unit.id] = [staged.version(under: parent)]
        }
        return unit
    }

    private mutating func known(_ unit: UnitID) throws -> [UnitVersion] {
        if let known = versions[unit] { return known }
        let known = try UnitStore(reader).versions(of: unit)
        versions[unit] = known
        return known
    }

    // MARK: What it comes to

    private mutating func take(_ line: HistoryLine) throws {
        var known = try known(line.unit.id)
        guard let place = known.firstIndex(where: { $0.starts <= line.until && line.until <= ($0.ends ?? .latest) })
        else { return }
        let (old, ends) = (known[place], known[place].ends)
        let new = line.version(from: old)
        let isOld = ends == line.until
        if line.describes, !(isOld && new == old) {
            fates[line.row.line] = isOld ? "changed" : "added"
            if isOld {
                known[place] = new
            } else {
                known[place] = old.cut(from: line.until + 1)
                known.insert(new, at: place)
            }
            versions[line.unit.id] = known
            doesMove = doesMove || new.parent != old.parent
            changes.append(line.written(replacing: old, by: new, isOld: isOld))
            if !isOld { record(line, from: new, to: old) }
        }
        guard let target = line.target else {
            if fates[line.row.line] == nil { fates[line.row.line] = "same" }
            return
        }
        let isKnown = try ChangeStore(reader).changes(of: line.unit.id).contains {
            $0.kind == .merged && $0.other == target.id && $0.unit == line.unit.id && $0.day == line.until + 1
        }
        if isKnown {
            if fates[line.row.line] == nil { fates[line.row.line] = "same" }
        } else {
            fates[line.row.line] = "added"
            records.append((line, .merged, target.id))
        }
    }

    /// A unit that lay elsewhere has moved; one with another name has been renamed.
    private mutating func record(_ line: HistoryLine, from before: UnitVersion, to after: UnitVersion) {
        guard line.target == nil else { return }
        if before.parent != after.parent {
            records.append((line, .moved, after.parent))
        } else if before.name != after.name {
            records.append((line, .renamed, nil))
        }
    }

    /// Nothing ever lay under itself, or under what was not open: asked of the whole time that a line speaks of. What
    /// lies above can turn in the middle of it.
    private mutating func refuseImpossible(_ line: HistoryLine) throws {
        guard let version = try known(line.unit.id).first(where: { $0.ends == line.until }) else { return }
        if let (code, day) = notOpen(over: version, line) {
            return refuse(line.row.line, .rule(.parent, HistoryWords.notOpen(code, day)))
        }
        let turns = try turns(above: line.unit.id).filter { version.starts < $0 && $0 <= line.until }
        for day in [version.starts] + turns.sorted() {
            if let problem = try ring(above: line.unit, on: day) { return refuse(line.row.line, problem) }
        }
    }

    /// Where the file says that it lay, if that was not open on a day of the time; what was known before stays.
    private func notOpen(over version: UnitVersion, _ line: HistoryLine) -> (code: String, day: Day)? {
        guard let above = version.parent, named[line.unit.id]?.contains(above) == true,
            let other = codes[above].flatMap({ units[$0] })
        else { return nil }
        let first = max(version.starts, line.unit.opens)
        if first < other.opens { return (other.code, first) }
        return other.closes.map { $0 < line.until } == true ? (other.code, line.until) : nil
    }

    /// The days on which something that ever lay above the unit came to lie elsewhere.
    private mutating func turns(above unit: UnitID) throws -> Set<Day> {
        var (days, met, waiting): (Set<Day>, Set<UnitID>, [UnitID]) = ([], [], [unit])
        while let next = waiting.popLast() {
            guard met.insert(next).inserted else { continue }
            for version in try known(next) {
                days.insert(version.starts)
                if let above = version.parent { waiting.append(above) }
            }
        }
        return days
    }

    private mutating func ring(above unit: HistoricUnit, on day: Day) throws -> ImportProblem? {
        var (at, way, met): (UnitID, [String], Set<UnitID>) = (unit.id, [unit.code], [unit.id])
        while let above = try known(at).first(where: { $0.starts <= day && day <= ($0.ends ?? .latest) })?.parent {
            way.append(try codes[above] ?? UnitStore(reader).find(above, on: day)?.code ?? "")
            if above == unit.id {
                let since = max(day, unit.opens)
                return .loop("\(way.joined(separator: " → ")) (\(since.text))")
            }
            // A ring further up is told at the line that makes it.
            guard met.insert(above).inserted else { return nil }
            guard way.count <= UnitTree.deepest else { return .tooDeep(most: UnitTree.deepest) }
            at = above
        }
        return nil
    }

    private mutating func refuse(_ line: Int, _ problem: ImportProblem) {
        refusals.append(ImportRefusal(file: .history, line: line, problem: problem))
    }

    // MARK: What is done

    func change(_ deed: Deed) -> Change {
        let recorded = records.map { line, kind, other in
            OrganisationChange(
                id: ID(line.row.newID), day: line.until + 1, kind: kind, unit: line.unit.id, other: other,
                reason: line.row.texts["reason"] ?? "", recorded: deed.moment, person: deed.person
            ).insertion
        }
        let rest = Change(recorded + (doesMove ? UnitStore.lineRenewal : []), journal: [], raising: [.rights])
        return changes.reduce(Change([], journal: [], raising: [])) { $0 + $1 } + rest
    }

    /// Keeps for the preview what would become of each line.
    func keep(_ writer: Writer) throws {
        try ImportRefusal.keep(refusals, of: id, whileReading: false, writer)
        let wrong = Set(refusals.map(\.line))
        for (line, fate) in fates.sorted(by: { $0.key < $1.key }) where !wrong.contains(line) {
            try writer.execute(
                """
                UPDATE staged_row SET fate = \(fate)
                WHERE import_id = \(id) AND file = 'history' AND line = \(line)
                """)
        }
    }
}
