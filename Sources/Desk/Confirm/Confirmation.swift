/// Something that is asked before it is done.
enum Confirmation: Sendable {
  /// To leave although these are not saved.
  case quit(pending: [String])
  /// To post a unit although it breaks rules.
  case illegal(Intention, reasons: [String])
  /// To leave a proposal without taking it.
  case dropProposal
  /// To take back everything since an entry as one act; whose it is in words.
  case takeBack(Act, whose: String)

  var title: String {
    switch self {
    case .quit(let pending): pending.count == 1 ? "Leave without it?" : "Leave without them?"
    case .illegal: "Against the rules"
    case .dropProposal: "Drop the proposal?"
    case .takeBack: "Take all of it back?"
    }
  }

  var lines: [String] {
    switch self {
    case .quit(let pending):
      ["Not saved, and lost by leaving now:"] + pending.prefix(Self.mostListed).map { "· " + $0 }
        + (pending.count > Self.mostListed ? ["· and \(pending.count - Self.mostListed) more"] : [])
    case .dropProposal: ["The plan is lost; the roster stays as it is."]
    case .illegal(let intention, let reasons): [intention.words + "?"] + reasons.map { "· " + $0 }
    case .takeBack(let act, let whose): [act.name, whose, "u brings it back."]
    }
  }

  private static let mostListed = 6
}
