/// What a rule is asked about, as far as its severity and settings may depend on it.
public struct RuleSite: Hashable, Sendable {
  /// The force; `nil` where it is about no one force.
  public var force: Force?
  /// The id of the district; `nil` where it is in none.
  public var district: String?
  /// The duty day; `nil` where it is about no one day.
  public var day: Day?

  /// A force, in a district, on a day.
  public init(force: Force? = nil, district: String? = nil, day: Day? = nil) {
    self.force = force
    self.district = district
    self.day = day
  }
}

extension RuleOverride {
  /// Whether it holds there.
  public func holds(at site: RuleSite) -> Bool {
    if let force, force != site.force { return false }
    if let district, district != site.district { return false }
    guard let days else { return true }
    return site.day.map(days.contains) ?? false
  }

  /// Whether it could hold somewhere; what the site leaves open is not known.
  public func mayHold(at site: RuleSite) -> Bool {
    if let force, let own = site.force, force != own { return false }
    if let district, let own = site.district, district != own { return false }
    if let days, let own = site.day { return days.contains(own) }
    return true
  }
}
