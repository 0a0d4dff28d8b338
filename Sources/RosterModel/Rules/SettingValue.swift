/// A value that `roster.toml` gives a rule's setting.
public enum SettingValue: Hashable, Sendable {
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case text(String)
  case list([SettingValue])
}
