import RosterModel

extension CoverageGrid {
  /// Posts a unit.
  ///
  /// O(lines of the beat × tiles of the shift).
  public mutating func add(_ assignment: Assignment) {
    if let free = freeSlots.popLast() {
      slots[Int(free)] = assignment
      link(Int(free))
    } else {
      slots.append(assignment)
      counting.append(false)
      nextOfUnit.append(-1)
      nextOfCell.append(-1)
      link(slots.count - 1)
    }
  }

  /// Takes a posting away: the equal assignment, or else one of the same posting.
  ///
  /// O(assignments of the unit).
  ///
  /// - Returns: whether there was one.
  @discardableResult
  public mutating func remove(_ assignment: Assignment) -> Bool {
    guard let found = slot(of: assignment) else { return false }
    unlink(Int(found))
    freeSlots.append(found)
    return true
  }

  /// The slot of the equal assignment, or else of one of the same posting.
  func slot(of assignment: Assignment) -> Int32? {
    var samePosting: Int32?
    var slot = headOfUnit[bucket(of: assignment.unit)]
    while slot >= 0 {
      if slots[Int(slot)] == assignment { return slot }
      if slots[Int(slot)].isSamePosting(as: assignment) { samePosting = slot }
      slot = nextOfUnit[Int(slot)]
    }
    return samePosting
  }

  /// Marks a unit absent; its postings on those days no longer count.
  public mutating func add(_ absence: Absence) {
    absences.add(absence)
    recount(absence.unit)
  }

  /// Takes an absence away; the unit's postings count again.
  public mutating func remove(_ absence: Absence) {
    absences.remove(absence)
    recount(absence.unit)
  }

  /// Follows an edit of the roster; one of what is published, and a call, does not change the grid, only its frame.
  public mutating func apply(_ edit: Edit) {
    switch edit {
    case .add(let assignment): add(assignment)
    case .remove(let assignment): remove(assignment)
    case .replace(let old, let new):
      remove(old)
      add(new)
    case .addAbsence(let absence): add(absence)
    case .removeAbsence(let absence): remove(absence)
    case .addManoeuvre(let manoeuvre): manoeuvres.add(manoeuvre)
    case .removeManoeuvre(let manoeuvre): manoeuvres.remove(manoeuvre)
    case .addPublication, .removePublication, .addPublished, .removePublished, .addCall, .removeCall: break
    }
  }

  /// Follows the edits of a step.
  public mutating func apply(_ step: EditStep) { for edit in step.edits { apply(edit) } }

  private mutating func recount(_ unit: UnitReference) {
    guard unit.isKnown else { return }
    var slot = headOfUnit[unit.index]
    while slot >= 0 {
      let number = Int(slot)
      let now = doesCount(slots[number])
      if now != counting[number] {
        counting[number] = now
        count(slots[number], now ? 1 : -1)
      }
      slot = nextOfUnit[number]
    }
  }
}
