/// What stopped the reading of an XML text.
struct XMLFault {
  var kind: Kind
  /// Where libxml2 was, or where the limit was broken.
  var offset: Int

  enum Kind {
    /// libxml2 refuses the text; the code of `xmlParserErrors` and up to two names.
    case library(code: Int, name: String, other: String)
    case doctype
    case limitDepth, limitNodes
    case limitString(seen: Int)
    case limitAttributes(seen: Int)
  }
}
