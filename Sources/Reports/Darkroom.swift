import Dispatch
import Files
import Foundation
import Kernel

/// Makes photos anew from what was sent, a few at a time and away from the threads that serve everyone.
enum Darkroom {
    private static let tables: OperationQueue = {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 2
        queue.qualityOfService = .userInitiated
        return queue
    }()

    /// - Throws: `Problems` at the field where one of them is no photo, is damaged or is too large.
    static func photos(_ uploads: [Upload], at field: String) async throws -> [Photo] {
        var photos: [Photo] = []
        for upload in uploads { photos.append(try await photo(upload, at: field)) }
        return photos
    }

    private static func photo(_ upload: Upload, at field: String) async throws -> Photo {
        do {
            return try await withCheckedThrowingContinuation { continuation in
                tables.addOperation { continuation.resume(with: Result { try Photo(upload: upload) }) }
            }
        } catch let problem as any Problem {
            throw Problems(problem, at: field)
        }
    }
}
