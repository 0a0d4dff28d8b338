/// A district of the city.
public struct District: Hashable, Sendable {
  /// The id that other tables refer to.
  public var id: String
  /// What people call it.
  public var name: String
  /// The line of its table that it was read from; 0 where it was not read.
  public var line: Int32

  /// A district of this id and name.
  public init(id: String, name: String, line: Int32 = 0) {
    self.id = id
    self.name = name
    self.line = line
  }
}
