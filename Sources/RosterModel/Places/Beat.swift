/// The place that one patrol holds in one shift: a post, a route, a response car, a checkpoint.
public struct Beat: Hashable, Sendable {
  /// The id that other tables refer to.
  public var id: String
  /// The department that owns it, or the district where no department does.
  public var place: Place
  /// What people call it.
  public var name: String
  /// What sort of place it is.
  public var kind: BeatKind
  /// The forces that may hold it; never empty: an empty column means all.
  public var forces: ForceSet
  /// Skills or modes that every unit posted here must have.
  public var needs: [String]
  /// What the shift sheet tells the unit to do.
  public var task: String
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// A beat of this place.
  public init(
    id: String, place: Place, name: String, kind: BeatKind, forces: ForceSet = .all, needs: [String] = [],
    task: String = "", line: Int32 = 0
  ) {
    self.id = id
    self.place = place
    self.name = name
    self.kind = kind
    self.forces = forces
    self.needs = needs
    self.task = task
    self.line = line
  }
}
