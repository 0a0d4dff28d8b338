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
