/// What a person, or the window, did.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// A text was pasted; it is as hostile as any other data, and line ends are line feeds.
  case paste(String)
  /// A text was pasted that is longer than `InputDecoder.maximumPaste`; nothing of it was taken.
  case pasteTooLong
  /// The window has another size.
  case resize(Size)
  /// The window got the focus, or lost it.
  case focus(Bool)
}
