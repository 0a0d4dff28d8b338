import Foundation

/// Answers for programs: JSON with sorted keys, so that the same answer is the same bytes.
enum JSONText {
  /// The value as indented JSON, safe for a terminal whatever its texts hold.
  ///
  /// - Parameter keys: how names become keys; snake case, unless another standard says otherwise.
  /// - Throws: `CommandFailure` where a value cannot be written as JSON, which is a fault of the program.
  static func encode(
    _ value: some Encodable, keys: JSONEncoder.KeyEncodingStrategy = .convertToSnakeCase
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = keys
    do {
      return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
    } catch {
      throw CommandFailure(.fault, "an answer could not be written as JSON: \(error). Please report this.")
    }
  }

  /// JSON lets DEL and U+0080 to U+009F stand as they are, but some terminals obey them.
  private static func escaped(_ json: String) -> String {
    let isHarmful = { (scalar: Unicode.Scalar) in (0x7F...0x9F).contains(scalar.value) }
    guard json.unicodeScalars.contains(where: isHarmful) else { return json }
    var safe = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      if isHarmful(scalar) {
        safe += "\\u00\(String(scalar.value, radix: 16))".unicodeScalars
      } else {
        safe.append(scalar)
      }
    }
    return String(safe)
  }
}
