/// All macros: calls whose arguments are not evaluated first. `Compiler+Macros.swift` compiles them.
let macroTable: [ManualEntry] = [
  ManualEntry(
    "has", ["has(x.f) → bool"], "Whether the member is there; in the rest of a condition it is then guarded.",
    example: "has({'age': 13}.age)", gives: "true"),
  ManualEntry(
    "all", ["list(A).all(x, bool) → bool", "map(A, B).all(k, bool) → bool", "list(A).all(i, x, bool) → bool"],
    "Whether the condition holds for every item, every key, or every index or key with its value.",
    example: "[16, 13, 18].all(age, age >= 13)", gives: "true", cost: .list),
  ManualEntry(
    "exists",
    ["list(A).exists(x, bool) → bool", "map(A, B).exists(k, bool) → bool", "list(A).exists(i, x, bool) → bool"],
    "Whether the condition holds for at least one item.", example: "[16, 13, 18].exists(age, age < 13)",
    gives: "false", cost: .list),
  ManualEntry(
    "exists_one", ["list(A).exists_one(x, bool) → bool", "list(A).existsOne(i, x, bool) → bool"],
    "Whether the condition holds for exactly one item.", example: "[16, 13, 18].exists_one(age, age >= 18)",
    gives: "true", cost: .list),
  ManualEntry(
    "filter", ["list(A).filter(x, bool) → list(A)"], "The items for which the condition holds.",
    example: "[16, 13, 18].filter(age, age > 13)", gives: "[16, 18]", cost: .list),
  ManualEntry(
    "map", ["list(A).map(x, B) → list(B)", "list(A).map(x, bool, B) → list(B)"],
    "What an expression gives for each item, or for each item for which the condition holds.",
    example: "[1, 2, 3].map(x, x > 1, x * 2)", gives: "[4, 6]", cost: .list),
  ManualEntry(
    "count", ["list(A).count(x, bool) → int"], "The number of items for which the condition holds.",
    example: "[16, 13, 18].count(age, age > 13)", gives: "2", cost: .list),
  ManualEntry(
    "sumBy", ["list(A).sumBy(x, B) → B"], "The sum of what an expression gives for each item; 0 for an empty list.",
    example: "[{'flagged': 12}, {'flagged': 7}].sumBy(t, t.flagged)", gives: "19", cost: .list),
  ManualEntry(
    "sortBy", ["list(A).sortBy(x, B) → list(A)"],
    "The items in the ascending order of what an expression gives for each; equal ones keep their order.",
    example: "['ccc', 'a', 'bb'].sortBy(s, s.size())", gives: "['a', 'bb', 'ccc']", cost: .sorting),
  ManualEntry(
    "groupBy", ["list(A).groupBy(x, B) → map(B, list(A))"],
    "The items by what an expression gives for each, a bool, an int or a text.",
    example: "[1, 2, 3].groupBy(x, x % 2 == 0)", gives: "{false: [1, 3], true: [2]}", cost: .list),
  ManualEntry(
    "transformList",
    ["list(A).transformList(i, x, B) → list(B)", "map(A, B).transformList(k, v, bool, C) → list(C)"],
    "What an expression gives for each index and item, or each key and value.",
    example: "['a', 'b'].transformList(i, x, string(i) + x)", gives: "['0a', '1b']", cost: .list),
  ManualEntry(
    "transformMap",
    ["map(A, B).transformMap(k, v, C) → map(A, C)", "map(A, B).transformMap(k, v, bool, C) → map(A, C)"],
    "The same keys with what an expression gives for each key and value.",
    example: "{'a': 1, 'b': 2}.transformMap(k, v, v > 1, v * 10)", gives: "{'b': 20}", cost: .list),
  ManualEntry(
    "transformMapEntry",
    [
      "map(A, B).transformMapEntry(k, v, map(C, D)) → map(C, D)",
      "map(A, B).transformMapEntry(k, v, bool, map(C, D)) → map(C, D)",
    ], "The entries that an expression gives for each key and value; two equal keys are an error.",
    example: "{'a': 1, 'b': 2}.transformMapEntry(k, v, {v: k})", gives: "{1: 'a', 2: 'b'}", cost: .list),
  ManualEntry(
    "optMap", ["optional_type(A).optMap(x, B) → optional_type(B)"],
    "What an expression gives for the value of an optional, as an optional.",
    example: "optional.of(3).optMap(x, x + 1).value()", gives: "4"),
  ManualEntry(
    "optFlatMap", ["optional_type(A).optFlatMap(x, optional_type(B)) → optional_type(B)"],
    "The optional that an expression gives for the value of an optional.",
    example: "optional.of([3, 4]).optFlatMap(l, l.first()).value()", gives: "3"),
  ManualEntry(
    "cel.bind", ["cel.bind(x, A, B) → B"], "The last expression, in which the name stands for the value.",
    example: "cel.bind(x, 2 + 3, x * x)", gives: "25"),
]
