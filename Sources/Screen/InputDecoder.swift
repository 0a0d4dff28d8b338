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

/// Turns the bytes that a terminal sends into events.
///
/// It takes bytes in pieces of any size and never fails: what it does not know it leaves out. It understands what
/// xterm and its kin send in normal and application mode, the Linux console, xterm's modifiers, mouse reports of the
/// old and the SGR form, bracketed paste and focus reports; a terminal's own sequences can be added.
public struct InputDecoder: Sendable {
  /// Bytes of the longest text that can be pasted: 4 MiB.
  public static let maximumPaste = 4 << 20

  /// Why the decoder holds bytes back.
  public enum Waiting: Hashable, Sendable {
    /// An Escape may be the key, or begin a sequence; what follows it follows at once.
    case sequence
    /// A paste has begun and not ended.
    case paste
  }

  /// What it waits for; nil when every byte has been decoded.
  ///
  /// After a delay without bytes, call `flush`.
  public var waiting: Waiting? {
    if isPasting { return .paste }
    return pending.isEmpty ? nil : .sequence
  }

  private let extra: [TerminalSequence]
  private var pending: [UInt8] = []
  private var paste: [UInt8] = []
  private var isPasting = false
  private var isPasteTooLong = false

  /// A decoder that knows the terminal's own `sequences` besides the common ones.
  public init(sequences: [TerminalSequence] = []) {
    extra = sequences.filter { $0.bytes.count > 1 }.sorted { $0.bytes.count > $1.bytes.count }
  }

  /// Decodes the next bytes.
  public mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    pending.append(contentsOf: bytes)
    var events: [InputEvent] = []
    var start = 0
    while start < pending.count {
      if isPasting {
        start = takePaste(from: start, into: &events)
        if isPasting { break }
      } else {
        guard let (event, length) = KeyParser.parse(pending[start...], extra: extra) else { break }
        start += length
        accept(event, into: &events)
      }
    }
    pending.removeFirst(start)
    return events
  }

  /// Ends the wait: a lone Escape was the key, a cut sequence is dropped, an endless paste is taken as it is.
  public mutating func flush() -> [InputEvent] {
    var events: [InputEvent] = []
    if isPasting {
      paste += pending
      pending = []
      endPaste(into: &events)
      return events
    }
    guard let first = pending.first else { return [] }
    if first == 0x1B, pending.count == 1 {
      events.append(.key(Key(.escape)))
    } else if first == 0x1B, pending.count == 2, pending[1] < 0x80 {
      events.append(.key(Key(Character(Unicode.Scalar(pending[1])), .alt)))
    }
    pending = []
    return events
  }

  private mutating func accept(_ event: ParsedInput, into events: inout [InputEvent]) {
    switch event {
    case .event(let event): events.append(event)
    case .beginPaste: isPasting = true
    case .nothing: break
    }
  }

  /// Takes pasted bytes up to the end mark, and returns where it stopped: before what may be half of that mark.
  private mutating func takePaste(from start: Int, into events: inout [InputEvent]) -> Int {
    var index = start
    while index < pending.count {
      let plain = pending[index...].prefix { $0 != 0x1B }
      takePasted(plain)
      index += plain.count
      let mark = pending[index...].prefix(Self.pasteEnd.count)
      if mark.elementsEqual(Self.pasteEnd) {
        endPaste(into: &events)
        return index + mark.count
      }
      if Self.pasteEnd.starts(with: mark) { return index }
      takePasted(pending[index...index])
      index += 1
    }
    return index
  }

  private mutating func takePasted(_ bytes: ArraySlice<UInt8>) {
    if paste.count + bytes.count > Self.maximumPaste {
      isPasteTooLong = true
      paste = []
    }
    if !isPasteTooLong { paste += bytes }
  }

  private mutating func endPaste(into events: inout [InputEvent]) {
    events.append(isPasteTooLong ? .pasteTooLong : .paste(Self.text(ofPaste: paste)))
    paste = []
    isPasting = false
    isPasteTooLong = false
  }

  /// Terminals send a carriage return for each line end of what they paste.
  private static func text(ofPaste bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte != 0x0A || previous != 0x0D { result.append(byte == 0x0D ? 0x0A : byte) }
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
}

/// The bytes that a terminal sends for a key.
public struct TerminalSequence: Hashable, Sendable {
  /// The bytes, from the Escape on.
  public let bytes: [UInt8]
  /// The key.
  public let key: Key

  /// The sequence `bytes` for `key`.
  public init(bytes: [UInt8], key: Key) {
    self.bytes = bytes
    self.key = key
  }
}
