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
