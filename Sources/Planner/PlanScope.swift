import RosterModel

/// What a plan may change: the beats of some districts on some duty days of the period.
///
/// Everything else is left as it is and counted as it stands.
public struct PlanScope: Hashable, Sendable {
  /// The districts whose beats are planned; `nil` for all of them.
  public var districts: [DistrictReference]?
  /// The first duty day planned; `nil` for the period's first.
  public var firstDay: Day?
  /// The last duty day planned; `nil` for the period's last.
  public var lastDay: Day?
  /// Units' days that stay as they are, because somebody has changed them while they were planned.
  public var kept: Set<UnitDay>

  /// A scope; without arguments the whole roster.
  public init(
    districts: [DistrictReference]? = nil, firstDay: Day? = nil, lastDay: Day? = nil, kept: Set<UnitDay> = []
  ) {
    self.districts = districts
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.kept = kept
  }

  /// Whether the day is to be planned; days outside the period never are.
  public func contains(_ day: Day, in settings: RosterSettings) -> Bool {
    settings.period.contains(day) && day >= (firstDay ?? day) && day <= (lastDay ?? day)
  }

  /// Whether the beat is to be planned.
  ///
  /// A beat whose district is not known belongs to no district and is planned only where all are.
  public func contains(_ beat: Beat, in roster: Roster) -> Bool {
    guard let districts else { return true }
    guard let own = roster.district(of: beat.place) else { return false }
    return districts.contains(own)
  }
}

/// A unit's duty day, by the unit's id: it means the same whatever a roster numbers its units by.
public struct UnitDay: Hashable, Sendable {
  /// The unit's id.
  public var unit: String
  /// The duty day.
  public var day: Day

  /// A unit's duty day.
  public init(unit: String, day: Day) {
    self.unit = unit
    self.day = day
  }
}

extension UnitDay {
  /// The unit's day of a posting that is changed; `nil` for a change of anything else.
  public init?(_ change: RowChange) {
    guard case .posting(let change) = change else { return nil }
    self.init(unit: change.posting.unit, day: change.posting.day)
  }
}
