import RosterModel

/// The chain of a journal's entries, walked from its start to its end.
public struct ChainAudit: Hashable, Sendable {
  /// Whether the entries have seals, as they do but in files of an older format.
  public var isSealed = true
  /// How many entries there are, be they sound or not.
  public var count = 0
  /// The position of the last entry that is there.
  public var last = JournalPosition.start
  /// When the last sound entry was recorded, in milliseconds since 1970-01-01 00:00 UTC; `nil` where there is none.
  public var at: Int64?
  /// The seal of the last entry that is there.
  public var seal = EntrySeal.start
  /// What is broken, in its order.
  public var broken: [BrokenEntry] = []
  /// The seals at the positions that were asked for, as far as there are entries.
  public var seals: [JournalPosition: EntrySeal] = [:]

  /// A journal without entries.
  public init() {}

  /// What is broken and no repair has let stand.
  public var unmended: [BrokenEntry] { broken.filter { $0.mendedBy == nil } }

  /// Takes in what comes next.
  mutating func add(_ record: EntryRecord, wanted: Set<JournalPosition>) {
    switch record {
    case .sound(let entry): add(entry, wanted)
    case .broken(let entry):
      broken.append(entry)
      if case .missing = entry.fault { return }
      if let says = entry.says {
        add(says, wanted)
      } else {
        count += 1
        (last, seal) = (entry.position, .start)
      }
    }
    if let entry = record.entry { at = entry.at }
  }

  private mutating func add(_ entry: JournalEntry, _ wanted: Set<JournalPosition>) {
    count += 1
    (last, seal) = (entry.position, entry.seal)
    if wanted.contains(entry.position) { seals[entry.position] = entry.seal }
  }
}

/// What is known of a journal from elsewhere: at a position it had a seal.
///
/// A chain alone tells that something within it was changed. That its end was cut off, or all of it made anew, is told by
/// what was kept outside of it.
public struct JournalAnchor: Hashable, Sendable {
  /// The position.
  public var position: JournalPosition
  /// The seal of the entry there.
  public var seal: EntrySeal
  /// Where this is known from, for people: `.patrol-tail`.
  public var source: String

  /// A seal that was kept.
  public init(position: JournalPosition, seal: EntrySeal, source: String) {
    self.position = position
    self.seal = seal
    self.source = source
  }

  /// What speaks against a chain having been so; `nil` where nothing does.
  ///
  /// - Parameter chain: was asked for the seal at the position.
  public func fault(in chain: ChainAudit) -> Fault? {
    if position == .start { return seal == .start ? nil : .otherSeal }
    guard let found = chain.seals[position] else { return position > chain.last ? .cutOff(at: chain.last) : .notThere }
    return found == seal ? nil : .otherSeal
  }

  /// Why a chain is not the one that a seal was kept of.
  public enum Fault: Hashable, Sendable {
    /// It ends before.
    case cutOff(at: JournalPosition)
    /// There is no entry at the position any more.
    case notThere
    /// The entry there, or one before it, is another.
    case otherSeal
  }
}

extension JournalAnchor.Fault {
  /// The fault as programs are told it.
  public var word: String {
    switch self {
    case .cutOff: "cut-off"
    case .notThere: "not-there"
    case .otherSeal: "other-seal"
    }
  }
}
