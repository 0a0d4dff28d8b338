import Coverage
import RosterModel
import Tables

@testable import Sheets

/// An export that is edited and read back.
struct ImportFixture {
  /// The roster as it was exported.
  var exported: Roster
  var dialect = CSVDialect.rfc4180

  /// Every sheet of a roster by file name, as an export writes it.
  static func sheets(_ roster: Roster, _ dialect: CSVDialect) -> [(
    key: SheetKey, bytes: [UInt8], record: WrittenRecord
  )] {
    SheetBook(roster, grid: CoverageGrid(roster)).sheets.map { sheet in
      let text = sheet.csv(in: roster, dialect: dialect)
      return (sheet.key(in: roster), text.bytes, sheet.record(in: roster, of: text))
    }
  }

  /// Reads sheets back whose text is that of `edited`, where it has one for the file name.
  ///
  /// - Parameter removals: whether it is said that what they take away is meant.
  func read(
    _ edited: [String: String], into roster: Roster, base: Bool = true, settling choice: ConflictChoice? = nil,
    removals: Bool = true
  ) throws -> ImportPlan {
    let sources = Self.sheets(exported, dialect).map { sheet in
      let text = edited[sheet.key.fileName].map { Array($0.utf8) }
      return ImportSource(
        file: sheet.key.fileName, extent: .sheet(sheet.key), bytes: text, base: base ? sheet.record : nil)
    }
    return try ImportPlan(
      sources.filter { base || $0.bytes != nil }, into: roster, settling: choice,
      allowingRemovals: removals)
  }

  /// Reads back the sheets of another roster, as if someone had edited all of them to be those.
  func read(
    sheetsOf edited: Roster, into roster: Roster, settling choice: ConflictChoice? = nil
  ) throws -> ImportPlan {
    let texts = Self.sheets(edited, dialect).map { ($0.key.fileName, String(decoding: $0.bytes, as: UTF8.self)) }
    return try read(Dictionary(uniqueKeysWithValues: texts), into: roster, settling: choice)
  }

  /// The text of a sheet.
  func text(_ file: String) -> String {
    Self.sheets(exported, dialect).first { $0.key.fileName == file }
      .map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }
}
