// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Forkant",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "forkant", targets: ["Forkant"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    ],
    targets: [
        // The ground every feature stands on.
        .ours("Kernel"),
        .ours("Markup"),
        .ours("Design", on: "Kernel", "Markup"),
        .ours("Drawing", on: "Markup"),
        .ours("Storage", on: "Kernel"),
        .ours("Documents", on: "CQRCode", "CSpawn", "CXLSX", "Kernel", "Markup"),
        .ours("Files", on: "CVips", "Kernel", "Storage", products: [.crypto]),
        .ours("Journal", on: "Kernel", "Storage", products: [.crypto]),
        .ours("Access", on: "Kernel", "Storage"),
        .ours("Law", on: "Design", "Kernel", "Markup", products: [.yams]),
        .ours("Live", on: "Kernel", "Storage"),
        .ours("Mail", on: "CCurl", "Kernel"),
        .ours("Notices", on: "Journal", "Kernel", "Storage"),
        .ours("Telemetry", on: "Kernel", products: [.logging]),
        .ours(
            "Web",
            on: "Access", "CZlib", "Design", "Documents", "Journal", "Kernel", "Law", "Live", "Mail", "Markup",
            "Storage", "Telemetry",
            products: [.hummingbird, .httpTypes, .crypto, .logging, .nio, .lifecycle, .signals]),
        .ours("Jobs", on: "Access", "Design", "Kernel", "Markup", "Storage", "Web", products: [.logging]),
        .ours("Retention", on: "Access", "Design", "Jobs", "Journal", "Kernel", "Markup", "Notices", "Storage", "Web"),

        // The base: who everyone is.
        .ours(
            "Organisation",
            on: "Access", "CSodium", "Design", "Documents", "Journal", "Kernel", "Law", "Live", "Markup", "Storage",
            "Web",
            products: [.crypto]),

        // What others put things onto.
        .feature("ActionPlan", uses: "Drawing", "Templates"),

        // Where things come from.
        .feature("Reports", uses: "ActionPlan", "Retention"),
        .feature("Ideas", uses: "ActionPlan"),
        .feature("StuckActions", uses: "ActionPlan"),
        .feature("HandingUp", uses: "ActionPlan", "Law"),
        .feature("BoardMeetings", uses: "ActionPlan"),
        .feature("Elections", uses: "CSodium", "Law"),
        .feature("SafetyOrganisation", uses: "Law"),
        .feature("OrganisationPlan", uses: "Drawing"),
        .feature("Agreements", uses: "Law", "Templates"),
        .feature("Proximity", uses: "Law"),
        .feature("TimeForTask"),
        .feature("Mailing", uses: "Mail"),
        .target(
            name: "Templates", path: "Resources/templates",
            resources: [
                .embedInCode("action_templates.json"), .embedInCode("company_agreement.json"),
                .embedInCode("rules_of_procedure.json"),
            ],
            swiftSettings: Target.strict),

        // What tells somebody new of what the features below hold.
        .feature("Prioritising", uses: "ActionPlan", "Ideas"),
        .feature("Investigation", uses: "ActionPlan", "Drawing", "Reports", "Retention"),
        .feature("Handover", uses: "ActionPlan", "Elections", "Law", "Reports"),
        .feature("Accidents", uses: "ActionPlan", "ESAW", "Law", "Reports", "Retention"),
        .target(
            name: "ESAW", path: "Resources/esaw", resources: [.embedInCode("esaw_codes.csv")],
            swiftSettings: Target.strict),
        .feature("Statistics", uses: "Accidents", "Drawing", "Law", "Reports", "Retention"),

        // What reads what others publish.
        .feature(
            "Overview",
            uses: "ActionPlan", "Agreements", "BoardMeetings", "Elections", "HandingUp", "Handover", "Ideas", "Law",
            "OrganisationPlan", "Proximity", "Reports", "SafetyOrganisation", "StuckActions"),

        // The program.
        .ours(
            "Demo",
            on: "Access", "Accidents", "ActionPlan", "BoardMeetings", "Elections", "HandingUp", "Ideas",
            "Investigation",
            "Journal", "Kernel", "Organisation", "Prioritising", "Reports", "Statistics", "Storage", "StuckActions"),
        .ours(
            "App",
            on: "Access", "Accidents", "ActionPlan", "Agreements", "BoardMeetings", "Demo", "Design", "Documents",
            "Elections",
            "Files", "HandingUp", "Handover",
            "Ideas", "Investigation", "Jobs", "Journal", "Kernel", "Law", "Live", "Mail", "Mailing", "Markup",
            "Notices", "Organisation",
            "OrganisationPlan", "Overview", "PostgresStorage", "Prioritising", "Proximity", "Reports", "Retention",
            "SQLiteStorage",
            "SafetyOrganisation", "Statistics", "Storage", "StuckActions", "Telemetry", "TimeForTask",
            "Web",
            products: [.logging]),
        .executableTarget(
            name: "Forkant",
            dependencies: [
                "Access", "App", "CMemory", "Demo", "Jobs", "Journal", "Kernel", "Mail", "Organisation", "Storage",
                "Telemetry", "Web",
                .argumentParser,
                .logging,
            ],
            swiftSettings: Target.strict),

        // Engines: the only importers of GRDB and of libpq.
        .ours("SQLiteStorage", on: "CICU", "CSQLite", "Kernel", "Storage", products: [.grdb, .sqlite]),
        .ours("PostgresStorage", on: "CPostgres", "Kernel", "Storage", products: [.crypto]),

        // Libraries of the system.
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        .target(name: "CMemory"),
        .target(name: "CVips"),
        .target(name: "CSpawn"),
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl"),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq"),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode"),
        .systemLibrary(name: "CXLSX", pkgConfig: "xlsxwriter"),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib"),

        // What tests stand on.
        .ours("MarkupTesting", on: "Markup"),
        .ours("StorageTesting", on: "Kernel", "PostgresStorage", "SQLiteStorage", "Storage"),
        .ours(
            "TestSupport",
            on: "Access", "App", "Design", "Documents", "Journal", "Kernel", "Law", "Live", "Mail", "Organisation",
            "Storage",
            "StorageTesting",
            "Web",
            products: [.hummingbird, .httpTypes, .nio, .nioEmbedded, .logging]),

        // Tests.
        .tests(of: "Kernel"),
        .tests(of: "Markup"),
        .tests(of: "Drawing", with: "Markup", "MarkupTesting"),
        .tests(of: "Design", with: "Kernel", "Markup", "MarkupTesting"),
        .tests(of: "Storage", with: "Kernel", "PostgresStorage", "SQLiteStorage", "StorageTesting"),
        .tests(of: "Documents", with: "Kernel", "Markup", "TestSupport"),
        .tests(of: "Law", with: "Kernel"),
        .journeys(of: "Jobs", with: "Journal", products: [.logging]),
        .tests(of: "Mail", with: "Kernel"),
        .tests(of: "Telemetry", with: "Kernel", products: [.logging]),
        .tests(of: "Files", with: "Kernel", "Storage", "StorageTesting"),
        .journeys(of: "ActionPlan"),
        .journeys(of: "Reports"),
        .journeys(of: "Ideas"),
        .journeys(of: "Investigation", with: "Drawing", "Reports"),
        .journeys(of: "StuckActions"),
        .journeys(of: "HandingUp"),
        .journeys(of: "Prioritising", with: "Ideas"),
        .journeys(of: "BoardMeetings"),
        .journeys(of: "Accidents", with: "ESAW", "Law", "Reports"),
        .journeys(of: "Overview"),
        .journeys(of: "TimeForTask"),
        .journeys(of: "Handover", with: "Law"),
        .journeys(of: "Statistics", with: "Accidents", "Law", "Reports"),
        .journeys(of: "Retention", with: "Accidents", "App", "Reports", "Statistics"),
        .journeys(of: "SafetyOrganisation", with: "Law"),
        .journeys(of: "OrganisationPlan"),
        .journeys(of: "Agreements"),
        .journeys(of: "Proximity"),
        .journeys(of: "Mailing", with: "Elections", "Mail", "Reports"),
        .tests(
            of: "Elections",
            with: "Access", "Journal", "Kernel", "Law", "Markup", "MarkupTesting", "Notices", "Organisation", "Storage",
            "StorageTesting", "TestSupport", "Web", products: [.crypto, .httpTypes, .logging], looks: true),
        .tests(
            of: "Demo",
            with: "Access", "App", "Elections", "Kernel", "Organisation", "Storage", "StorageTesting"),
        .tests(
            of: "Web", with: "Access", "App", "Jobs", "Journal", "Kernel", "Live", "Markup", "MarkupTesting",
            "Organisation", "Storage", "StorageTesting", "Telemetry", "TestSupport", products: [.httpTypes, .logging],
            looks: true),
        .tests(
            of: "SignIn", in: "Organisation",
            with: "Access", "Journal", "Kernel", "Storage", "StorageTesting", "TestSupport", "Web",
            products: [.httpTypes], looks: true),
        .tests(of: "Journal", with: "Kernel", "Organisation", "Storage", "StorageTesting", "TestSupport"),
        .tests(
            of: "Access", with: "App", "Kernel", "Organisation", "Storage", "StorageTesting", "TestSupport", "Web"),
        .tests(
            of: "Organisation",
            with: "Access", "Documents", "Journal", "Kernel", "Storage", "StorageTesting", "TestSupport", "Web",
            looks: true),
    ],
    swiftLanguageModes: [.v6]
)

extension Target.Dependency {
    static var argumentParser: Self { .product(name: "ArgumentParser", package: "swift-argument-parser") }
    static var httpTypes: Self { .product(name: "HTTPTypes", package: "swift-http-types") }
    static var hummingbird: Self { .product(name: "Hummingbird", package: "hummingbird") }
    static var logging: Self { .product(name: "Logging", package: "swift-log") }
    static var nio: Self { .product(name: "NIOCore", package: "swift-nio") }
    static var nioEmbedded: Self { .product(name: "NIOEmbedded", package: "swift-nio") }
    static var lifecycle: Self { .product(name: "ServiceLifecycle", package: "swift-service-lifecycle") }
    static var signals: Self { .product(name: "UnixSignals", package: "swift-service-lifecycle") }
    static var crypto: Self { .product(name: "Crypto", package: "swift-crypto") }
    static var yams: Self { .product(name: "Yams", package: "Yams") }
    static var grdb: Self { .product(name: "GRDB", package: "GRDB.swift") }
    static var sqlite: Self { .product(name: "GRDBSQLite", package: "GRDB.swift") }
}

extension Target {
    static var strict: [SwiftSetting] {
        [
            .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
            // Rows and markup are generic and used by other targets: made for their types there, they cost a third.
            .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
        ]
    }

    static func ours(_ name: String, on others: String..., products: [Target.Dependency] = []) -> Target {
        .target(name: name, dependencies: others.map { .byName(name: $0) } + products, swiftSettings: strict)
    }

    /// A feature stands on the ground and the base, and on the lower features that it names.
    static func feature(_ name: String, uses others: String...) -> Target {
        let ground = [
            "Access", "Design", "Documents", "Files", "Journal", "Kernel", "Live", "Markup", "Notices", "Organisation",
            "Storage", "Web",
        ]
        return .target(name: name, dependencies: (ground + others).map { .byName(name: $0) }, swiftSettings: strict)
    }

    /// - Parameters:
    ///   - home: the target, where only a part of it is tested.
    ///   - looks: whether pages are kept beside the tests, as they looked.
    static func tests(
        of name: String, in home: String? = nil, with others: String..., products: [Target.Dependency] = [],
        looks: Bool = false
    ) -> Target {
        .testTarget(
            name: name + "Tests", dependencies: ([home ?? name] + others).map { .byName(name: $0) } + products,
            exclude: looks ? ["__Snapshots__"] : [], swiftSettings: strict)
    }

    /// Tests of a feature through the whole site, on both engines.
    static func journeys(
        of name: String, with others: String..., products: [Target.Dependency] = []
    ) -> Target {
        let support = [
            "Access", "ActionPlan", "Documents", "Files", "Journal", "Kernel", "Live", "Markup", "MarkupTesting",
            "Notices",
            "Organisation", "Storage", "StorageTesting", "TestSupport", "Web",
        ]
        return .testTarget(
            name: name + "Tests",
            dependencies: Set(support + others + [name]).sorted().map { .byName(name: $0) } + [.httpTypes] + products,
            exclude: ["__Snapshots__"], swiftSettings: strict)
    }
}
