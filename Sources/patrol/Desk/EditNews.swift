import Desk
import RosterModel

/// What a store has to tell of others.
struct EditNews {
  /// What they have recorded, in order.
  var entries: [JournalEntry] = []
  /// The roster anew, where another program has edited its tables; comes before the entries.
  var reloading: Reloading?
  /// What else is to be told to the dispatcher once.
  var notice: String?
}
