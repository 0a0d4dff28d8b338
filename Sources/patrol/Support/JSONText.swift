import Foundation

/// Answers for programs: JSON with sorted keys, so that the same answer is the same bytes.
enum JSONText {
  /// The value as indented JSON.
  ///
  /// - Throws: `CommandFailure` where a value cannot be written as JSON, which is a fault of the program.
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw CommandFailure(.fault, "an answer could not be written as JSON: \(error). Please report this.")
    }
  }
}
