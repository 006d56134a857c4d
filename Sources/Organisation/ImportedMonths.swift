import Kernel
import Storage

/// Figures by the month, line by line.
extension ImportedSeats {
    mutating func readMonths() throws {
        var first: [String: Int] = [:]
        for line in try StagedRow.all(of: id, .months, reader) {
            guard let unit = try unit(line.key) else {
                refuse(.months, line.line, .unknownUnit(line.key))
                continue
            }
            do {
                var figures = try MonthFigures.written(Fields(line.texts), unit: unit.id, on: today)
                let key = "\(line.key) \(figures.month.text)"
                if let earlier = first[key] {
                    refuse(.months, line.line, .doubled(.month, key, line: earlier))
                    continue
                }
                first[key] = line.line
                let old = try MonthStore(reader).find(unit.id, figures.month)
                // The payroll's file need not tell of it; what somebody wrote stays, as far as it can be.
                if !line.has("few_hours"), let few = old?.fewHours, few <= figures.headCount ?? -1 {
                    figures.fewHours = few
                }
                months.append((line, figures, old, old.map { $0 == figures ? "same" : "changed" } ?? "added"))
            } catch let problems as Problems {
                refuse(.months, line.line, problems)
            }
        }
    }
}
