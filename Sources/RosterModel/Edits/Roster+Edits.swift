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
    case .addManoeuvre(let manoeuvre): manoeuvres.append(manoeuvre)
    case .removeManoeuvre(let manoeuvre):
      manoeuvres.remove(at: try Self.index(of: manoeuvre, in: manoeuvres, or: .noSuchManoeuvre(manoeuvre)))
    case .addCall(let call): calls.append(call)
    case .removeCall(let call): calls.remove(at: try Self.index(of: call, in: calls, or: .noSuchCall(call)))
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
    var events = EditedRows(manoeuvres, sought: Set(step.edits.compactMap(\.soughtManoeuvre)))
    var answers = EditedRows(calls, sought: Set(step.edits.compactMap(\.soughtCall)))
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
      case .addManoeuvre(let manoeuvre): events.append(manoeuvre)
      case .removeManoeuvre(let manoeuvre):
        guard events.remove(manoeuvre) else { throw .noSuchManoeuvre(manoeuvre) }
      case .addCall(let call): answers.append(call)
      case .removeCall(let call):
        guard answers.remove(call) else { throw .noSuchCall(call) }
      }
    }
    assignments = postings.rows
    absences = leaves.rows
    publications = days.rows
    published = copies.rows
    manoeuvres = events.rows
    calls = answers.rows
  }

  private static func index<Row: Equatable>(
    of row: Row, in rows: [Row], or error: EditError
  ) throws(EditError) -> Int {
    guard let index = rows.lastIndex(of: row) else { throw error }
    return index
  }
}

/// Rows of a table while a step changes them: what is taken away is found by its value, and leaves a hole until the
/// end.
///
/// Of equal rows the last is taken, as `Roster.apply(_:)` takes it for a single edit.
struct EditedRows<Row: Hashable> {
  private var slots: [Row?]
  /// Where each row that the step will look for stands, ascending.
  private var positions: [Row: [Int]]

  /// Rows before the step; O(rows).
  ///
  /// - Parameter sought: every row that will be removed or replaced.
  init(_ rows: [Row], sought: Set<Row>) {
    slots = rows
    positions = [:]
    guard !sought.isEmpty else { return }
    positions.reserveCapacity(sought.count)
    for row in sought { positions[row] = [] }
    for (position, row) in rows.enumerated() { positions[row]?.append(position) }
  }

  /// The rows as they are now; O(rows).
  var rows: [Row] { slots.compactMap { $0 } }

  /// Adds a row at the end.
  mutating func append(_ row: Row) {
    positions[row]?.append(slots.count)
    slots.append(row)
  }

  /// Takes away the last of the rows equal to this one; false where there is none.
  mutating func remove(_ row: Row) -> Bool {
    guard let position = positions[row]?.popLast() else { return false }
    slots[position] = nil
    return true
  }

  /// Puts another row in the place of the last of those equal to this one; false where there is none.
  mutating func replace(_ old: Row, by new: Row) -> Bool {
    guard let position = positions[old]?.popLast() else { return false }
    slots[position] = new
    if let place = positions[new]?.lastIndex(where: { $0 < position }) {
      positions[new]?.insert(position, at: place + 1)
    } else {
      positions[new]?.insert(position, at: 0)
    }
    return true
  }
}
