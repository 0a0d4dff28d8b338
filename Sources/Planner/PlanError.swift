import RosterEngine
import RosterModel

/// Why there is no plan.
public enum PlanError: Error, Hashable, Sendable {
  /// The shifts cannot be planned: there is no tile, or there are more shifts than the engine takes.
  case unusableShifts(shifts: Int, tiles: Int, most: Int)
  /// The scope holds no day of the period or no beat.
  case emptyScope(PlanScope)
  /// All shifts of the scope have begun: what was worked is not planned.
  case allBegun(PlanScope)
  /// A fault of the program: the engine refused the problem or found itself wrong.
  case engine(SolveError)
  /// A fault of the program: the plan breaks rules that the roster did not break before.
  case brokenRules([Finding])
}

extension PlanError {
  /// Whether the program itself is at fault, and not the roster or the options.
  public var isFaultOfTheProgram: Bool {
    switch self {
    case .unusableShifts, .emptyScope, .allBegun: false
    case .engine, .brokenRules: true
    }
  }
}

extension PlanError: CustomStringConvertible {
  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .unusableShifts(_, 0, _):
      "the roster has no tiles, so no cell can be filled; give roster.toml a [[shift]] without `covers`"
    case .unusableShifts(let shifts, _, let most):
      "the roster has \(shifts) shifts, planning takes at most \(most); take shifts that nobody works out of roster.toml"
    case .emptyScope(let scope):
      "nothing to plan: no beat, or no day of the period, is in \(scope); widen --district, --from or --to"
    case .allBegun(let scope):
      "nothing to plan: every shift of \(scope) has begun, and what was worked is not planned; --now TIME or PATROL_NOW "
        + "name another time, for looking back or trying out"
    case .engine(let error):
      "the planner's engine failed: \(error); please report it with the roster"
    case .brokenRules(let findings):
      "the plan breaks \(findings.count) rules that the roster kept, for example: \(findings.first?.message ?? "none"); "
        + "it was dropped; please report it with the roster"
    }
  }
}

extension PlanScope: CustomStringConvertible {
  /// The scope in words, without the names of districts, which only the roster knows.
  public var description: String {
    let place = districts.map { "\($0.count) district(s)" } ?? "the whole city"
    return "\(place), \(firstDay?.description ?? "first day") to \(lastDay?.description ?? "last day")"
  }
}
