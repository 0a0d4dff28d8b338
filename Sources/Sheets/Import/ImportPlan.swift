import Coverage
import RosterModel

/// What reading files back would do to a roster: the edits, or every reason against them.
///
///     let plan = ImportPlan(sources, into: roster)
///     if !plan.isRefused { save(plan.roster) }
///
/// A file is the whole truth of what it stands for: a posting that was exported and has no row any more is taken away. So a
/// file that was not written whole is a problem, and one that takes most of its postings away wants a word.
public struct ImportPlan: Sendable {
  /// Why files cannot be read, in the order of the files.
  public private(set) var problems: [ImportProblem] = []
  /// What files and the roster have both changed, differently.
  public private(set) var conflicts: [MergeConflict] = []
  /// The conflicts that a choice has settled.
  public private(set) var settled: [MergeConflict] = []
  /// What a person has written that is not read back.
  public private(set) var warnings: [ImportProblem] = []
  /// What files would take away and nobody has said is meant.
  public private(set) var removals: [ImportRemoval] = []
  /// The edits; none where there is a problem or a conflict.
  public private(set) var step = EditStep(name: "import", edits: [])
  /// The roster with the edits applied.
  public private(set) var roster: Roster
  /// What to remember of each file that was read, once the edits are saved; by its number among the sources.
  public private(set) var records: [Int: WrittenRecord] = [:]

  /// Whether there is a reason against the edits.
  public var isRefused: Bool { !problems.isEmpty || !conflicts.isEmpty || !removals.isEmpty }

  /// What reading the files back would do.
  ///
  /// Files that nobody has changed are given too: what the roster has changed of them since tells where a unit was
  /// moved on both sides. O(n log n) over the postings of the files and of the roster.
  ///
  /// - Parameters:
  ///   - choice: the side that wins a conflict; `nil` lists them.
  ///   - allowsRemovals: whether a person has said that what the files take away is meant.
  /// - Throws: `EditError` where the edits cannot be applied, which is a fault of the program.
  public init(
    _ sources: [ImportSource], into roster: Roster, settling choice: ConflictChoice? = nil,
    allowingRemovals allowsRemovals: Bool = false
  ) throws(EditError) {
    self.roster = roster
    let ids = RosterIDs(roster)
    let grid = CoverageGrid(roster)
    var readings: [FileReading?] = []
    for (number, source) in sources.enumerated() {
      guard let bytes = source.bytes else {
        readings.append(nil)
        continue
      }
      if let problem = Self.misplaced(source, roster) {
        problems.append(problem)
        readings.append(nil)
        continue
      }
      let reading = FileReading(source, bytes, roster: roster, ids: ids, grid: grid)
      warnings += reading.warnings
      readings.append(reading)
      records[number] = Self.record(of: reading, source, bytes)
    }
    let parts = Self.parts(sources, readings, roster)
    for ((source, part), reading) in zip(zip(sources, parts), readings) {
      guard let reading else { continue }
      let rows = reading.problems.isEmpty ? reading.postings : nil
      // What was cut off is the reason for most other problems of the file, so it comes first.
      let cut =
        reading.isUsable
        ? reading.end.problem(source.base, part, rows, allowsRemovals: allowsRemovals) : nil
      problems += (cut.map { [$0] } ?? []) + reading.problems
    }
    guard problems.isEmpty else { return }
    var merge = ImportMerge(parts, roster: roster)
    if let choice { settled = merge.settle(choice) }
    conflicts = merge.conflicts
    guard conflicts.isEmpty else { return }
    if !allowsRemovals { removals = merge.removals() }
    try apply(merge.accepted, ids)
  }

  /// Why a sheet is none of this roster; `nil` where it is one.
  private static func misplaced(_ source: ImportSource, _ roster: Roster) -> ImportProblem? {
    guard case .sheet(let key) = source.extent else { return nil }
    let plan = roster.settings.shifts
    let message: String? =
      if !roster.settings.period.contains(key.day) {
        "\(key.day) is outside the roster's period, \(roster.settings.firstDay) to \(roster.settings.lastDay); "
          + "read the sheet into the roster of its own period"
      } else if !(roster.districts.map(\.id) + roster.departments.map(\.id)).contains(key.place) {
        "no department or district '\(key.place)' in this roster; name the file as it was exported"
      } else if !plan.tiles.contains(where: { roster.id($0) == key.shift }) {
        "no tile '\(key.shift)' in this roster; name the file as it was exported"
      } else {
        nil
      }
    return message.map { ImportProblem(file: source.file, message: $0) }
  }

  private static func record(of reading: FileReading, _ source: ImportSource, _ bytes: [UInt8]) -> WrittenRecord {
    WrittenRecord(
      hash: SheetHash(of: bytes), dialect: source.base?.dialect ?? .detected(in: bytes),
      hasEnd: reading.end.hasMark,
      postings: reading.postings.map(\.posting))
  }

  private static func parts(_ sources: [ImportSource], _ readings: [FileReading?], _ roster: Roster) -> [ImportPart] {
    let days = sources.compactMap { source -> Day? in
      if case .sheet(let key) = source.extent { return key.day }
      return nil
    }
    let listing = RosterListing(roster, days: Set(days))
    return zip(sources, readings).map { source, reading in
      let read = reading?.postings
      let ours: [PostingName: Int]
      switch source.extent {
      case .sheet(let key): ours = listing.assignments(of: key)
      case .table(let selection):
        let chosen = selection ?? Self.span(of: read ?? [])
        ours = chosen.map { listing.assignments(of: $0) } ?? [:]
      }
      let base =
        source.base?.postings
        ?? ours.values.map { WrittenPosting(roster.assignments[$0], in: roster) }
      let written = Dictionary(base.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      let theirs = read ?? base.map { ReadPosting(posting: $0, line: 0, column: 0) }
      return ImportPart(
        file: source.file, base: written,
        theirs: Dictionary(theirs.map { ($0.posting.name, $0) }, uniquingKeysWith: { first, _ in first }), ours: ours,
        isRead: reading != nil,
        showsItsEnd: reading.map { showsItsEnd($0, source.base) } ?? true)
    }
  }

  /// Whether rows that a file lacks are known to be taken away on purpose, where it is no reason to refuse it whole: by the
  /// row that ends a sheet, or because the last row that was exported is still the last.
  private static func showsItsEnd(_ reading: FileReading, _ base: WrittenRecord?) -> Bool {
    if reading.end.isMarked { return true }
    guard !reading.end.hasMark, let base = base?.postings else { return false }
    let numbers = Dictionary(zip(base.map(\.name), base.indices), uniquingKeysWith: { first, _ in first })
    let order = reading.postings.compactMap { numbers[$0.posting.name] }
    return zip(order, order.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// The days from the first row to the last; `nil` where there is none.
  private static func span(of rows: [ReadPosting]) -> SheetSelection? {
    let days = rows.map(\.posting.name.day)
    guard let first = days.min(), let last = days.max() else { return nil }
    return SheetSelection(days: first...last)
  }

  private mutating func apply(
    _ accepted: [(name: PostingName, remark: PostingRemark?)], _ ids: RosterIDs
  ) throws(EditError) {
    guard !accepted.isEmpty else { return }
    var known: [PostingName: Assignment] = [:]
    let names = Set(accepted.map(\.name))
    for posting in roster.assignments {
      let name = PostingName(posting, in: roster)
      if names.contains(name) { known[name] = posting }
    }
    var after = roster
    var edits: [Edit] = []
    for (name, remark) in accepted {
      switch (known[name], remark) {
      case (nil, nil): break
      case (let old?, nil): edits.append(.remove(old))
      case (let old?, let remark?):
        var new = old
        new.isLocked = remark.isLocked
        // A note that only differs by what an export replaces is the roster's own.
        if remark.note != WrittenPosting(old, in: roster).remark.note { new.note = after.note(remark.note) }
        edits.append(.replace(old, with: new))
      case (nil, let remark?):
        guard let shift = ids.shifts[name.shift], let beat = ids.beats[name.beat], let unit = ids.units[name.unit]
        else { continue }
        edits.append(
          .add(
            Assignment(
              day: name.day, shift: ShiftReference(shift), beat: BeatReference(beat), unit: UnitReference(unit),
              isLocked: remark.isLocked, note: after.note(remark.note))))
      }
    }
    step.edits = edits
    try after.apply(step)
    roster = after
  }
}
