import Synchronization

/// How long and how to search.
public struct SolveOptions: Sendable {
  /// Two runs with the same seed and ``iterations`` give the same roster, whatever the number of threads.
  public var seed: UInt64 = 1
  /// Worker threads; at least 1.
  public var threads = 1
  /// Moves to evaluate, about; `nil` for no limit.
  public var iterations: Int?
  /// Seconds to search; `nil` for no limit.
  ///
  /// With neither limit, one minute.
  public var timeLimit: Double?
  /// How to search where rows can be planned one by one; other problems are always annealed.
  public var method = SearchMethod.both
  /// A roster to start from, in the layout of ``Solution/assignments``; cells that would break a rule are left out.
  public var start: [Assignment?] = []
  /// Whether work that nothing needs is cleared when the search is over.
  public var trims = false
  /// Work that is never trimmed, in the layout of ``Solution/assignments``, or empty.
  public var kept: [Assignment?] = []
  /// Recomputes the whole cost after every accepted move and fails on a difference.
  ///
  /// Very slow.
  public var checksEveryMove = false

  /// Creates the default options: seed 1, one thread, one minute.
  public init() {}
}

/// How the rosters of a problem are searched whose rows can be planned one by one.
public enum SearchMethod: String, Hashable, Sendable, CaseIterable {
  /// Annealing alone.
  case annealing
  /// Column generation alone.
  case columns
  /// Both, as the problem's size and the threads suggest.
  case both
}

/// The handle on a running search: stops it and tells how far it is, from any thread.
public final class SolveControl: Sendable {
  private let cancelled = Atomic<Bool>(false)
  private let finished = Atomic<Bool>(false)
  private let latest = Mutex<SolveProgress?>(nil)

  /// Creates a handle for one run.
  public init() {}

  /// Asks the search to stop; it answers within 50 ms with the best roster so far.
  public func cancel() {
    cancelled.store(true, ordering: .releasing)
  }

  /// Whether ``cancel()`` was called.
  public var isCancelled: Bool {
    cancelled.load(ordering: .acquiring)
  }

  /// The latest report, or `nil` before the first roster; each replaces the one before.
  public var progress: SolveProgress? {
    latest.withLock { $0 }
  }

  /// Whether the search has given its answer.
  public var isFinished: Bool {
    finished.load(ordering: .acquiring)
  }

  func finish() {
    finished.store(true, ordering: .releasing)
  }

  func publish(_ progress: SolveProgress) {
    latest.withLock { $0 = progress }
  }
}

/// Where a search stands: its best roster so far.
public struct SolveProgress: Hashable, Sendable {
  /// Seconds since the search began.
  public var elapsed = 0.0
  /// Cost of the best roster so far.
  public var cost = 0
  /// No roster costs less than this.
  public var bound = 0
  /// Units it leaves missing below a minimum.
  public var missingUnits = 0
  /// Units it leaves missing between minimum and preferred.
  public var shortUnits = 0
  /// Whether it keeps every hard rule; a hard minimum, such as least hours, may take the search a while.
  public var isValid = true
  /// Moves evaluated so far.
  public var moves = 0
}

extension SolveProgress {
  /// Where a search stands whose best roster has these counts by point.
  init(elapsed: Double, cost: Int, bound: Int, counts: [Int32], isValid: Bool = true, moves: Int, _ model: Model) {
    self.init(elapsed: elapsed, cost: cost, bound: bound, isValid: isValid, moves: moves)
    for (need, count) in zip(model.needs, counts) {
      missingUnits += Int(max(0, need.minimum - count))
      shortUnits += Int(max(0, need.preferred - max(count, need.minimum)))
    }
  }
}
