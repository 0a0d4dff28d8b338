/// What `patrol gaps` answers: the squares below their demand, and their sums.
struct GapsAnswer: Encodable {
  /// The sums of a list of gaps.
  struct Summary: Encodable {
    /// Squares below minimum.
    var belowMinimum: Int
    /// Squares at or above minimum and below target.
    var belowTarget: Int
    /// Units, summed over what is below minimum.
    var missing: Int
  }

  /// The version of the shape, for programs; a minor version only adds fields.
  let formatVersion = "1.2"
  var summary: Summary
  var gaps: [GapRow]

  init(_ gaps: [GapRow]) {
    let below = gaps.count(where: { $0.gap > 0 })
    summary = Summary(
      belowMinimum: below, belowTarget: gaps.count - below, missing: gaps.reduce(0) { $0 + $1.gap })
    self.gaps = gaps
  }

  /// The sums in a line for people.
  var summaryLine: String {
    "\(summary.belowMinimum) square\(summary.belowMinimum == 1 ? "" : "s") below minimum, \(summary.missing) "
      + "unit\(summary.missing == 1 ? "" : "s") missing; \(summary.belowTarget) only below target"
  }
}
