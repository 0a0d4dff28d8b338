/// The seal of a journal's entry: a SHA-256 over the seal before it and all that the entry says.
///
/// So each seal vouches for all entries before it: whoever has kept one, on paper or elsewhere, can tell whether any of
/// them was changed, taken away or put in since.
public struct EntrySeal: Hashable, Sendable {
  /// How many bytes a seal has.
  public static let count = 32

  /// The bytes.
  public let bytes: [UInt8]

  /// What stands before the first entry; also the seal of an entry of a journal that has no seals.
  public static let start = EntrySeal(unchecked: [UInt8](repeating: 0, count: count))

  /// A seal of 32 bytes; `nil` for any other number.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.count else { return nil }
    self.init(unchecked: bytes)
  }

  /// A seal as `text` writes it; `nil` for anything else, so that a seal has one text.
  public init?(text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 2 * Self.count else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    self.init(unchecked: bytes)
  }

  private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  /// The seal as 64 hexadecimal digits.
  public var text: String {
    String(decoding: bytes.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension EntrySeal: CustomStringConvertible {
  /// The seal as `text` writes it.
  public var description: String { text }
}
