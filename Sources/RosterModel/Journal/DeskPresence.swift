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
