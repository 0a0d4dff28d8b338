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
