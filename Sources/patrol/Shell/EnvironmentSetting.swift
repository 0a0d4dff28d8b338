import Glibc
import Planner

/// What the program takes from the environment.
enum EnvironmentSetting: String, CaseIterable {
  /// The time taken for now.
  case now = "PATROL_NOW"
  /// Who acts.
  case user = "PATROL_USER"
  /// Whether recorded acts are told to the system's log.
  case systemLog = "PATROL_SYSLOG"
  /// Whether every move of a search is checked.
  case check = "PATROL_CHECK"
  /// Whether colours are kept away.
  case noColour = "NO_COLOR"
  /// Where GitHub Actions has put the repository.
  case workspace = "GITHUB_WORKSPACE"

  /// What it does, in a sentence or two.
  var words: String {
    switch self {
    case .now: "The time that today and tomorrow go by, as 2026-12-05T17:30 in the roster's zone; --now wins over it."
    case .user: "Who edits the roster, on a shared account; --as wins over it."
    case .systemLog:
      "Where it is 1, each act that is recorded is told to the system's log at /dev/log, with its seal, under authpriv; a "
        + "path is that of another socket. `patrol log --verify --against` holds the journal against what the log has kept."
    case .check:
      "Where it is 1, the whole cost of a plan is recomputed after every move of the search. Very slow; a difference "
        + "is a fault of the program."
    case .noColour: "Where it is not empty, nothing is coloured."
    case .workspace:
      "Set by GitHub Actions: the paths of reports are given from there, for a roster that is in it. Otherwise they are given "
        + "from the root of the git work tree."
    }
  }
}

extension PlanOptions {
  /// Options that check every move where the environment has `PATROL_CHECK=1`.
  static func fromEnvironment() -> PlanOptions {
    var options = PlanOptions()
    options.checksEveryMove = getenv(EnvironmentSetting.check.rawValue).map { strcmp($0, "1") == 0 } ?? false
    return options
  }
}
