/// How the rosters of a problem are searched whose rows can be planned one by one.
public enum SearchMethod: String, Hashable, Sendable, CaseIterable {
  /// Annealing alone.
  case annealing
  /// Column generation alone.
  case columns
  /// Both, as the problem's size and the threads suggest.
  case both
}
