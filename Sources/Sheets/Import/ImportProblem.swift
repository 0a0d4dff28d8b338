/// Why a file cannot be read back: what is wrong where, and what to do.
public struct ImportProblem: Hashable, Sendable {
  /// The file's name.
  public var file: String
  /// The line, counted from 1; `nil` for the whole file.
  public var line: Int?
  /// The character of the line, counted from 1; `nil` for the whole line.
  public var column: Int?
  /// What is wrong; may hold text of the file as it stands there.
  public var message: String

  /// A problem of a file.
  public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// The place as editors jump to it: `file:line:column`.
  public var place: String { ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") }
}
