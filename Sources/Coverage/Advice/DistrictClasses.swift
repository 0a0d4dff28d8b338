import RosterModel

/// The beats by their districts, as far as the roster grades some of these rules otherwise for a district.
struct DistrictClasses {
  /// The class of each beat.
  let ofBeat: [Int]
  /// A beat of each class; empty where there are no beats.
  let beats: [Int]

  /// How many classes there are.
  var count: Int { beats.count }

  /// One class, and one more for each district that an override of the rules names.
  init(_ frame: RosterFrame, of rules: [RuleInfo]) {
    let named = Set(rules.flatMap { frame.policy.districtsWithOwnSeverity(of: $0) })
    var numbers: [String: Int] = [:]
    var beats: [Int] = []
    ofBeat = frame.roster.beats.indices.map { beat in
      let district = frame.districtID(frame.places.districtOfBeat[beat]).flatMap { named.contains($0) ? $0 : nil } ?? ""
      if let number = numbers[district] { return number }
      beats.append(beat)
      numbers[district] = beats.count - 1
      return beats.count - 1
    }
    self.beats = beats
  }
}
