extension Roster {
  /// Applies an edit.
  ///
  /// O(rows of its table) where one is taken away, O(1) where one is added.
  ///
  /// - Throws: `EditError` where the roster does not hold what the edit changes; the roster is then unchanged.
  public mutating func apply(_ edit: Edit) throws(EditError) {
    switch edit {
    case .add(let assignment): assignments.append(assignment)
    case .remove(let assignment):
      assignments.remove(at: try Self.index(of: assignment, in: assignments, or: .noSuchAssignment(assignment)))
    case .replace(let old, let new):
      assignments[try Self.index(of: old, in: assignments, or: .noSuchAssignment(old))] = new
    case .addAbsence(let absence): absences.append(absence)
    case .removeAbsence(let absence):
      absences.remove(at: try Self.index(of: absence, in: absences, or: .noSuchAbsence(absence)))
    case .addPublication(let publication): publications.append(publication)
    case .removePublication(let publication):
      publications.remove(
        at: try Self.index(of: publication, in: publications, or: .noSuchPublication(publication)))
    case .addPublished(let posting): published.append(posting)
    case .removePublished(let posting):
      published.remove(at: try Self.index(of: posting, in: published, or: .noSuchPublished(posting)))
    }
  }

  /// Applies the edits of a step: all of them, or none.
  ///
  /// O(rows of the tables that edits are about + edits).
  ///
  /// - Throws: `EditError` where one cannot be applied; the roster is then unchanged.
  public mutating func apply(_ step: EditStep) throws(EditError) {
    var postings = EditedRows(assignments, sought: Set(step.edits.compactMap(\.soughtAssignment)))
    var leaves = EditedRows(absences, sought: Set(step.edits.compactMap(\.soughtAbsence)))
    var days = EditedRows(publications, sought: Set(step.edits.compactMap(\.soughtPublication)))
    var copies = EditedRows(published, sought: Set(step.edits.compactMap(\.soughtPublished)))
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
      case .addPublication(let publication): days.append(publication)
      case .removePublication(let publication):
        guard days.remove(publication) else { throw .noSuchPublication(publication) }
      case .addPublished(let posting): copies.append(posting)
      case .removePublished(let posting):
        guard copies.remove(posting) else { throw .noSuchPublished(posting) }
      }
    }
    assignments = postings.rows
    absences = leaves.rows
    publications = days.rows
    published = copies.rows
  }

  private static func index<Row: Equatable>(
    of row: Row, in rows: [Row], or error: EditError
  ) throws(EditError) -> Int {
    guard let index = rows.lastIndex(of: row) else { throw error }
    return index
  }
}
