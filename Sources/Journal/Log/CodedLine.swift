/// A line of fields parted by tabs, which a person can read with any pager and which has one form only.
///
/// In a field a backslash, a tab, the end of a line and other control characters are escaped: `\\`, `\t`, `\n`, `\r`, `\x1B`.
/// A field that is `\-` stands for a value that is absent, which an empty text is not.
struct CodedLine {
  /// The line without its end.
  private(set) var bytes: [UInt8] = []

  /// Begins a line with a word.
  init(_ word: String) { bytes.append(contentsOf: word.utf8) }

  /// Adds a field.
  mutating func add(_ text: String?) {
    bytes.append(UInt8(ascii: "\t"))
    guard var text else { return bytes.append(contentsOf: Self.absent) }
    text.withUTF8 { field in
      guard field.contains(where: Self.isEscaped) else { return bytes.append(contentsOf: field) }
      for byte in field { escape(byte) }
    }
  }

  /// Adds a number.
  mutating func add(_ number: Int64?) { add(number.map(String.init)) }

  /// Whether a field of these lines holds a zero, at which other programs take a text to end.
  static func holdsZero(_ lines: [UInt8]) -> Bool {
    var index = lines.startIndex
    while let escape = lines[index...].firstIndex(of: backslash) {
      if lines[escape...].starts(with: zero) { return true }
      index = min(escape + 2, lines.endIndex)
    }
    return false
  }

  private mutating func escape(_ byte: UInt8) {
    guard Self.isEscaped(byte) else { return bytes.append(byte) }
    bytes.append(Self.backslash)
    switch byte {
    case Self.backslash: bytes.append(Self.backslash)
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    default: bytes += [UInt8(ascii: "x"), Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
    }
  }

  private static func isEscaped(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F || byte == backslash }

  fileprivate static let backslash = UInt8(ascii: "\\")
  fileprivate static let absent = Array("\\-".utf8)
  private static let zero = Array("\\x00".utf8)
  fileprivate static let digits = Array("0123456789ABCDEF".utf8)
}

/// Why bytes are not those of a line, or of what its fields should say.
struct CodeFault: Error, Hashable {
  /// What was expected.
  let reason: String
}

/// Takes the fields of a line one after the other, whatever the line may hold.
///
/// Escapes that the writer would not have made are let through: whoever wants the one form writes what was read again
/// and compares.
struct CodedFields {
  /// The word that the line begins with.
  let word: String
  private let fields: [ArraySlice<UInt8>]
  private var next = 1

  /// The fields of a line, given without its end.
  init(_ line: ArraySlice<UInt8>) throws(CodeFault) {
    fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    word = try Self.text(fields.first ?? []) ?? ""
  }

  /// The next field; `nil` where it is marked as absent.
  mutating func optionalText() throws(CodeFault) -> String? {
    guard next < fields.count else { throw CodeFault(reason: "has \(fields.count - 1) fields and wants more") }
    next += 1
    return try Self.text(fields[next - 1])
  }

  /// The next field, which is there.
  mutating func text() throws(CodeFault) -> String {
    guard let text = try optionalText() else { throw CodeFault(reason: "lacks its field \(next - 1)") }
    return text
  }

  /// The next field as a number; `nil` where it is marked as absent.
  mutating func optionalNumber() throws(CodeFault) -> Int64? {
    guard let text = try optionalText() else { return nil }
    guard let number = Int64(text) else { throw CodeFault(reason: "has no number in field \(next - 1)") }
    return number
  }

  /// The next field as a number.
  mutating func number() throws(CodeFault) -> Int64 {
    guard let number = try optionalNumber() else { throw CodeFault(reason: "lacks its field \(next - 1)") }
    return number
  }

  /// Says that all fields were taken.
  func end() throws(CodeFault) {
    guard next == fields.count else { throw CodeFault(reason: "has \(fields.count - 1) fields and wants \(next - 1)") }
  }

  private static func text(_ field: ArraySlice<UInt8>) throws(CodeFault) -> String? {
    if field.elementsEqual(CodedLine.absent) { return nil }
    let plain = field.contains(CodedLine.backslash) ? try unescaped(field) : Array(field)
    guard let text = String(validating: plain, as: UTF8.self) else {
      throw CodeFault(reason: "is not UTF-8 text")
    }
    return text
  }

  private static func unescaped(_ field: ArraySlice<UInt8>) throws(CodeFault) -> [UInt8] {
    var plain: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      guard byte == CodedLine.backslash else {
        plain.append(byte)
        continue
      }
      switch rest.popFirst() {
      case CodedLine.backslash: plain.append(CodedLine.backslash)
      case UInt8(ascii: "t"): plain.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "n"): plain.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "r"): plain.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "x"):
        guard let high = CodedLine.digits.firstIndex(of: rest.popFirst() ?? 0),
          let low = CodedLine.digits.firstIndex(of: rest.popFirst() ?? 0)
        else { throw CodeFault(reason: "has an escape that is none") }
        plain.append(UInt8(high << 4 | low))
      default: throw CodeFault(reason: "has an escape that is none")
      }
    }
    return plain
  }
}
