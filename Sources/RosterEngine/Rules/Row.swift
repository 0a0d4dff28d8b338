/// A staff member's row as rules see it, with the window of row days they are asked about.
///
/// The pointers are good only during the call they are handed to.
struct Row {
  let codes: UnsafePointer<UInt8>
  let shiftCounts: UnsafePointer<Int16>
  let load: Load
  /// First and last row day of the window; both in the period.
  let first: Int
  let last: Int

  /// The code of a row day, which must be in `0..<Model.rowLength`.
  @inline(__always)
  subscript(day: Int) -> Int { Int(codes[day]) }

  /// Whether the code of a row day is in a set of codes.
  @inline(__always)
  func isIn(_ set: UInt64, _ day: Int) -> Bool {
    (set >> UInt64(codes[day])) & 1 != 0
  }
}
