import Files
import Glibc
import RosterFolder
import RosterModel

/// Mends a roster's journal as far as it can be mended.
///
///     let repair = JournalRepair(of: JournalFolder(of: snapshot.path), SessionOptions(person: "Aziz"))
///     for step in try repair.run(isDryRun: true).steps { print(step) }
///
/// The journal as it was is always kept beside it first.
public struct JournalRepair {
  private let folder: JournalFolder
  private let mending: Mending
  private let found: TailReading
  private let options: SessionOptions

  /// What came of a repair.
  public struct Outcome: Sendable {
    /// What was done, or would be, in its order.
    public var steps: [MendingStep] = []
    /// The entry that records it; `nil` where nothing was recorded.
    public var entry: JournalEntry?
    /// What went wrong beside it, for people.
    public var notice: String?
  }

  /// A repair of a roster's journal; nothing is done yet.
  ///
  /// - Parameters:
  ///   - folder: the journal's folder.
  ///   - options: who asks for it, and when.
  public init(of folder: JournalFolder, _ options: SessionOptions) {
    self.folder = folder
    self.options = options
    let author = Author(person: options.person, session: SessionName.fresh(), origin: options.origin())
    found = TailReading(of: folder)
    mending = Mending(author: author, time: options.clock(), kept: found.tail)
  }

  /// Mends what there is to mend.
  ///
  /// - Parameter isDryRun: whether it is only said; nothing in the roster's folder is changed then.
  /// - Throws: `JournalError` where it cannot be done, `busy` where another program has the roster open; the journal is as
  ///   it was then.
  public func run(isDryRun: Bool) throws(JournalError) -> Outcome {
    var outcome = try JournalFolder.isThere(folder.journal) ? repaired(isDryRun) : begun(isDryRun)
    if !isDryRun { outcome.notice = outcome.entry.flatMap { options.announce($0, folder.roster) } }
    for name in folder.names where JournalFolder.halfMade.contains(where: { name.hasPrefix($0) }) {
      outcome.steps.append(.removed(JournalFolder.name + "/" + name))
      if isDryRun { continue }
      guard unlink(folder.path + "/" + name) == 0 || errno == ENOENT else { throw JournalFolder.failure(folder.path) }
    }
    return outcome
  }

  /// Begins a journal with what the tail file has, where there is none any more; nothing where there never was one.
  private func begun(_ isDryRun: Bool) throws(JournalError) -> Outcome {
    let loss = found.lossWithoutJournal
    if let loss, loss.obstacle == .system { throw loss }
    guard loss != nil || mending.kept.map({ $0.end > .start }) == true else { return Outcome() }
    if isDryRun {
      var outcome = try TemporaryJournal().begin(mending)
      if loss != nil { outcome.steps.append(.rewroteTail) }
      return outcome
    }
    try folder.make()
    var outcome = try mending.mend(folder.journal, after: [.begunAnew])
    if loss != nil { outcome.steps += try rewriteTail(keeping: true) }
    return outcome
  }

  private func repaired(_ isDryRun: Bool) throws(JournalError) -> Outcome {
    guard !folder.isOpenElsewhere() else { throw .busy(path: folder.journal) }
    let damaged = try FileIdentity(of: folder.journal)
    // What is to be done is found out on a copy, which is all that a dry run needs.
    let trial = try TemporaryJournal()
    try trial.copy(folder)
    let isWhole: Bool
    // Whether the tail file has lost what the journal lacks.
    let isTailLost: Bool
    let outcome: Outcome
    do throws(JournalError) {
      isWhole = try trial.isWhole()
      isTailLost = try isWhole ? found.loss(of: trial.end()) != nil : found.tail != nil && !found.isWhole
      outcome = try isWhole ? trial.mend(mending) : trial.rebuild(mending)
    } catch {
      throw error.of(folder.journal)
    }
    let isTailOther = try trial.tailState(of: folder, isWhole)?.isForeign ?? false
    let isTailForeign = isTailOther || isTailLost
    if isDryRun {
      var outcome = outcome
      if isTailForeign { outcome.steps.append(.rewroteTail) }
      return outcome
    }
    var done = outcome
    if outcome.entry != nil { done = try isWhole ? mendInPlace() : putInPlace(trial.rebuilt, damaged, outcome) }
    if isTailForeign { done.steps += try rewriteTail(keeping: mending.kept != nil) }
    return done
  }

  /// Writes the tail file anew.
  ///
  /// - Parameter isKept: whether it is kept as it was, because it has or had what the journal has not.
  private func rewriteTail(keeping isKept: Bool) throws(JournalError) -> [MendingStep] {
    let journal = try SQLiteJournal(at: folder.journal)
    // Before the first checkpoint there is nothing to write.
    let isBegun = try journal.tail().candidates.contains(where: \.isDone)
    var steps: [MendingStep] = []
    if isKept || !isBegun { steps.append(.keptTailAside(try folder.setTailAside())) }
    if isBegun {
      try TailFile(of: folder).begin(with: journal)
      steps.append(.rewroteTail)
    }
    try journal.close()
    return steps
  }

  /// Mends the file where it is, in one transaction: other programs see it as it was, or mended.
  private func mendInPlace() throws(JournalError) -> Outcome {
    let name = try folder.copyAside()
    var outcome = try mending.mend(folder.journal, after: [])
    outcome.steps.insert(.keptAside(name), at: 0)
    return outcome
  }

  /// Puts a file that was made anew in the place of the damaged one.
  private func putInPlace(
    _ rebuilt: String, _ damaged: FileIdentity, _ done: Outcome
  ) throws(JournalError) -> Outcome {
    let fresh = folder.path + "/journal.rebuilt-\(getpid()).sqlite"
    unlink(fresh)
    try JournalFolder.copy(rebuilt, to: fresh, like: folder.roster)
    var outcome = done
    outcome.steps.insert(.keptAside(try folder.replaceJournal(with: fresh, damaged)), at: 0)
    return outcome
  }
}

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
