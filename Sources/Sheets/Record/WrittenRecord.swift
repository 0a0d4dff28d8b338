import RosterModel
import Tables

/// What is remembered of a file that was exported: a hash of its bytes, how it was written, and what stood in it.
public struct WrittenRecord: Hashable, Sendable {
  /// The hash of its bytes.
  public var hash: SheetHash
  /// How it was written.
  public var dialect: CSVDialect
  /// Whether it has the row that ends a sheet; a table has none, and sheets of older versions have not.
  public var hasEnd: Bool
  /// The postings in it, by the order of the file; `nil` where an older version has not kept them.
  public var postings: [WrittenPosting]?

  /// A record of a file.
  public init(
    hash: SheetHash, dialect: CSVDialect = .rfc4180, hasEnd: Bool = false, postings: [WrittenPosting]? = nil
  ) {
    self.hash = hash
    self.dialect = dialect
    self.hasEnd = hasEnd
    self.postings = postings
  }
}

/// A posting as an export wrote it: the base against which an edited file is compared.
///
/// Its texts are those of the file, not of the roster: what could command a terminal is replaced in them.
public struct WrittenPosting: Hashable, Sendable {
  /// Who stands where and when.
  public var name: PostingName
  /// The unit's callsign.
  public var callsign: String
  /// The status and note.
  public var remark: PostingRemark

  /// A posting with these texts.
  public init(_ name: PostingName, callsign: String = "", remark: PostingRemark = PostingRemark()) {
    self.name = name
    self.callsign = callsign
    self.remark = remark
  }

  /// An assignment of a roster as an export writes it now.
  public init(_ assignment: Assignment, in roster: Roster) {
    name = PostingName(assignment, in: roster)
    callsign = assignment.unit.isKnown ? HarmlessText.from(roster.units[assignment.unit.index].callsign) : ""
    remark = PostingRemark(
      isLocked: assignment.isLocked, note: HarmlessText.from(roster.text(assignment.note)))
  }
}

extension WrittenPosting {
  /// The columns in which a record keeps it.
  static let header = ["day", "shift", "beat", "unit", "callsign", "status", "note"]

  /// What stands in those columns.
  var cells: [String] {
    [
      name.day.description, name.shift, name.beat, name.unit, callsign, remark.isLocked ? "locked" : "", remark.note,
    ]
  }

  /// Reads those columns; `nil` where they are not understood.
  init?(cells: ArraySlice<String>) {
    let cells = Array(cells)
    guard cells.count == Self.header.count, let day = Day(iso: cells[0]) else { return nil }
    self.init(
      PostingName(day: day, shift: cells[1], beat: cells[2], unit: cells[3]), callsign: cells[4],
      remark: PostingRemark(isLocked: cells[5] == "locked", note: cells[6]))
  }
}
