import Coverage
import RosterModel

/// The lines of the grid from top to bottom, made once for a roster's places and demand.
///
/// The city first, then each district with its own squares and beats and then its departments. Beats whose place is not
/// known come last, so that nothing in the roster is without a line.
struct Board: Sendable {
  private(set) var lines: [BoardLine] = []
  /// The district of each line; `nil` for the city's and what is not known.
  private(set) var districts: [DistrictReference?] = []
  private var lineOfBeat: [Int]
  private var lineOfDemand: [Int: Int] = [:]

  init(_ frame: RosterFrame) {
    let roster = frame.roster
    lineOfBeat = Array(repeating: 0, count: roster.beats.count)
    let beatsOfPlace = Dictionary(grouping: roster.beats.indices, by: { roster.beats[$0].place })
    append(.city, frame, beats: [], isOptional: true)
    for index in roster.districts.indices {
      let district = DistrictReference(index)
      append(.district(district), frame, beats: beatsOfPlace[.district(district)] ?? [])
      for (number, department) in roster.departments.enumerated() where department.district == district {
        let place = Place.department(DepartmentReference(number))
        append(place, frame, beats: beatsOfPlace[place] ?? [])
      }
    }
    for (number, department) in roster.departments.enumerated() where !department.district.isKnown {
      let place = Place.department(DepartmentReference(number))
      append(place, frame, beats: beatsOfPlace[place] ?? [])
    }
    for beat in roster.beats.indices {
      switch roster.beats[beat].place {
      case .district(let reference) where reference.isKnown: continue
      case .department(let reference) where reference.isKnown: continue
      default: add(.beat(BeatReference(beat)), nil)
      }
    }
  }

  /// The line of a beat; 0 where it is not known.
  func line(of beat: BeatReference) -> Int { beat.isKnown ? lineOfBeat[beat.index] : 0 }

  /// The line that shows a line of demand, the beat's own where it is of a single beat.
  func line(ofDemand number: Int, _ plan: DemandPlan) -> Int {
    if let beat = plan.lines[number].beat { return line(of: beat) }
    return lineOfDemand[number] ?? 0
  }

  /// The line of a place's heading.
  func line(ofGroup place: Place) -> Int? { lines.firstIndex(of: .group(place)) }

  private mutating func append(_ place: Place, _ frame: RosterFrame, beats: [Int], isOptional: Bool = false) {
    let demand = frame.plan.lines(of: place)
    if isOptional, demand.isEmpty { return }
    let district = frame.roster.district(of: place)
    add(.group(place), district)
    for number in demand {
      lineOfDemand[number] = lines.count
      add(.demand(number), district)
    }
    for beat in beats { add(.beat(BeatReference(beat)), district) }
  }

  private mutating func add(_ line: BoardLine, _ district: DistrictReference?) {
    if case .beat(let beat) = line { lineOfBeat[beat.index] = lines.count }
    lines.append(line)
    districts.append(district)
  }
}

enum BoardLine: Hashable, Sendable {
  /// The heading of the city, a district or a department; sums up the beats in it.
  case group(Place)
  /// The squares of a line of demand that is not of a single beat, by its number in the demand plan.
  case demand(Int)
  /// The cells of a beat.
  case beat(BeatReference)
}
