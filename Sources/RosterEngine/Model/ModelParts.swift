/// A shift's times on one day, as the search reads them.
struct CellTime: Sendable {
  let start: Int32
  let end: Int32
  let minutes: Int32
}

/// A class's post, as the search reads it; `codes` has a bit for each shift code allowed there, none if not assignable.
struct OptionEntry: Sendable {
  let post: Int32
  let cost: Int32
  let lineStart: Int32
  let lineEnd: Int32
  let codes: UInt64
}

/// A cover requirement; see ``Need``.
struct NeedEntry: Sendable {
  let minimum: Int32
  let preferred: Int32
  let maximum: Int32
  let weights: Int32
}

/// Weights of a need; see ``NeedWeights``.
struct WeightEntry: Sendable {
  let missing: Int32
  let short: Int32
  let surplus: Int32
}

/// A week: rows whose shifts can reach into it, rows that are its days, and its instants.
struct WeekEntry: Sendable {
  let reachFirst: Int32
  let reachLast: Int32
  let dayFirst: Int32
  let dayLast: Int32
  let start: Int32
  let end: Int32
}

/// One member's part in a ``Balance``.
struct BalanceEntry: Sendable {
  let measure: Int32
  let weight: Int
  let tolerance: Int
  let target: Int
}

/// A ``Ratio`` as the search reads it; `weight` is negative when it is hard.
struct RatioEntry: Sendable {
  let limited: Int32
  let by: Int32
  let factor: Int32
  let weight: Int32
}
