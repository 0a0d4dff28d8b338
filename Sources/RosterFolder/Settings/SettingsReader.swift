import Characters
import RosterModel
import Tables

/// Reads `roster.toml`: every problem in one run, each with the line of its key.
struct SettingsReader {
  /// The file's name in the folder.
  static let file = "roster.toml"
  /// The largest one that is read, in bytes: 1 MiB.
  static let largest = 1 << 20
  /// The newest format that is read.
  static let format = 1

  /// What is wrong.
  var log = FindingLog()
  /// Shifts and regimes that could not be used.
  var unusable = UnusableSettings()
  private var document = TomlDocument()

  /// Reads the settings.
  ///
  /// - Returns: `nil` where there is no roster to speak of: no syntax, period or shift, or a newer format.
  mutating func read(_ bytes: [UInt8]) -> RosterSettings? {
    guard let root = parse(bytes), isFormatKnown(root) else { return nil }
    warnOfUnknown(
      root,
      [
        "format", "title", "time_zone", "first_day", "days", "weekend", "shift", "regime", "escort", "rules", "weights",
        "call_out",
      ])
    let title = text(root, "title") ?? ""
    let firstDay = day(root, "first_day")
    let days = integer(root, "days", in: 1...RosterSettings.longestPeriod, isRequired: true)
    let zoneName = text(root, "time_zone", isRequired: true)
    let weekend = weekdays(root, "weekend") ?? [.saturday, .sunday]
    let shifts = readShifts(root)
    let regimes = readRegimes(root, shifts: shifts)
    let escorts = readEscorts(root)
    let rules = readRules(root)
    let weights = readWeights(root)
    let callOrder = readCallOrder(root)
    guard let firstDay, let days, !shifts.tiles.isEmpty else { return nil }
    guard let period = Self.period(from: firstDay, days: days) else {
      reject(root, "days", expected: "a period that ends in the year \(Day.yearRange.upperBound) or before")
      return nil
    }
    let zone = zoneName.flatMap { name in
      let zone = TimeZoneReader.offsets(of: name, around: period)
      if zone == nil { reject(root, "time_zone", expected: "a name of the time zone database, as Asia/Tashkent") }
      return zone
    }
    var settings = RosterSettings(
      title: title, timeZone: zone == nil ? "UTC" : zoneName ?? "UTC", zone: zone ?? ZoneOffsets(initialOffset: 0),
      firstDay: firstDay, days: days, weekend: weekend, shifts: shifts, regimes: regimes, escorts: escorts,
      rules: rules, weights: weights)
    settings.callOrder = callOrder
    return settings
  }

  /// Reports something about a key.
  mutating func report(
    _ rule: RuleInfo, _ path: [String], value: String? = nil, expected: String? = nil, _ message: String
  ) {
    let place = document.place(of: path)
    log.add(
      rule, Self.file, line: place?.line, column: place?.column, value: value, expected: expected, message: message)
  }

  /// The line of a key, or of the nearest around it that has one; 0 for none.
  func line(of path: [String]) -> Int32 { document.place(of: path).map { Int32(clamping: $0.line) } ?? 0 }

  private static func period(from first: Day, days: Int) -> ClosedRange<Day>? {
    let last = first.advanced(by: days - 1)
    return last.components.year <= Day.yearRange.upperBound ? first...last : nil
  }

  private mutating func isFormatKnown(_ root: TomlSection) -> Bool {
    guard let format = integer(root, "format", in: 1...Int.max, isRequired: true), format > Self.format else {
      return true
    }
    report(
      FormatRules.badValue, ["format"], value: "\(format)", expected: "\(Self.format)",
      "format is \(format): this program reads \(Self.format) and no newer one; use a newer patrol")
    return false
  }

  /// The document as values; `nil` where it is not TOML, and the log says why.
  private mutating func parse(_ bytes: [UInt8]) -> TomlSection? {
    if let offset = bytes.withUnsafeBufferPointer({ UTF8Check.firstInvalid($0) }) {
      let place = Self.place(of: offset, in: bytes)
      log.add(
        FormatRules.notUTF8, Self.file, line: place.line, column: place.column,
        message: "bytes that are not UTF-8; save the file as UTF-8")
      return nil
    }
    // No other control character may stand in TOML, not even in a comment.
    if let offset = bytes.firstIndex(where: { $0 < 0x20 && ![9, 10, 13].contains($0) || $0 == 0x7F }) {
      let place = Self.place(of: offset, in: bytes)
      let scalar = String(Unicode.Scalar(bytes[offset]))
      log.add(
        FormatRules.controlCharacter, Self.file, line: place.line, column: place.column,
        message: "control character \(Evidence.quoted(scalar)); remove it, nothing of the file is read until then")
      return nil
    }
    do {
      document = try TomlDocument(bytes)
      return TomlSection(path: [], entries: document.entries)
    } catch {
      log.add(
        FormatRules.badValue, Self.file, line: error.line, column: error.column,
        message: "not TOML: \(error.message); mend the line, nothing of the file is read until then")
      return nil
    }
  }

  private static func place(of offset: Int, in bytes: [UInt8]) -> TomlPlace {
    let before = bytes[..<offset]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return TomlPlace(
      line: 1 + before.count { $0 == UInt8(ascii: "\n") }, column: 1 + before[start...].count { $0 & 0xC0 != 0x80 })
  }
}

/// A table of `roster.toml` with where it is.
struct TomlSection {
  /// The keys that lead to it, entries of arrays by number.
  var path: [String]
  /// What it holds.
  var entries: [String: TomlValue]

  /// The path of a key of it.
  func path(_ key: String) -> [String] { path + [key] }

  /// The path as a message shows it, `regime.three-shift.max_hours`.
  func name(_ key: String) -> String {
    path(key).reduce(into: "") { name, part in
      if Int(part) != nil {
        name += "[\((Int(part) ?? 0) + 1)]"
      } else {
        name += (name.isEmpty ? "" : ".") + part
      }
    }
  }
}

extension TomlValue {
  /// The value as a rule's setting; `nil` for a table or a time.
  var setting: SettingValue? {
    switch self {
    case .table, .time: return nil
    case .text(let text): return .text(text)
    case .integer(let value): return .integer(value)
    case .number(let value): return .number(value)
    case .flag(let value): return .flag(value)
    case .date(let day): return .text("\(day)")
    case .array(let values):
      let settings = values.compactMap(\.setting)
      return settings.count == values.count ? .list(settings) : nil
    }
  }
}
