/// An act as it is submitted to the journal: all of its changes are recorded, or none.
public struct EntryDraft: Hashable, Sendable {
  /// What sort of act it is.
  public var kind: EntryKind
  /// What was done, as the dispatcher knows it, for example `assign Sokol-12 to y1-b03`.
  public var name: String
  /// Why, in the dispatcher's words; empty where nobody asked.
  public var reason: String
  /// Whether it is to be recorded although it breaks a rule; wants a reason.
  public var isForced: Bool
  /// The changes, in the order in which they are applied.
  public var changes: [RowChange]
  /// By what whoever asks knows this act again; `nil` where nobody gave one.
  ///
  /// No two entries of a journal have the same, so that asking twice does it once.
  public var key: String?
  /// What was asked for under the key, in one form, so that the key of another wish is told from asking again.
  ///
  /// The changes cannot tell: what has to be changed for the same wish depends on the roster.
  public var request: String?
  /// What of the journal a repair has found damaged; empty for all other acts.
  public var mended: [MendedEntries] = []

  /// An act of these changes.
  public init(
    kind: EntryKind = .edit, name: String, reason: String = "", isForced: Bool = false, changes: [RowChange],
    key: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.reason = reason
    self.isForced = isForced
    self.changes = changes
    self.key = key
  }
}
