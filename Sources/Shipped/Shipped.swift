import CShipped

/// The schemas and rule packs that travel inside the program.
public enum Shipped {
  /// The paths of all embedded files, such as `rules/action-plan/pack.yaml`, sorted.
  public static var paths: [String] {
    (0..<count).map { path($0) }
  }

  /// The bytes of an embedded file; nil when there is none of that path.
  public static func bytes(of path: String) -> [UInt8]? { resident(path).map { Array($0) } }

  /// The same where they lie, which is for as long as the program runs.
  public static func resident(_ path: String) -> UnsafeRawBufferPointer? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let found = self.path(middle)
      if found == path { return bytes(middle) }
      if found < path { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private static var count: Int { vigie_count() }

  private static func path(_ index: Int) -> String { String(cString: vigie_table()[index].path) }

  private static func bytes(_ index: Int) -> UnsafeRawBufferPointer {
    let file = vigie_table()[index]
    return UnsafeRawBufferPointer(start: file.bytes, count: file.size)
  }
}
