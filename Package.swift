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
    ],
    targets: [
        // The ground every feature stands on.
        .ours("Kernel"),
        .ours("Markup"),
        .ours("Design", on: "Kernel", "Markup"),
        .ours("Storage", on: "Kernel"),
        .ours("Documents", on: "Kernel", "Markup", "CQRCode", "CXLSX"),
        .ours("Files", on: "Kernel", "Storage", "CVips", products: [.crypto]),

        .ours("Journal", on: "Kernel", "Storage"),
        .ours("Access", on: "Kernel", "Storage"),
        .ours("Live", on: "Kernel", "Storage"),
        .ours("Notices", on: "Journal", "Kernel", "Storage"),
        .ours(
            "Web", on: "Access", "CZlib", "Design", "Journal", "Kernel", "Live", "Markup", "Storage",
            products: [.hummingbird, .httpTypes, .crypto, .logging, .nio, .lifecycle]),

        // The base: who everyone is.
        .ours(
            "Organisation",
            on: "Access", "CSodium", "Design", "Documents", "Journal", "Kernel", "Live", "Markup", "Storage", "Web"),

        // The program.
        .ours(
            "App",
            on: "Access", "Design", "Files", "Journal", "Kernel", "Live", "Markup", "Notices", "Organisation",
            "PostgresStorage", "SQLiteStorage", "Storage", "Web"),
        .executableTarget(
            name: "Forkant",
            dependencies: [
                "Access", "App", "Files", "Journal", "Kernel", "Live", "Organisation", "PostgresStorage", "SQLiteStorage",
                "Storage", "Web", .argumentParser, .logging,
            ],
            swiftSettings: Target.strict),
        .ours(
            "TestSupport",
            on: "Access", "App", "Design", "Journal", "Kernel", "Live", "Markup", "Organisation", "Storage",
            "StorageTesting", "Web", products: [.hummingbird, .httpTypes, .nio, .nioEmbedded, .logging]),

        // Engines: the only importers of GRDB and of libpq.
        .ours("SQLiteStorage", on: "Kernel", "Storage", "CICU", products: [.grdb, .sqlite]),
        .ours("PostgresStorage", on: "Kernel", "Storage", "CPostgres"),
        .ours("StorageTesting", on: "Storage", "SQLiteStorage", "PostgresStorage"),

        // Libraries of the system.
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq"),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode"),
        .systemLibrary(name: "CXLSX", pkgConfig: "xlsxwriter"),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium"),
        .systemLibrary(name: "CVips", pkgConfig: "vips"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib"),

        // Tests.
        .ours("MarkupTesting", on: "Markup"),
        .tests(of: "Design", with: "Kernel", "Markup", "MarkupTesting"),
        .tests(of: "Kernel"),
        .tests(of: "Markup"),
        .tests(of: "Storage", with: "Kernel", "SQLiteStorage", "PostgresStorage", "StorageTesting"),
        .tests(of: "Documents", with: "Kernel", "Markup"),
        .tests(of: "Files", with: "Kernel", "Storage", "StorageTesting"),
        .tests(of: "Organisation", with: "Access", "Journal", "Kernel", "Storage", "StorageTesting", "TestSupport", "Web"),
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
    static var crypto: Self { .product(name: "Crypto", package: "swift-crypto") }
    static var grdb: Self { .product(name: "GRDB", package: "GRDB.swift") }
    static var sqlite: Self { .product(name: "GRDBSQLite", package: "GRDB.swift") }
}

extension Target {
    static var strict: [SwiftSetting] {
        [
            .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
        ]
    }

    static func ours(_ name: String, on others: String..., products: [Target.Dependency] = []) -> Target {
        .target(name: name, dependencies: others.map { .byName(name: $0) } + products, swiftSettings: strict)
    }

    static func tests(of name: String, with others: String...) -> Target {
        .testTarget(
            name: name + "Tests", dependencies: ([name] + others).map { .byName(name: $0) }, swiftSettings: strict)
    }
}
