import Coverage

/// The question whom to post to a cell.
struct AssignPrompt: Sendable {
  var shortlist: Shortlist
  var field = TextField()
  /// The numbers of the candidates that match what was typed, in the order of the shortlist.
  var matching: [Int]
  var list = ListState()

  init(_ shortlist: Shortlist) {
    self.shortlist = shortlist
    matching = Array(shortlist.candidates.indices)
  }

  /// Keeps the candidates whose unit has every word that was typed.
  mutating func match(_ haystacks: [Haystack]) {
    let needle = Needle(field.text)
    matching = shortlist.candidates.indices.filter { needle.isIn(haystacks[shortlist.candidates[$0].unit.index]) }
    list.home()
  }

  /// The candidate under the cursor.
  var selected: Candidate? {
    matching.indices.contains(list.selected) ? shortlist.candidates[matching[list.selected]] : nil
  }
}
