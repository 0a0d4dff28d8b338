import RosterModel

/// A value of `roster.toml`, of any type.
enum TomlValue {
  case table([String: TomlValue])
  case array([TomlValue])
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case date(Day)
  /// A time, or a date with a time.
  case time
}

extension TomlValue {
  /// The value as a message shows it.
  var shown: String {
    switch self {
    case .table: "a table"
    case .array: "a list"
    case .text(let text): Evidence.described(text)
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .flag(let value): "\(value)"
    case .date(let day): "\(day)"
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
    case .date(let day): return .text("\(day)")
    case .array(let values):
      let settings = values.compactMap(\.setting)
      return settings.count == values.count ? .list(settings) : nil
    }
  }
}
