import RosterModel
import TOMLKit

/// A value of `roster.toml`, apart from the parser that read it.
enum TomlValue {
  case table([String: TomlValue])
  case array([TomlValue])
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  /// A date; `nil` where it is not one of years 1 to 9999.
  case date(Day?)
  /// A time, or a date with a time.
  case time
}

extension TomlValue {
  /// The value of a parsed document; the document must live until this returns.
  init(_ value: TOMLValueConvertible) {
    let value = value.tomlValue
    switch value.type {
    case .table: self = .table(value.table.map { TomlValue.entries($0) } ?? [:])
    case .array: self = .array(value.array.map { $0.map { TomlValue($0) } } ?? [])
    case .string: self = .text(value.string ?? "")
    case .int: self = .integer(value.int ?? 0)
    case .double: self = .number(value.double ?? 0)
    case .bool: self = .flag(value.bool ?? false)
    case .date:
      self = .date(value.date.flatMap { Day(year: Int($0.year), month: Int($0.month), day: Int($0.day)) })
    case .time, .dateTime: self = .time
    }
  }

  /// The entries of a parsed table.
  static func entries(_ table: TOMLTable) -> [String: TomlValue] {
    var entries: [String: TomlValue] = [:]
    for key in table.keys {
      if let value = table[key] { entries[key] = TomlValue(value) }
    }
    return entries
  }

  /// The value as a message shows it.
  var shown: String {
    switch self {
    case .table: "a table"
    case .array: "a list"
    case .text(let text): Evidence.quoted(text)
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .flag(let value): "\(value)"
    case .date(let day): day.map { "\($0)" } ?? "a date out of range"
    case .time: "a time"
    }
  }

  /// The value as a rule's setting; `nil` for a table or a time.
  var setting: SettingValue? {
    switch self {
    case .table, .time: return nil
    case .text(let text): return .text(text)
    case .integer(let value): return .integer(value)
    case .number(let value): return .number(value)
    case .flag(let value): return .flag(value)
    case .date(let day): return day.map { .text("\($0)") }
    case .array(let values):
      let settings = values.compactMap(\.setting)
      return settings.count == values.count ? .list(settings) : nil
    }
  }
}
