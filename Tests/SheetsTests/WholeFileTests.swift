import Coverage
import RosterModel
import Tables
import Testing

@testable import Sheets

/// What happens to files on their way: cut off by an upload that broke, by a disk that was full, by a crash.
@Suite("Reading back only what was written whole")
struct WholeFileTests {
  /// Two departments and a car, with a duty, notes, locks and beats that nobody holds.
  private static let roster: Roster = {
    var fixture = SheetsFixture()
    fixture.roster.demand = fixture.roster.beats.indices.map {
      DemandRow(place: .beat(BeatReference($0)), minimum: 1)
    }
    // Its id is the start of another's, so that a cut id is an id.
    fixture.roster.units.append(fixture.roster.units[0])
    fixture.roster.units[4].id = "u12"
    fixture.roster.units[4].callsign = "Сокол-1"
    fixture.post(0, to: 0, "A", note: "by car; radio 3", isLocked: true)
    fixture.post(1, to: 0, "A")
    fixture.post(4, to: 1, "A", note: "two\nlines")
    fixture.post(3, to: 3, "D", note: "late")
    fixture.post(2, to: 1, "E")
    return fixture.roster
  }()

  private static let day = SheetsFixture.day

  /// Files of the first day as an export writes them: sheets, and the flat table.
  private static func files(_ dialect: CSVDialect, hasEnds: Bool = true) throws -> [ImportSource] {
    let day = SheetSelection(days: Self.day...Self.day)
    var sources = ImportFixture.sheets(roster, dialect).filter { $0.key.day == Self.day }.map { sheet in
      var (bytes, record) = (sheet.bytes, sheet.record)
      if !hasEnds {
        // As a version exported it that did not write the row.
        let end = CSVText.bytes(of: [SheetColumn.end] + SheetColumn.allCases.dropFirst().map { _ in "" }, dialect)
        bytes.removeLast(end.count)
        record.hasEnd = false
      }
      return ImportSource(file: sheet.key.fileName, extent: .sheet(sheet.key), bytes: bytes, base: record)
    }
    let table = FlatTable(roster, grid: CoverageGrid(roster), selection: day)
    let text = table.csv(dialect: dialect)
    sources.append(
      ImportSource(
        file: "table.csv", extent: .table(day), bytes: text.bytes, base: table.record(of: text, selection: day).written)
    )
    return sources
  }

  /// Reads one file back with other bytes, the others as nobody has changed them.
  private static func read(
    _ source: ImportSource, _ bytes: [UInt8], into roster: Roster = Self.roster, base: Bool = true,
    removals: Bool = false
  ) throws -> ImportPlan {
    var changed = source
    changed.bytes = bytes
    if !base { changed.base = nil }
    return try ImportPlan([changed], into: roster, allowingRemovals: removals)
  }

  private static func postings(_ roster: Roster) -> Set<Assignment> {
    Set(
      roster.assignments.map { posting in
        var posting = posting
        posting.line = 0
        return posting
      })
  }

  /// Whether a plan changes nothing, or is refused.
  private static func isHarmless(_ plan: ImportPlan, to roster: Roster = Self.roster) -> Bool {
    plan.isRefused || postings(plan.roster) == postings(roster)
  }

  @Test(
    "a file cut off at any byte takes nothing away: each sheet, the table, both dialects",
    arguments: CSVDialect.allCases)
  func everyCut(dialect: CSVDialect) throws {
    for source in try Self.files(dialect) {
      let bytes = source.bytes ?? []
      #expect(try Self.read(source, bytes).step.edits.isEmpty)
      for length in bytes.indices {
        let plan = try Self.read(source, Array(bytes[..<length]))
        guard Self.isHarmless(plan) else {
          Issue.record("\(source.file) \(dialect) cut to \(length) bytes: \(plan.step.edits)")
          continue
        }
      }
    }
  }

  /// What a way back may do to a file that was cut, beside the cut.
  enum Damage: String, CaseIterable {
    /// A line end is put after what is left, as editors and uploads do.
    case ended
    /// The rest of the file's blocks was never written.
    case zeroes
    /// The export was of a version that did not write the row which ends a sheet.
    case older
    /// Nothing is remembered of the export.
    case withoutBase
    /// The lines end with CR, as some spreadsheets write them.
    case returns
  }

  @Test("nor does one that something else has happened to as well", arguments: Damage.allCases)
  func everyCutAndMore(damage: Damage) throws {
    for source in try Self.files(.excel, hasEnds: damage != .older) {
      guard ["y1_2026-12-05_A.csv", "table.csv"].contains(source.file) else { continue }
      var bytes = source.bytes ?? []
      if damage == .returns {
        bytes = Array(String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\r").utf8)
        #expect(try Self.read(source, bytes).step.edits.isEmpty)
      }
      for length in bytes.indices {
        var cut = Array(bytes[..<length])
        if damage == .ended { cut += [13, 10] }
        if damage == .zeroes { cut += [UInt8](repeating: 0, count: bytes.count - length) }
        let plan = try Self.read(source, cut, base: damage != .withoutBase)
        // A note that was cut in the last cell of a line which was ended again looks like one that a person has changed.
        let lost = Self.postings(Self.roster).map(\.name).filter {
          !Self.postings(plan.roster).map(\.name).contains($0)
        }
        let isFine = damage == .ended ? plan.isRefused || lost.isEmpty : Self.isHarmless(plan)
        guard isFine else {
          Issue.record("\(source.file) \(damage) cut to \(length) bytes: \(plan.step.edits)")
          continue
        }
      }
    }
  }

  @Test("a sheet that a person has edited and that was cut then takes away no more than the person has")
  func everyCutOfAnEditedSheet() throws {
    let source = try #require(try Self.files(.rfc4180).first { $0.file == "y1_2026-12-05_A.csv" })
    var lines = String(decoding: source.bytes ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    let row = try #require(lines.firstIndex { $0.contains(",u2,A,") })
    lines.remove(at: row)
    lines.append("y1-b02,,,,,,,,,,,,u4,A,,")
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let whole = try Self.read(source, bytes)
    #expect(!whole.isRefused && whole.step.edits.count == 2)
    let kept = Self.postings(whole.roster).intersection(Self.postings(Self.roster))
    for length in bytes.indices {
      let plan = try Self.read(source, Array(bytes[..<length]))
      #expect(plan.isRefused || Self.postings(plan.roster).isSuperset(of: kept), "cut to \(length) bytes")
    }
  }

  private func sheet() throws -> (source: ImportSource, lines: [String]) {
    let source = try #require(try Self.files(.rfc4180).first { $0.file == "y1_2026-12-05_A.csv" })
    let lines = String(decoding: source.bytes ?? [], as: UTF8.self).replacing("\"two\nlines\"", with: "two")
    return (source, lines.split(separator: "\n").map(String.init))
  }

  private func plan(_ lines: [String], end: String = "\n", removals: Bool = false) throws -> ImportPlan {
    let (source, _) = try sheet()
    return try Self.read(source, Array((lines.joined(separator: "\n") + end).utf8), removals: removals)
  }

  @Test("rows that a person deletes are taken away, the last one too, and the row that ends a sheet needs no line end")
  func deleted() throws {
    let lines = try sheet().lines
    #expect(lines.count == 5 && lines[4].hasPrefix("END OF SHEET,"))
    for row in 1...3 {
      var fewer = lines
      fewer.remove(at: row)
      for end in ["\n", "\r\n", ""] {
        let plan = try plan(fewer, end: end)
        #expect(!plan.isRefused && plan.step.edits.count { if case .remove = $0 { true } else { false } } == 1)
      }
    }
  }

  @Test("a row written below the one that ends a sheet is read as any other")
  func below() throws {
    var lines = try sheet().lines
    lines.append("y1-b02,,,,,,,,,,,,u4,A,,")
    #expect(try plan(lines).step.edits.count == 2)
    lines = try sheet().lines
    lines.swapAt(1, 4)
    #expect(!(try plan(lines).isRefused), "it was sorted otherwise")
    lines.removeLast()
    #expect(try plan(lines).removals.map(\.cause) == [.endNotKnown], "and then cut off")
  }

  @Test("without the row that ends it a sheet was not written whole, whatever else it has")
  func withoutEnd() throws {
    for count in 1...4 {
      let plan = try plan(Array(try sheet().lines.prefix(count)), removals: true)
      #expect(plan.problems.count == 1 && plan.problems[0].message.contains("END OF SHEET"))
      #expect(plan.problems[0].message.contains("not written whole"))
    }
  }

  @Test("a sheet that is emptied by more than half wants a word, and is not emptied where others stand there instead")
  func moreThanHalf() throws {
    var lines = try sheet().lines
    lines.removeSubrange(2...3)
    let removal = try #require(try plan(lines).removals.first)
    #expect(removal.takenAway == 2 && removal.had == 3 && removal.cause == .moreThanHalf)
    #expect(removal.message.contains("2 of 3 postings") && removal.message.contains("--removals"))
    #expect(try plan(lines, removals: true).isRefused == false)
    // Cells that are emptied are rows that are gone.
    let emptied = try sheet().lines.map { $0.hasPrefix("y1-b01") ? "y1-b01,,,,,,,,,,,,,,," : $0 }
    #expect(try plan(emptied).removals.map(\.takenAway) == [2])
    lines.insert("y1-b02,,,,,,,,,,,,u4,A,,", at: 2)
    #expect(!(try plan(lines).isRefused))
  }

  @Test("sheets that each keep half, and together lose most of what stands on them, want a word")
  func together() throws {
    var fixture = SheetsFixture()
    fixture.post(2, to: 0, "D")
    fixture.post(3, to: 0, "D")
    for tile in ["A", "B", "C"] { for unit in 0..<2 { fixture.post(unit, to: 1, tile) } }
    let export = ImportFixture(exported: fixture.roster)
    let texts = ["A", "B", "C"].map { tile -> (String, String) in
      let file = "y1_2026-12-05_\(tile).csv"
      let lines = export.text(file).split(separator: "\n").filter { !$0.hasPrefix("y1-b02") }
      return (file, lines.joined(separator: "\n") + "\n")
    }
    let two = try export.read(Dictionary(uniqueKeysWithValues: texts.prefix(1)), into: fixture.roster, removals: false)
    #expect(!two.isRefused && two.step.edits.count == 2)
    let all = try export.read(Dictionary(uniqueKeysWithValues: texts), into: fixture.roster, removals: false)
    #expect(all.removals.map(\.file) == [nil] && all.removals.first?.takenAway == 6 && all.removals.first?.had == 8)
  }

  @Test("a table that lacks its last rows is taken only where it is said that they were deleted on purpose")
  func table() throws {
    let source = try #require(try Self.files(.rfc4180).last)
    let text = String(decoding: source.bytes ?? [], as: UTF8.self).replacing("\"two\nlines\"", with: "two")
    let rows = text.split(separator: "\n").map(String.init)
    let last = Array((rows.dropLast().joined(separator: "\n") + "\n").utf8)
    let refused = try Self.read(source, last)
    #expect(refused.problems.count == 1 && refused.problems[0].message.contains("--removals"))
    #expect(try Self.read(source, last, removals: true).step.edits.count == 2)
    let first = Array((([rows[0]] + rows.dropFirst(2)).joined(separator: "\n") + "\n").utf8)
    #expect(try Self.read(source, first).step.edits.count == 2)
    let sorted = [rows[0]] + rows.dropFirst().reversed()
    #expect(!(try Self.read(source, Array((sorted.joined(separator: "\n") + "\n").utf8)).isRefused))
    let cut = Array((sorted.dropLast().joined(separator: "\n") + "\n").utf8)
    #expect(try Self.read(source, cut).removals.map(\.cause) == [.endNotKnown])
    // As some editors save it.
    let unended = Array(text.utf8.dropLast())
    #expect(!(try Self.read(source, unended).isRefused))
    // The note is the last cell but one: that of a split duty's parts comes after it.
    let edited = Array((text.dropLast(2) + "noted,").utf8)
    #expect(try Self.read(source, edited).problems.first?.message.contains("line end") == true)
  }

  @Test("taken as it stands, a file that does not show its end takes nothing away without a word")
  func withoutBase() throws {
    let (source, lines) = try sheet()
    let marked = (lines.prefix(3) + lines.suffix(1)).joined(separator: "\n") + "\n"
    #expect(!(try Self.read(source, Array(marked.utf8), base: false).isRefused))
    let unmarked = Array((lines.prefix(3).joined(separator: "\n") + "\n").utf8)
    #expect(try Self.read(source, unmarked, base: false).removals.map(\.cause) == [.endNotKnown])
    #expect(!(try Self.read(source, unmarked, base: false, removals: true).isRefused))
  }
}

extension CSVText {
  /// The bytes of one row.
  fileprivate static func bytes(of row: [String], _ dialect: CSVDialect) -> [UInt8] {
    var text = CSVText(dialect)
    text.append(row: row)
    return Array(text.bytes.dropFirst(dialect.form.prefix.count))
  }
}

extension Assignment {
  /// Who stands where and when.
  fileprivate var name: [Int32] { [day.number, shift.raw, beat.raw, unit.raw] }
}
