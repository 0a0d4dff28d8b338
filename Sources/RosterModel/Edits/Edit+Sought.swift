extension Edit {
  /// The assignment that must be there for the edit to be applied.
  var soughtAssignment: Assignment? {
    switch self {
    case .remove(let assignment), .replace(let assignment, with: _): assignment
    default: nil
    }
  }

  /// The absence that must be there for the edit to be applied.
  var soughtAbsence: Absence? {
    if case .removeAbsence(let absence) = self { absence } else { nil }
  }

  /// The publication that must be there for the edit to be applied.
  var soughtPublication: Publication? {
    if case .removePublication(let publication) = self { publication } else { nil }
  }

  /// The published posting that must be there for the edit to be applied.
  var soughtPublished: Assignment? {
    if case .removePublished(let posting) = self { posting } else { nil }
  }
}
