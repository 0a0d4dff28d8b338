extension Roster {
  /// Applies an edit.
  ///
  /// O(assignments) where one is taken away, O(1) where one is added.
  ///
  /// - Throws: `EditError` where the roster does not hold what the edit changes; the roster is then unchanged.
  public mutating func apply(_ edit: Edit) throws(EditError) {
    switch edit {
    case .add(let assignment): assignments.append(assignment)
    case .remove(let assignment):
      assignments.remove(at: try index(of: assignment))
    case .replace(let old, let new):
      assignments[try index(of: old)] = new
    case .addAbsence(let absence): absences.append(absence)
    case .removeAbsence(let absence):
      guard let index = absences.lastIndex(of: absence) else { throw .noSuchAbsence(absence) }
      absences.remove(at: index)
    }
  }

  /// Applies the edits of a step: all of them, or none.
  ///
  /// O(assignments + absences + edits).
  ///
  /// - Throws: `EditError` where one cannot be applied; the roster is then unchanged.
  public mutating func apply(_ step: EditStep) throws(EditError) {
    var postings = EditedRows(assignments, sought: Set(step.edits.compactMap(\.soughtAssignment)))
    var leaves = EditedRows(absences, sought: Set(step.edits.compactMap(\.soughtAbsence)))
    for edit in step.edits {
      switch edit {
      case .add(let assignment): postings.append(assignment)
      case .remove(let assignment):
        guard postings.remove(assignment) else { throw .noSuchAssignment(assignment) }
      case .replace(let old, let new):
        guard postings.replace(old, by: new) else { throw .noSuchAssignment(old) }
      case .addAbsence(let absence): leaves.append(absence)
      case .removeAbsence(let absence):
        guard leaves.remove(absence) else { throw .noSuchAbsence(absence) }
      }
    }
    assignments = postings.rows
    absences = leaves.rows
  }

  private func index(of assignment: Assignment) throws(EditError) -> Int {
    guard let index = assignments.lastIndex(of: assignment) else { throw .noSuchAssignment(assignment) }
    return index
  }
}
