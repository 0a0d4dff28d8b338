import RosterModel

extension Model {
  /// Why nothing is changed where the roster was opened to be looked at, and what to do.
  static let readOnlyReason = "the roster was opened read-only; open it again without --read-only"

  /// Why nothing can be changed now; `nil` where it can.
  var whyNoEdit: String? {
    if isReadOnly { return Self.readOnlyReason }
    if plan.isRunning { return "a plan is being made; Esc stops it" }
    return nil
  }

  /// Does a step that can be undone: the only way by which the desk changes the roster.
  ///
  /// - Returns: whether it was done.
  @discardableResult
  mutating func perform(_ step: EditStep) -> Bool {
    if let reason = whyNoEdit {
      say(.refused, "Not changed: \(reason).")
      return false
    }
    guard !step.edits.isEmpty else { return false }
    do {
      try document.perform(step)
      say(.done, step.name)
      return true
    } catch {
      say(.refused, "Not changed: what it would change is no longer there; look again.")
      return false
    }
  }

  /// Undoes the last step.
  mutating func undo() {
    guard whyNoEdit == nil, let name = document.undo() else { return }
    say(.done, "Undone: \(name)" + (isChanged ? "" : " (as saved)"))
  }

  /// Does again what was undone last.
  mutating func redo() {
    guard whyNoEdit == nil, let name = document.redo() else { return }
    say(.done, "Done again: \(name)" + (isChanged ? "" : " (as saved)"))
  }
}
