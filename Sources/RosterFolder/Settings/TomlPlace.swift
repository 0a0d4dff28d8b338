/// Where a key of `roster.toml` stands.
struct TomlPlace: Hashable, Sendable {
  /// The line, counted from 1.
  var line: Int
  /// The character of the line, counted from 1.
  var column: Int
}
