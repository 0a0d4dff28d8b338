import ArgumentParser
import Characters
import Foundation
import Journal
import RosterModel

/// How a verb that answers a question writes its answer.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people and editors.
  case text
  /// For programs.
  case json
}

/// Answers for programs: JSON with sorted keys, so that the same answer is the same bytes.
enum JSONText {
  /// The value as indented JSON, safe for a terminal whatever its texts hold.
  ///
  /// - Parameters:
  ///   - folders: what the answer is from, for the field `incomplete` of one that is not from whole folders.
  ///   - keys: how names become keys; snake case, unless another standard says otherwise.
  /// - Throws: `CommandFailure` where a value cannot be written as JSON, which is a fault of the program.
  static func encode(
    _ value: some Encodable, from folders: FolderWholeness...,
    keys: JSONEncoder.KeyEncodingStrategy = .convertToSnakeCase
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = keys
    do {
      let missing = folders.flatMap(WholenessText.lines)
      let bytes =
        try missing.isEmpty ? encoder.encode(value) : encoder.encode(Incomplete(answer: value, missing: missing))
      return escaped(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw CommandFailure(.fault, "an answer could not be written as JSON: \(error). Please report this.")
    }
  }

  /// Escapes what JSON lets stand and some terminals obey, what turns the order of what is read, and what hides.
  ///
  /// As an escape it is the same value and does nothing.
  private static func escaped(_ json: String) -> String {
    let scalars = json.unicodeScalars
    var safe = String.UnicodeScalarView()
    var copied = scalars.startIndex
    var previous: Unicode.Scalar = " "
    for index in scalars.indices {
      let scalar = scalars[index]
      if isHarmful(scalar, after: previous) {
        safe += scalars[copied..<index]
        safe += scalar.escapedForJSON.unicodeScalars
        copied = scalars.index(after: index)
      }
      previous = scalar
    }
    return copied == scalars.startIndex ? json : String(safe + scalars[copied...])
  }

  private static func isHarmful(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Bool {
    // The encoder has escaped the line ends of texts; those that are left are between the members. A mark at the beginning
    // of a text would join the quote before it.
    scalar.value >= 0x20 && scalar.isUnsafe || previous == "\"" && ScalarClass(scalar) == .mark
  }
}

/// An answer with what could not be read of the folders that it is from: one more field of the same object.
private struct Incomplete<Answer: Encodable>: Encodable {
  let answer: Answer
  let missing: [String]

  private enum Key: String, CodingKey {
    case incomplete
  }

  func encode(to encoder: any Encoder) throws {
    try answer.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(missing, forKey: .incomplete)
  }
}

/// Times for programs and other machines.
enum UniversalTime {
  /// A time as `2026-12-05T03:12:07Z`.
  ///
  /// - Parameter time: in milliseconds since 1970-01-01 00:00 UTC.
  static func text(_ time: Int64) -> String {
    let seconds = Int((Double(time) / 1_000).rounded(.down))
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let second = seconds - day * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = Day(number: Int32(clamping: day))
    return "\(date)T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }
}
