/// The bytes that a terminal sends for a key.
public struct TerminalSequence: Hashable, Sendable {
  /// The bytes, from the Escape on.
  public let bytes: [UInt8]
  /// The key.
  public let key: Key

  /// The sequence `bytes` for `key`.
  public init(bytes: [UInt8], key: Key) {
    self.bytes = bytes
    self.key = key
  }
}
