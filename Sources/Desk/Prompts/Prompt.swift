import Screen

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

extension Model {
  /// The field of the prompt that is open, or of the help screen; `nil` where there is none.
  var openField: TextField? {
    switch prompt {
    case .assign(let assign): assign.field
    case .line(let line): line.field
    case .reason(let asked): asked.field
    case .choose, .confirm, .refused: nil
    case nil: screen == .help ? help.field : nil
    }
  }

  /// Changes the field of the prompt that is open.
  ///
  /// - Parameter change: changes the field; false where it does not.
  mutating func editPrompt(_ change: (inout TextField) -> Bool) -> Bool {
    switch prompt {
    case .assign(var assign):
      guard change(&assign.field) else { return false }
      assign.match(haystacks)
      if assign.matching.isEmpty, !assign.shortlist.isWhole {
        // Whoever types a callsign wants to see why that unit cannot come, even from the other end of the city.
        assign.shortlist = document.shortlist(for: assign.shortlist.cell, isWhole: true)
        assign.match(haystacks)
      }
      prompt = .assign(assign)
      return true
    case .line(var line):
      guard change(&line.field) else { return false }
      prompt = .line(line)
      return true
    case .reason(var asked):
      guard change(&asked.field) else { return false }
      prompt = .reason(asked)
      return true
    case .choose, .confirm, .refused, nil:
      return false
    }
  }

  mutating func settlePrompt(_ body: Rect) {
    switch prompt {
    case .assign(var assign):
      assign.list.settle(count: assign.matching.count, height: AssignLayout(body).list.height)
      prompt = .assign(assign)
    case .choose(var choice):
      let height = max(0, Self.choiceArea(choice, in: body).height - 1)
      choice.list.settle(count: choice.options.count, height: height)
      prompt = .choose(choice)
    case .line, .confirm, .reason, .refused, nil: break
    }
  }

  func drawPrompt(in body: Rect, _ frame: inout Frame) {
    guard !body.isEmpty else { return }
    switch prompt {
    case .assign(let assign): drawAssign(assign, in: body, &frame)
    case .choose(let choice): drawChoice(choice, in: body, &frame)
    case .confirm(let confirmation): drawConfirmation(confirmation, in: body, &frame)
    case .reason(let asked): drawReason(asked, in: body, &frame)
    case .refused(let refusal): drawRefusal(refusal, in: body, &frame)
    case .line, nil: break
    }
  }
}
