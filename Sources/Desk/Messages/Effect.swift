import RosterModel

/// What the desk asks of whoever runs it.
public enum Effect: Sendable {
  /// Write the roster; answer `Message.saved` or `Message.saveFailed`.
  case save(Roster)
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
