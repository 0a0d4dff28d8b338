import RosterModel

/// Merges files with a roster, three ways: what a file has changed since its export is applied where the roster has not
/// changed the same.
///
/// A posting's status and note are merged each by itself. Who stands where is merged by cell and by unit: where file and
/// roster have both changed who holds a cell, or where a unit stands on a day, and not to the same, it is a conflict.
struct ImportMerge {
  /// What some file says of a posting that it has changed.
  struct Wish {
    var base: PostingRemark?
    var new: PostingRemark?
    var file: String
    var row: ReadPosting?
  }

  /// A beat's tile of a day.
  struct Cell: Hashable {
    var day: Day
    var beat: String
    var tile: Int
  }

  struct UnitDay: Hashable {
    var unit: String
    var day: Day
  }

  /// What was not chosen between.
  var conflicts: [MergeConflict] = []
  /// What is to be done, by posting: what it will say, `nil` where it is taken away.
  var accepted: [(name: PostingName, remark: PostingRemark?)] = []

  private let roster: Roster
  let parts: [ImportPart]
  private let tiles: [String: [Int]]
  /// What the roster has of all parts, by the number of the assignment.
  private let numbers: [PostingName: Int]
  var wishes: [PostingName: Wish] = [:]

  /// O(n log n) over the postings of the parts.
  init(_ parts: [ImportPart], roster: Roster) {
    self.parts = parts
    self.roster = roster
    let shifts = roster.settings.shifts
    tiles = Dictionary(zip(shifts.shifts.map(\.id), shifts.tileNumbers), uniquingKeysWith: { first, _ in first })
    var numbers: [PostingName: Int] = [:]
    for part in parts { numbers.merge(part.ours) { first, _ in first } }
    self.numbers = numbers
    for part in parts { collect(part) }
    for name in wishes.keys.sorted() { resolve(name) }
    findCrossings()
    conflicts.sort { ($0.posting, $0.file, $0.theirs, $0.ours) < ($1.posting, $1.file, $1.theirs, $1.ours) }
  }

  /// Gathers what a file has changed.
  private mutating func collect(_ part: ImportPart) {
    for name in part.base.keys + part.theirs.keys.filter({ part.base[$0] == nil }) {
      let row = part.theirs[name]
      let wish = Wish(base: part.base[name]?.remark, new: row?.posting.remark, file: part.file, row: row)
      guard wish.base != wish.new else { continue }
      guard let other = wishes[name] else {
        wishes[name] = wish
        continue
      }
      if other.new != wish.new {
        add(
          name, wish, ours: "\(other.file) \(Self.words(name, from: other.base, to: other.new))", isBetweenFiles: true)
      }
    }
  }

  private mutating func resolve(_ name: PostingName) {
    guard let wish = wishes[name] else { return }
    let now = ours(name)
    if now == wish.new { return }
    if now == wish.base {
      accepted.append((name, wish.new))
    } else if let base = wish.base, let new = wish.new, let now, new.note == base.note || now.note == base.note {
      let merged = PostingRemark(
        isLocked: new.isLocked == base.isLocked ? now.isLocked : new.isLocked,
        note: new.note == base.note ? now.note : new.note)
      if merged != now { accepted.append((name, merged)) }
    } else {
      add(name, wish, ours: "the roster " + Self.words(name, from: wish.base, to: now))
    }
  }

  /// Finds what both sides have changed in one cell, or for one unit on one day, to different ends.
  private mutating func findCrossings() {
    var byCell: [Cell: PostingName] = [:]
    var byUnit: [UnitDay: PostingName] = [:]
    for name in parts.flatMap({ $0.membershipChanges() }).sorted() {
      // What both have done is settled, and what they did differently to one posting is a conflict already.
      guard wishes[name] == nil else { continue }
      for cell in cells(of: name) { byCell[cell] = name }
      byUnit[UnitDay(unit: name.unit, day: name.day)] = name
    }
    for (name, remark) in accepted {
      guard let wish = wishes[name], (ours(name) == nil) != (remark == nil) else { continue }
      let crossing =
        cells(of: name).lazy.compactMap { byCell[$0] }.first ?? byUnit[UnitDay(unit: name.unit, day: name.day)]
      guard let crossing else { continue }
      let now = ours(crossing)
      add(name, wish, ours: "the roster " + Self.words(crossing, from: now == nil ? PostingRemark() : nil, to: now))
    }
  }

  func cells(of name: PostingName) -> [Cell] {
    (tiles[name.shift] ?? [-1]).map { Cell(day: name.day, beat: name.beat, tile: $0) }
  }

  /// What the roster says of a posting, as an export would write it.
  func ours(_ name: PostingName) -> PostingRemark? {
    numbers[name].map { WrittenPosting(roster.assignments[$0], in: roster).remark }
  }

  private mutating func add(
    _ name: PostingName, _ wish: Wish, ours: String, isBetweenFiles: Bool = false
  ) {
    conflicts.append(
      MergeConflict(
        posting: name, file: wish.file, line: wish.row?.line, column: wish.row?.column,
        theirs: Self.words(name, from: wish.base, to: wish.new), ours: ours,
        isBetweenFiles: isBetweenFiles))
  }

  private static func words(_ name: PostingName, from old: PostingRemark?, to new: PostingRemark?) -> String {
    guard let new else { return "takes \(name.unit) away from \(name.beat) \(name.shift)" }
    let remarks = (new.isLocked ? " locked" : "") + (new.note.isEmpty ? "" : ", note '\(new.note)'")
    return old == nil
      ? "posts \(name.unit) to \(name.beat) \(name.shift)\(remarks)" : "has \(name.unit) there\(remarks)"
  }
}

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

/// What a file and the roster have both changed, differently, since the file was exported.
public struct MergeConflict: Hashable, Sendable {
  /// The posting that the file adds, takes away or remarks.
  public var posting: PostingName
  /// The file's name.
  public var file: String
  /// The line of its row, counted from 1; `nil` where the file has taken the row away.
  public var line: Int?
  /// The character of the line, counted from 1.
  public var column: Int?
  /// What the file says.
  public var theirs: String
  /// What the roster says.
  public var ours: String

  /// Whether it is between two files, so that the roster's side settles nothing.
  public var isBetweenFiles = false

  /// The place as editors jump to it: `file:line:column`.
  public var place: String { ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") }

  /// Both sides in words; may hold text of the file and of the roster as it stands there.
  public var sides: String {
    "\(posting.day) \(posting.shift) \(posting.beat): the file \(theirs); since it was exported, \(ours)"
  }

  /// Both sides in words, ending with what to do; may hold text of the file and of the roster as it stands there.
  public var message: String {
    "\(sides). "
      + "Make the two agree there, or choose a side: --ours or --theirs"
  }
}

/// Which side of a merge wins where file and roster have changed the same differently.
public enum ConflictChoice: String, CaseIterable, Sendable {
  /// What the roster says now.
  case ours
  /// What the files say.
  case theirs
}
