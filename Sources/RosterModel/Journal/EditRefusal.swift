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
  /// It changes who stood where in a shift that has begun, and no reason is given.
  case worked(PostingName)
  /// An entry of its key is there already: it was done before, or another act was given the same key.
  case alreadyRecorded(JournalEntry)
  /// It could not be written; the text says why and what to do, the obstacle what a program is to make of it.
  case notWritten(String, Obstacle = .system)
}

/// What is in the way of reading or writing a roster: who has to do something before it goes on.
///
/// A script that gets it wrong runs again what can never go through, or gives up where it only had to wait.
public enum Obstacle: Hashable, Sendable {
  /// The system: a full disk, rights, a lock, a device, others busy for too long. The same goes through when that is
  /// mended.
  case system
  /// What stands in the folder cannot be read, so that nobody knows what writing would do to it.
  case unreadable
  /// What was asked for: it names a place that it cannot mean.
  case request
}
