import RosterModel

extension Model {
  /// How long the cursor rests on a cell before its candidates are looked for.
  static let restMilliseconds = 80

  /// Asks for the candidates of the cursor's cell once it has rested there.
  mutating func restOnCell() {
    let rest = GridRest(line: grid.line, column: grid.column, revision: document.revision)
    guard grid.rest != rest else { return }
    grid.rest = rest
    grid.candidates = nil
    guard cellAtCursor != nil else { return }
    restToken += 1
    emit(.wake(afterMilliseconds: Self.restMilliseconds, token: restToken))
  }

  /// The wait is over: looks for what was put off, unless the cursor has gone on meanwhile.
  mutating func wake(_ token: Int) {
    if token == acts.retryToken { return retry() }
    guard token == restToken else { return }
    switch screen {
    case .grid:
      if let cell = cellAtCursor, grid.candidates == nil { grid.candidates = document.shortlist(for: cell) }
    case .gaps: countCandidatesOfGaps()
    default: break
    }
  }
}
