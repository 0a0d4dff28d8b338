import RosterModel

/// What a validation is asked for.
public struct ValidationOptions: Sendable {
  /// Only these rules: ids, names or beginnings of ids; empty for all.
  public var select: [String] = []
  /// Not these rules: ids, names or beginnings of ids.
  public var ignore: [String] = []
  /// Severities in place of the roster's, by rule id, name or the beginning of an id.
  public var severities: [String: Severity] = [:]
  /// Only findings of this part.
  ///
  /// Narrowed to days, findings about no day are left out, except what puts every answer in doubt: references, ties,
  /// shifts that do not tile the day.
  public var scope = CoverageScope.whole
  /// The duty day on which it is asked, by which waivers expire; `nil` for the first of the period.
  public var today: Day?
  /// The most threads that look for findings; what is found does not depend on it.
  public var threads = 1

  /// Everything.
  public init() {}
}
