import Documents
import Findings
import Foundation
import Schemas
import Testing

struct ReportSchemaTests {
  @Test func `each row of the EU standard form is bound to one place`() throws {
    guard let folder = TestFiles.shared("reg-2024-2916") else { return }
    let text = String(decoding: try TestFiles.bytes(folder.appending(path: "annex-standard-form.tsv")), as: UTF8.self)
    let rows = text.split(separator: "\n").count - 1
    let document = try ReportSchema.document()
    var bound: [Int] = []
    for node in document.nodes.indices where document.nameEquals(node, "x-form") {
      bound += numbers(in: document, node)
    }
    let unbound = (1...rows).filter { !bound.contains($0) }
    print("rows of the standard form that no field answers: \(unbound.isEmpty ? "none" : "\(unbound)")")
    #expect(unbound.isEmpty)
    #expect(bound.count == Set(bound).count, "a row is bound twice: \(bound.sorted())")
    #expect(bound.allSatisfy { (1...rows).contains($0) })
  }

  private func numbers(in document: Document, _ node: Int) -> [Int] {
    document.nodes[node].kind == .number
      ? [Int(document.text(of: node)) ?? 0] : document.children(of: node).flatMap { numbers(in: document, $0) }
  }

  @Test func `every field has a title and a description in four languages`() throws {
    let schema = try ReportSchema.load()
    for (index, node) in schema.nodes.enumerated() {
      for property in node.properties {
        let place = "\(schema.nodes[index].definition ?? "#\(index)").\(property.name)"
        let title = try #require(schema.title(of: property), "\(place) has no title")
        let description = try #require(schema.description(of: property), "\(place) has no description")
        for language in Language.allCases {
          #expect(!title[language].isEmpty, "\(place) title \(language)")
          #expect(!description[language].isEmpty, "\(place) description \(language)")
        }
        #expect(Set(Language.allCases.map { description[$0] }).count == 4, "\(place): two descriptions are the same")
      }
    }
  }

  @Test func `each code has a label in four languages`() throws {
    let schema = try ReportSchema.load()
    for (index, node) in schema.nodes.enumerated() where !node.codes.isEmpty && node.definition != "country" {
      #expect(schema.labels(of: index).map(\.code).sorted() == node.codes.sorted(), "\(node.definition ?? "#\(index)")")
    }
  }

  @Test func `the XML Schema twin is fresh`() throws {
    let twin = try TestFiles.bytes(TestFiles.project.appending(path: "schemas/csa-report-1.0.xsd"))
    #expect(
      XSDWriter.write(try ReportSchema.load()) == String(decoding: twin, as: UTF8.self),
      "schemas/csa-report-1.0.xsd is out of date; run make schemas")
  }
}
