/// Why the journal did not take an act; nothing of it was recorded.
public enum EditRefusal: Error, Hashable, Sendable {
  /// Another has changed the same unit's day since the roster was last looked at.
  case clash(unit: String, day: Day?, with: JournalEntry)
  /// What it would change is not there, or not as it was.
  case notThere(RowChange)
  /// It breaks rules that were kept before; forcing it wants a reason.
  case breaksRules([Finding])
  /// It touches a published day, and no reason is given.
  case wantsReason(district: String, day: Day)
  /// An entry of its key is there already: it was done before, or another act was given the same key.
  case alreadyRecorded(JournalEntry)
  /// It could not be written; the text says why and what to do.
  case notWritten(String)
}
