import RosterModel

extension [RowChange] {
  /// These changes and later ones as changes of the roster before both: what was added and is taken away again is left out.
  ///
  /// A row changes once; what is taken away comes before what is added. O(changes).
  public func followed(by later: [RowChange]) -> [RowChange] {
    var names: [PostingName] = []
    var remarks: [PostingName: (old: PostingRemark?, new: PostingRemark?)] = [:]
    var others: [RowChange] = []
    for change in self + later {
      guard case .posting(let posting) = change else {
        others.append(change)
        continue
      }
      if let known = remarks[posting.posting] {
        remarks[posting.posting] = (known.old, posting.new)
      } else {
        names.append(posting.posting)
        remarks[posting.posting] = (posting.old, posting.new)
      }
    }
    let changes = names.compactMap { name -> PostingChange? in
      guard let (old, new) = remarks[name], old != new else { return nil }
      return PostingChange(name, old: old, new: new)
    }
    return others + (changes.filter(\.isRemoved) + changes.filter { !$0.isRemoved }).map { .posting($0) }
  }
}
