/// `l.map(x, e).sum()`: adds up what the map gives without building its list.
final class SumNode: CallNode, @unchecked Sendable {
  private let list: TransformNode

  init(_ call: CallNode, of list: TransformNode) {
    self.list = list
    super.init(name: call.name, arguments: [list], callee: call.callee, at: call.range)
  }

  override func evaluate(_ activation: inout Activation) -> Value {
    activation.steps -= 1
    var total = Value.int(0)
    var isFirst = true
    // Of an error in the list and one in the sum the first counts, as it would if the list were there.
    var failure: Value?
    let problem = list.forEachValue(&activation) { activation, item in
      guard failure == nil else { return }
      guard item.kind.isNumber || item.kind == .duration else {
        failure = activation.noOverload("sum of \(item.kind.typeName)")
        return
      }
      let mark = activation.mark
      let sum = isFirst ? item : activation.arithmetic(.add, total, item)
      isFirst = false
      activation.release(to: mark, keeping: sum)
      if sum.isError { failure = sum } else { total = sum }
    }
    if let error = problem ?? failure { return error }
    // The sum of nothing is the zero of the type that the items would have.
    return isFirst ? body(&activation, Arguments([activation.make(list: [])])) ?? total : total
  }
}
