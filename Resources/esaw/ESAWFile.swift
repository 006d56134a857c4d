/// The codes of ESAW that Forkant brings along, in the program itself. The English is Eurostat's as a public repository has
/// it, the Danish and the plain words are our own; `status` says whether a code was read or remembered.
public enum ESAWFile {
    /// CSV in UTF-8.
    public static let csv: [UInt8] = PackageResources.esaw_codes_csv
}
