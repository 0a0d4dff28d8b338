/// Every verb that reads a roster, as arguments.
enum Verb: String, CaseIterable, Sendable {
  case validate, gaps, who, why, plan, export, edit, diff

  /// The verb on a folder, writing nothing into it.
  func arguments(_ folder: String) -> [String] {
    switch self {
    case .validate, .gaps: [rawValue, folder]
    case .who, .why: [rawValue, folder, "--cell", "b1/2026-12-06/A"]
    case .plan: [rawValue, folder, "--dry-run", "--iterations", "200", "--threads", "1"]
    case .export: [rawValue, folder, "--table", "-"]
    case .edit: [rawValue, folder, "--print", "--now", "2026-12-05T09:00"]
    case .diff: [rawValue, folder, folder]
    }
  }
}
