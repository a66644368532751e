import Documents
import Schemas

/// Where the report schema says which rows of the standard form a field holds: `x-form`, a number, a list of numbers, or for
/// an object the numbers by the path of its members.
struct FormRows {
  /// A field that holds a row.
  struct Field {
    /// Such as `report.services[].name`.
    let path: String
    /// The fields on the way to it, as `Program.fields` has them: whoever reads all of them reads the row.
    let steps: [String]
  }

  private(set) var fields: [Int: [Field]] = [:]
  private let schema: Schema
  /// The names that `RecordTypes` gives records: what several members share has the name of the first.
  private var names: [String?]

  init(schema: Schema) {
    self.schema = schema
    names = Array(repeating: nil, count: schema.nodes.count)
    name(0, schema.rootName)
    var open: Set<Int> = []
    visit(0, path: schema.rootName, steps: [], &open)
  }

  private mutating func name(_ node: Int, _ name: String) {
    guard names[node] == nil else { return }
    names[node] = name
    if let items = schema.nodes[node].items { self.name(items, name + "[]") }
    for property in schema.nodes[node].properties { self.name(property.node, name + "." + property.name) }
  }

  private mutating func visit(_ node: Int, path: String, steps: [String], _ open: inout Set<Int>) {
    // A schema may contain itself; a row is never that deep.
    guard open.insert(node).inserted else { return }
    defer { open.remove(node) }
    if let items = schema.nodes[node].items { visit(items, path: path + "[]", steps: steps, &open) }
    for property in schema.nodes[node].properties {
      let field = Field(
        path: path + "." + property.name, steps: steps + [(names[node] ?? path) + "." + property.name])
      note(rowsOf: property, field)
      visit(property.node, path: field.path, steps: field.steps, &open)
    }
  }

  private mutating func note(rowsOf property: SchemaProperty, _ field: Field) {
    let document = schema.document
    func add(_ node: Int, _ field: Field) {
      guard let number = Int(document.text(of: node)) else { return }
      fields[number, default: []].append(field)
    }
    for child in document.children(of: property.source) where document.nameEquals(child, "x-form") {
      switch document.nodes[child].kind {
      case .array: for item in document.children(of: child) { add(item, field) }
      case .object:
        for member in document.children(of: child) {
          guard let path = document.name(of: member), let inner = descend(path, from: property.node, field) else {
            continue
          }
          add(member, inner)
        }
      default: add(child, field)
      }
    }
  }

  /// The field at a path of names with slashes below another field.
  private func descend(_ path: String, from node: Int, _ field: Field) -> Field? {
    var (node, field) = (node, field)
    for name in path.split(separator: "/") {
      if let items = schema.nodes[node].items {
        node = items
        field = Field(path: field.path + "[]", steps: field.steps)
      }
      guard let property = schema.nodes[node].properties.first(where: { $0.name == name }) else { return nil }
      field = Field(
        path: field.path + "." + name, steps: field.steps + [(names[node] ?? field.path) + "." + name])
      node = property.node
    }
    return field
  }
}
