/// All operators, those that bind most first. `Parser` and `Compiler+Operators.swift` know them.
let operatorTable: [ManualEntry] = [
  ManualEntry(
    ".", ["x.f"], "The member of an object or the entry of a map; an optional one must be guarded.",
    example: "{'age': 13}.age", gives: "13"),
  ManualEntry(
    ".?", ["x.?f → optional_type(A)"], "The member as an optional, which has no value where it is absent.",
    example: "{'age': 13}.?limit.orValue(0)", gives: "0"),
  ManualEntry(
    "[]", ["list(A)[int] → A", "map(A, B)[A] → B"], "The item at an index, counted from 0, or the entry of a key.",
    example: "[3, 1, 2][1]", gives: "1"),
  ManualEntry(
    "[?]", ["list(A)[?int] → optional_type(A)", "map(A, B)[?A] → optional_type(B)"],
    "The item or entry as an optional, which has no value where it is absent.", example: "[3, 1][?5].hasValue()",
    gives: "false"),
  ManualEntry("!", ["!bool → bool"], "Whether the condition does not hold.", example: "!false", gives: "true"),
  ManualEntry(
    "*", ["int * int → int", "decimal * decimal → decimal"], "The exact product; an error where it does not fit.",
    example: "decimal('1.5') * 3", gives: "decimal('4.5')"),
  ManualEntry(
    "/", ["int / int → int", "decimal / decimal → decimal"],
    "The quotient: of whole numbers cut towards zero, of decimals to 28 digits, a half to the even digit.",
    example: "decimal(7) / 2", gives: "decimal('3.5')"),
  ManualEntry(
    "%", ["int % int → int"], "The remainder, with the sign of the first number.", example: "-7 % 3", gives: "-1"),
  ManualEntry(
    "+",
    [
      "int + int → int", "decimal + decimal → decimal", "string + string → string", "list(A) + list(A) → list(A)",
      "timestamp + duration → timestamp", "duration + duration → duration",
    ], "The exact sum, or both texts or lists one behind the other.", example: "decimal('0.1') + 0.2",
    gives: "decimal('0.3')", cost: .list),
  ManualEntry(
    "-",
    [
      "int - int → int", "decimal - decimal → decimal", "timestamp - timestamp → duration",
      "timestamp - duration → timestamp", "-int → int",
    ], "The exact difference, or the number with the other sign.", example: "12 - 7 - -3", gives: "8"),
  ManualEntry(
    "<", ["A < A → bool"], "Whether the first is smaller; numbers of all types can be compared, texts by code points.",
    example: "date('2025-12-31') < date('2026-01-01')", gives: "true"),
  ManualEntry("<=", ["A <= A → bool"], "Whether the first is smaller or equal.", example: "1 <= 1.5", gives: "true"),
  ManualEntry(">", ["A > A → bool"], "Whether the first is greater.", example: "'b' > 'a'", gives: "true"),
  ManualEntry(">=", ["A >= A → bool"], "Whether the first is greater or equal.", example: "2 >= 3", gives: "false"),
  ManualEntry(
    "==", ["A == A → bool"], "Whether both are equal; lists, maps and objects by what is in them.",
    example: "[1, 2] == [1, 2]", gives: "true", cost: .list),
  ManualEntry(
    "!=", ["A != A → bool"], "Whether both are not equal.", example: "'hosting' != 'messaging'", gives: "true",
    cost: .list),
  ManualEntry(
    "in", ["A in list(A) → bool", "A in map(A, B) → bool"], "Whether a list has the item, or a map the key.",
    example: "'hosting' in ['hosting', 'messaging']", gives: "true", cost: .list),
  ManualEntry(
    "&&", ["bool && bool → bool"],
    "Whether both conditions hold; false also where one is false and the other an error.",
    example: "false && 1 / 0 > 0", gives: "false"),
  ManualEntry(
    "||", ["bool || bool → bool"],
    "Whether one of the conditions holds; true also where one is true and the other an error.",
    example: "1 / 0 > 0 || true", gives: "true"),
  ManualEntry(
    "?:", ["bool ? A : A → A"], "The first value where the condition holds, the second where it does not.",
    example: "3 > 2 ? 'more' : 'less'", gives: "'more'"),
]
