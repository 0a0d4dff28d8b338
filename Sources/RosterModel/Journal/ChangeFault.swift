/// Why a change of a row does not apply to a roster.
public enum ChangeFault: String, Error, Hashable, CaseIterable, Sendable {
  /// What it takes away or replaces is not there.
  case notThere = "not-there"
  /// What it adds is there already.
  case thereAlready = "there-already"
  /// The posting is there, but with another status or note.
  case differs
  /// The unit's day holds other postings than whoever made the change saw.
  case dayDiffers = "day-differs"
  /// It was made, and tables that another program has edited since do not have it any more.
  case takenAway = "taken-away"
  /// Its days cannot be read.
  case notUnderstood = "not-understood"
}
