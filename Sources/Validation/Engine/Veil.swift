import Findings

/// Covers what confidential findings found wherever another finding would show it.
struct Veil {
  private let spans: [SourceRole: [Span]]

  /// - Parameter rules: The ids of the confidential rules.
  init(_ findings: [Finding], of rules: Set<String>) {
    var spans: [SourceRole: [Span]] = [:]
    for finding in findings where rules.contains(finding.rule) {
      for place in [finding.place] + finding.related.map(\.place) where place.span.count > 0 {
        spans[place.source, default: []].append(place.span)
      }
    }
    self.spans = spans
  }

  /// The place without its value and its source line where these would show something confidential.
  func covering(_ place: Place) -> Place {
    guard let spans = spans[place.source], var region = place.region else { return place }
    var place = place
    // The excerpt holds the bytes around the place, at most so many on each side.
    let reach = Region.excerptLimit + 4
    let shown = Span(start: max(0, place.span.start - reach), end: max(place.span.start + reach, place.span.end))
    if spans.contains(where: { $0.start < shown.end && shown.start < $0.end }) { region.excerpt = "" }
    if spans.contains(where: { $0.start < place.span.end && place.span.start < $0.end }) { place.value = nil }
    place.region = region
    return place
  }
}
