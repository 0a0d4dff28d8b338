import RosterModel

/// The tables of the journal's file that hold changes.
enum ChangeTable: String, CaseIterable {
  case postings = "posting_change"
  case absences = "absence_change"
  case publications = "publication_change"
  case published = "published_change"

  /// The change that a row holds.
  func change(_ row: JournalRow) throws(JournalError) -> RowChange {
    switch self {
    case .postings:
      return .posting(
        PostingChange(try Self.name(row), old: try Self.remark(row, 6), new: try Self.remark(row, 8)))
    case .absences:
      guard let reason = AbsenceReason(rawValue: try row.text(5)) else { throw row.damaged(5) }
      return .absence(
        AbsenceChange(
          unit: try row.text(2), days: try row.text(3), shift: try row.optionalText(4), reason: reason,
          isAdded: try row.flag(6)))
    case .publications:
      return .publication(
        PublicationChange(
          district: try row.text(2), day: try row.day(3), at: try row.text(4), by: try row.text(5),
          isAdded: try row.flag(6)))
    case .published: return .published(try Self.name(row), isAdded: try row.flag(6))
    }
  }

  /// The print of the unit's day that the row holds.
  func seen(_ row: JournalRow) throws(JournalError) -> UInt64? {
    guard self == .postings else { return 0 }
    return try row.optionalInteger(10).map { UInt64(bitPattern: $0) }
  }

  private static func name(_ row: JournalRow) throws(JournalError) -> PostingName {
    PostingName(day: try row.day(2), shift: try row.text(3), beat: try row.text(4), unit: try row.text(5))
  }

  private static func remark(_ row: JournalRow, _ column: Int) throws(JournalError) -> PostingRemark? {
    switch (try row.optionalText(column), try row.optionalText(column + 1)) {
    case (nil, nil): return nil
    case ("locked"?, let note?): return PostingRemark(isLocked: true, note: note)
    case (""?, let note?): return PostingRemark(note: note)
    default: throw row.damaged(column)
    }
  }
}
