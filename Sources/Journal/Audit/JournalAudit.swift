import RosterModel

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
