import Storage

extension Reader {
    /// How the engine finds the rows of a query. PostgreSQL is told that reading a whole table costs very much, since
    /// the tables of a test have few rows.
    public func plan(of query: SQL) throws -> String {
        guard engine == .postgres else {
            return try rows("EXPLAIN QUERY PLAN \(query)") { try $0[3] as String }.joined(separator: "\n")
        }
        _ = try rows("SELECT set_config('enable_seqscan', 'off', true)") { try $0[0] as String }
        return try rows("EXPLAIN \(query)") { try $0[0] as String }.joined(separator: "\n")
    }
}
