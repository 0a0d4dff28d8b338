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

/// What the desk asks of whoever runs it.
public enum Effect: Sendable {
  /// Record an act in the journal; answer `Message.recorded` once it is durable, or `Message.refused`.
  ///
  /// One is asked for at a time. `basis` is how far along the journal the desk was when the act was done: whatever another
  /// has recorded since about the same unit's day is a clash.
  case submit(ticket: Int, EntryDraft, basis: JournalPosition)
  /// Note that recorded changes which the roster lacks were done again, or are not wanted any more.
  case settle([ReplayConflict], isRedone: Bool)
  /// Tell the other desks where this one's cursor is, as `DeskPresence.place` writes it.
  case presence(String)
  /// Begin to plan; answer `Message.planProgress` and in the end `Message.planFinished` or `Message.planFailed`.
  case startPlan(PlanOrder)
  /// Stop the plan of this ticket and answer with the best so far.
  case cancelPlan(ticket: Int)
  /// Put a text on the clipboard.
  case copy(String)
  /// Answer `Message.woke` with this token after so many milliseconds.
  case wake(afterMilliseconds: Int, token: Int)
  /// Draw the whole window anew.
  case redraw
  /// Give the terminal back to the shell until it is brought to the front again.
  case suspend
  /// Leave.
  case quit
}

/// A plan that is asked for.
public struct PlanOrder: Sendable {
  /// The number by which its answers are told from those of an earlier one.
  public let ticket: Int
  /// The roster to plan.
  public let roster: Roster
  /// What of it may change.
  public let scope: PlanScope
}

/// What a plan proposes.
public struct PlanResult: Sendable {
  /// The changes it proposes, done and undone as one.
  public var edits: [Edit]
  /// What the plan costs.
  public var cost: Int
  /// No plan costs less; 0 where nothing better is known.
  public var bound: Int
  /// Whether it was stopped before its time, and is the best so far.
  public var isCancelled: Bool
  /// What was left as it is, or could not be used, and why.
  public var notes: [String]

  /// A proposal of these edits.
  public init(edits: [Edit], cost: Int, bound: Int = 0, isCancelled: Bool = false, notes: [String] = []) {
    self.edits = edits
    self.cost = cost
    self.bound = bound
    self.isCancelled = isCancelled
    self.notes = notes
  }
}
