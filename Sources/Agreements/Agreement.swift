import Access
import Files
import Kernel
import Organisation

/// An agreement by which a working environment committee and a cooperation committee become one joint committee
/// (bek. 65/2024 § 25). It is a draft until it is carried out; it can be ended, and then the two come back.
public struct Agreement: Sendable, Equatable {
    public enum State: String, Sendable {
        case draft, concluded, ended
    }

    /// What stands under a section of the agreement, and whether it is ticked as settled.
    struct Entry: Sendable, Equatable {
        var text = ""
        var isTicked = false
    }

    /// That it ended: the first day on which there are two committees again, and why.
    struct End: Sendable, Equatable {
        let day: Day
        let reason: String
        let person: PersonID?
    }

    public let id: ID<Agreement>
    public var committee: BodyID
    public var cooperation: BodyID
    /// The committee that was made; nothing while it is a draft.
    public let joint: BodyID?
    /// The first day of the joint committee.
    public var day: Day
    public var name: Words
    /// When the parties look at whether it works.
    public var reviewOn: Day?
    let editor: PersonID?
    let concludedBy: PersonID?
    let concludedAt: Moment?
    let end: End?

    public var state: State { end != nil ? .ended : joint != nil ? .concluded : .draft }
}

/// A file that lies beside a section of an agreement.
struct AgreementFile: Sendable {
    let section: String
    let file: StoredFile
}

/// An agreement with all that stands in it.
struct AgreementPicture: Sendable {
    let agreement: Agreement
    let texts: [String: Agreement.Entry]
    let files: [AgreementFile]
    let committee: Body
    let cooperation: Body
    let joint: Body?
    /// Whoever saved last, and whoever concluded it, by name.
    let editor: String?
    let concluder: String?
    /// Whether the viewer arranges both committees.
    let mayChange: Bool

    func files(of section: String) -> [StoredFile] { files.filter { $0.section == section }.map(\.file) }
}
