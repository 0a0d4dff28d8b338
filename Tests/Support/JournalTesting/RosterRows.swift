import RosterModel

/// The rows of a roster that edits can change, as texts: the simplest thing that a journal can be held against.
public struct RosterRows: Hashable, Sendable {
  /// How often each row is there.
  public private(set) var counts: [String: Int] = [:]

  /// The rows of a roster.
  public init(_ roster: Roster) {
    for posting in roster.assignments {
      add(.posting(PostingName(posting, in: roster), PostingRemark(posting, in: roster)))
    }
    for absence in roster.absences { add(.absence(AbsenceChange(absence, in: roster, isAdded: true))) }
    for publication in roster.publications {
      add(.publication(roster.id(publication.district), publication.day, publication.at, publication.by))
    }
    for posting in roster.published { add(.published(PostingName(posting, in: roster))) }
    for row in roster.manoeuvres { add(.manoeuvre(ManoeuvreChange(row, in: roster, isAdded: true))) }
    for row in roster.calls { add(.call(CallChange(row, in: roster, isAdded: true))) }
  }

  /// Makes changes, each a row with `+` or `-` before it.
  ///
  /// - Returns: whether each row that is taken away was there.
  @discardableResult
  public mutating func apply(_ lines: [String]) -> Bool {
    var isWhole = true
    for line in lines {
      let row = String(line.dropFirst())
      if line.first == "+" {
        counts[row, default: 0] += 1
      } else if let count = counts[row] {
        counts[row] = count > 1 ? count - 1 : nil
      } else {
        isWhole = false
      }
    }
    return isWhole
  }

  /// What these rows have and the others lack, and the other way round, for a test's report.
  public func difference(from other: RosterRows) -> String {
    func rows(_ left: RosterRows, _ right: RosterRows) -> [String] {
      left.counts.keys.filter { left.counts[$0] != right.counts[$0] }.sorted()
    }
    return
      "only here or otherwise: \(rows(self, other).prefix(8)), only there or otherwise: \(rows(other, self).prefix(8))"
  }

  /// A print of the rows that is the same in every process: 64-bit FNV-1a.
  public var print: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for (row, count) in counts.sorted(by: { $0.key < $1.key }) {
      for byte in "\(row) \(count)\n".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return String(hash, radix: 16)
  }

  private mutating func add(_ row: RowText) { counts[row.text, default: 0] += 1 }
}

/// A row as a text.
enum RowText {
  case posting(PostingName, PostingRemark)
  case absence(AbsenceChange)
  case publication(String, Day, String, String)
  case published(PostingName)
  case manoeuvre(ManoeuvreChange)
  case call(CallChange)

  var text: String {
    switch self {
    case .posting(let name, let remark):
      "assignments \(name.day),\(name.shift),\(name.beat),\(name.unit),\(remark.isLocked ? "locked" : ""),\(remark.note)"
    case .absence(let absence):
      "absences \(absence.unit),\(absence.days),\(absence.shift ?? ""),\(absence.reason.rawValue)"
    case .publication(let district, let day, let at, let by): "publications \(district),\(day),\(at),\(by)"
    case .published(let name): "published \(name.day),\(name.shift),\(name.beat),\(name.unit)"
    case .manoeuvre(let row):
      "manoeuvres \(row.day),\(row.shift),\(row.unit),\(row.at),\(row.kind.rawValue),\(row.beat ?? ""),\(row.reason),\(row.by)"
    case .call(let row):
      "calls \(row.day),\(row.shift),\(row.beat),\(row.unit),\(row.at),\(row.answer.rawValue),\(row.by),\(row.note)"
    }
  }
}

extension RowChange {
  /// The rows that it takes away and adds, with `-` and `+` before them.
  public var lines: [String] {
    switch self {
    case .posting(let change):
      (change.old.map { ["-" + RowText.posting(change.posting, $0).text] } ?? [])
        + (change.new.map { ["+" + RowText.posting(change.posting, $0).text] } ?? [])
    case .absence(let change): [(change.isAdded ? "+" : "-") + RowText.absence(change).text]
    case .publication(let change):
      [(change.isAdded ? "+" : "-") + RowText.publication(change.district, change.day, change.at, change.by).text]
    case .published(let name, let isAdded): [(isAdded ? "+" : "-") + RowText.published(name).text]
    case .manoeuvre(let change): [(change.isAdded ? "+" : "-") + RowText.manoeuvre(change).text]
    case .call(let change): [(change.isAdded ? "+" : "-") + RowText.call(change).text]
    }
  }
}

extension [RowChange] {
  /// The rows that they take away and add, in their order.
  public var lines: [String] { flatMap(\.lines) }
}
