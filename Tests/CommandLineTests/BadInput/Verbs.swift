/// Every verb that reads a roster, as arguments; verbs that edit read and write it in one way, so two stand for all.
enum Verb: String, CaseIterable, Sendable {
  case validate, gaps, who, why, plan, export, edit, diff, assign, publish

  /// The verb on a folder, writing nothing into it.
  func arguments(_ folder: String) -> [String] {
    switch self {
    case .validate, .gaps: [rawValue, folder]
    case .who, .why: [rawValue, folder, "--cell", "b1/2026-12-06/A"]
    case .plan: [rawValue, folder, "--dry-run", "--iterations", "200", "--threads", "1"]
    case .export: [rawValue, folder, "--table", "-"]
    case .edit: [rawValue, folder, "--print", "--now", "2026-12-05T09:00"]
    case .diff: [rawValue, folder, folder]
    case .assign:
      [rawValue, folder, "--unit", "u2", "--beat", "b1", "--day", "2026-12-06", "--shift", "A", "--dry-run"]
    case .publish: [rawValue, folder, "--day", "2026-12-05", "--now", "2026-12-04T17:30", "--dry-run"]
    }
  }
}
