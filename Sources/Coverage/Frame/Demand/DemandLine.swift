import RosterModel

/// What one line of squares asks for: a place, and which units count there.
///
/// A row for each beat of a place becomes a line of each beat, whose beats were chosen by `kind` and which has no kind
/// itself; so it meets a row that names the beat, and the more precise of the two wins.
public struct DemandLine: Hashable, Sendable {
  /// The place that needs them.
  public var place: Place
  /// Which beats of the place count; `nil` for any.
  public var kind: BeatKind?
  /// The force counted; `nil` for any.
  public var force: Force?
  /// The skill or mode counted; empty for any.
  public var skill: String

  /// A line of this place.
  public init(place: Place, kind: BeatKind? = nil, force: Force? = nil, skill: String = "") {
    self.place = place
    self.kind = kind
    self.force = force
    self.skill = skill
  }

  /// The beat, where the line is of a single beat.
  public var beat: BeatReference? {
    if case .beat(let reference) = place { return reference }
    return nil
  }
}

extension DemandLine: Comparable {
  /// The city first, then districts, departments and beats in the order of their tables.
  public static func < (left: DemandLine, right: DemandLine) -> Bool { left.sortKey < right.sortKey }

  private var sortKey: (Int, Int32, Int, Int, String) {
    let (level, number): (Int, Int32) =
      switch place {
      case .city: (0, 0)
      case .district(let reference): (1, reference.raw)
      case .department(let reference): (2, reference.raw)
      case .beat(let reference): (3, reference.raw)
      case .unknown(let index): (4, index)
      }
    let kindNumber = kind.flatMap { BeatKind.allCases.firstIndex(of: $0) } ?? -1
    return (level, number, kindNumber, force?.index ?? -1, skill)
  }
}
