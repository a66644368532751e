import Foundation

/// Inputs that nobody in the project wrote, outside the repository; tests skip them where they are absent.
enum SharedData {
  /// A folder or file of the shared data, or nil with a printed reason.
  static func url(_ path: String) -> URL? {
    let root =
      ProcessInfo.processInfo.environment["VIGIE_SHARED_DATA"].map { URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../shared/data").standardized
    let url = root.appendingPathComponent(path)
    guard FileManager.default.fileExists(atPath: url.path) else {
      print("skipped: \(url.path) is absent; set VIGIE_SHARED_DATA to the folder of shared test data")
      return nil
    }
    return url
  }

  /// The files of a folder by name, sorted; nil where the folder is absent.
  static func files(in path: String) throws -> [(name: String, bytes: [UInt8])]? {
    guard let folder = url(path) else { return nil }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.map { ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0)))) }
  }
}
