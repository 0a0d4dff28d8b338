/// What a cell becomes, or what it was.
struct Change: Equatable, Sendable {
  let member: Int32
  /// Row day, in the period.
  let day: Int32
  let code: UInt8
  /// Option worked, -1 when off.
  let option: Int32
}
