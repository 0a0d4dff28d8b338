import Coverage
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
  /// The units that are planned; `nil` for all of them.
  public var units: [UnitReference]?
  /// Only this place's beats are planned; `nil` for all.
  public var place: Place?
  /// Only shifts that count in this tile are planned; `nil` for all.
  public var tile: Int?
  /// Whether postings that stand and are neither locked, published nor worked may be moved; else the plan only adds.
  public var replans = true
  /// The most postings that stand which may be moved; `nil` for no limit.
  public var mostChanges: Int?
  /// The instant by which shifts have begun, in minutes since 1970-01-01 00:00 UTC.
  ///
  /// Those are worked, and not planned. `nil` where nobody says what time it is.
  public var now: Int?

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
    switch place {
    case .beat(let only)?: if !only.isKnown || roster.beats[only.index].id != beat.id { return false }
    case let place?: if !roster.contains(place, beat.place) { return false }
    case nil: break
    }
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

extension PlanScope {
  /// Whether a square is of the places, days and tiles that are planned.
  public func contains(_ square: Square, in frame: RosterFrame) -> Bool {
    let roster = frame.roster
    let inner = frame.plan.lines[square.line].place
    return contains(square.day, in: roster.settings) && (tile == nil || tile == square.tile)
      && place.map { roster.contains($0, inner) } != false
      && districts.map { own in roster.district(of: inner).map(own.contains) == true } != false
  }
}
