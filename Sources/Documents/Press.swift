import Dispatch
import Foundation
import Kernel
import Synchronization

/// Makes PDF of pages for paper. WeasyPrint does it, in one process beside the server that is started with the first
/// page, kept warm, and started anew when it has died. Pages wait for each other on a thread of their own, so that no
/// other visitor does.
public final class Press: Sendable {
    private let program: PressProgram
    private let thread = DispatchQueue(label: "forkant.press")
    private let worker = Mutex<PressWorker?>(nil)
    let line = PressLine()

    /// More pages than this do not wait: whoever comes then is told to try again.
    static let mostWaiting = 8
    /// Of these as many may be one person's, so that nobody takes PDF away from the others.
    static let mostOfOne = 2
    /// In bytes; far more than a plan of thousands.
    static let largestPage = 8 << 20
    /// Pages after which the process is renewed, so that what a library keeps does not grow for ever.
    static let pagesInALife = 200

    public init(_ program: PressProgram) {
        self.program = program
    }

    /// - Parameters:
    ///   - page: a whole document, whose stylesheet and fonts are the program's own.
    ///   - person: who asks, by any name that is the same each time.
    /// - Throws: `PressProblem`
    public func pdf(of page: [UInt8], for person: String? = nil) async throws -> [UInt8] {
        guard page.count <= Self.largestPage else { throw PressProblem.tooLarge }
        try line.enter(person)
        defer { line.leave(person) }
        let job = PressJob(page)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { caller in
                job.wait(caller)
                thread.async {
                    guard let (page, caller) = job.begin() else { return }
                    caller.resume(with: Result { try self.print(page) })
                }
            }
        } onCancel: {
            job.drop()
        }
    }

    /// Ends the process; the next page starts another.
    public func close() {
        worker.withLock { worker in
            worker?.end()
            worker = nil
        }
    }

    /// The process that is kept now.
    var process: Int32? { worker.withLock { $0?.id } }

    /// A process that has died between two pages is only noticed by asking it: then another one is asked.
    private func print(_ page: [UInt8]) throws -> [UInt8] {
        try worker.withLock { worker in
            for isLast in [false, true] {
                let isNew = worker == nil
                do {
                    let current = try worker ?? PressWorker(program)
                    worker = current
                    let pdf = try current.pdf(of: page)
                    if current.pages >= Self.pagesInALife {
                        current.end()
                        worker = nil
                    }
                    return pdf
                } catch PressProblem.refused {
                    throw PressProblem.refused
                } catch {
                    worker?.end()
                    worker = nil
                    guard !isLast, !isNew, error as? PressProblem != .tooSlow else { throw error }
                }
            }
            throw PressProblem.broken
        }
    }
}

/// What the pages are made by: a Python that has WeasyPrint, and what it is told to run.
public struct PressProgram: Sendable {
    let python: URL
    let script: URL
    /// Stylesheet and fonts; nothing else is given to a page.
    let publicFolder: URL
    /// What the links of the pages begin with.
    let publicAddress: String
    /// Seconds that one page may take.
    let patience: Double

    public init(python: URL, script: URL, publicFolder: URL, publicAddress: String, patience: Double = 60) {
        self.python = python
        self.script = script
        self.publicFolder = publicFolder
        self.publicAddress = publicAddress
        self.patience = patience
    }

    /// As `bin/serve` lays it beside the program: nothing where it has not been made.
    public init?(beside publicFolder: URL, publicAddress: String, python: URL? = nil) {
        let root = publicFolder.standardizedFileURL.deletingLastPathComponent()
        let python = python ?? root.appendingPathComponent(".tools/paper/bin/python")
        let script = root.appendingPathComponent("Resources/paper/press.py")
        let files = FileManager.default
        guard files.isExecutableFile(atPath: python.path), files.isReadableFile(atPath: script.path) else { return nil }
        self.init(python: python, script: script, publicFolder: publicFolder, publicAddress: publicAddress)
    }
}

/// Why there is no PDF. The page itself can always be printed from the browser.
public enum PressProblem: Error, Sendable, Equatable {
    case tooLarge
    /// Too many pages wait already.
    case busy
    /// As many pages as one person may have wait already.
    case oneHasEnough
    /// Whoever asked went away before the page's turn.
    case givenUp
    case tooSlow
    /// The library would not make this page.
    case refused
    /// The process could not be started, or went away in the middle of the page.
    case broken
}
