import Screen

/// How a district stands on a day.
struct DayHeat: Hashable, Sendable {
  /// Units missing below the minima.
  var missing = 0
  /// Units missing from the minima to the targets.
  var shortfall = 0
  /// Units that the minima ask for.
  var required = 0

  static func += (sum: inout DayHeat, part: DayHeat) {
    sum.missing += part.missing
    sum.shortfall += part.shortfall
    sum.required += part.required
  }

  /// What is missing, readable without colour: `-12!` below minimum, `-3-` below target, `.` met, nothing where nothing
  /// is asked for.
  var text: String {
    if missing > 0 { return "-\(missing)!" }
    if shortfall > 0 { return "-\(shortfall)-" }
    return required > 0 ? "." : ""
  }

  /// From red to green: more than a quarter missing, more than a twentieth, any, none but below target, met.
  var role: Role {
    if missing * 4 > required { return .heat0 }
    if missing * 20 > required { return .heat1 }
    if missing > 0 { return .heat2 }
    return shortfall > 0 ? .heat3 : .heat4
  }
}
