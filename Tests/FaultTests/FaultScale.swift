import Foundation

/// How much of a fault test is done: `PATROL_FAULTS` is `short` (as in `make test`), `long` or `full`.
enum FaultScale: String {
  case short, long, full

  /// The scale of this run.
  static let current = ProcessInfo.processInfo.environment["PATROL_FAULTS"].flatMap(FaultScale.init) ?? .short

  /// The number of this scale.
  static func of(_ short: Int, long: Int, full: Int) -> Int {
    switch current {
    case .short: short
    case .long: long
    case .full: full
    }
  }
}
