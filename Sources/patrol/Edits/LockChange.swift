import RosterModel

/// What `patrol lock` and `patrol unlock` do.
struct LockChange {
  var folder: RosterArgument
  var chosen: PostingOptions
  var why: ReasonOption
  var options: EditOptions
  var isLocking: Bool

  func run() throws {
    let streams = options.quiet.streams
    let verb = isLocking ? "lock" : "unlock"
    let change = try options.change(of: folder.roster, reason: why.reason) { try chosen.wish(verb, in: $0) }
    let wish = EditWish.lock(unit: chosen.unit, beat: chosen.beat, shift: chosen.shift, isLocking: isLocking)
    let outcome = try change.make(streams) { draft in try chosen.step(wish, in: &draft, telling: streams) }
    try ChangeAnswer(verb: verb, change: change, outcome: outcome).give(streams, as: options.format)
  }
}
