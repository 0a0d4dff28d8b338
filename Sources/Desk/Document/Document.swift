import Coverage
import RosterModel

/// The roster that is being worked on, with its coverage and its history.
///
/// The coverage grid is the one keeper of assignments: an edit costs what it changes, whatever the size of the roster.
struct Document: Sendable {
  /// Everything but the assignments.
  private(set) var base: Roster
  /// The assignments and what they cover.
  private(set) var grid: CoverageGrid
  private(set) var history = History()
  /// Counts the changes of the roster, undoing included; tells whether something derived from it is out of date.
  private(set) var revision = 0

  init(_ roster: Roster) {
    grid = CoverageGrid(roster)
    base = roster
    base.assignments = []
  }

  var settings: RosterSettings { base.settings }
  var frame: RosterFrame { grid.frame }

  /// The whole roster as it stands.
  ///
  /// O(assignments).
  var roster: Roster {
    var whole = base
    whole.assignments = grid.assignments
    return whole
  }

  /// Does a step that can be undone: all of it, or nothing.
  ///
  /// - Throws: `EditError` where the roster does not hold what the step changes.
  mutating func perform(_ step: EditStep) throws(EditError) {
    try check(step)
    apply(step)
    history.record(step)
  }

  /// Undoes the last step and names it.
  mutating func undo() -> String? {
    guard let step = history.done.last else { return nil }
    apply(step.inverse)
    history.stepBack()
    return step.name
  }

  /// Does again the step last undone and names it.
  mutating func redo() -> String? {
    guard let step = history.undone.last else { return nil }
    apply(step)
    history.stepForward()
    return step.name
  }

  mutating func beginSaving() { history.beginSaving() }
  mutating func finishSaving() { history.finishSaving() }
  mutating func abandonSaving() { history.abandonSaving() }

  /// Whether everything that a step takes away is there, or was added by it before.
  private func check(_ step: EditStep) throws(EditError) {
    var added: Set<Assignment> = []
    for edit in step.edits {
      switch edit {
      case .add(let posting): added.insert(posting)
      case .remove(let posting): try check(posting, added)
      case .replace(let old, let new):
        try check(old, added)
        added.insert(new)
      case .removeAbsence(let absence):
        guard base.absences.contains(absence) else { throw .noSuchAbsence(absence) }
      case .removePublication(let publication):
        guard base.publications.contains(publication) else { throw .noSuchPublication(publication) }
      case .removePublished(let posting):
        guard base.published.contains(posting) else { throw .noSuchPublished(posting) }
      case .addAbsence, .addPublication, .addPublished: break
      }
    }
  }

  private func check(_ posting: Assignment, _ added: Set<Assignment>) throws(EditError) {
    guard added.contains(posting) || grid.assignments(of: posting.unit).contains(posting) else {
      throw .noSuchAssignment(posting)
    }
  }

  private mutating func apply(_ step: EditStep) {
    revision += 1
    grid.apply(step)
    for edit in step.edits {
      switch edit {
      case .addAbsence(let absence): base.absences.append(absence)
      case .removeAbsence(let absence):
        if let index = base.absences.lastIndex(of: absence) { base.absences.remove(at: index) }
      case .addPublication(let publication): base.publications.append(publication)
      case .removePublication(let publication):
        if let index = base.publications.lastIndex(of: publication) { base.publications.remove(at: index) }
      case .addPublished(let posting): base.published.append(posting)
      case .removePublished(let posting):
        if let index = base.published.lastIndex(of: posting) { base.published.remove(at: index) }
      case .add, .remove, .replace: break
      }
    }
    // The grid's frame holds what is published.
    if step.edits.contains(where: \.isOfPublication) { grid = CoverageGrid(roster) }
  }
}
