import Planner
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
  /// The act of this ticket is in the journal, and a power cut would keep it.
  case recorded(ticket: Int, JournalEntry)
  /// The act of this ticket is not in the journal, and why.
  case refused(ticket: Int, EditRefusal)
  /// What others have recorded, in its order; comes before whatever was recorded or refused after it.
  case others([JournalEntry])
  /// The tables were edited by another program.
  case reloaded(Reloading)
  /// The desks that are open on the roster, this one among them or not.
  case desks([DeskPresence])
  /// Whether acts can be recorded now.
  case storage(StorageState)
  /// Something that the dispatcher should know of.
  case told(String)
  /// How far the plan of this ticket is.
  case planProgress(ticket: Int, PlanProgress)
  /// The plan of this ticket is finished, or was stopped with the best so far: the edits that it proposes.
  case planFinished(ticket: Int, PlanResult)
  /// The plan of this ticket could not be made, for the reason given.
  case planFailed(ticket: Int, String)
}
