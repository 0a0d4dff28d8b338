import RosterModel

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
