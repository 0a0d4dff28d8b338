/// Why an edit could not be applied: the roster does not hold what it would change.
public enum EditError: Error, Hashable, Sendable {
  /// No such assignment.
  case noSuchAssignment(Assignment)
  /// No such absence.
  case noSuchAbsence(Absence)
  /// No such publication.
  case noSuchPublication(Publication)
  /// No such posting among those published.
  case noSuchPublished(Assignment)
}
