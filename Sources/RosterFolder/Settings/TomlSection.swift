import RosterModel
import Tables

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
