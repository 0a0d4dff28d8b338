/// A note of an assignment: an index into the roster's notes.
@frozen
public struct NoteReference: Hashable, Sendable {
  /// The index into `Roster.notes`; 0 is the empty note.
  public var raw: Int32

  /// The note at this index.
  @inlinable
  public init(raw: Int32) { self.raw = raw }

  /// No note.
  @inlinable
  public static var none: NoteReference { NoteReference(raw: 0) }
}
