/// Replaces rows that break hard rules by the cheapest that keep them.
struct RowMender: Sendable {
  private let search: RowSearch

  init(_ search: RowSearch) { self.search = search }

  /// A roster with the rows of some members planned anew, one after the other; `nil` if one of them has no right row.
  func mended(_ roster: SearchState, members: [Int], _ model: Model) -> SearchState? {
    var (search, state) = (search, roster)
    for member in members where search.improve(member, &state, model) == nil { return nil }
    return state
  }
}
