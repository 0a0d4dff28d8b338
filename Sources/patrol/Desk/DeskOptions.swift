import RosterModel
import Screen

/// How the desk is opened.
struct DeskOptions: Sendable {
  /// The theme.
  var theme = Theme.dark
  /// How long to wait after an Escape for the rest of a sequence.
  var escapeDelay = Duration.milliseconds(25)
  /// Whether the terminal reports the mouse.
  var usesMouse = true
  /// The time taken for now as the command line gives it, in the roster's zone; `nil` for `PATROL_NOW` or the
  /// clock.
  var nowText: String?
  /// The time taken for now, in minutes since 1970-01-01 00:00 UTC; `nil` for the clock.
  var now: Int?
  /// The longest that a plan asked for in the desk searches, in seconds.
  var planSeconds = 30.0
  /// The worker threads of such a plan.
  var planThreads = 2

  /// The options with `nowText` read in the roster's zone.
  ///
  /// - Throws: `CommandFailure` where it is not a time.
  func clocked(in settings: RosterSettings) throws -> DeskOptions {
    var clocked = self
    clocked.now = try DutyClock.given(nowText, settings: settings)?.instant
    return clocked
  }
}
