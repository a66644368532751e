/// `required` and `forbidden`.
final class PresenceKindNode: KindNode, @unchecked Sendable {
  let path: KindPath
  let isForbidden: Bool

  init(_ path: KindPath, isForbidden: Bool, _ definition: KindDefinition) {
    self.path = path
    self.isForbidden = isForbidden
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    var error: Value?
    var isDecided = false
    path.forEach(&activation) { _, read in
      switch read {
      case .absent: isDecided = !isForbidden
      case .failed(let failure): error = error ?? failure
      case .value: isDecided = isForbidden
      }
      return !isDecided
    }
    return isDecided ? .bool(false) : error ?? .bool(true)
  }
}

/// `cardinality`.
final class CardinalityKindNode: KindNode, @unchecked Sendable {
  let path: KindPath
  let least: KindLimit?
  let most: KindLimit?
  /// Whether the path ends at the list that is counted, so that its items need not be read.
  let isPlainList: Bool

  init(_ path: KindPath, isPlainList: Bool, least: KindLimit?, most: KindLimit?, _ definition: KindDefinition) {
    self.path = path
    self.isPlainList = isPlainList
    self.least = least
    self.most = most
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    let count = count(&activation)
    let first = least?.holds(.greaterOrEqual, for: count, &activation) ?? .bool(true)
    return KindNode.and(first, most?.holds(.lessOrEqual, for: count, &activation) ?? .bool(true))
  }

  private func count(_ activation: inout Activation) -> Value {
    if isPlainList {
      switch path.single(&activation) {
      case .absent: return .int(0)
      case .failed(let error): return error
      case .value(let value): return value.isError ? value : .int(activation.count(of: value))
      }
    }
    var count = 0
    var error: Value?
    path.forEach(&activation) { _, read in
      switch read {
      case .absent: break
      case .failed(let failure): error = failure
      case .value(let value) where value.isError: error = value
      case .value: count += 1
      }
      return error == nil
    }
    return error ?? .int(count)
  }
}

/// `codeList`.
final class CodesKindNode: KindNode, @unchecked Sendable {
  let path: KindPath
  let codes: Set<[UInt8]>
  let absent: Bool

  init(_ path: KindPath, _ codes: Set<[UInt8]>, absent: Bool, _ definition: KindDefinition) {
    self.path = path
    self.codes = codes
    self.absent = absent
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    all(path, absent: absent, &activation) { activation, value in
      if value.isError { return value }
      guard value.kind == .string else { return .bool(false) }
      let bytes = activation.bytes(of: value)
      if codes.count <= 8 { return .bool(codes.contains { bytes.elementsEqual($0) }) }
      return .bool(codes.contains(Array(bytes)))
    }
  }
}

/// `pattern`.
final class PatternKindNode: KindNode, @unchecked Sendable {
  let path: KindPath
  let pattern: Pattern
  let absent: Bool

  init(_ path: KindPath, _ pattern: Pattern, absent: Bool, _ definition: KindDefinition) {
    self.path = path
    self.pattern = pattern
    self.absent = absent
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    all(path, absent: absent, &activation) { activation, value in
      if value.isError { return value }
      guard value.kind == .string else { return activation.noOverload("matches(\(value.kind.typeName))") }
      let text = activation.bytes(of: value)
      return activation.spend(text.count >> 5) ? .bool(pattern.matches(text)) : .error(.budgetExceeded)
    }
  }
}

/// `unique`.
final class UniqueKindNode: KindNode, @unchecked Sendable {
  let path: KindPath
  /// Paths from an item; empty when the values themselves are the keys.
  let keys: [KindPath]

  init(_ path: KindPath, keys: [KindPath], _ definition: KindDefinition) {
    self.path = path
    self.keys = keys
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    var index = ValueIndex(capacity: 16)
    var error: Value?
    var isUnique = true
    path.forEach(&activation) { activation, read in
      switch read {
      case .absent: return true
      case .failed(let failure): error = failure
      case .value(let item):
        guard let key = key(of: item, &activation) else { return true }
        if key.isError { error = key } else if !index.insert(key, &activation) { isUnique = false }
      }
      return error == nil
    }
    return error ?? .bool(isUnique)
  }

  /// The key of an item; nil when a part of it is absent.
  private func key(of item: Value, _ activation: inout Activation) -> Value? {
    if keys.isEmpty { return item }
    var values: [Value] = []
    var failure: Value?
    for key in keys {
      switch key.single(from: item, &activation) {
      case .absent: return nil
      case .failed(let error): failure = failure ?? error
      case .value(let value): values.append(value)
      }
    }
    if let error = failure ?? values.first(where: \.isError) { return error }
    return values.count == 1 ? values[0] : activation.make(list: values)
  }
}

/// `refersTo`.
final class ReferenceKindNode: KindNode, @unchecked Sendable {
  /// How many references are looked up one by one before an index pays.
  private static let scanLimit = 4

  /// The keys of one evaluation.
  private struct Index {
    var values: ValueIndex
    /// The first error among the keys.
    var error: Value?
    /// The error of the very first key.
    var first: Value?
    var isEmpty = true
  }

  let path: KindPath
  let key: KindPath
  let absent: Bool

  init(_ path: KindPath, key: KindPath, absent: Bool, _ definition: KindDefinition) {
    self.path = path
    self.key = key
    self.absent = absent
    super.init(definition)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    var asked = 0
    var index: Index?
    return all(path, absent: absent, &activation) { activation, value in
      asked += 1
      if asked <= Self.scanLimit { return scan(for: value, &activation) }
      let known = index ?? makeIndex(&activation)
      index = known
      if value.isError { return known.isEmpty ? .bool(false) : known.first ?? value }
      return known.values.contains(value, &activation) ? .bool(true) : known.error ?? .bool(false)
    }
  }

  private func scan(for value: Value, _ activation: inout Activation) -> Value {
    var error: Value?
    var isFound = false
    key.forEach(&activation) { activation, read in
      switch read {
      case .absent: break
      case .failed(let failure): error = error ?? failure
      case .value(let key):
        if key.isError || value.isError {
          error = error ?? (key.isError ? key : value)
        } else {
          isFound = activation.isEqual(key, value)
        }
      }
      return !isFound
    }
    return isFound ? .bool(true) : error ?? .bool(false)
  }

  private func makeIndex(_ activation: inout Activation) -> Index {
    var index = Index(values: ValueIndex(capacity: 64))
    key.forEach(&activation) { activation, read in
      let failure: Value?
      switch read {
      case .absent: return true
      case .failed(let error): failure = error
      case .value(let key):
        failure = key.isError ? key : nil
        if failure == nil { _ = index.values.insert(key, &activation) }
      }
      if index.isEmpty { index.first = failure }
      index.error = index.error ?? failure
      index.isEmpty = false
      return true
    }
    return index
  }
}
