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
    let place = place(of: path)
    return place < count && self.path(place) == path ? bytes(place) : nil
  }

  /// The directories inside a directory of the embedded files, sorted.
  public static func directories(in directory: String) -> [String] {
    let start = directory + "/"
    var place = place(of: start)
    var names: [String] = []
    while place < count {
      let path = path(place)
      guard path.hasPrefix(start) else { break }
      let rest = path.utf8.dropFirst(start.utf8.count)
      guard let slash = rest.firstIndex(of: UInt8(ascii: "/")), let name = String(rest[..<slash]) else {
        place += 1
        continue
      }
      names.append(name)
      // The character behind the slash ends what begins with the name and a slash.
      place = self.place(of: "\(start)\(name)0")
    }
    return names
  }

  /// The place of the first path that is not before a path in the order of bytes, in which the table is.
  private static func place(of path: String) -> Int { vigie_place(path) }

  private static var count: Int { vigie_count() }

  private static func path(_ index: Int) -> String { String(cString: vigie_table()[index].path) }

  private static func bytes(_ index: Int) -> UnsafeRawBufferPointer {
    let file = vigie_table()[index]
    return UnsafeRawBufferPointer(start: file.bytes, count: file.size)
  }
}
