import CAnnealingTwin
import RosterEngine

/// The inner loop of annealing by rows as its C twin runs it, over the very buffers of the Swift one.
public enum AnnealingTwin {
  /// The speeds and checksums of both loops.
  public struct Comparison: Sendable {
    /// Moves a second and thread.
    public let swiftSpeed: Double
    /// Moves a second and thread.
    public let twinSpeed: Double
    /// Made of all moves taken.
    public let swiftChecksum: UInt64
    /// Made of all moves taken.
    public let twinChecksum: UInt64
    /// Moves taken by the Swift loop.
    public let accepted: Int

    /// How many times as long the Swift loop takes.
    public var ratio: Double { twinSpeed / swiftSpeed }
    /// Whether both loops took the same moves.
    public var agrees: Bool { swiftChecksum == twinChecksum }
  }

  /// Runs both loops from the same roster with the same random numbers; `nil` where rows cannot be annealed.
  ///
  /// - Parameter rounds: Both run so many times in turn; the fastest counts, as others may share the machine.
  public static func compare(_ problem: Problem, moves: Int, seed: UInt64, rounds: Int = 3) -> Comparison? {
    guard let own = InnerLoop(problem, seed: seed), let other = InnerLoop(problem, seed: seed) else { return nil }
    var best: Comparison?
    for _ in 0..<max(1, rounds) {
      let first = own.run(moves: moves, InnerLoop.own)
      let second = other.run(moves: moves, twin)
      best = Comparison(
        swiftSpeed: max(best?.swiftSpeed ?? 0, Double(moves) / max(first.seconds, 1e-9)),
        twinSpeed: max(best?.twinSpeed ?? 0, Double(moves) / max(second.seconds, 1e-9)),
        swiftChecksum: first.tally.checksum, twinChecksum: second.tally.checksum, accepted: first.tally.accepted)
    }
    return best
  }

  private static let twin: InnerLoop.Body = { kernel, moves, thresholds, tally, random in
    var state = random.state
    var own = twin_tally(
      soft: Int64(tally.soft), broken: Int64(tally.broken), best: Int64(tally.best), is_best: tally.isBest,
      accepted: Int64(tally.accepted), checksum: tally.checksum)
    var buffers = twin_kernel(kernel)
    twin_run(&buffers, Int64(moves), thresholds, &own, &state)
    random.state = state
    tally.soft = Int(own.soft)
    tally.broken = Int(own.broken)
    tally.best = Int(own.best)
    tally.isBest = own.is_best
    tally.accepted = Int(own.accepted)
    tally.checksum = own.checksum
  }
}

extension twin_kernel {
  /// The buffers of a kernel; structures have the same fields in the same order on both sides.
  init(_ kernel: AnnealingKernel) {
    self.init()
    staff_count = Int64(kernel.staffCount)
    day_count = Int64(kernel.dayCount)
    duty_count = Int64(kernel.dutyCount)
    code_count = Int64(kernel.codeCount)
    kind_count = Int64(kernel.kindCount)
    cell_row = kernel.cellRow
    cell_cost = kernel.cellCost
    choices = kernel.choices
    choice_count = kernel.choiceCount
    duty_code = kernel.dutyCode
    change_start = kernel.changeStart
    change_points = kernel.changePoints
    work = kernel.work
    work_of = kernel.workOf
    letters = kernel.letters
    parts = kernel.parts
    needs = UnsafeMutableRawPointer(kernel.needs).assumingMemoryBound(to: twin_need.self)
    members = UnsafeMutableRawPointer(kernel.members).assumingMemoryBound(to: twin_member.self)
    step_soft = kernel.stepSoft
    step_breach = kernel.stepBreach
    lengths = kernel.lengths
    steps = kernel.steps
    limits = kernel.limits
    count_limits = kernel.countLimits
    soft_limits = kernel.softLimits
    soft_count_limits = kernel.softCountLimits
    hard_counts = kernel.hardCounts
    duties = kernel.duties
    states = kernel.states
    loads = kernel.loads
    shift_counts = kernel.shiftCounts
    cover = kernel.cover
    marginals = kernel.marginals
    tallies = kernel.tallies
    row_costs = UnsafeMutableRawPointer(kernel.rowCosts).assumingMemoryBound(to: Int64.self)
    best = kernel.best
    scratch = kernel.scratch
    swap_share = Int64(kernel.swapShare)
    single_share = Int64(kernel.singleShare)
    span_share = Int64(kernel.spanShare)
  }
}
