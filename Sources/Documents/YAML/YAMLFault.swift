/// What stopped the reading of a YAML text, or a key that came twice.
struct YAMLFault {
  var kind: Kind
  var range: Range<Int>
  /// Where the construct began, or the first of two equal keys.
  var related: Range<Int>?
  /// The collection that was open, and the key whose value was being read.
  var collection: Int?
  var key: String?

  enum Kind {
    case anchor, alias, tag, merge, collectionAsKey, secondDocument
    case duplicateKey(String)
    /// libyaml refuses the text, in its own words.
    case library(String)
    case limitDepth, limitNodes
    case limitString(seen: Int)
  }
}
