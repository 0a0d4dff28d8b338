extension Roster {
  /// The edits that publish some duty days of some districts as they stand; none for a day that is published so
  /// already.
  ///
  /// O(assignments + published postings), however many days there are.
  ///
  /// - Parameters:
  ///   - at: when, as the table is to write it.
  ///   - by: by whom.
  public func edits(
    publishing districts: [DistrictReference], days: ClosedRange<Day>, at: String, by: String
  ) -> [Edit] {
    let districtOfBeat = beats.map { district(of: $0.place) }
    func key(_ posting: Assignment) -> DistrictDay? {
      guard days.contains(posting.day), posting.beat.isKnown, let district = districtOfBeat[posting.beat.index]
      else { return nil }
      return DistrictDay(district: district, day: posting.day)
    }
    let now = Dictionary(grouping: assignments, by: key)
    let then = Dictionary(grouping: published, by: key)
    return districts.flatMap { district in
      days.flatMap { day in
        let key = DistrictDay(district: district, day: day)
        return edits(
          publishing: district, day, now: now[key, default: []], then: then[key, default: []], at: at, by: by)
      }
    }
  }

  private func edits(
    publishing district: DistrictReference, _ day: Day, now: [Assignment], then: [Assignment], at: String, by: String
  ) -> [Edit] {
    let rows = publications.filter { $0.district == district && $0.day == day }
    let wanted = Set(now.map(Self.copied))
    let held = Set(then.map(Self.copied))
    guard rows.isEmpty || wanted != held else { return [] }
    return rows.map { .removePublication($0) } + [
      .addPublication(Publication(district: district, day: day, at: at, by: by))
    ] + then.filter { !wanted.contains(Self.copied($0)) }.map { .removePublished($0) }
      + now.map(Self.copied).filter { !held.contains($0) }.map { .addPublished($0) }
  }

  /// What published.csv holds of a posting: neither its note nor its lock.
  private static func copied(_ posting: Assignment) -> Assignment {
    Assignment(day: posting.day, shift: posting.shift, beat: posting.beat, unit: posting.unit)
  }
}
