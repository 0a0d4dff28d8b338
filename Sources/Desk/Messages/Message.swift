import RosterModel
import Screen

/// What happens to the desk.
public enum Message: Sendable {
  /// A person, or the window, did something.
  case input(InputEvent)
  /// The time, in minutes since 1970-01-01 00:00 UTC.
  case clock(Int)
  /// The wait asked for by `Effect.wake` is over.
  case woke(Int)
  /// The roster handed out by `Effect.save` is on the disk.
  case saved
  /// It is not, for the reason given.
  case saveFailed(String)
  /// How far the plan of this ticket is.
  case planProgress(ticket: Int, PlanReport)
  /// The plan of this ticket is finished, or was stopped with the best so far: the edits that it proposes.
  case planFinished(ticket: Int, PlanResult)
  /// The plan of this ticket could not be made, for the reason given.
  case planFailed(ticket: Int, String)
}
