/// Finds what an author may have meant.
enum Suggestion {
  /// The nearest of the candidates, or nil when none is near.
  static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(100))
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let distance = distance(wanted, Array(candidate.lowercased().utf8.prefix(100)))
      if distance < best?.distance ?? Int.max || (distance == best?.distance && candidate < best?.name ?? "") {
        best = (candidate, distance)
      }
    }
    guard let best, best.distance <= max(1, wanted.count / 3) else { return nil }
    return best.name
  }

  /// “; did you mean “x”?” or, where the candidates are few, their list.
  static func text(for name: String, among candidates: [String]) -> String {
    if let nearest = nearest(to: name, among: candidates) { return "; did you mean “\(nearest)”?" }
    guard !candidates.isEmpty, candidates.count <= 20 else { return "" }
    return "; there are " + candidates.joined(separator: ", ")
  }

  /// The number of letters to insert, remove, replace or swap.
  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var cost = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[second.count]
  }
}
