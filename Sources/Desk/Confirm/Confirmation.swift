import RosterModel

/// Something that is asked before it is done.
enum Confirmation: Hashable, Sendable {
  /// To leave although so many steps are not saved; `nil` where their number is not known.
  case quit(unsaved: Int?)
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
      [unsaved.map { $0 == 1 ? "1 change is not saved." : "\($0) changes are not saved." } ?? "Changes are not saved."]
    case .illegal(let step, let reasons): [step.name + "?"] + reasons.map { "· " + $0 }
    }
  }
}
