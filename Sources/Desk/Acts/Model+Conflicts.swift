import RosterModel

extension Model {
  /// Why there is nothing to settle; `nil` where there is.
  var whyNoConflicts: String? {
    acts.conflicts.isEmpty ? "every recorded change is in the roster" : whyNoEdit
  }

  /// Lists the recorded changes that tables edited by another program left no room for, each to be done again or dropped.
  mutating func listConflicts() {
    guard whyNoConflicts == nil else { return }
    let options = acts.conflicts.map { conflict in
      let words = words(of: conflict)
      let answers = [
        ChoosePrompt.Option(label: "do it again", action: .redo(conflict)),
        ChoosePrompt.Option(label: "drop it: it is not wanted any more", action: .drop(conflict)),
      ]
      return ChoosePrompt.Option(label: words, action: .choose(ChoosePrompt(title: words, options: answers)))
    }
    prompt = .choose(ChoosePrompt(title: "Not made: the tables were edited by another program", options: options))
  }

  /// Does a recorded change again, on the roster as it is now; it is settled once that is recorded.
  mutating func redo(_ conflict: ReplayConflict) {
    let (sign, text) = words(of: conflict.change)
    let act = Act(id: acts.nextNumber(), kind: .edit, name: "Again: \(sign) \(text)", changes: [conflict.change])
    attempt(Intention(act: act, conflict: conflict))
  }

  /// Takes a recorded change as not wanted any more.
  mutating func drop(_ conflict: ReplayConflict) {
    settle(conflict, isRedone: false)
    say(.done, "Dropped: \(words(of: conflict))")
  }

  mutating func settle(_ conflict: ReplayConflict, isRedone: Bool) {
    acts.conflicts.removeAll { $0 == conflict }
    emit(.settle(conflict, isRedone: isRedone))
  }

  private func words(of conflict: ReplayConflict) -> String {
    let (sign, text) = words(of: conflict.change)
    let author = acts.entries.last { $0.position == conflict.position }?.author.person
    return (author.map { "\($0): " } ?? "") + "\(sign) \(text): \(conflict.fault.words)"
  }
}
