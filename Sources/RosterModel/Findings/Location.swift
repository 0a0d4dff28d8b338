/// Where in the roster folder a finding points to.
public struct Location: Hashable, Sendable {
  /// The file's name inside the folder.
  public var file: String
  /// The line, counted from 1; `nil` for the whole file.
  public var line: Int?
  /// The character of the line, counted from 1; `nil` for the whole line.
  public var column: Int?

  /// A place in a file.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}
