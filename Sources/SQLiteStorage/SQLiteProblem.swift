import Foundation
import GRDB
import GRDBSQLite
import Storage

extension StorageProblem {
    /// What SQLite says of the connection's last call.
    init(lastOn handle: OpaquePointer) {
        let code = sqlite3_extended_errcode(handle)
        let outOfRoom = sqlite3_system_errno(handle) == ENOSPC
        self.init(code: code, outOfRoom: outOfRoom, message: String(cString: sqlite3_errmsg(handle)))
    }

    init(_ error: DatabaseError) {
        self.init(code: error.extendedResultCode.rawValue, outOfRoom: false, message: error.message ?? "\(error)")
    }

    private init(code: Int32, outOfRoom: Bool, message: String) {
        let code = ResultCode(rawValue: code)
        switch code {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            self = .notUnique(message)
        default:
            switch code.primaryResultCode {
            case .SQLITE_CONSTRAINT: self = .refused(message)
            case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CANTOPEN, .SQLITE_INTERRUPT: self = .unavailable(message)
            case .SQLITE_FULL: self = .full(message)
            case .SQLITE_IOERR where outOfRoom: self = .full(message)
            default: self = .broken("\(message) (SQLite \(code.rawValue))")
            }
        }
    }
}
