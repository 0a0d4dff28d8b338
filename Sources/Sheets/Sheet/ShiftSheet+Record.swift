import RosterModel
import Tables

extension ShiftSheet {
  /// What is to be remembered of the sheet once it is written: its postings as its file has them.
  public func record(in roster: Roster, of text: CSVText) -> WrittenRecord {
    WrittenRecord(
      hash: SheetHash(of: text.bytes), dialect: text.dialect, hasEnd: true,
      postings: rows.compactMap { $0.assignment.map { WrittenPosting($0, in: roster) } })
  }
}
