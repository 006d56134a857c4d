import Kernel
import Organisation

/// How many worked where, month by month: ten years of every unit of a university; of a very large one three years of
/// its departments.
struct InventedMonths {
    let university: InventedUniversity
    let dice: Dice
    let today: Day

    func all() -> [MonthFigures] {
        let isLarge = university.units.count > 200
        var counts: [UnitID: Int] = [:]
        var parents: [UnitID: UnitID] = [:]
        for unit in university.units { parents[unit.id] = unit.parent }
        for person in university.people where person.kind == .employee {
            guard let unit = person.unit else { continue }
            counts[unit, default: 0] += 1
            // Of a very large university the figures stand at the departments.
            if isLarge, let parent = parents[unit] { counts[parent, default: 0] += 1 }
        }
        let units = isLarge ? university.units.filter { $0.kind == .department } : university.tree.workplaces
        var months: [Month] = []
        var month = Month(of: today).previous
        for _ in 0..<(isLarge ? 36 : 120) {
            months.append(month)
            month = month.previous
        }
        return units.flatMap { unit -> [MonthFigures] in
            let count = counts[unit.id] ?? 0
            return months.enumerated().map { age, month in
                let then = max(1, count - count * age / 200 + dice.below(3) - 1)
                // July is a month of holidays.
                let hours = month.month == 7 ? 60 : 138 + dice.below(16)
                return MonthFigures(unit: unit.id, month: month, headCount: then, hours: then * hours)
            }
        }
    }
}
