import Documents
import Findings

/// Reading: every place lies in the text, the tree is in order, and a reader that is used again reads the same.
enum ReaderTarget {
  static func run(_ bytes: [UInt8], as syntax: Syntax) -> [String] {
    var broken: [String] = []
    switch syntax {
    case .json:
      var reader = JSONReader()
      let reading = reader.read(bytes)
      broken += faults(of: reading)
      let repeated = reader.read(bytes)
      if repeated.findings != reading.findings { broken.append("the second reading differs") }
    case .xml:
      var reader = XMLReader()
      let reading = reader.read(bytes)
      broken += faults(of: reading)
      let repeated = reader.read(bytes)
      if repeated.findings != reading.findings { broken.append("the second reading differs") }
    case .yaml:
      var reader = YAMLReader()
      let reading = reader.read(bytes)
      broken += faults(of: reading)
      let repeated = reader.read(bytes)
      if repeated.findings != reading.findings { broken.append("the second reading differs") }
    }
    return broken
  }

  /// What is wrong with a reading, whatever was read.
  static func faults(of reading: Reading) -> [String] {
    let document = reading.document
    let count = document.source.count
    var broken: [String] = []
    if reading.findings.isEmpty, document.nodes.isEmpty { broken.append("no nodes and no finding") }
    let lines = LineTable(document.source)
    for finding in reading.findings {
      let span = finding.place.span
      if span.start < 0 || span.start > span.end || span.end > count {
        broken.append("\(finding.rule) is at \(span) of \(count)")
      } else {
        _ = finding.place.resolved(in: lines)
      }
      for text in [finding.message.en, finding.message.fr, finding.message.nl, finding.message.de] where text.isEmpty {
        broken.append("\(finding.rule) says nothing")
      }
    }
    for index in document.nodes.indices {
      let span = document.span(of: index)
      if span.start < 0 || span.start > span.end || span.end > count { broken.append("node \(index) is at \(span)") }
      let next = Int(document.nodes[index].next)
      if next <= index || next > document.nodes.count { broken.append("node \(index) ends before node \(next)") }
      if !broken.isEmpty { return broken }
      _ = document.text(of: index)
      _ = document.name(of: index)
    }
    return broken
  }
}
