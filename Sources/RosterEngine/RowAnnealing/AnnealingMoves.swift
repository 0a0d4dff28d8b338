/// How often each kind of move is tried, and over how many days.
struct AnnealingMoves: Sendable {
  /// Of 256 moves, those that exchange a block of days between two members.
  var swapShare = 150
  /// Of 256 moves, those before, and those that give one day another duty.
  var singleShare = 200
  /// Of 256 moves, those before, and those that give several days one duty; the rest rearrange days of one member.
  var spanShare = 240
  /// The days of a block, 64 chances.
  var lengths: [UInt8]

  init(dayCount: Int) {
    let chances = [20, 10, 8, 7, 6, 5, 5, 3]
    lengths = chances.enumerated().flatMap { Array(repeating: UInt8(min($0.offset + 1, dayCount)), count: $0.element) }
  }
}
