import RosterModel

/// What several changes come to together.
enum NetChanges {
  /// The changes without what they do and take back again, in the order in which each row is first changed.
  ///
  /// O(changes).
  static func of(_ changes: [RowChange]) -> [RowChange] {
    var postings: [PostingName: Int] = [:]
    var others: [RowChange: Int] = [:]
    var net: [RowChange?] = []
    for change in changes {
      if case .posting(let posting) = change {
        if let index = postings[posting.posting], case .posting(let first)? = net[index] {
          net[index] = .posting(PostingChange(posting.posting, old: first.old, new: posting.new))
        } else {
          postings[posting.posting] = net.count
          net.append(change)
        }
      } else if let index = others.removeValue(forKey: change.inverse) {
        net[index] = nil
      } else {
        others[change] = net.count
        net.append(change)
      }
    }
    return net.compactMap { $0 }.filter { change in
      if case .posting(let posting) = change { return posting.old != posting.new }
      return true
    }
  }
}
