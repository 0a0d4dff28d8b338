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
