import Access
import Kernel

/// One address, who may use it, and what it takes and gives.
public struct Route: Sendable {
    public typealias Action = @Sendable (Visit) async throws -> Answer

    public let method: Method
    /// Parts that begin with a colon are parameters: `/actions/:id`.
    public let path: String
    public let who: Who
    public let trace: Trace
    /// Its address holds a secret: who asks for what is not there has guessed, and may do so only so often.
    public let countsGuesses: Bool
    /// For programs: the scope that a token must have, and the shapes for the OpenAPI document.
    public let api: APIShape?
    let action: Action
}

/// The routes of a feature. There is no way to add one without saying who may use it.
public struct Routes: Sendable {
    public private(set) var all: [Route] = []
    private let trace: Trace

    /// - Parameter trace: what may be told of visits to those that say nothing else.
    public init(_ trace: Trace = .told) {
        self.trace = trace
    }

    public mutating func get(
        _ path: String, for who: Who, trace: Trace? = nil, countsGuesses: Bool = false,
        _ action: @escaping Route.Action
    ) {
        all.append(
            Route(
                method: .get, path: path, who: who, trace: trace ?? self.trace, countsGuesses: countsGuesses, api: nil,
                action: action))
    }

    public mutating func post(
        _ path: String, for who: Who, trace: Trace? = nil, _ action: @escaping Route.Action
    ) {
        all.append(
            Route(
                method: .post, path: path, who: who, trace: trace ?? self.trace, countsGuesses: false, api: nil,
                action: action))
    }

    /// A route for programs under `/api/v1`, used with a token.
    public mutating func api(_ method: Method, _ path: String, _ shape: APIShape, _ action: @escaping Route.Action) {
        all.append(
            Route(
                method: method, path: "/api/v1" + path, who: .signedIn, trace: trace, countsGuesses: false, api: shape,
                action: action))
    }
}

/// What the OpenAPI document says of a route.
public struct APIShape: Sendable {
    public let scope: Scope
    public let summary: String
    public let fields: [FieldShape]
    public let answer: AnswerShape

    public init(_ summary: String, scope: Scope, fields: [FieldShape] = [], answer: AnswerShape) {
        self.summary = summary
        self.scope = scope
        self.fields = fields
        self.answer = answer
    }
}

/// A field that a route takes, in a form or in JSON.
public struct FieldShape: Sendable {
    public enum Kind: Sendable {
        case text(limit: Int)
        case day
        case number
        case flag
        case id
        case choice([String])
        case ids
    }

    public let name: String
    public let kind: Kind
    public let isRequired: Bool
    public let meaning: String

    public init(_ name: String, _ kind: Kind, required: Bool = false, _ meaning: String) {
        self.name = name
        self.kind = kind
        isRequired = required
        self.meaning = meaning
    }
}

/// What a route answers with.
public indirect enum AnswerShape: Sendable {
    case text
    case number
    case flag
    case optionalText
    case optionalNumber
    case object(name: String, [(String, AnswerShape)])
    case list(AnswerShape)
}
