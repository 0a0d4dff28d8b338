/// A district of the city.
public struct District: Hashable, Sendable {
  /// The id that other tables refer to.
  public var id: String
  /// What people call it.
  public var name: String

  /// A district of this id and name.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
