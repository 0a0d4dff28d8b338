extension Edit {
  /// The assignment that must be there for the edit to be applied.
  var soughtAssignment: Assignment? {
    switch self {
    case .remove(let assignment), .replace(let assignment, with: _): assignment
    case .add, .addAbsence, .removeAbsence: nil
    }
  }

  /// The absence that must be there for the edit to be applied.
  var soughtAbsence: Absence? {
    switch self {
    case .removeAbsence(let absence): absence
    case .add, .remove, .replace, .addAbsence: nil
    }
  }
}
