/// A use of the mouse.
public struct MouseEvent: Hashable, Sendable {
  /// A button.
  public enum Button: Hashable, Sendable {
    /// The left one.
    case left
    /// The middle one.
    case middle
    /// The right one.
    case right
  }

  /// What was done.
  public enum Action: Hashable, Sendable {
    /// A button went down.
    case press(Button)
    /// A button was moved while down.
    case drag(Button)
    /// A button came up; terminals with old reports do not say which, and then it is the left one.
    case release(Button)
    /// The wheel was turned away from the person: earlier lines.
    case wheelUp
    /// The wheel was turned towards the person: later lines.
    case wheelDown
  }

  /// What was done.
  public let action: Action
  /// The cell it was done at.
  public let position: Position
  /// The modifier keys held.
  public let modifiers: Key.Modifiers

  /// A use of the mouse at `position`.
  public init(_ action: Action, at position: Position, _ modifiers: Key.Modifiers = []) {
    self.action = action
    self.position = position
    self.modifiers = modifiers
  }
}

/// Reads mouse reports.
enum MouseParser {
  /// The SGR form: button, column and row from 1, and whether it ends with `m`.
  static func parse(_ numbers: [Int], isRelease: Bool) -> ParsedInput {
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return .nothing }
    return event(code: numbers[0], column: numbers[1] - 1, row: numbers[2] - 1, isRelease: isRelease)
  }

  /// The old form: three bytes, each 32 more than what it says.
  static func parse(old bytes: [UInt8]) -> ParsedInput {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }), bytes[1] > 32, bytes[2] > 32 else { return .nothing }
    let code = Int(bytes[0]) - 32
    let isRelease = code & 3 == 3 && code & 0x60 == 0
    return event(
      code: isRelease ? code & ~3 : code, column: Int(bytes[1]) - 33, row: Int(bytes[2]) - 33,
      isRelease: isRelease)
  }

  /// Bits of the code: 0-1 button, 2 shift, 3 alt, 4 control, 5 motion, 6 wheel.
  private static func event(code: Int, column: Int, row: Int, isRelease: Bool) -> ParsedInput {
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    guard code < 128, let action = action(code, isRelease: isRelease) else { return .nothing }
    return .event(.mouse(MouseEvent(action, at: Position(row: row, column: column), modifiers)))
  }

  private static func action(_ code: Int, isRelease: Bool) -> MouseEvent.Action? {
    if code & 64 != 0 { return code & 3 == 0 ? .wheelUp : code & 3 == 1 ? .wheelDown : nil }
    let button: MouseEvent.Button
    switch code & 3 {
    case 0: button = .left
    case 1: button = .middle
    case 2: button = .right
    default: return nil
    }
    if isRelease { return .release(button) }
    return code & 32 != 0 ? .drag(button) : .press(button)
  }
}
