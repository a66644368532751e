extension Binder {
  /// An object or a list whose children are being bound, or one value that belongs to neither.
  struct Frame {
    enum Kind { case value, object, list }

    let kind: Kind
    /// The node of the next child, and the node behind the last.
    var next: Int
    let end: Int
    /// The subschema of the object or list, or of the one value.
    let shape: Int
    /// The index of the object or list in `bound`.
    var position = 0
    /// The number of faults before it.
    var before = 0

    /// The index in `bound` of the first member of an object or of the next item of a list.
    var slot = 0
    /// The number of members that an object may have, or of the items of a list.
    var count = 0
    /// Of an object: how many required members have not come yet.
    var missing = 0
    /// Of an object: the index of the name of its first member in the plan.
    var firstName = 0
    /// Of an object: where its entries in `followers` begin, and which of them tells the member that is expected next.
    var firstFollower = 0
    var follower = 0
    /// Of an object: where its members begin in `unknown`.
    var firstUnknown = 0
    /// Of a list: whether there is more in its element than items.
    var hasStrays = false

    init(_ kind: Kind, next: Int, end: Int, shape: Int) {
      self.kind = kind
      self.next = next
      self.end = end
      self.shape = shape
    }
  }

  /// Why the loop over the nodes stops.
  enum Stop {
    case end
    /// A value finds no room, or an object or list none for its members. It is next, though the loop is past it.
    case room(node: Int, shape: Int, members: Int)
    /// A value that is not a scalar in its plain form without a fault, nor an object or list where one is due.
    case scalar(node: Int, shape: Int)
    /// A child of an element of XML that is not one of its members.
    case stray(Int)
    /// The list that was just opened holds more than items.
    case strayItems
    case repeated(Int)
    /// The object or list at hand is at its end, and not all is right with it or not all is checked.
    case close
  }
}
