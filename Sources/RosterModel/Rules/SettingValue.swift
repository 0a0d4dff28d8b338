/// A value that `roster.toml` gives a rule's setting.
public enum SettingValue: Hashable, Sendable {
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case text(String)
  case list([SettingValue])
}

extension SettingValue: CustomStringConvertible {
  /// The value as `roster.toml` writes it, but for the escapes of a text.
  public var description: String {
    switch self {
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .flag(let value): "\(value)"
    case .text(let text): "\"\(text)\""
    case .list(let values): "[" + values.map(\.description).joined(separator: ", ") + "]"
    }
  }
}
