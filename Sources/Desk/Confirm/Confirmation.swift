import RosterModel

/// Something that is asked before it is done.
enum Confirmation: Hashable, Sendable {
  /// To leave although so many steps are not saved.
  case quit(unsaved: Int)
  /// To post a unit although it breaks rules.
  case illegal(EditStep, reasons: [String])

  var title: String {
    switch self {
    case .quit: "Leave without saving?"
    case .illegal: "Against the rules"
    }
  }

  var lines: [String] {
    switch self {
    case .quit(let unsaved):
      [unsaved == 1 ? "1 change is not saved." : "There are changes that are not saved."]
    case .illegal(let step, let reasons): [step.name + "?"] + reasons.map { "· " + $0 }
    }
  }
}
