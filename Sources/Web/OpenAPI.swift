/// The OpenAPI 3.1 description of the routes for programs, made from their declarations.
enum OpenAPI {
    static func document(of routes: [Route], at address: String) -> JSON {
        var paths: [String: [String: JSON]] = [:]
        for route in routes {
            guard let shape = route.api else { continue }
            paths[template(route.path), default: [:]][route.method.rawValue.lowercased()] = operation(route, shape)
        }
        return [
            "openapi": "3.1.0",
            "info": ["title": "Forkant", "version": "1"],
            "servers": [["url": .text(address)]],
            "paths": .object(paths.mapValues(JSON.object)),
            "components": [
                "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
                "schemas": ["Problem": problem],
            ],
        ]
    }

    private static func template(_ path: String) -> String {
        path.split(separator: "/").map { $0.hasPrefix(":") ? "/{\($0.dropFirst())}" : "/\($0)" }.joined()
    }

    private static func operation(_ route: Route, _ shape: APIShape) -> JSON {
        let inPath = route.path.split(separator: "/").filter { $0.hasPrefix(":") }.map { part -> JSON in
            ["name": .text(String(part.dropFirst())), "in": "path", "required": true, "schema": ["type": "string"]]
        }
        let inQuery = route.method == .get ? shape.fields.map { parameter($0) } : []
        var operation: [String: JSON] = [
            "summary": .text(shape.summary),
            "security": [["token": .list([.text(shape.scope.rawValue)])]],
            "parameters": .list(inPath + inQuery),
            "responses": responses(shape),
        ]
        if route.method != .get, !shape.fields.isEmpty {
            operation["requestBody"] = ["content": ["application/json": ["schema": schema(shape.fields)]]]
        }
        return .object(operation)
    }

    private static func responses(_ shape: APIShape) -> JSON {
        let refusals = [
            "401": "No valid token", "403": "The token lacks the scope", "404": "Not there, or out of reach",
            "409": "Somebody else changed it first", "422": "Something needs mending",
        ]
        var responses: [String: JSON] = [
            "200": ["description": "Done", "content": ["application/json": ["schema": schema(shape.answer)]]]
        ]
        for (status, meaning) in refusals {
            responses[status] = [
                "description": .text(meaning),
                "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
            ]
        }
        return .object(responses)
    }

    private static func parameter(_ field: FieldShape) -> JSON {
        [
            "name": .text(field.name), "in": "query", "required": .flag(field.isRequired),
            "description": .text(field.meaning), "schema": schema(field.kind),
        ]
    }

    private static func schema(_ fields: [FieldShape]) -> JSON {
        var properties: [String: JSON] = [:]
        for field in fields {
            guard case .object(var schema) = schema(field.kind) else { continue }
            schema["description"] = .text(field.meaning)
            properties[field.name] = .object(schema)
        }
        return [
            "type": "object", "properties": .object(properties),
            "required": .list(fields.filter(\.isRequired).map { .text($0.name) }),
        ]
    }

    private static func schema(_ kind: FieldShape.Kind) -> JSON {
        switch kind {
        case .text(let limit): ["type": "string", "maxLength": .number(limit)]
        case .day: ["type": "string", "format": "date"]
        case .number: ["type": "integer"]
        case .flag: ["type": "boolean"]
        case .id: ["type": "string", "maxLength": 64]
        case .choice(let choices): ["type": "string", "enum": .list(choices.map(JSON.text))]
        case .ids: ["type": "array", "items": ["type": "string"]]
        }
    }

    private static func schema(_ answer: AnswerShape) -> JSON {
        switch answer {
        case .text: ["type": "string"]
        case .number: ["type": "integer"]
        case .flag: ["type": "boolean"]
        case .optionalText: ["type": ["string", "null"]]
        case .optionalNumber: ["type": ["integer", "null"]]
        case .object(let name, let members):
            [
                "type": "object", "title": .text(name), "required": .list(members.map { .text($0.0) }),
                "properties": .object(Dictionary(members.map { ($0.0, schema($0.1)) }) { first, _ in first }),
            ]
        case .list(let element): ["type": "array", "items": schema(element)]
        }
    }

    private static let problem: JSON = [
        "type": "object", "required": ["type", "title", "status"],
        "properties": [
            "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
            "detail": ["type": "string"],
            "problems": [
                "type": "array",
                "items": [
                    "type": "object", "properties": ["field": ["type": "string"], "detail": ["type": "string"]],
                ],
            ],
        ],
    ]
}
