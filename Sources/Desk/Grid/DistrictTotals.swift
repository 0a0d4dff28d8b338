import RosterModel

/// What all beats of a district have and want, by column; kept until the roster or the district changes.
struct DistrictTotals: Sendable {
  private var revision = -1
  private var district: DistrictReference?
  private(set) var ofColumn: [Tally] = []

  /// Brings the figures up to date.
  ///
  /// O(beats of the district × columns) where the roster or the district has changed, else O(1).
  mutating func update(_ document: Document, _ district: DistrictReference?) {
    guard revision != document.revision || self.district != district else { return }
    revision = document.revision
    self.district = district
    ofColumn = Array(repeating: Tally(), count: document.columns)
    for (index, beat) in document.base.beats.enumerated() {
      if let district, document.base.district(of: beat.place) != district { continue }
      for column in ofColumn.indices {
        ofColumn[column] += document.tally(
          beat: BeatReference(index), day: document.day(ofColumn: column), tile: document.tile(ofColumn: column))
      }
    }
  }

  /// The figures of the columns together.
  func sum(_ columns: Range<Int>) -> Tally {
    var sum = Tally()
    for column in columns.clamped(to: ofColumn.indices) { sum += ofColumn[column] }
    return sum
  }
}
