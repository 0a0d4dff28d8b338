/// How one block is to be searched in one round.
struct BlockTask: Sendable {
  let random: RandomSource
  let temperature: Float
  /// Whether everyone's row is made anew, not only some where points are short.
  let renewsEveryone: Bool
  /// Moves to evaluate.
  let moves: Int
  /// Set when every accepted move is to be checked.
  let evaluator: Evaluator?
}
