// swift-tools-version: 6.2
// A package of its own: simdjson is a peer to measure against, never a dependency of vigie.
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "vigie", path: "..")],
  targets: [
    .systemLibrary(name: "CLibXML2Headers", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "CPeers", dependencies: ["CLibXML2Headers"],
      linkerSettings: [.linkedLibrary("simdjson"), .linkedLibrary("xml2")]),
    .executableTarget(name: "bench", dependencies: ["CPeers", .product(name: "VigieKit", package: "vigie")]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
