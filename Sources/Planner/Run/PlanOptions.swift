/// How long and how to plan.
public struct PlanOptions: Hashable, Sendable {
  /// The same seed and iterations give the same plan, whatever the number of threads.
  public var seed: UInt64 = 1
  /// Worker threads; 1 or more.
  public var threads = 1
  /// Moves to try, about; `nil` for no limit.
  public var iterations: Int?
  /// Seconds to search; `nil` for no limit, but one minute where `iterations` has none either.
  public var timeLimit: Double?
  /// Recomputes the whole cost after every accepted move and fails on a difference; very slow.
  public var checksEveryMove = false

  /// One thread and one minute.
  public init() {}

  /// The same with a share of the limits.
  func part(_ share: Double) -> PlanOptions {
    var part = self
    part.iterations = iterations.map { max(1, Int(Double($0) * share)) }
    part.timeLimit = (timeLimit ?? (iterations == nil ? 60 : nil)).map { $0 * share }
    return part
  }
}
