import RosterModel

/// A plan for a roster: what it changes, what it costs, what it leaves open.
public struct Proposal: Sendable {
  /// The change of the roster that was planned.
  public var change: PlanChange
  /// The same as edits that are done and undone as one.
  public var step: EditStep
  /// What the plan costs by the roster's weights.
  public var cost: PlanCost
  /// No plan of this scope costs less; 0 where nothing better is known.
  public var bound: Int
  /// No plan of this scope leaves fewer units below target, those below minimum included; 0 where nothing better is
  /// known.
  public var shortBound: Int
  /// Units below minimum, summed over the squares of the scope.
  public var gaps: Int
  /// Units below target, above minimum, summed over the squares of the scope.
  public var shortfall: Int
  /// What is left as it is or cannot be used, and why.
  public var notes: [PlanNote]
  /// Moves tried.
  public var moves: Int
  /// Whether it was stopped before its limit and is the best so far.
  public var isCancelled: Bool

  /// How far the cost may be above the best possible, in per mille rounded up; `nil` while the bound is zero.
  public var excessPerMille: Int? {
    bound > 0 ? (max(0, cost.total - bound) * 1000 + bound - 1) / bound : nil
  }
}

/// Something that a plan leaves as it is, or cannot use, and why.
public enum PlanNote: Hashable, Sendable {
  /// The unit's regime is not known, so no work rule can be kept for it; it is not planned.
  case unknownRegime(UnitReference)
  /// The unit's assignments break a hard rule about its days already; it stays as it is until someone has settled that.
  case breaksRules(UnitReference)
  /// The unit may hold no beat at all, by its force, skills and reach; it is not planned.
  case noBeat(UnitReference)
  /// The unit has more than one posting on the day; they stay as they are.
  case doublePosting(UnitReference, Day)
  /// The roster holds more different combinations of shifts on one day than the engine knows; the unit stays as it is.
  case tooManyDoublePostings(UnitReference)
}

/// What a plan takes from the roster and adds to it.
public struct PlanChange: Hashable, Sendable {
  /// Positions in the roster's assignments of those taken away.
  public var removed: [Int] = []
  /// The assignments added.
  public var added: [Assignment] = []

  /// No change.
  public init() {}

  /// What makes one roster of another that has the same units, beats and shifts.
  init(from before: Roster, to after: Roster) {
    var standing: [Posting: [Int]] = [:]
    for (position, posting) in before.assignments.enumerated() {
      standing[Posting(posting), default: []].append(position)
    }
    for posting in after.assignments {
      if standing[Posting(posting)]?.popLast() == nil { added.append(posting) }
    }
    removed = standing.values.flatMap { $0 }.sorted()
    added.sort(by: Self.precedes)
  }

  /// Who stands where and when, whatever is noted of it.
  private struct Posting: Hashable {
    var day: Day
    var shift: ShiftReference
    var beat: BeatReference
    var unit: UnitReference

    init(_ assignment: Assignment) {
      (day, shift, beat, unit) = (assignment.day, assignment.shift, assignment.beat, assignment.unit)
    }
  }

  /// Whether nothing changes.
  public var isEmpty: Bool { removed.isEmpty && added.isEmpty }

  /// The change as edits that are done and undone as one.
  public func step(named name: String, of roster: Roster) -> EditStep {
    EditStep(name: name, edits: removed.map { .remove(roster.assignments[$0]) } + added.map { .add($0) })
  }

  /// The roster with the change applied; O(assignments).
  public func applied(to roster: Roster) -> Roster {
    var isRemoved = [Bool](repeating: false, count: roster.assignments.count)
    for position in removed { isRemoved[position] = true }
    var changed = roster
    changed.assignments = roster.assignments.indices.filter { !isRemoved[$0] }.map { roster.assignments[$0] } + added
    return changed
  }

  static func precedes(_ left: Assignment, _ right: Assignment) -> Bool {
    (left.day, left.shift, left.beat, left.unit) < (right.day, right.shift, right.beat, right.unit)
  }
}
