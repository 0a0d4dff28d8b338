/// Where in the roster folder a finding points to.
public struct Location: Hashable, Sendable {
  /// What of a row, or of `roster.toml`, is to blame.
  public enum Field: Hashable, Sendable {
    /// A column of a table, by its name.
    case column(String)
    /// A key of `roster.toml` by the keys that lead to it; an entry of an array of tables by its `id`, or where it has
    /// none by its number from 0.
    case key([String])
  }

  /// The file's name inside the folder.
  public var file: String
  /// The line, counted from 1; `nil` for the whole file, and for a key that was not looked up yet.
  public var line: Int?
  /// The character of the line, counted from 1; `nil` for the whole line, and for a field that was not looked up yet.
  public var column: Int?
  /// The field to blame; its line and column are looked up in the file only for what is reported, because no row keeps
  /// where its fields stood.
  public var field: Field?

  /// A place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil, field: Field? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.field = field
  }
}
