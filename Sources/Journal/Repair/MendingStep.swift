import RosterModel

/// Something that a repair of a journal does.
public enum MendingStep: Hashable, Sendable {
  /// The journal is kept as it was, under this name.
  case keptAside(String)
  /// The tail file, which is damaged or of other acts, is kept as it was, under this name.
  case keptTailAside(String)
  /// Its file was damaged as one of SQLite's, and what could be read of it was written anew.
  case rebuilt(entries: Int)
  /// There is none, or nothing of it could be read; a new one is begun.
  case begunAnew
  /// The seal of an entry, which the next one vouches for, is written again.
  case restoredSeal(JournalPosition)
  /// An entry is put back as it was, from the roster's tail file.
  case restoredEntry(JournalPosition)
  /// What is damaged and cannot be known again is let stand.
  case letStand(MendedEntries)
  /// A checkpoint that is not as it was written is dropped; another, or the tables themselves, takes its place.
  case droppedCheckpoint(Int64)
  /// A checkpoint is noted again, from the roster's tail file: the tables hold the journal up to this entry.
  case restoredCheckpoint(JournalPosition)
  /// Marks of changes that were not made and are not there any more are dropped.
  case droppedConflicts(Int)
  /// Rows that belong to no entry are dropped.
  case droppedRows(Int)
  /// The roster's tail file, which could not be read or was of other acts, is written anew.
  case rewroteTail
  /// What a program that was stopped had left half made is removed.
  case removed(String)
}

extension MendingStep: CustomStringConvertible {
  /// What is done, in a line.
  public var description: String {
    switch self {
    case .keptAside(let name): "the journal as it was is kept as \(name)"
    case .keptTailAside(let name): "the tail file as it was is kept as \(name)"
    case .rebuilt(let count):
      "the file is made anew, with \(count) \(count == 1 ? "entry" : "entries") that could be read"
    case .begunAnew: "there is no journal that could be read; a new one is begun"
    case .restoredSeal(let position): "the seal of entry \(position.number) is written again"
    case .restoredEntry(let position): "entry \(position.number) is put back from the tail file"
    case .letStand(let entries): "\(entries): let stand"
    case .droppedCheckpoint(let number): "checkpoint \(number) is dropped"
    case .restoredCheckpoint(let position): "the checkpoint of entry \(position.number) is put back from the tail file"
    case .droppedConflicts(let count):
      count == 1 ? "1 conflict without its change is dropped" : "\(count) conflicts without their changes are dropped"
    case .droppedRows(let count):
      count == 1 ? "1 row without its entry is dropped" : "\(count) rows without their entries are dropped"
    case .rewroteTail: "the tail file is written anew from the journal"
    case .removed(let name): "\(name) is removed"
    }
  }

  /// What is done, as programs are told it.
  public var word: String {
    switch self {
    case .keptAside, .keptTailAside: "kept-aside"
    case .rebuilt: "rebuilt"
    case .begunAnew: "begun-anew"
    case .restoredSeal: "restored-seal"
    case .restoredEntry: "restored-entry"
    case .letStand: "let-stand"
    case .droppedCheckpoint: "dropped-checkpoint"
    case .restoredCheckpoint: "restored-checkpoint"
    case .droppedConflicts: "dropped-conflicts"
    case .droppedRows: "dropped-rows"
    case .rewroteTail: "rewrote-tail"
    case .removed: "removed"
    }
  }
}
