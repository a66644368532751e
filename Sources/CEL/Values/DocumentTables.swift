import Documents

/// Where the arrays of the reports lie, so that a value is read with two loads and no reference is counted.
///
/// The addresses are those of the arrays' own storage. They stay good because this class holds the arrays and nothing
/// changes them; the indices come from the binder, which made the arrays.
final class DocumentTables: @unchecked Sendable {
  struct Table {
    let values: UnsafePointer<BoundValue>
    let members: UnsafePointer<UInt32>
    let source: UnsafePointer<UInt8>
    let sideText: UnsafePointer<UInt8>
  }

  let documents: [BoundDocument]
  let first: UnsafeMutablePointer<Table>

  init(_ documents: [BoundDocument]) {
    self.documents = documents
    first = .allocate(capacity: documents.count)
    for (index, document) in documents.enumerated() {
      (first + index).initialize(
        to: Table(
          values: address(of: document.values), members: address(of: document.members),
          source: address(of: document.document.source), sideText: address(of: document.sideText)))
    }
  }

  deinit {
    first.deinitialize(count: documents.count)
    first.deallocate()
  }

  /// Of an empty array some address that is never read.
  private func address<Element>(of array: [Element]) -> UnsafePointer<Element> {
    array.withUnsafeBufferPointer { $0.baseAddress ?? UnsafePointer(OpaquePointer(first)) }
  }
}
