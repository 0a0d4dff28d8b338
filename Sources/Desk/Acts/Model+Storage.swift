import RosterModel
import Screen

extension Model {
  /// How many acts the journal has not acknowledged.
  public var pendingCount: Int { acts.pending.count }

  /// What the status says of the journal, with the reason where there is one: `saved` only where a power cut would keep
  /// all that is shown.
  var storageWords: (short: String, why: String?, role: Role) {
    if isReadOnly { return ("read-only", nil, .warning) }
    switch acts.storage {
    case .readOnly(let why): return ("read-only", why, .warning)
    case .failing(let why): return (pendingCount == 0 ? "cannot save" : "\(pendingCount) not written", why, .error)
    case .writable:
      return pendingCount == 0 ? ("saved", nil, .success) : ("\(pendingCount) pending", nil, .pending)
    }
  }

  /// Why there is nothing to write again; `nil` where there is.
  var whyNoRetry: String? {
    if let reason = whyReadOnly { return reason }
    if pendingCount == 0 { return "everything is saved; edits are saved as they are made" }
    if case .failing = acts.storage { return nil }
    return "\(pendingCount) pending, being written"
  }

  /// Leaves; waits for what is pending, and asks where that does not come or the key is pressed again.
  mutating func quit() {
    guard pendingCount > 0 else { return emit(.quit) }
    var isStuck = acts.wasLeaving || whyReadOnly != nil
    if case .failing = acts.storage { isStuck = true }
    if isStuck {
      prompt = .confirm(.quit(pending: acts.pending.map(\.intention.words)))
    } else {
      acts.isLeaving = true
      say(.note, "Leaving once \(pendingCount) pending \(pendingCount == 1 ? "edit is" : "edits are") saved…")
    }
  }

  /// Marks the cells that pending acts touch.
  mutating func pendingChanged() {
    var cells: Set<CellPlace> = []
    for submission in acts.pending where submission.isApplied {
      for case .posting(let change) in submission.intention.changes {
        guard let beat = document.beat(change.posting.beat) else { continue }
        for tile in document.tiles(ofShift: change.posting.shift) {
          cells.insert(CellPlace(beat: beat, day: change.posting.day, tile: tile))
        }
      }
    }
    pendingCells = cells
  }
}
