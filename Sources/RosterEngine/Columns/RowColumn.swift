/// One row of one member, as the master knows it.
struct RowColumn: Sendable {
  let member: Int
  let codes: [UInt8]
  let options: [Int32]
  /// What it costs, cover apart.
  let cost: Int
  /// Its points, as indices of the master's, in rising order of day.
  let points: [Int32]
}
