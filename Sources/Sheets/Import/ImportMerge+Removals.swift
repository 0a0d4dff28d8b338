import RosterModel

extension ImportMerge {
  /// What the files would take away of which a person must say that it is meant: more than half of what a file had, or all
  /// files together; or anything at all where nothing says that a file is whole.
  ///
  /// What gives way to other postings is not counted: a sheet whose units are all replaced is not emptied. O(postings of
  /// the parts).
  func removals() -> [ImportRemoval] {
    let read = parts.filter(\.isRead)
    let gone = Set(accepted.lazy.filter { $0.remark == nil }.map(\.name))
    let come = Set(accepted.lazy.filter { $0.remark != nil && self.ours($0.name) == nil }.map(\.name))
    var removals: [ImportRemoval] = []
    var all: (had: Set<PostingName>, gone: Set<PostingName>, come: Set<PostingName>) = ([], [], [])
    for part in read {
      let taken = part.base.keys.filter { part.theirs[$0] == nil && gone.contains($0) }
      let given = part.theirs.keys.filter { come.contains($0) }
      if let cause = Self.cause(
        taken: taken.count, given: given.count, had: part.base.count, showsItsEnd: part.showsItsEnd)
      {
        removals.append(
          ImportRemoval(file: part.file, takenAway: taken.count, had: part.base.count, cause: cause))
      }
      all.had.formUnion(part.base.keys)
      all.gone.formUnion(taken)
      all.come.formUnion(given)
    }
    // A duty stands on several sheets, so together they can be emptied though none of them is.
    if removals.isEmpty, Self.cause(taken: all.gone.count, given: all.come.count, had: all.had.count) != nil {
      removals.append(
        ImportRemoval(file: nil, takenAway: all.gone.count, had: all.had.count, cause: .moreThanHalf))
    }
    return removals
  }

  private static func cause(taken: Int, given: Int, had: Int, showsItsEnd: Bool = true) -> ImportRemoval.Cause? {
    if 2 * (taken - given) > had { return .moreThanHalf }
    return taken > 0 && !showsItsEnd ? .endNotKnown : nil
  }
}
