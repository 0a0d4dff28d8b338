/// Why a benchmark file could not be read.
public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as it was named to the reader.
  public var file: String
  /// The line, counted from 1; 0 when it is about the whole file.
  public var line: Int
  /// What was found and what was expected.
  public var message: String

  /// Creates an error about a line of a file.
  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// The error as one printable line that ends with what to do.
  public var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    return "\(place.printable): \(message.printable). Correct the file, or fetch it again from its publisher."
  }
}

extension String {
  /// The text with anything that could steer a terminal replaced.
  var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 32 || 127..<160 ~= $0.value ? "?" : $0 }))
  }
}
