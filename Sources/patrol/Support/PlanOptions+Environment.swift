import Glibc
import Planner

extension PlanOptions {
  /// Options that check every move where the environment has `PATROL_CHECK=1`.
  static func fromEnvironment() -> PlanOptions {
    var options = PlanOptions()
    options.checksEveryMove = getenv(EnvironmentSetting.check.rawValue).map { strcmp($0, "1") == 0 } ?? false
    return options
  }
}
