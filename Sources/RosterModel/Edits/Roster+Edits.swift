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
  /// - Throws: `EditError` where one cannot be applied; the roster is then unchanged.
  public mutating func apply(_ step: EditStep) throws(EditError) {
    var changed = self
    for edit in step.edits { try changed.apply(edit) }
    self = changed
  }

  private func index(of assignment: Assignment) throws(EditError) -> Int {
    guard let index = assignments.lastIndex(of: assignment) else { throw .noSuchAssignment(assignment) }
    return index
  }
}
