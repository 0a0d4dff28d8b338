import RosterModel

/// Which days of which districts are published.
struct PublishedDays {
  private let frame: RosterFrame
  private var flags: [Bool]

  /// The published days of a roster, in its period.
  init(_ frame: RosterFrame) {
    self.frame = frame
    flags = [Bool](repeating: false, count: frame.roster.districts.count * frame.days)
    for row in frame.roster.publications where row.district.isKnown {
      guard let offset = frame.offset(of: row.day) else { continue }
      flags[row.district.index * frame.days + offset] = true
    }
  }

  /// Whether the assignment is on a published day of its beat's district.
  func contains(_ assignment: Assignment) -> Bool {
    guard assignment.beat.isKnown, let offset = frame.offset(of: assignment.day) else { return false }
    return contains(beat: assignment.beat.index, offset: offset)
  }

  /// Whether a day, counted from the first of the period, is published in a beat's district.
  func contains(beat: Int, offset: Int) -> Bool {
    let district = frame.places.districtOfBeat[beat]
    return district >= 0 && flags[Int(district) * frame.days + offset]
  }
}

extension CoverageGrid {
  /// The postings that no plan changes: history, locked and published ones.
  func fixedPostings() -> [Assignment] {
    let firm = FirmPostings(self)
    return assignments.filter { $0.day < frame.roster.settings.firstDay || !firm.mayMove($0) }
  }

  /// The published days on which a step changes who stands where; notes and locks are no change.
  public func publications(changedBy step: EditStep) -> [Publication] {
    let days = PublishedDays(frame)
    let postings = step.edits.flatMap { edit -> [Assignment] in
      switch edit {
      case .add(let posting), .remove(let posting): [posting]
      case .replace(let old, let new): old.isSamePosting(as: new) ? [] : [old, new]
      default: []
      }
    }.filter(days.contains)
    guard !postings.isEmpty else { return [] }
    return frame.roster.publications.filter { row in
      postings.contains { $0.day == row.day && frame.places.districtOfBeat[$0.beat.index] == row.district.raw }
    }
  }
}
