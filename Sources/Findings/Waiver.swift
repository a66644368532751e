/// Why a finding is accepted for a time: who asked, who approved, until when. The finding stays and is counted.
public struct Waiver: Hashable, Sendable, Codable {
  /// As the file gives it, on one line.
  public var reason: String
  public var author: String
  /// Somebody else than the author.
  public var approver: String
  /// The last day on which the waiver holds, ISO 8601.
  public var expires: String

  public init(reason: String, author: String, approver: String, expires: String) {
    self.reason = reason
    self.author = author
    self.approver = approver
    self.expires = expires
  }
}

/// The file of waivers that a run was given.
public struct WaiverFile: Hashable, Sendable, Codable {
  /// The name as given, or `-` for standard input.
  public var name: String
  /// `sha256:` and 64 hexadecimal digits, of the bytes as they came.
  public var digest: String
  /// How many waivers the file has.
  public var waivers: Int
  /// How many of them concern the report: those that name it and those that name none.
  public var concerned: Int

  public init(name: String, digest: String, waivers: Int, concerned: Int) {
    self.name = name
    self.digest = digest
    self.waivers = waivers
    self.concerned = concerned
  }
}

/// The file that switches rules off which were found to be wrong.
public struct OverlayFile: Hashable, Sendable, Codable {
  /// The name as given, or `-` for standard input.
  public var name: String
  /// `sha256:` and 64 hexadecimal digits, of the bytes as they came.
  public var digest: String
  /// How many rules it switches off.
  public var rules: Int

  public init(name: String, digest: String, rules: Int) {
    self.name = name
    self.digest = digest
    self.rules = rules
  }
}
