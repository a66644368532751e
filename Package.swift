// swift-tools-version: 6.2
// Kept alphabetical inside each section; one section per target and its test.
import PackageDescription

/// What every target is compiled with; style.md §11 gives the reasons.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "vigie",
  products: [
    .executable(name: "vigie", targets: ["vigie"]),
    .library(
      name: "VigieKit", targets: ["Findings", "Documents", "Schemas", "CEL", "Validation", "Rendering", "Shipped"]),
  ],
  targets: [
    // MARK: - Findings
    .target(name: "Findings", swiftSettings: settings),
    .testTarget(name: "FindingsTests", dependencies: ["Findings"], swiftSettings: settings),

    // MARK: - Documents
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(
      name: "Documents", dependencies: ["Findings", "CLibXML2", "CLibYAML"], exclude: ["README.md"],
      swiftSettings: settings),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "Findings", "TestSupport"], swiftSettings: settings),

    // MARK: - Schemas
    .target(name: "Schemas", dependencies: ["CRE2", "Documents", "Findings"], swiftSettings: settings),
    .testTarget(name: "SchemasTests", dependencies: ["Documents", "Findings", "Schemas"], swiftSettings: settings),

    // MARK: - CEL
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "CTimeZones", exclude: ["generate.py", "zones.bin"]),
    .target(
      name: "CEL", dependencies: ["CRE2", "CTimeZones", "Documents", "Findings"], swiftSettings: settings,
      linkerSettings: [.linkedLibrary("m")]),
    .testTarget(
      name: "CELTests", dependencies: ["CEL", "Documents", "Findings"],
      exclude: ["Differential/differences.txt", "Differential/peer.py"], swiftSettings: settings),

    // MARK: - Validation
    .target(name: "CDigest"),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(
      name: "Validation", dependencies: ["CDigest", "CEL", "CSodium", "Documents", "Findings", "Schemas"],
      swiftSettings: settings),
    .testTarget(
      name: "ValidationTests",
      dependencies: ["CEL", "Documents", "Findings", "Rendering", "Schemas", "Shipped", "TestSupport", "Validation"],
      swiftSettings: settings),

    // MARK: - TestSupport
    .target(name: "TestSupport", dependencies: ["Findings"], path: "Tests/TestSupport", swiftSettings: settings),

    // MARK: - Shipped
    .target(name: "CShipped", exclude: ["list.sh"]),
    .target(name: "Shipped", dependencies: ["CShipped"], swiftSettings: settings),

    // MARK: - Rendering
    .target(name: "Rendering", dependencies: ["Findings"], swiftSettings: settings),
    .testTarget(
      name: "RenderingTests", dependencies: ["Findings", "Rendering"], exclude: ["Golden"], swiftSettings: settings),

    // MARK: - Command
    .target(name: "CHeap"),
    .target(
      name: "Command",
      dependencies: ["CEL", "CHeap", "Documents", "Findings", "Rendering", "Schemas", "Shipped", "Validation"],
      swiftSettings: settings),
    .executableTarget(name: "vigie", dependencies: ["Command"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["Command", "Findings", "Rendering", "vigie"],
      exclude: ["bad-commands.txt"], swiftSettings: settings),

    // MARK: - Fuzzing
    // The entry points of the fuzz targets; Fuzzing/Package.swift builds them with libFuzzer.
    .testTarget(
      name: "FuzzingTests",
      dependencies: ["CEL", "Documents", "Findings", "Rendering", "Schemas", "Shipped", "Validation"],
      path: "Fuzzing",
      exclude: ["Corpus", "Package.swift", "README.md", "run.sh", "Sources/CLibFuzzer", "Sources/Driver"],
      sources: ["Sources/Targets", "Replay"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
