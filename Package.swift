// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

/// A module of the house; `imports` are the only modules it may see (docs/ARCHITECTURE.md has the floors).
func module(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: house)
}

func tests(_ name: String, imports: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(name: name, dependencies: imports, resources: resources, swiftSettings: house)
}

let package = Package(
  name: "patrol",
  products: [
    .executable(name: "patrol", targets: ["patrol"]),
    .executable(name: "patrol-bench", targets: ["patrol-bench"]),
    // Loaded before the programs whose writing is tested, so a library by itself; no target links it.
    .library(name: "FileRecorder", type: .dynamic, targets: ["CFileRecorder"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // The ground: C, which imports nothing.
    .target(name: "CFolder", cSettings: [.define("_GNU_SOURCE"), .treatAllWarnings(as: .error)]),
    .target(
      name: "CJournal", cSettings: [.treatAllWarnings(as: .error)], linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "CTerminal",
      cSettings: [.define("_GNU_SOURCE"), .treatAllWarnings(as: .error)],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CStart", cSettings: [.define("_GNU_SOURCE"), .treatAllWarnings(as: .error)]),
    .target(
      name: "CWorkbook", cSettings: [.define("_GNU_SOURCE"), .treatAllWarnings(as: .error)]),

    // First floor: no other module of the house but the ground.
    module("RosterModel"),
    module("Threads"),
    module("Characters"),
    module("Files", imports: ["CFolder"]),

    // Second floor.
    module("Screen", imports: ["Characters"]),
    module("Coverage", imports: ["RosterModel", "Threads", "Characters"]),
    module("Tables", imports: ["RosterModel", "Characters"]),
    module("RosterEngine", imports: ["Threads"]),
    module("RosterGenerator", imports: ["RosterModel"]),

    // Third floor.
    module("Terminal", imports: ["CTerminal", "Screen", "Files"]),
    module("Planner", imports: ["RosterModel", "RosterEngine", "Coverage"]),
    module("Sheets", imports: ["RosterModel", "Coverage", "Characters", "Tables"]),
    module("RosterFolder", imports: ["RosterModel", "Threads", "Characters", "Files", "Tables"]),
    module("BenchmarkFormats", imports: ["RosterEngine"]),
    // The inner loop of annealing in C, which Swift's is measured against; only patrol-bench has it.
    .target(
      name: "CAnnealingTwin", path: "Sources/patrol-bench/Twin/CAnnealingTwin",
      cSettings: [.treatAllWarnings(as: .error), .unsafeFlags(["-O3"], .when(configuration: .release))]),
    .target(
      name: "AnnealingTwin", dependencies: ["RosterEngine", "CAnnealingTwin"],
      path: "Sources/patrol-bench/Twin/AnnealingTwin", swiftSettings: house),

    // Fourth floor.
    module(
      "Journal",
      imports: [
        "RosterModel", "Coverage", "RosterFolder", "Files", "CJournal",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module("Desk", imports: ["RosterModel", "Coverage", "Planner", "Screen", "Characters"]),

    // The roof: effects.
    .executableTarget(
      name: "patrol",
      dependencies: [
        "RosterModel", "Coverage", "RosterFolder", "Journal", "Planner", "Sheets", "Desk", "Screen", "Terminal",
        "Characters", "Files", "Tables", "CStart", "CWorkbook",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "patrol-bench",
      dependencies: [
        "RosterModel", "RosterEngine", "Coverage", "RosterFolder", "Planner", "RosterGenerator",
        "BenchmarkFormats", "AnnealingTwin", "Files",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Twin"], swiftSettings: house),

    tests("RosterModelTests", imports: ["RosterModel"]),
    tests("RosterEngineTests", imports: ["RosterEngine"]),
    tests("CharactersTests", imports: ["Characters"]),
    tests("ScreenTests", imports: ["Screen"]),
    tests("CoverageTests", imports: ["Coverage", "RosterModel"]),
    tests("RuleTests", imports: ["Coverage", "Journal", "RosterFolder", "RosterModel"]),
    .executableTarget(
      name: "FolderProbe", dependencies: ["RosterFolder", "RosterModel"], path: "Tests/Support/FolderProbe",
      swiftSettings: house),
    .target(
      name: "CFileRecorder", path: "Tests/Support/CFileRecorder",
      cSettings: [.define("_GNU_SOURCE"), .treatAllWarnings(as: .error)]),
    // What tests of faults need: programs that are watched and killed, and disks after a power cut.
    .target(name: "FaultTesting", path: "Tests/Support/FaultTesting", swiftSettings: house),
    .target(
      name: "JournalTesting", dependencies: ["FaultTesting", "RosterModel"], path: "Tests/Support/JournalTesting",
      swiftSettings: house),
    .executableTarget(
      name: "JournalProbe", dependencies: ["Journal", "JournalTesting", "RosterModel"],
      path: "Tests/Support/JournalProbe",
      swiftSettings: house),
    tests(
      "FaultTests",
      imports: [
        "FaultTesting", "JournalTesting", "Journal", "RosterFolder", "RosterModel", "FolderProbe", "JournalProbe",
        "patrol", "TerminalTesting",
      ]),
    tests("RosterFolderTests", imports: ["RosterFolder", "Tables", "RosterModel", "FaultTesting", "FolderProbe"]),
    // What tests of programs on a terminal need: a pseudo-terminal, a job on it, and a picture of its screen.
    .target(
      name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal",
      cSettings: [.define("_GNU_SOURCE"), .treatAllWarnings(as: .error)]),
    .target(
      name: "TerminalTesting", dependencies: ["CPseudoTerminal", "Screen"], path: "Tests/Support/TerminalTesting",
      swiftSettings: house),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "Screen"], path: "Tests/Support/TerminalProbe",
      swiftSettings: house),
    tests("TerminalTests", imports: ["Terminal", "Screen", "TerminalTesting", "TerminalProbe"]),
    tests(
      "JournalTests",
      imports: [
        "Journal", "RosterFolder", "Coverage", "RosterModel", "RosterGenerator", "FaultTesting",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("PlannerTests", imports: ["Planner", "Coverage", "RosterModel", "RosterEngine", "RosterGenerator"]),
    tests("AnnealingTwinTests", imports: ["AnnealingTwin", "RosterEngine"]),
    tests("BenchmarkFormatsTests", imports: ["BenchmarkFormats", "RosterEngine"]),
    tests("SheetsTests", imports: ["Sheets", "Tables", "Coverage", "RosterModel"]),
    tests("RosterGeneratorTests", imports: ["RosterGenerator", "RosterFolder", "Coverage", "RosterModel"]),
    tests("DeskTests", imports: ["Desk", "Screen", "Planner", "Coverage", "RosterModel"]),
    tests(
      "CommandLineTests",
      imports: [
        "patrol", "Desk", "Sheets", "Journal", "RosterFolder", "RosterModel", "Coverage", "Screen", "TerminalTesting",
        "FaultTesting", "Files", "Tables",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
  ]
)

// `make fuzz` has the fuzzers as a program: it asks for the runtime of a sanitizer, and for code that is compiled for it. For
// everybody else they are tests, which give them the inputs that were kept.
let fuzzed: [Target.Dependency] = [
  "RosterModel", "Coverage", "Tables", "RosterFolder", "Sheets", "Journal", "Screen", "Desk",
  .product(name: "GRDB", package: "GRDB.swift"),
]
if Context.environment["PATROL_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: fuzzed, path: "Tests/Fuzz", exclude: ["corpus", "words", "SeedTests.swift"],
      swiftSettings: house))
} else {
  package.targets.append(
    .testTarget(
      name: "FuzzTests", dependencies: fuzzed, path: "Tests/Fuzz", exclude: ["corpus", "words", "main.swift"],
      swiftSettings: house))
}
