import RosterModel

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
