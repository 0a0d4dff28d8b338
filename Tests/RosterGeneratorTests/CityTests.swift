import RosterModel
import Testing

@testable import RosterGenerator

private struct UnitDay: Hashable {
  var unit: UnitReference
  var day: Day
}

@Suite("The generated city")
struct CityTests {
  @Test("is the same for the same seed and another for another")
  func deterministic() throws {
    let first = try SmallCity.make(seed: 7)
    let second = try SmallCity.make(seed: 7)
    #expect(first.roster == second.roster)
    #expect(first.plant == second.plant)
    #expect(first.settingsText == second.settingsText)
    #expect(try SmallCity.make(seed: 8).roster.demand != first.roster.demand)
  }

  @Test("the random numbers are the published ones of SplitMix64")
  func splitMix() {
    var random = SeededRandom(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in random.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test("has the twelve districts by name with four to nine departments each")
  func tashkent() throws {
    let options = GeneratorOptions(days: 7)
    let city = City(options, horizon: Horizon(options))
    let names = [
      "Bektemir", "Chilonzor", "Mirobod", "Mirzo Ulug'bek", "Olmazor", "Sergeli", "Shayxontohur", "Uchtepa",
      "Yakkasaroy", "Yangihayot", "Yashnobod", "Yunusobod",
    ]
    #expect(city.districts.map(\.name).sorted() == names)
    for district in city.districts.indices {
      #expect((4...9).contains(city.departments.count { $0.district.index == district }))
    }
    #expect((500...700).contains(city.beats.count))
  }

  @Test("numbers the districts beyond the twelfth")
  func numbered() throws {
    let options = GeneratorOptions(districts: 14, departments: 1, beats: 10, days: 7)
    let city = City(options, horizon: Horizon(options))
    #expect(city.districts.map(\.id).suffix(2) == ["district-13", "district-14"])
  }

  @Test("has valid and unique ids in order, and callsigns of two alphabets that no two units share")
  func names() throws {
    let roster = try SmallCity.make().roster
    let lists = [
      roster.districts.map(\.id) + roster.departments.map(\.id) + roster.beats.map(\.id), roster.units.map(\.id),
    ]
    for ids in lists {
      #expect(ids.allSatisfy { Identifier.isValid($0) })
      #expect(Set(ids.map { $0.lowercased() }).count == ids.count)
    }
    #expect(roster.units.map(\.id) == roster.units.map(\.id).sorted())
    #expect(roster.beats.map(\.id) == roster.beats.map(\.id).sorted())
    let callsigns = roster.units.map(\.callsign)
    #expect(Set(callsigns).count == callsigns.count)
    #expect(callsigns.contains { $0.unicodeScalars.contains { $0.value > 0x400 } })
    #expect(callsigns.contains { $0.utf8.allSatisfy { $0 < 128 } })
  }

  @Test("keeps absences out of the planted days and to about four days a unit")
  func absences() throws {
    let city = try SmallCity.make(spare: 0)
    let roster = city.roster
    let planted = Set(city.plant.map { UnitDay(unit: $0.unit, day: $0.day) })
    var days = 0
    for absence in roster.absences {
      for day in roster.settings.period where absence.days.contains(day) {
        days += 1
        #expect(!planted.contains(UnitDay(unit: absence.unit, day: day)))
      }
    }
    #expect((35...45).contains(days * 10 / roster.units.count))
  }

  @Test("wants at least 2.34 times as many unit-hours by evening and night as by day, of each force")
  func eveningAndNight() throws {
    let city = try RosterGenerator.generate(GeneratorOptions(districts: 1, seed: 3))
    let roster = city.roster
    for force in [Force.police, .guard] {
      var units = [0, 0, 0]
      for assignment in city.plant where roster.units[assignment.unit.index].force == force {
        for tile in roster.settings.shifts.tileNumbers[assignment.shift.index] { units[tile] += 1 }
      }
      #expect(Double(units[1] + units[2]) >= 2.34 * Double(units[0]), "\(force) \(units)")
    }
  }

  @Test("asks for units at beats, departments, districts and the city, and not the same every day")
  func demand() throws {
    let roster = try SmallCity.make().roster
    var kinds: Set<String> = []
    for row in roster.demand {
      switch row.place {
      case .beat: kinds.insert("beat")
      case .department: kinds.insert(row.isPerBeat ? "each beat" : "department")
      case .district: kinds.insert("district")
      case .city: kinds.insert("city")
      case .unknown: Issue.record("a row names no place")
      }
      #expect(row.minimum <= row.target && row.target <= row.maximum ?? .max)
    }
    #expect(kinds == ["beat", "each beat", "department", "district", "city"])
    #expect(roster.demand.contains { if case .dates = $0.days.terms[0] { true } else { false } })
    #expect(roster.demand.contains { $0.days.description == "sat-sun" })
    #expect(Set(roster.demand.map(\.skill)).isSuperset(of: ["", "women", "canine", "first-aid"]))
  }

  @Test(
    "refuses sizes that are out of bounds and says the bounds",
    arguments: [
      (GeneratorOptions(districts: 0), "districts is 0; give a number from 1 to 1000"),
      (GeneratorOptions(days: 6), "days is 6; give a number from 7 to 371"),
      (GeneratorOptions(spare: -51), "spare is -51; give a number from -50 to 100"),
      (GeneratorOptions(departments: 6, beats: 29), "beats is 29; give a number from 30 to 1200"),
    ])
  func bounds(options: GeneratorOptions, message: String) {
    let error = #expect(throws: GeneratorOptionError.self) { try RosterGenerator.generate(options) }
    #expect(error?.description == message)
  }
}
