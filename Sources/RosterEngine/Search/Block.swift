/// A part of the staff that is searched by itself for a while, everyone else standing still.
struct Block: Sendable {
  /// Staff indices, each once.
  var members: [Int32]
  /// Those whose lines the block is to fill; the others only help.
  var residents: Int
}
