/// Who made an entry of the journal, and from where.
public struct Author: Hashable, Sendable {
  /// The person: the system's user, or the name that a shared account was told.
  public var person: String
  /// The desk or command that acted: one person may have two desks open, and each is told of the other's edits.
  public var session: String

  /// A person at a desk or a command.
  public init(person: String, session: String) {
    self.person = person
    self.session = session
  }
}
