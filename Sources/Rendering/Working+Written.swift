import Findings

extension Working {
  /// The calculation in the notation of a language: `12 + 7 + 3 = 22, stated 23`.
  func written(in language: Language) -> String {
    let places = places
    let other = stated.isFigure ? nil : stated.written(in: language, places: places)
    let figure = other ?? Calculation.written(stated.result, in: language, places: places)
    let phrase =
      switch relation {
      case .unequal where other != nil: Words.butOther
      case .unequal: stated.isPlaced ? Words.stated : Words.expected
      case .less: Words.lessThan
      case .equal: Words.equalTo
      case .greater: Words.moreThan
      }
    var text = calculation.written(in: language, places: places) + ", " + phrase[language].filled(["n": figure])
    if let tolerance, relation == .unequal {
      text += " (" + Words.tolerance[language].filled(["n": tolerance.written(in: language)]) + ")"
    }
    return text
  }

  /// The digits behind the point: six, or more where a figure has more or six would hide the difference.
  private var places: Int {
    let digits = [calculation, stated].map(\.fractionDigits).max() ?? 0
    let places = min(max(Self.leastPlaces, digits), Self.mostPlaces)
    let isHidden =
      relation != .equal
      && Calculation.written(calculation.result, in: .en, places: places)
        == Calculation.written(stated.result, in: .en, places: places)
    return isHidden ? Self.mostPlaces : places
  }

  private static let leastPlaces = 6
  private static let mostPlaces = 28
}

extension Calculation {
  /// The most digits behind the point that a figure with a place has.
  fileprivate var fractionDigits: Int {
    let figures = steps.filter { $0.place != nil }.compactMap(\.figure) + (isFigure ? [result] : [])
    return figures.map(Self.fractionDigits).max() ?? 0
  }

  private static func fractionDigits(_ figure: String) -> Int {
    figure.utf8.firstIndex(of: UInt8(ascii: ".")).map { figure.utf8.distance(from: $0, to: figure.utf8.endIndex) - 1 }
      ?? 0
  }

  /// The steps and the result; `≈` where the result is written with fewer digits than it has.
  fileprivate func written(in language: Language, places: Int) -> String {
    if isFigure { return Self.written(result, in: language, places: places) }
    var text = ""
    var isGlued = true
    for step in steps {
      if let sign = step.sign {
        let isUnary = sign == .minus && isGlued
        if sign != .close, !isGlued { text += " " }
        text += sign.symbol
        isGlued = sign == .open || isUnary
        continue
      }
      if !isGlued { text += " " }
      if let figure = step.figure { text += Self.written(figure, in: language, places: places) }
      if let omitted = step.omitted { text += Words.moreFigures.filled(omitted, in: language) }
      isGlued = false
    }
    let isExact = !isRounded && Self.fractionDigits(result) <= places
    return text + (isExact ? " = " : " ≈ ") + Self.written(result, in: language, places: places)
  }

  /// A figure in the notation of a language; what is no decimal as it is.
  fileprivate static func written(_ figure: String, in language: Language, places: Int) -> String {
    language.decimal(figure, places: places) ?? figure
  }
}

extension Calculation.Sign {
  fileprivate var symbol: String {
    switch self {
    case .plus: "+"
    case .minus: "−"
    case .times: "×"
    case .over: "/"
    case .modulo: "mod"
    case .open: "("
    case .close: ")"
    }
  }
}

extension Working.Tolerance {
  fileprivate func written(in language: Language) -> String {
    switch unit {
    case .amount: Calculation.written(value, in: language, places: 28)
    case .percent: language.percent(value) ?? value
    }
  }
}
