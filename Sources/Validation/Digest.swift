import CDigest
import CSodium

/// SHA-256 as results record it.
public enum Digest {
  /// `sha256:` and 64 hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String { "sha256:" + hex(hash(bytes)[...]) }

  /// The first 64 bits of the SHA-256 of a text, as 16 hexadecimal digits: the id of a finding.
  public static func short(_ text: String) -> String { hex(hash(Array(text.utf8)).prefix(8)) }

  /// By the instructions of the processor where it has them, which are eight times as fast, otherwise by libsodium.
  static func hash(_ bytes: [UInt8], bySodium always: Bool = false) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    if !always, vigie_sha256(bytes, bytes.count, &out) { return out }
    // Hashing cannot fail: libsodium documents that it always returns 0.
    _ = crypto_hash_sha256(&out, bytes, UInt64(bytes.count))
    return out
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func hex(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}
