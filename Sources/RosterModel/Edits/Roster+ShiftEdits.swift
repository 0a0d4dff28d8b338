extension Roster {
  /// The edits that say what happened to a unit during a shift; none where the roster says so already.
  ///
  /// A row of the same unit, shift, time and kind gives way. A unit that was called in and is not posted is posted as well.
  public func edits(noting manoeuvre: Manoeuvre) -> [Edit] {
    let same = manoeuvres.filter { $0.key == manoeuvre.key }
    if same.contains(where: { $0.beat == manoeuvre.beat && $0.reason == manoeuvre.reason }) { return [] }
    var edits = same.map { Edit.removeManoeuvre($0) }
    if manoeuvre.kind == .calledIn, let beat = manoeuvre.beat, !assignments.contains(where: manoeuvre.isOf) {
      edits.append(
        .add(Assignment(day: manoeuvre.day, shift: manoeuvre.shift, beat: beat, unit: manoeuvre.unit)))
    }
    return edits + [.addManoeuvre(manoeuvre)]
  }

  /// The edits that note a call; none where it is noted so already.
  ///
  /// One of the same unit, cell and minute gives way.
  public func edits(noting call: Call) -> [Edit] {
    let same = calls.filter { $0.key == call.key }
    if same.contains(where: { $0.answer == call.answer && $0.note == call.note }) { return [] }
    return same.map { .removeCall($0) } + [.addCall(call)]
  }
}
