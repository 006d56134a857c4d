import Storage

extension ReportStore {
    /// In which order a list of reports stands.
    public enum Order: String, Sendable, CaseIterable {
        case waitingFirst = "waiting"
        /// Of those alone that somebody has rated.
        case worstFirst = "worst"

        var terms: SQL {
            switch self {
            case .waitingFirst: "stage, reported DESC, id"
            case .worstFirst: "gravity DESC, reported DESC, id"
            }
        }

        func condition(after place: Place) -> SQL {
            switch self {
            case .waitingFirst:
                """
                stage >= \(place.rank) AND (stage > \(place.rank) OR reported < \(place.reported)
                OR (reported = \(place.reported) AND id > \(place.id)))
                """
            case .worstFirst:
                """
                gravity <= \(place.rank) AND (gravity < \(place.rank) OR reported < \(place.reported)
                OR (reported = \(place.reported) AND id > \(place.id)))
                """
            }
        }
    }
}
