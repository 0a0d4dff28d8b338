import RosterModel

/// A unit that could take a cell, with what speaks against it.
public struct Candidate: Hashable, Sendable {
  /// The unit.
  public var unit: UnitReference
  /// The beat on which it would stand.
  public var beat: BeatReference
  /// The shift in which it would be posted: the cell's tile, or a duty that covers it.
  public var shift: ShiftReference
  /// What speaks against it, hard reasons first.
  public var reasons: [Break]
  /// How far the beat is from its home: 0 same department, 1 same district, 2 elsewhere.
  public var distance: Int
  /// The minutes that it works in the period so far.
  public var minutes: Int
  /// The posting of the same day that it would leave; `nil` where it would only be posted anew.
  public var leaves: Assignment?
  /// Whether it is absent for that shift, so that its posting would not count.
  public var isAway = false
  /// Whether some square that is asked about counts it.
  public var isAskedFor = true
  /// What planning would count for it; nothing where it is not legal.
  public var cost = EditCost()
  /// The squares whose gap it would open or close, where it is legal.
  public var gaps: [Judgement.GapChange] = []

  /// Whether no hard reason speaks against it, and it would count.
  public var isLegal: Bool { !isAway && !reasons.contains(where: \.isHard) }

  /// The edits that post it there.
  ///
  /// - Parameter day: the duty day of the cell.
  public func edits(on day: Day) -> [Edit] {
    (leaves.map { [.remove($0)] } ?? []) + [.add(Assignment(day: day, shift: shift, beat: beat, unit: unit))]
  }

  /// How much speaks against it: hard reasons before others.
  var weightOfReasons: Int { reasons.reduce(isAway ? 1000 : 0) { $0 + ($1.isHard ? 1000 : 1) } }

  /// Legal ones first and of these the cheapest; then by what speaks against them, distance, hours so far and id.
  static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    left.sortKey < right.sortKey
  }

  private var sortKey: (Int, Int, Int, Int, Int, Int32) {
    let against = (isAskedFor ? 0 : 1) + (isLegal ? 0 : 2)
    return (against, cost.total, weightOfReasons, distance, minutes, unit.raw)
  }
}

/// Everyone who could take a cell, best first, and everyone who could not.
public struct CandidateList: Hashable, Sendable {
  /// Legal ones first and of these the cheapest; then the others by what speaks against them.
  public var candidates: [Candidate]
  /// How many units were not looked at because they stand too far from home.
  public var unreachable: Int

  /// How many units could be posted besides what they do.
  public var free: Int { candidates.count { $0.isLegal && $0.isAskedFor && $0.leaves == nil } }

  /// How many more could once they leave another post.
  public var byLeaving: Int { candidates.count { $0.isLegal && $0.isAskedFor && $0.leaves != nil } }

  /// How many of those asked for could not.
  public var illegal: Int { candidates.count { !$0.isLegal && $0.isAskedFor } + unreachable }

  /// The two numbers in words: `3 free, 5 more by leaving another post`.
  public var words: String { Fillers(free: free, byLeaving: byLeaving).words }
}

extension Fillers {
  /// The two numbers in words: `3 free, 5 more by leaving another post`.
  public var words: String {
    byLeaving == 0 ? "\(free) free" : "\(free) free, \(byLeaving) more by leaving another post"
  }
}
