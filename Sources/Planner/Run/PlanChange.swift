import RosterModel

/// What a plan takes from the roster and adds to it.
public struct PlanChange: Hashable, Sendable {
  /// Positions in the roster's assignments of those taken away.
  public var removed: [Int] = []
  /// The assignments added.
  public var added: [Assignment] = []

  /// No change.
  public init() {}

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
