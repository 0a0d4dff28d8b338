import RosterModel

/// Content lines of an iCalendar file: escaped, folded, each ended by CRLF.
///
/// Source: RFC 5545, 3.1 (content lines, folding) and 3.3.11 (text).
struct CalendarText {
  /// The most bytes of a line, its end not counted.
  static let longestLine = 75

  /// What has been written so far, UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Writes a property whose value stands as it is: a date, an offset, a word of the standard.
  mutating func append(_ name: String, _ value: String) { append(line: name + ":" + value) }

  /// Writes a property whose value is text, with what could command a terminal replaced and the rest escaped.
  mutating func append(_ name: String, text: String) { append(line: name + ":" + Self.escaped(text)) }

  /// Folds between scalars, so that no line ends within one.
  ///
  /// O(bytes).
  private mutating func append(line: String) {
    var length = 0
    for byte in line.utf8 {
      if byte & 0xC0 != 0x80, length + Self.scalarLength(byte) > Self.longestLine {
        bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
        length = 1
      }
      bytes.append(byte)
      length += 1
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  /// How many bytes of UTF-8 a scalar has, by its first.
  private static func scalarLength(_ first: UInt8) -> Int {
    switch first {
    case ..<0x80: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in HarmlessText.from(text).unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        escaped.append("\\")
        escaped.append(scalar)
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\t": escaped.append(" ")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}

/// How a calendar says when something is: by the clock of the roster's zone, with the zone's own rules beside it.
///
/// Source: RFC 5545, 3.6.5 (time zones).
struct CalendarZone {
  /// The zone's name where it can stand in a parameter as it is; `nil` writes times in UTC.
  private let name: String?
  private let zone: ZoneOffsets
  /// The offset before the first change.
  private let offset: Int
  /// The changes of offset while the calendar lasts.
  private let changes: [ZoneOffsets.Transition]

  /// The zone of a roster, over the instants of a calendar.
  init(_ settings: RosterSettings, over span: Range<Int>) {
    let isPlain = settings.timeZone.utf8.allSatisfy { byte in
      Identifier.isAllowed(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "+")
    }
    name = isPlain && !settings.timeZone.isEmpty ? settings.timeZone : nil
    zone = settings.zone
    offset = zone.transitions.last { $0.at <= span.lowerBound }?.offset ?? zone.initialOffset
    changes = zone.transitions.filter { span.contains($0.at) && $0.at > span.lowerBound }
  }

  /// Writes the zone's rules: the offset that the calendar begins with, and each change.
  func write(to text: inout CalendarText) {
    guard let name else { return }
    text.append("BEGIN", "VTIMEZONE")
    text.append("TZID", name)
    // The first offset is of summer where the clock is next set back.
    let isSummer = changes.first.map { $0.offset < offset } ?? false
    write(isSummer ? "DAYLIGHT" : "STANDARD", start: "19700101T000000", from: offset, to: offset, &text)
    var before = offset
    for change in changes {
      let start = Self.dateTime(change.at + before)
      write(change.offset > before ? "DAYLIGHT" : "STANDARD", start: start, from: before, to: change.offset, &text)
      before = change.offset
    }
    text.append("END", "VTIMEZONE")
  }

  /// Writes a property whose value is an instant, in minutes since 1970-01-01 00:00 UTC.
  func write(_ property: String, _ instant: Int, to text: inout CalendarText) {
    guard let name else { return text.append(property, Self.utc(instant)) }
    let local = zone.local(at: instant)
    text.append("\(property);TZID=\(name)", Self.dateTime(Int(local.day.number) * 1440 + local.minutes))
  }

  /// An instant in UTC: `20261205T110000Z`.
  static func utc(_ instant: Int) -> String { dateTime(instant) + "Z" }

  private func write(_ kind: String, start: String, from: Int, to: Int, _ text: inout CalendarText) {
    text.append("BEGIN", kind)
    text.append("DTSTART", start)
    text.append("TZOFFSETFROM", Self.offset(from))
    text.append("TZOFFSETTO", Self.offset(to))
    text.append("END", kind)
  }

  /// Minutes since 1970-01-01 00:00 of some clock as that clock's date and time.
  private static func dateTime(_ minutes: Int) -> String {
    let local = ZoneOffsets(initialOffset: 0).local(at: minutes)
    let date = local.day.description.filter { $0 != "-" }
    return date + "T" + ClockTime(minutes: local.minutes).description.filter { $0 != ":" } + "00"
  }

  private static func offset(_ minutes: Int) -> String {
    (minutes < 0 ? "-" : "+") + ClockTime(minutes: abs(minutes)).description.filter { $0 != ":" }
  }
}
