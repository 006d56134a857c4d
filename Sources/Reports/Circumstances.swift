import Kernel
import Storage

/// Whom something struck, where the work was done, and whether it was working time. What nobody says is the usual: an
/// employee, at the workplace, at work.
public struct Circumstances: Sendable, Equatable {
    public var affected: Affected
    public var setting: WorkSetting
    /// Violence, threats and offence that have to do with the work are prevented outside working hours too. Source: bek.
    /// 1406 of 26 September 2020; bek. 799 of 3 June 2022, § 1, stk. 2.
    public var isOutsideHours: Bool

    public init(affected: Affected = .employee, setting: WorkSetting = .workplace, isOutsideHours: Bool = false) {
        self.affected = affected
        self.setting = setting
        self.isOutsideHours = isOutsideHours
    }

    public static let usual = Circumstances()
}

/// Whom something struck, or might have.
public enum Affected: String, Sendable, CaseIterable, Storable {
    case employee
    /// Work-like exercises of students belong to the act's extended area. Source: Arbejdsmiljøloven § 2, stk. 3.
    case student
    /// Somebody who works here for another firm.
    case firm
    case visitor
}

/// Where the work was done.
public enum WorkSetting: String, Sendable, CaseIterable, Storable {
    case workplace
    case home
    /// On a journey or in traffic during work; the way to and from work is none.
    case travel
    /// At somebody else's, on an excursion, in the field.
    case elsewhere
}
