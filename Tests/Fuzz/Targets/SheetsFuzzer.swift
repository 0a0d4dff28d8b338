import Coverage
import RosterModel
import Tables

@testable import Sheets

extension Fuzzer {
  /// A file that is read back: the first two bytes say what it was exported as, the others are its text.
  ///
  /// Problems and warnings point into the text; the edits can be applied; and what is exported after them reads back as no
  /// edit at all. The manifest of a folder of sheets is read from the same bytes.
  static let sheets = Fuzzer(name: "sheets") {
    let roster = try FuzzRoster.roster()
    return { input in
      var ration = Ration(input)
      let (form, number) = (ration.byte(), ration.byte())
      let text = ration.bytes
      let dialect = form & 1 == 0 ? CSVDialect.rfc4180 : .excel
      let source = form & 2 == 0 ? sheet(of: roster, number, dialect) : table(of: roster, dialect)
      var changed = source
      changed.bytes = text
      if form & 4 == 0 { changed.base = nil }
      let plan = try ImportPlan([changed], into: roster, settling: form & 8 == 0 ? nil : .theirs)
      let lines = Lines(text, returns: CSVReader(text).isEndedByReturns)
      for problem in plan.problems + plan.warnings { lines.check(problem.line, problem.column, problem.message) }
      guard plan.problems.isEmpty, plan.conflicts.isEmpty else { return }
      let next = form & 2 == 0 ? sheet(of: plan.roster, number, dialect) : table(of: plan.roster, dialect)
      let again = try ImportPlan([next], into: plan.roster)
      hold(
        again.problems.isEmpty && again.conflicts.isEmpty && again.step.edits.isEmpty,
        "exported and read back: \(again.problems.map(\.message)) \(again.step.edits)")
      let manifest = SheetManifest(text: text)
      hold(SheetManifest(text: manifest.text).text == manifest.text, "a manifest that is written is read as another")
    }
  }

  /// A sheet as it is exported; every one that there is, by number.
  private static func sheet(of roster: Roster, _ number: Int, _ dialect: CSVDialect) -> ImportSource {
    let sheets = Array(SheetBook(roster, grid: CoverageGrid(roster)).sheets)
    let sheet = sheets[number % sheets.count]
    let text = sheet.csv(in: roster, dialect: dialect)
    let key = sheet.key(in: roster)
    return ImportSource(
      file: key.fileName, extent: .sheet(key), bytes: text.bytes, base: sheet.record(in: roster, of: text))
  }

  private static func table(of roster: Roster, _ dialect: CSVDialect) -> ImportSource {
    let table = FlatTable(roster, grid: CoverageGrid(roster))
    let text = table.csv(dialect: dialect)
    return ImportSource(
      file: "table.csv", extent: .table(.all), bytes: text.bytes, base: table.record(of: text, selection: .all).written)
  }
}
