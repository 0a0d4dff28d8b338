import Screen

/// The state of a cell in one character that is readable without colour.
public enum CellMark: Character, CaseIterable, Sendable {
  case conflict = "x"
  case gap = "!"
  case short = "-"
  case over = "+"
  case locked = "="
  case met = "."
  case idle = " "

  /// The role in which it is drawn.
  var role: Role {
    switch self {
    case .conflict: .conflict
    case .gap: .gap
    case .short: .short
    case .over: .over
    case .locked: .locked
    case .met: .met
    case .idle: .dim
    }
  }

  /// What it says, in words.
  public var words: String {
    switch self {
    case .conflict: "a unit here breaks a rule"
    case .gap: "below minimum"
    case .short: "below target"
    case .over: "above maximum"
    case .locked: "met and locked"
    case .met: "met"
    case .idle: "nothing asked for"
    }
  }
}
