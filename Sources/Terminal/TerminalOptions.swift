import Screen

/// How to use a terminal.
public struct TerminalOptions: Sendable {
  /// The theme; with fewer colours than it needs, the nearest legible one is made of it.
  public var theme: Theme
  /// How long to wait after an Escape for the rest of a sequence; longer over a slow line.
  public var escapeDelay: Duration = .milliseconds(25)
  /// Whether the terminal reports the mouse; then it selects text only with shift held.
  public var usesMouse = true
  /// Whether the terminal reports when its window gets and loses the focus.
  public var reportsFocus = false
  /// The least time between two wakings by a worker, so that progress is drawn at most twenty times a second.
  public var wakeInterval: Duration = .milliseconds(50)

  /// The usual options, with `theme`.
  public init(theme: Theme = .dark) {
    self.theme = theme
  }
}
