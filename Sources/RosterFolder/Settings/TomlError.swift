/// Why a document is not TOML.
struct TomlError: Error {
  /// The line, counted from 1.
  var line: Int
  /// The character of the line, counted from 1.
  var column: Int
  /// What is wrong there.
  var message: String
}
