/// The ids of tables: `[A-Za-z0-9._-]{1,64}`, not starting with `.` or `-`.
///
/// So restricted, an id can be a file name, a column of a sheet and a word of a command line without quoting.
public enum Identifier {
  /// The longest id, in characters.
  public static let longest = 64

  /// Whether the text may be an id.
  public static func isValid(_ text: some StringProtocol) -> Bool { isValid(bytes: text.utf8) }

  /// Whether the bytes of a text may be an id.
  @inlinable
  public static func isValid(bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count <= longest, first != UInt8(ascii: "."), first != UInt8(ascii: "-")
    else { return false }
    return bytes.allSatisfy(isAllowed)
  }

  /// Whether a byte may stand in an id.
  @inlinable
  public static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// What an id is, in the words of an error message.
  public static let expectation =
    "an id of 1 to 64 characters from A-Z a-z 0-9 . _ -, not starting with . or -"
}
