/// What lies over the screen and takes the keys.
enum Prompt: Sendable {
  case assign(AssignPrompt)
  case choose(ChoosePrompt)
  case line(LinePrompt)
  case confirm(Confirmation)
  case reason(ReasonPrompt)
  case refused(Refusal)

  var context: Context {
    switch self {
    case .assign: .assign
    case .choose: .choose
    case .line(let line): line.purpose.context
    case .confirm: .confirm
    case .reason: .reason
    case .refused: .refused
    }
  }
}
