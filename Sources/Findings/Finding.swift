/// One fact that counts for or against a report: the rule, the message, the places.
public struct Finding: Hashable, Sendable, Codable {
  /// The same for the XML and the JSON form of a report: a digest of rule, canonical paths and values. Empty until assigned.
  public var id: String
  /// The id of the rule; its descriptor is in `Result.rules`.
  public var rule: String
  public var severity: Severity
  public var message: LocalizedText
  /// The first thing to look at.
  public var place: Place
  /// The other operands: first those that decided the matter, then those that explain it, in the order of reading.
  public var related: [RelatedPlace]
  /// How many more places were found that `related` does not hold; a list that fails at many elements names a hundred.
  public var omitted: Int
  /// The calculations that came out otherwise than the rule wants.
  public var workings: [Working]
  /// What to do about this one finding where it can say more than the rule's help.
  public var advice: LocalizedText?
  /// Why the finding is not weighed for the verdict; nil when it is.
  public var waiver: Waiver?

  public init(
    rule: RuleDescriptor, message: LocalizedText, place: Place, related: [RelatedPlace] = [], omitted: Int = 0,
    workings: [Working] = [], advice: LocalizedText? = nil
  ) {
    id = ""
    self.rule = rule.id
    severity = rule.severity
    self.message = message
    self.place = place
    self.related = related
    self.omitted = omitted
    self.workings = workings
    self.advice = advice
  }

  /// Changes every place of the finding: its own, the related ones and those of figures.
  public mutating func mapPlaces(_ transform: (Place) -> Place) {
    place = transform(place)
    for index in related.indices { related[index].place = transform(related[index].place) }
    for index in workings.indices { workings[index].mapPlaces(transform) }
  }

  /// Takes away what stands at the places, so that nothing that was found can be read off the finding.
  public mutating func withhold() {
    workings = []
    mapPlaces { place in
      var place = place
      place.value = nil
      return place
    }
  }

  /// The text whose digest is the id: no offsets, no lines, no language.
  public var identity: String {
    var parts = [rule, place.source.rawValue, place.path, place.value ?? ""]
    for related in related { parts += [related.place.source.rawValue, related.place.path, related.place.value ?? ""] }
    return parts.map { "\($0.utf8.count):\($0)" }.joined(separator: ",")
  }
}

/// A place that explains a finding, and the part that it plays.
public struct RelatedPlace: Hashable, Sendable, Codable {
  public var place: Place
  /// What the place is to the finding: a name of the rule, such as `reviewed`.
  public var label: String

  public init(place: Place, label: String) {
    self.place = place
    self.label = label
  }
}
