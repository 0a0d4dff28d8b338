import RosterModel

/// Something that is asked before it is done.
enum Confirmation: Hashable, Sendable {
  /// To leave although so many steps are not saved; `nil` where their number is not known.
  case quit(unsaved: Int?)
  /// To post a unit although it breaks rules.
  case illegal(EditStep, reasons: [String])
  /// To leave a proposal without taking it.
  case dropProposal

  var title: String {
    switch self {
    case .quit: "Leave without saving?"
    case .illegal: "Against the rules"
    case .dropProposal: "Drop the proposal?"
    }
  }

  var lines: [String] {
    switch self {
    case .quit(let unsaved):
      [unsaved.map { $0 == 1 ? "1 change is not saved." : "\($0) changes are not saved." } ?? "Changes are not saved."]
    case .dropProposal: ["The plan is lost; the roster stays as it is."]
    case .illegal(let step, let reasons): [step.name + "?"] + reasons.map { "· " + $0 }
    }
  }
}
