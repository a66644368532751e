import CEL
import Schemas

/// Makes the types that rules see from a schema: records for objects, code lists for enumerations, decimals and dates.
struct RecordTypes: Sendable {
  private let schema: Schema
  /// The types by subschema: what several members share is made once.
  private var made: [Type?]
  /// The type of the report.
  private(set) var report = Type.dyn

  init(schema: Schema) {
    self.schema = schema
    made = Array(repeating: nil, count: schema.nodes.count)
    report = type(of: 0, name: schema.rootName)
  }

  /// The records and code lists, in the order of the subschemas.
  var named: [Type] {
    made.compactMap { type in
      switch type {
      case .record?, .code?: type
      default: nil
      }
    }
  }

  /// What a number, or each item of a list of numbers, counts.
  private func unit(of node: Int) -> String? {
    schema.nodes[node].unit ?? schema.nodes[node].items.flatMap { schema.nodes[$0].unit }
  }

  /// - Parameter name: What messages call it; made only where a type keeps it.
  private mutating func type(of node: Int, name: @autoclosure () -> String) -> Type {
    if let type = made[node] { return type }
    // What a schema that contains itself holds at its deepest is not typed.
    made[node] = .dyn
    let type = make(node, name)
    made[node] = type
    return type
  }

  private mutating func make(_ node: Int, _ name: () -> String) -> Type {
    let shape = schema.nodes[node]
    switch shape.singleType {
    case TypeSet.object?:
      let name = name()
      var fields: [RecordType.Field] = []
      fields.reserveCapacity(shape.properties.count)
      for (slot, property) in shape.properties.enumerated() {
        let type = type(of: property.node, name: name + "." + property.name)
        fields.append(
          RecordType.Field(
            name: property.name, slot: slot, type: type, isOptional: !property.isRequired,
            unit: unit(of: property.node), isFilled: schema.nodes[property.node].minItems > 0))
      }
      return .record(RecordType(name: name, fields: fields))
    case TypeSet.array?:
      guard let items = shape.items else { return .list(.dyn) }
      return .list(type(of: items, name: name() + "[]"))
    case TypeSet.boolean?: return .bool
    case TypeSet.integer?: return .int
    case TypeSet.number?: return .decimal
    case TypeSet.string?:
      if shape.format == .date { return .date }
      return shape.codes.isEmpty ? .string : .code(CodeList(name: shape.definition ?? name(), codes: shape.codes))
    default: return .dyn
    }
  }
}
