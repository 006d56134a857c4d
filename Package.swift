// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Forkant",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
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

        // Engines: the only importers of GRDB and of libpq.
        .ours("SQLiteStorage", on: "Kernel", "Storage", "CICU", products: [.product(name: "GRDB", package: "GRDB.swift")]),
        .ours("PostgresStorage", on: "Kernel", "Storage", "CPostgres"),

        // Libraries of the system.
        .systemLibrary(name: "CICU", pkgConfig: "icu-i18n"),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq"),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode"),
        .systemLibrary(name: "CXLSX", pkgConfig: "xlsxwriter"),
        .systemLibrary(name: "CVips", pkgConfig: "vips"),

        // Tests.
        .ours("MarkupTesting", on: "Markup"),
        .tests(of: "Design", with: "Kernel", "Markup", "MarkupTesting"),
        .tests(of: "Kernel"),
        .tests(of: "Markup"),
    ],
    swiftLanguageModes: [.v6]
)

extension Target.Dependency {
    static var crypto: Self { .product(name: "Crypto", package: "swift-crypto") }
}

extension Target {
    static var strict: [SwiftSetting] {
        [
            .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("MemberImportVisibility"),
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
