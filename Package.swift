// swift-tools-version: 6.2
import PackageDescription

// A newer compiler's warnings must not break a user's build: only scripts/test makes them errors.
let warnings: [SwiftSetting] =
    Context.environment["FENTAN_WARNINGS"] == "error" ? [.treatAllWarnings(as: .error)] : []

let house: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .strictMemorySafety(),
    ] + warnings

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

// scripts/build says what a binary is made of; one that was built otherwise says that it is not known.
let buildFacts: [CSetting] = ["FENTAN_COMMIT", "FENTAN_PACKAGES"].compactMap { name in
    Context.environment[name].map { .define(name, to: "\"\($0)\"") }
}

let package = Package(
    name: "fentan",
    products: [.executable(name: "fentan", targets: ["fentan"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .target(name: "CLibXLSXWriter"),
        .systemLibrary(name: "CSystemCalls"),
        .target(name: "CBuildFacts", cSettings: buildFacts),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "DelimitedText", dependencies: ["CLibCSV"], swiftSettings: house),
        .target(name: "Subsidy", swiftSettings: house),
        .target(
            name: "ProgrammeFolder", dependencies: ["DelimitedText", "Subsidy", yams],
            resources: [
                "neutral", "neutral-workbook", "icbc-text", "icbc-workbook", "ccb-workbook",
                "cmb-csv",
            ].map { .embedInCode("Profiles/\($0).yaml") }
                + [
                    "settings.zh.yaml", "settings.en.yaml", "roster.zh.csv", "roster.en.csv",
                    "sample.zh.csv", "sample.en.csv",
                ]
                .map { .embedInCode("NewProgramme/\($0)") }, swiftSettings: house),
        .target(
            name: "BankStatements",
            dependencies: ["DelimitedText", "ProgrammeFolder", "Subsidy"], swiftSettings: house),
        .target(
            name: "Intake",
            dependencies: ["CSystemCalls", "CZlib", "DelimitedText", "Subsidy", crypto],
            swiftSettings: house),
        .target(
            name: "Documents",
            dependencies: [
                "CLibXLSXWriter", "CSystemCalls", "DelimitedText", "Subsidy", crypto, mustache,
            ],
            resources: [
                .embedInCode("Templates/report.html"), .embedInCode("Templates/explanation.html"),
                .embedInCode("Templates/notice.html"),
            ], swiftSettings: house),
        .target(
            name: "Verification", dependencies: ["CZlib", "DelimitedText", crypto],
            swiftSettings: house),
        .target(
            name: "Comparison", dependencies: ["DelimitedText", "Documents"], swiftSettings: house),
        .target(name: "Ledger", dependencies: ["Subsidy", grdb, sqlite], swiftSettings: house),
        .executableTarget(
            name: "fentan",
            dependencies: [
                "CBuildFacts", "CSystemCalls", "DelimitedText", "Subsidy", "ProgrammeFolder",
                "BankStatements", "Intake", "Ledger", "Documents", "Verification", "Comparison",
                argumentParser, crypto, logging,
            ], swiftSettings: house),
        .testTarget(
            name: "DelimitedTextTests", dependencies: ["DelimitedText"], swiftSettings: house),
        .testTarget(name: "SubsidyTests", dependencies: ["Subsidy"], swiftSettings: house),
        .testTarget(
            name: "ProgrammeFolderTests", dependencies: ["ProgrammeFolder", "Subsidy"],
            swiftSettings: house),
        .testTarget(
            name: "BankStatementsTests",
            dependencies: ["BankStatements", "Documents", "Subsidy"], swiftSettings: house),
        .testTarget(
            name: "IntakeTests", dependencies: ["Intake", "DelimitedText", "Subsidy"],
            swiftSettings: house),
        .testTarget(
            name: "LedgerTests", dependencies: ["Ledger", "Subsidy", grdb], swiftSettings: house),
        .testTarget(
            name: "ComparisonTests", dependencies: ["Comparison", "Documents"], swiftSettings: house
        ),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "ProgrammeFolder"],
            swiftSettings: house),
        .testTarget(
            name: "VerificationTests", dependencies: ["Verification", crypto], swiftSettings: house),
        .testTarget(
            name: "fentanTests",
            dependencies: [
                "fentan", "Documents", "Intake", "ProgrammeFolder", "Subsidy", "Verification",
            ], swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)

// The fuzz targets need libFuzzer's own main; scripts/fuzz builds them, and what they stand on.
if Context.environment["FENTAN_FUZZ"] != nil {
    package.products = []
    package.targets.removeAll { target in
        target.type == .test
            || ["fentan", "Comparison", "Documents", "Ledger"].contains(target.name)
    }
    package.targets.append(
        .target(name: "FuzzInput", path: "Tests/Fuzz/Input", swiftSettings: house))
    package.targets += [
        "Records": ["CLibCSV", "DelimitedText", "Intake", "Subsidy"],
        "Encodings": ["DelimitedText"],
        "Cells": ["DelimitedText", "Intake", "Subsidy", "Verification"],
        "Exports": ["DelimitedText", "Intake", "Subsidy"],
        "Frames": ["Intake", "Subsidy"],
        "Settings": ["ProgrammeFolder", "Subsidy"],
        "Profiles": ["DelimitedText", "ProgrammeFolder", "Subsidy"],
        "Roster": ["ProgrammeFolder", "Subsidy"],
        "Statements": ["BankStatements", "DelimitedText", "Subsidy"],
    ].map { name, dependencies in
        .executableTarget(
            name: "Fuzz" + name, dependencies: ["FuzzInput"] + dependencies,
            path: "Tests/Fuzz/" + name,
            swiftSettings: house + [.unsafeFlags(["-parse-as-library"])])
    }
}
