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

/// The chain of a roster's journal, held against what is known of it from elsewhere.
public struct ChainVerification: Sendable {
  /// The chain; empty where there is no journal.
  public let chain: ChainAudit
  /// Whether there is a journal.
  public let hasJournal: Bool
  /// What it was held against, each with what speaks against it.
  public let compared: [(anchor: JournalAnchor, fault: JournalAnchor.Fault?)]

  /// Walks the whole chain of a roster's journal, and compares.
  ///
  /// - Parameter anchors: seals that were kept; those that the roster's tail file has come first.
  /// - Throws: `JournalError` where the journal cannot be read.
  public init(of folder: JournalFolder, against anchors: [JournalAnchor]) throws(JournalError) {
    // Before the journal, which others may be adding to.
    let found = TailReading(of: folder)
    let anchors = (found.tail.map(JournalAnchor.of) ?? []) + anchors
    hasJournal = folder.hasJournal
    if !hasJournal, found.tail == nil, let loss = found.lossWithoutJournal { throw loss }
    var chain = ChainAudit()
    if hasJournal {
      let journal = try SQLiteJournal(reading: folder.journal)
      chain = try journal.chain(sealsAt: Set(anchors.map(\.position)))
      try journal.close()
    }
    self.chain = chain
    compared = anchors.map { [chain] in ($0, $0.fault(in: chain)) }
  }

  /// What is wrong, in words; empty where nothing is.
  public var faults: [String] {
    chain.unmended.map { "\($0)" } + compared.compactMap { pair in pair.fault.map(pair.anchor.words) }
  }
}

/// All that a journal's file holds, looked at for what is wrong with it.
public struct JournalAudit: Hashable, Sendable {
  /// The format of the file.
  public var format: Int
  /// What is wrong with the file as one of SQLite's; empty where nothing is.
  public var structure: [String] = []
  /// The entries.
  public var chain = ChainAudit()
  /// Whether the entries could be read to their end; what is said of them is of no use otherwise.
  public var isChainRead = false
  /// How many checkpoints there are.
  public var checkpointCount = 0
  /// The latest checkpoint that is sound.
  public var lastCheckpoint: Checkpoint?
  /// The numbers of checkpoints that are not as they were written.
  public var brokenCheckpoints: [Int64] = []
  /// How many conflicts nobody has settled.
  public var openConflicts = 0
  /// How many conflicts are of a change that is not there any more.
  public var lostConflicts = 0
  /// How many changes and marks are of no entry.
  public var strayRows = 0

  /// What a file of a format holds.
  init(format: Int) { self.format = format }

  /// What is wrong, in words; empty where the file is sound.
  public var faults: [String] {
    var faults = structure.map { "the file: \($0)" }
    if isChainRead { faults += chain.unmended.map { "\($0)" } }
    faults += brokenCheckpoints.map { "checkpoint \($0) is not as it was written" }
    func many(_ count: Int, _ one: String, _ more: String) {
      if count > 0 { faults.append(count == 1 ? "1 \(one)" : "\(count) \(more)") }
    }
    many(lostConflicts, "conflict is of a change that is not there", "conflicts are of changes that are not there")
    many(strayRows, "row is of no entry", "rows are of no entry")
    return faults
  }
}
