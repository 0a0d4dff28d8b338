/// A change of a roster, made by a person, an import or the planner, that can be undone.
///
/// Each is about one row of assignments.csv, absences.csv, publications.csv, published.csv, manoeuvres.csv or calls.csv.
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
  /// Notes that a district's day is published.
  case addPublication(Publication)
  /// Takes that note away.
  case removePublication(Publication)
  /// Copies a posting to what is published.
  case addPublished(Assignment)
  /// Takes a posting from what is published.
  case removePublished(Assignment)
  /// Says what happened to a unit during its shift.
  case addManoeuvre(Manoeuvre)
  /// Takes that away.
  case removeManoeuvre(Manoeuvre)
  /// Says that a unit was called.
  case addCall(Call)
  /// Takes that away.
  case removeCall(Call)

  /// The edit that undoes this one.
  public var inverse: Edit {
    switch self {
    case .add(let assignment): .remove(assignment)
    case .remove(let assignment): .add(assignment)
    case .replace(let old, let new): .replace(new, with: old)
    case .addAbsence(let absence): .removeAbsence(absence)
    case .removeAbsence(let absence): .addAbsence(absence)
    case .addPublication(let publication): .removePublication(publication)
    case .removePublication(let publication): .addPublication(publication)
    case .addPublished(let posting): .removePublished(posting)
    case .removePublished(let posting): .addPublished(posting)
    case .addManoeuvre(let manoeuvre): .removeManoeuvre(manoeuvre)
    case .removeManoeuvre(let manoeuvre): .addManoeuvre(manoeuvre)
    case .addCall(let call): .removeCall(call)
    case .removeCall(let call): .addCall(call)
    }
  }

  /// Whether it is about what happens during a shift, or a call.
  public var isOfShift: Bool {
    switch self {
    case .addManoeuvre, .removeManoeuvre, .addCall, .removeCall: true
    default: false
    }
  }

  /// Whether it is about what is published, not about who stands where or is away.
  public var isOfPublication: Bool {
    switch self {
    case .addPublication, .removePublication, .addPublished, .removePublished: true
    case .add, .remove, .replace, .addAbsence, .removeAbsence, .addManoeuvre, .removeManoeuvre, .addCall, .removeCall:
      false
    }
  }
}

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

  /// The manoeuvre that must be there for the edit to be applied.
  var soughtManoeuvre: Manoeuvre? {
    if case .removeManoeuvre(let manoeuvre) = self { manoeuvre } else { nil }
  }

  /// The call that must be there for the edit to be applied.
  var soughtCall: Call? {
    if case .removeCall(let call) = self { call } else { nil }
  }
}

/// Edits that are done and undone as one, with the name under which the dispatcher knows them.
public struct EditStep: Hashable, Sendable {
  /// What was done, for example `assign Sokol-12 to y1-b03`.
  public var name: String
  /// The edits in the order in which they are applied.
  public var edits: [Edit]

  /// A named step.
  public init(name: String, edits: [Edit]) {
    self.name = name
    self.edits = edits
  }

  /// The step that undoes this one.
  public var inverse: EditStep { EditStep(name: name, edits: edits.reversed().map(\.inverse)) }
}

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
  /// No such manoeuvre.
  case noSuchManoeuvre(Manoeuvre)
  /// No such call.
  case noSuchCall(Call)
}
