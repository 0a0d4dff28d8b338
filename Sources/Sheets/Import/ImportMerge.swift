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
