/// How far along a journal something stands: after its entry of this number.
public struct JournalPosition: Hashable, Comparable, Sendable {
  /// The number of the entry; 0 before the first.
  public var number: Int64

  /// After the entry of this number.
  public init(_ number: Int64) { self.number = number }

  /// Before the first entry.
  public static let start = JournalPosition(0)

  /// By number.
  public static func < (left: JournalPosition, right: JournalPosition) -> Bool { left.number < right.number }
}
