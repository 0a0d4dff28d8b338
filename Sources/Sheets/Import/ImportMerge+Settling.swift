import RosterModel

extension ImportMerge {
  /// Settles conflicts with the roster by one side, and gives those that it has settled.
  ///
  /// What hangs together with a conflict is settled with it: changes of one cell, or of one unit on one day, and all that
  /// they hang together with in turn. So a unit that was moved is not left in both places, or in none. Conflicts between
  /// two files are left. O(n log n) over the changes.
  mutating func settle(_ choice: ConflictChoice) -> [MergeConflict] {
    let settled = conflicts.filter { !$0.isBetweenFiles }
    // A duty stands on several sheets.
    let ourChanges = Set(parts.flatMap { $0.membershipChanges() }).filter { wishes[$0] == nil }.sorted()
    let theirChanges = wishes.keys.sorted()
    let groups = groups(theirChanges + ourChanges)
    let disputed = Set(settled.compactMap { groups[$0.posting] })
    func isDisputed(_ name: PostingName) -> Bool { groups[name].map(disputed.contains) ?? false }
    accepted.removeAll { isDisputed($0.name) }
    if choice == .theirs {
      for name in theirChanges where isDisputed(name) {
        guard let wish = wishes[name], ours(name) != wish.new else { continue }
        accepted.append((name, wish.new))
      }
      for name in ourChanges where isDisputed(name) {
        accepted.append((name, parts.lazy.compactMap { $0.base[name]?.remark }.first))
      }
    }
    conflicts.removeAll { !$0.isBetweenFiles }
    return settled
  }

  /// A number for each posting, the same for those that hang together.
  private func groups(_ names: [PostingName]) -> [PostingName: Int] {
    var parent = Array(names.indices)
    func root(_ number: Int) -> Int {
      var number = number
      while parent[number] != number { number = parent[number] }
      return number
    }
    var firstOfCell: [Cell: Int] = [:]
    var firstOfUnit: [UnitDay: Int] = [:]
    func join(_ first: Int, _ second: Int) {
      let (low, high) = (min(root(first), root(second)), max(root(first), root(second)))
      parent[high] = low
    }
    for (number, name) in names.enumerated() where movesSomebody(name) {
      for cell in cells(of: name) { join(firstOfCell[cell, default: number], number) }
      for cell in cells(of: name) where firstOfCell[cell] == nil { firstOfCell[cell] = number }
      let unitDay = UnitDay(unit: name.unit, day: name.day)
      if let first = firstOfUnit[unitDay] { join(first, number) } else { firstOfUnit[unitDay] = number }
    }
    return Dictionary(uniqueKeysWithValues: names.indices.map { (names[$0], root($0)) })
  }

  /// Whether a side has changed who stands where by a posting, and not only what is remarked of it.
  private func movesSomebody(_ name: PostingName) -> Bool {
    guard let wish = wishes[name] else { return true }
    return (wish.base == nil) != (wish.new == nil) || (ours(name) == nil) != (wish.base == nil)
  }
}
