// swift-tools-version: 6.2
// A package of its own: the targets reach into the modules of vigie and are no part of the product.
import PackageDescription

let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "vigie", path: "..")],
  targets: [
    .target(name: "CLibFuzzer", path: "Sources/CLibFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: ["CLibFuzzer", .product(name: "VigieKit", package: "vigie")], path: "Sources",
      exclude: ["CLibFuzzer"], sources: ["Targets", "Driver"],
      swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
  ],
  swiftLanguageModes: [.v6]
)
