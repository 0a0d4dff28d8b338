import CTerminal
import Screen

extension TerminalSession {
  /// Shows a frame by sending what differs from the last one.
  ///
  /// What lies outside the window is left out.
  public func present(_ frame: Frame) {
    guard isOpen else { return }
    draw(FrameDiff(from: presented, to: frame), cursor: frame.cursor)
    presented = frame
  }

  /// Draws the last frame anew, whatever has happened to the screen.
  public func redraw() {
    guard isOpen else { return }
    ct_invalidate()
    guard let presented else { return }
    draw(FrameDiff(from: nil, to: presented), cursor: presented.cursor)
  }

  /// The theme in which frames are shown, as the terminal can show it.
  public var theme: Theme {
    get { painter.theme }
    set {
      painter = Painter(theme: newValue.reduced(to: colorDepth), isUnicode: isUnicode)
      redraw()
    }
  }

  /// Switches mouse reports; without them, the terminal's own selection works.
  public func setMouse(_ isUsed: Bool) {
    if isOpen { ct_set_mouse(isUsed) }
  }

  /// Copies text to the clipboard of the person's machine, by OSC 52; many terminals ask for leave first.
  ///
  /// - Returns: false, and nothing is sent, for more than the 74,994 bytes that xterm takes.
  @discardableResult
  public func copy(_ text: String) -> Bool {
    guard isOpen, let sequence = ClipboardSequence.bytes(copying: text) else { return false }
    sequence.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { ct_send($0.baseAddress, $0.count) }
    }
    return true
  }

  private func draw(_ diff: FrameDiff, cursor: Position?) {
    for run in diff.runs { painter.put(run, clippedTo: size) }
    if let cursor, Rect(size).contains(cursor) {
      ct_flush(Int32(cursor.row), Int32(cursor.column))
    } else {
      ct_flush(-1, -1)
    }
  }
}
