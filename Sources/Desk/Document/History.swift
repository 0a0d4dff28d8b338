import RosterModel

/// What was done and can be undone, and where in it the roster was saved.
struct History: Hashable, Sendable {
  private(set) var done: [EditStep] = []
  private(set) var undone: [EditStep] = []
  /// How many steps were done when the roster was saved; `nil` where no undo or redo leads back there.
  private var savedDepth: Int? = 0
  /// The same for a saving that is under way.
  private var savingDepth: Int?

  /// Whether the roster differs from what is saved.
  var isChanged: Bool { done.count != savedDepth }
  /// How many steps lie between here and what is saved; `nil` where the way is cut off.
  var stepsFromSaved: Int? { savedDepth.map { abs(done.count - $0) } }

  /// Records a step that has just been done; what was undone is forgotten.
  mutating func record(_ step: EditStep) {
    if let saved = savedDepth, saved > done.count { savedDepth = nil }
    if let saving = savingDepth, saving > done.count { savingDepth = nil }
    undone = []
    done.append(step)
  }

  /// Moves the last step done to those undone.
  mutating func stepBack() {
    if let step = done.popLast() { undone.append(step) }
  }

  /// Moves the step last undone back to those done.
  mutating func stepForward() {
    if let step = undone.popLast() { done.append(step) }
  }

  mutating func beginSaving() { savingDepth = done.count }

  /// The roster as it was when saving began is on the disk.
  mutating func finishSaving() {
    savedDepth = savingDepth
    savingDepth = nil
  }

  mutating func abandonSaving() { savingDepth = nil }
}
