import Shipped
import Testing

struct ShippedTests {
  @Test func `every schema and every pack file is inside the program, byte for byte`() throws {
    let files = try (Project.files(in: "schemas") + Project.files(in: "rules")).filter { path in
      [".json", ".yaml", ".xsd", ".bundle", ".compact"].contains { path.hasSuffix($0) }
    }
    #expect(Shipped.paths.sorted() == files.sorted(), "run make shipped")
    for path in files { #expect(Shipped.bytes(of: path) == (try Project.bytes(path)), "\(path)") }
  }

  @Test func `a path that is not inside is nil`() {
    #expect(Shipped.bytes(of: "rules/nowhere.yaml") == nil)
    #expect(Shipped.bytes(of: "") == nil)
  }
}
