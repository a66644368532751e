/// Texts to read: records as in a report, the same on every run.
enum Texts {
  /// JSON of about this many bytes, indented as reports are.
  static func json(_ bytes: Int) -> [UInt8] {
    repeated(bytes, head: "{\n  \"records\": [\n", separator: ",\n", foot: "\n  ]\n}\n") { number in
      """
          {
            "id": "record-\(number)",
            "service": "Überprüfung \(number % 97)",
            "flagged": \(number * 31 % 9973),
            "reviewed": \(number * 17 % 9973),
            "share": 0.\(1000 + number % 8999),
            "automated": \(number % 2 == 0),
            "surfaces": ["publicPosts", "comments", "liveVideo"],
            "explanation": "The figures of this line are made for measuring; they mean nothing at all. Line \(number)."
          }
      """
    }
  }

  /// XML of about this many bytes, with the same records.
  static func xml(_ bytes: Int) -> [UInt8] {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<report xmlns=\"urn:vigie:bench\">\n  <records>\n"
    return repeated(bytes, head: head, separator: "\n", foot: "\n  </records>\n</report>\n") { number in
      """
          <record>
            <id>record-\(number)</id>
            <service>Überprüfung \(number % 97)</service>
            <flagged>\(number * 31 % 9973)</flagged>
            <reviewed>\(number * 17 % 9973)</reviewed>
            <share>0.\(1000 + number % 8999)</share>
            <automated>\(number % 2 == 0)</automated>
            <surfaces><surface>publicPosts</surface><surface>comments</surface><surface>liveVideo</surface></surfaces>
            <explanation>The figures of this line are made for measuring; they mean nothing at all. Line \(number).</explanation>
          </record>
      """
    }
  }

  private static func repeated(
    _ bytes: Int, head: String, separator: String, foot: String, record: (Int) -> String
  ) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes + 1000)
    out += Array(head.utf8)
    var number = 0
    while out.count < bytes {
      if number > 0 { out += Array(separator.utf8) }
      out += Array(record(number).utf8)
      number += 1
    }
    return out + Array(foot.utf8)
  }
}
