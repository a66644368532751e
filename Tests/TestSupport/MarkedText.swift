package import Findings

/// A text with the place of a finding between « and » and a related place between ‹ and ›.
package struct MarkedText {
  package let source: [UInt8]
  /// The spans between « and ».
  package let places: [Span]
  /// The spans between ‹ and ›.
  package let related: [Span]

  package init(_ marked: String) {
    var source: [UInt8] = []
    var places: [Span] = []
    var related: [Span] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": places.append(Span(start: source.count, end: -1))
      case "»": places[places.count - 1].end = source.count
      case "‹": related.append(Span(start: source.count, end: -1))
      case "›": related[related.count - 1].end = source.count
      default: source.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
    }
    self.source = source
    self.places = places
    self.related = related
  }
}
