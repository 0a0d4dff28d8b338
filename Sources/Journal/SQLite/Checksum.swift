import RosterModel

/// A sum over values, by which a byte that has changed on the disk is noticed: a `Hash64`.
///
/// The database checks its structure, not what its rows say. Not against whoever means harm: that one can write the
/// tables too.
struct Checksum {
  private var hash = Hash64()

  /// The sum so far, as the database holds it.
  var sum: Int64 { Int64(bitPattern: hash.value) }

  /// Adds a number; the absence of one is a value too.
  mutating func add(_ number: Int64?) {
    hash.add(number == nil ? 0 : 1)
    var bits = UInt64(bitPattern: number ?? 0)
    for _ in 0..<8 {
      hash.add(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
    }
  }

  /// Adds a text; the absence of one is a value too.
  mutating func add(_ text: String?) {
    add(text.map { Int64($0.utf8.count) })
    hash.add((text ?? "").utf8)
  }
}

extension Checksum {
  /// The sum of a checkpoint but for whether it is done.
  init(_ checkpoint: Checkpoint) {
    add(checkpoint.number)
    add(checkpoint.at)
    add(checkpoint.through.number)
    add(checkpoint.origin.rawValue)
    for print in checkpoint.tables.prints { add(print) }
  }
}

extension Checksum {
  /// The sum of an entry in a file of format 1, which has no seals.
  ///
  /// - Parameter previous: the sum of the entry before it, so that one which is lost or moved is noticed too.
  init(_ entry: JournalEntry, after previous: Int64) {
    add(previous)
    add(entry.position.number)
    add(entry.at)
    add(entry.author.person)
    add(entry.author.session)
    add(entry.draft.kind.word)
    add(entry.draft.kind.position?.number)
    add(entry.draft.name)
    add(entry.draft.reason)
    add(entry.draft.isForced ? 1 : 0)
    for change in entry.draft.changes { add(change) }
    for print in entry.seen { add(Int64(bitPattern: print)) }
  }

  private mutating func add(_ change: RowChange) {
    switch change {
    case .posting(let change):
      add(1)
      add(change.posting)
      add(change.old)
      add(change.new)
    case .absence(let change):
      add(2)
      for text in [change.unit, change.days, change.shift, change.reason.rawValue] { add(text) }
      add(change.isAdded ? 1 : 0)
    case .publication(let change):
      add(3)
      for text in [change.district, change.at, change.by] { add(text) }
      add(Int64(change.day.number))
      add(change.isAdded ? 1 : 0)
    case .published(let posting, let isAdded):
      add(4)
      add(posting)
      add(isAdded ? 1 : 0)
    // No file of format 1 has any.
    case .manoeuvre, .call: add(5)
    }
  }

  private mutating func add(_ name: PostingName) {
    add(Int64(name.day.number))
    for text in [name.shift, name.beat, name.unit] { add(text) }
  }

  private mutating func add(_ remark: PostingRemark?) {
    add(remark.map { $0.isLocked ? 1 : 0 })
    add(remark?.note)
  }
}
