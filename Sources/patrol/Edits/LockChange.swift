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
    let outcome = try change.make(streams) { draft in
      EditStep(
        name: "\(verb) \(chosen.words(in: draft.roster))",
        edits: draft.roster.edits(locking: try chosen.postings(in: draft.roster, telling: streams), isLocking))
    }
    try ChangeAnswer(verb: verb, change: change, outcome: outcome).give(streams, as: options.format)
  }
}
