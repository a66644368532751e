import CEL
import Schemas

/// Makes the types that rules see from a schema: records for objects, code lists for enumerations, decimals and dates.
struct RecordTypes {
  let schema: Schema

  /// The type of the report.
  var report: Type { type(of: 0, name: schema.rootName) }

  /// What a number, or each item of a list of numbers, counts.
  private func unit(of node: Int) -> String? {
    schema.nodes[node].unit ?? schema.nodes[node].items.flatMap { schema.nodes[$0].unit }
  }

  private func type(of node: Int, name: String) -> Type {
    let shape = schema.nodes[node]
    switch shape.singleType {
    case TypeSet.object?:
      let fields = shape.properties.enumerated().map { slot, property in
        RecordType.Field(
          name: property.name, slot: slot, type: type(of: property.node, name: name + "." + property.name),
          isOptional: !property.isRequired, unit: unit(of: property.node),
          isFilled: schema.nodes[property.node].minItems > 0)
      }
      return .record(RecordType(name: name, fields: fields))
    case TypeSet.array?: return .list(shape.items.map { type(of: $0, name: name + "[]") } ?? .dyn)
    case TypeSet.boolean?: return .bool
    case TypeSet.integer?: return .int
    case TypeSet.number?: return .decimal
    case TypeSet.string?:
      if shape.format == .date { return .date }
      return shape.codes.isEmpty ? .string : .code(CodeList(name: shape.definition ?? name, codes: shape.codes))
    default: return .dyn
    }
  }
}
