/// What a hard rule of a row is about; annealing has one adaptive weight for each.
///
/// The raw value is the place of the class's count in a member's tally, after the soft cost at place 0.
enum BreachClass: Int, Sendable, CaseIterable {
  case succession = 1
  case longestRun
  case shortestRun
  case partWeekend
  case minutes
  case days
  case weekends
  case shiftCount

  /// Numbers in a member's tally: the soft cost of the row, then a count for each class, padded to a cache line.
  static let tallySize = 16
  /// Classes that a step of the automaton can break.
  static let inSteps: [BreachClass] = [.succession, .longestRun, .shortestRun, .partWeekend]
}
