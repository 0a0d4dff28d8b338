/// A change of a roster, made by a person, an import or the planner, that can be undone.
public enum Edit: Hashable, Sendable {
  /// Posts a unit.
  case add(Assignment)
  /// Takes a posting away.
  case remove(Assignment)
  /// Replaces a posting by another, for example to lock it or to note something.
  case replace(Assignment, with: Assignment)
  /// Marks a unit absent.
  case addAbsence(Absence)
  /// Takes an absence away.
  case removeAbsence(Absence)

  /// The edit that undoes this one.
  public var inverse: Edit {
    switch self {
    case .add(let assignment): .remove(assignment)
    case .remove(let assignment): .add(assignment)
    case .replace(let old, let new): .replace(new, with: old)
    case .addAbsence(let absence): .removeAbsence(absence)
    case .removeAbsence(let absence): .addAbsence(absence)
    }
  }
}
