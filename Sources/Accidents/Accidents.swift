import Storage

/// Whether an accident must be notified, by when, and that it was.
public enum Accidents {
    public static let migrations = AccidentSchema.migrations
}
