import RosterModel

extension Model {
  /// Why there is nothing to settle; `nil` where there is.
  var whyNoConflicts: String? {
    acts.conflicts.isEmpty ? "every recorded change is in the roster" : whyNoEdit
  }

  /// How many acts the roster lacks, for the title.
  var conflictMark: String {
    let isLost = acts.conflicts.allSatisfy { $0.fault == .takenAway }
    return "\(acts.conflicts.positions.count) \(isLost ? "lost" : "not made")"
  }

  /// Lists the recorded acts that tables edited by another program lack, each to be done again or dropped.
  mutating func listConflicts() {
    guard whyNoConflicts == nil else { return }
    let parts = Dictionary(grouping: acts.conflicts, by: \.position)
    let options = acts.conflicts.positions.map { option(settling: parts[$0] ?? []) }
    prompt = .choose(ChoosePrompt(title: "Not in the roster: another program has edited its tables", options: options))
  }

  /// An option that leads to what can be done about changes of one act.
  private func option(settling conflicts: [ReplayConflict]) -> ChoosePrompt.Option {
    let words = words(of: conflicts)
    var answers = [
      ChoosePrompt.Option(label: "do it again", action: .redo(conflicts)),
      ChoosePrompt.Option(label: "drop it: it is not wanted any more", action: .drop(conflicts)),
    ]
    if conflicts.count > 1 {
      let single = conflicts.map { option(settling: [$0]) }
      answers.append(
        ChoosePrompt.Option(label: "one by one", action: .choose(ChoosePrompt(title: words, options: single))))
    }
    return ChoosePrompt.Option(label: words, action: .choose(ChoosePrompt(title: words, options: answers)))
  }

  /// Does recorded changes again, on the roster as it is now; they are settled once that is recorded.
  mutating func redo(_ conflicts: [ReplayConflict]) {
    let changes = document.changes(doingAgain: conflicts)
    guard !changes.isEmpty else {
      settle(conflicts, isRedone: true)
      return say(.done, "The roster says so already: \(matter(of: conflicts))")
    }
    let act = Act(
      id: acts.nextNumber(), kind: changes.contains(where: \.isOfPublication) ? .publication : .edit,
      name: "Again: \(matter(of: conflicts))", changes: changes)
    attempt(Intention(act: act, conflicts: conflicts))
  }

  /// Takes recorded changes as not wanted any more.
  mutating func drop(_ conflicts: [ReplayConflict]) {
    settle(conflicts, isRedone: false)
    say(.done, "Dropped: \(matter(of: conflicts))")
  }

  mutating func settle(_ conflicts: [ReplayConflict], isRedone: Bool) {
    guard !conflicts.isEmpty else { return }
    let settled = Set(conflicts)
    acts.conflicts.removeAll(where: settled.contains)
    emit(.settle(conflicts, isRedone: isRedone))
  }

  /// Who did it, when and what, and why it is not in the roster.
  private func words(of conflicts: [ReplayConflict]) -> String {
    let act = self.act(of: conflicts)
    let who = act.map { "\($0.author.person), \(moment($0.at)): " } ?? ""
    return who + matter(of: conflicts) + (conflicts.first.map { ": \($0.fault.words)" } ?? "")
  }

  /// A change by itself; several by the act that they are of.
  private func matter(of conflicts: [ReplayConflict]) -> String {
    if conflicts.count == 1, let conflict = conflicts.first {
      let (sign, text) = words(of: conflict.change)
      return "\(sign) \(text)"
    }
    let changes = "\(conflicts.count) changes"
    return act(of: conflicts).map { "\(words(of: $0)) (\(changes))" } ?? changes
  }

  private func act(of conflicts: [ReplayConflict]) -> JournalEntry? {
    guard let position = conflicts.first?.position else { return nil }
    return acts.conflictActs.last { $0.position == position } ?? acts.entries.last { $0.position == position }
  }
}
