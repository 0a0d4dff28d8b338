import CTerminal
import Glibc
import Screen

/// The terminal, taken over: a loop waits on it and presents frames.
///
/// There is one at a time, and it belongs to the thread that made it. It ends with `close`, or when it is released.
/// Signals and crashes give the terminal back by themselves. Control-Z stops the process as job control expects and
/// never arrives as a key.
///
/// ```swift
/// let session = try TerminalSession()
/// var arrival = Arrival()
/// while arrival.ending == nil, model.isRunning {
///   session.present(view(model, session.size))
///   arrival = session.wait()
///   model = arrival.events.reduce(model, update)
/// }
/// session.close()
/// arrival.ending?.finish()
/// ```
public final class TerminalSession {
  /// How many colours the terminal shows.
  public let colorDepth: ColorDepth
  /// Whether the terminal's character set is UTF-8; otherwise what it lacks is shown in ASCII.
  public let isUnicode: Bool
  /// What the person should know about how the terminal was taken; nil if nothing.
  public let notice: String?
  /// Wakes this session's `wait` from other threads.
  public let waker: Waker
  /// The window's size.
  public internal(set) var size: Size

  let options: TerminalOptions
  var decoder: InputDecoder
  var painter: Painter
  var presented: Frame?
  var isOpen = true
  var lastWaking: ContinuousClock.Instant?

  /// Takes the terminal on standard input and output.
  ///
  /// - Throws: `TerminalError` when there is none, or none that can be drawn on; nothing has been written then.
  public init(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    self.options = options
    waker = try Waker()
    try Self.open(options)
    colorDepth = ColorDepth(count: Int(ct_colors()))
    isUnicode = ct_is_utf8()
    notice =
      ct_type_was_replaced()
      ? "the terminal's type is unknown here; it is taken for \(String(cString: ct_type()))" : nil
    decoder = InputDecoder(sequences: TerminalSequence.ofThisTerminal)
    painter = Painter(theme: options.theme.reduced(to: colorDepth), isUnicode: isUnicode)
    size = Self.measure()
  }

  deinit {
    close()
  }

  /// Gives the terminal back as it was; presenting and waiting do nothing afterwards.
  public func close() {
    if isOpen { ct_close() }
    isOpen = false
  }

  /// Stops the process until it is continued, with the terminal given back meanwhile, then draws the last frame again.
  ///
  /// Without job control it goes on at once.
  public func suspend() {
    suspend(group: true)
  }

  func suspend(group: Bool) {
    guard isOpen, ct_suspend(group) else { return }
    size = Self.measure()
    redraw()
  }

  static func measure() -> Size {
    var height: Int32 = 0
    var width: Int32 = 0
    ct_measure(&height, &width)
    return Size(width: Int(width), height: Int(height))
  }

  private static func open(_ options: TerminalOptions) throws(TerminalError) {
    switch Int(ct_open(options.usesMouse, options.reportsFocus)) {
    case CT_OPENED: return
    case CT_NOT_A_TERMINAL: throw .notATerminal
    case CT_CANNOT_DRAW: throw .cannotDraw(type: String(cString: ct_type()))
    case CT_ALREADY_OPEN: throw .alreadyOpen
    default: throw .lastSystemError
    }
  }
}

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
