import RosterModel
import Tables

extension FlatTable {
  /// What is to be remembered of the table once it is written.
  public func record(of text: CSVText, selection: SheetSelection) -> TableRecord {
    TableRecord(
      selection, in: roster,
      written: WrittenRecord(
        hash: SheetHash(of: text.bytes), dialect: text.dialect,
        postings: postings.map { WrittenPosting($0, in: roster) }))
  }
}
