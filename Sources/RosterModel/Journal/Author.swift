/// Who made an entry of the journal, and from where.
public struct Author: Hashable, Sendable {
  /// The person: the system's user, or the name that a shared account was told.
  public var person: String
  /// The desk or command that acted: one person may have two desks open, and each is told of the other's edits.
  public var session: String
  /// What the system says of whoever acted; `nil` where nobody asked it, as in the entries of older versions.
  public var origin: SystemOrigin?

  /// A person at a desk or a command.
  public init(person: String, session: String, origin: SystemOrigin? = nil) {
    self.person = person
    self.session = session
    self.origin = origin
  }
}

/// By which account of which machine, and from which terminal, somebody acted.
///
/// The person of an `Author` is whoever one says that one is; this is what the system says.
public struct SystemOrigin: Hashable, Sendable {
  /// The name of the account.
  public var user: String
  /// The machine's name.
  public var host: String
  /// The terminal, as `/dev/pts/3`; empty where there was none.
  public var terminal: String

  /// An account at a machine's terminal.
  public init(user: String, host: String, terminal: String = "") {
    self.user = user
    self.host = host
    self.terminal = terminal
  }
}

/// A desk that is open on the roster, and where its dispatcher is.
public struct DeskPresence: Hashable, Sendable {
  /// Who.
  public var author: Author
  /// The cell, beat or screen that the cursor is on, as a subject is printed, for example `cell:c3-r02/2026-12-14/C`.
  public var place: String

  /// A desk at a place.
  public init(author: Author, place: String) {
    self.author = author
    self.place = place
  }
}
