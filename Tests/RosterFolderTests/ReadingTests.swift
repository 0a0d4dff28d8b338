import RosterFolder
import RosterModel
import Testing

@Suite("Reading a whole roster")
struct ReadingTests {
  @Test("a whole roster is read without a finding")
  func whole() throws {
    let folder = try TemporaryRoster()
    let snapshot = try folder.read()
    #expect(snapshot.places == [])
    #expect(snapshot.isComplete)
    let roster = try snapshot.requireRoster()
    #expect(roster.units.map(\.id) == ["u1", "u2", "u3", "v1"])
    #expect(roster.units[0].callsign == "Сокол-1")
    #expect(roster.units[0].skills == ["dog", "first-aid"])
    #expect(roster.units[2].home == .city)
    #expect(roster.units[2].mode == nil)
    #expect(roster.beats[1].name == "Park, east")
    #expect(roster.beats[1].forces == ForceSet([.police, .guard]))
    #expect(roster.beats[0].forces == .all)
    #expect(roster.assignments.map(\.isLocked) == [true, false, false])
    #expect(roster.text(roster.assignments[1].note) == "until 22:00, then base")
    #expect(roster.assignments.map(\.line) == [2, 3, 4])
    #expect(roster.demand[0].isPerBeat)
    #expect(roster.demand[0].maximum == nil)
    #expect(roster.demand[1].days == DayPattern([.weekdays(.monday, .friday)]))
    #expect(roster.requests[0].matter == .off)
    #expect(roster.waivers[0].subject == "cell:n1-a/2026-12-02/C")
    #expect(roster.strays == [])
    #expect(roster.units.map(\.line) == [2, 3, 4, 5])
  }

  @Test("roster.toml gives the period, the zone, tiles and duties, regimes, escorts, rules and weights")
  func settings() throws {
    let settings = try TemporaryRoster().read().requireRoster().settings
    #expect(settings.title == "Test")
    #expect(settings.zone == ZoneOffsets(initialOffset: 300))
    #expect(settings.firstDay == Day(iso: "2026-12-01"))
    #expect(settings.days == 7)
    #expect(settings.shifts.tilesFillTheDay)
    let duty = settings.shifts.shifts[3]
    #expect(duty.covers.map(\.index) == [0, 1, 2])
    #expect(duty.start == ClockTime(text: "08:00"))
    #expect(duty.minutes == 1440)
    #expect(duty.isNight)
    let regime = settings.regimes[0]
    #expect(regime.name == "three-shift")
    #expect(regime.restMinutes == 720)
    #expect(regime.maxMinutesPerWeek == 2250)
    #expect(regime.maxShifts == [Regime.ShiftLimit(shift: ShiftReference(2), most: 9)])
    #expect(regime.sources == [.restHours: "Labour Code"])
    #expect(settings.escorts == [EscortRule(force: .volunteer, by: ForceSet([.police, .guard]), atMost: 2)])
    #expect(settings.rules["night-load-uneven"]?.severity == .info)
    #expect(settings.rules["night-load-uneven"]?.values == ["tolerance": .integer(3)])
    #expect(settings.weights.gap == 2000)
    #expect(settings.weights.shortfall == 100)
  }

  @Test("a zone with daylight saving has its changes to the minute")
  func daylightSaving() throws {
    let folder = try TemporaryRoster([
      "roster.toml": SampleFiles.settings.replacing("Asia/Tashkent", with: "Europe/Berlin")
    ])
    let zone = try folder.read().requireRoster().settings.zone
    // 2026-03-29 01:00 UTC.
    let spring = (Int(try #require(Day(iso: "2026-03-29")).number)) * 1440 + 60
    #expect(zone.transitions.contains(ZoneOffsets.Transition(at: spring, offset: 120)))
    #expect(zone.transitions.allSatisfy { $0.at % 60 == 0 })
    #expect(zone.initialOffset == 60)
  }

  @Test("only the six required files make a roster, and the other tables are empty")
  func requiredOnly() throws {
    let optional = ["assignments", "absences", "requests", "waivers", "publications", "published", "incidents"]
    let snapshot = try TemporaryRoster(without: optional.map { $0 + ".csv" }).read()
    #expect(snapshot.places == [])
    #expect(try snapshot.requireRoster().assignments.isEmpty)
  }

  @Test(
    "a table is read with semicolons, a byte order mark, CR LF, quoted fields and columns in any order",
    arguments: [
      "id;name\nnorth;North\n", "\u{FEFF}id,name\nnorth,North\n", "id,name\r\nnorth,North\r\n", "id,name\nnorth,North",
      "name,id\nNorth,north\n", "\"id\",\"name\"\n\"north\",\"North\"\n", "\n\nid,name\n\nnorth,North\n\n",
    ])
  func forms(table: String) throws {
    let snapshot = try TemporaryRoster(["districts.csv": table]).read()
    #expect(snapshot.places == [])
    #expect(try snapshot.requireRoster().districts.map(\.id) == ["north"])
    #expect(try snapshot.requireRoster().districts.map(\.name) == ["North"])
  }

  @Test("doubled quotes, delimiters and line breaks in quotes belong to the text")
  func quoting() throws {
    let snapshot = try TemporaryRoster([
      "districts.csv": "id,name\nnorth,\"He said \"\"no\"\", twice\"\nsouth,\"one\ntwo\"\nwest,West\n"
    ]).read()
    #expect(
      try snapshot.requireRoster().districts.map(\.name) == ["He said \"no\", twice", "one\ntwo", "West"])
    #expect(snapshot.places == ["districts.csv:3:7 FMT011"] && snapshot.isComplete)
    #expect(try snapshot.requireRoster().districts[2].line == 5)
  }

  @Test("optional columns may be absent, unknown ones are reported once")
  func columns() throws {
    let snapshot = try TemporaryRoster([
      "units.csv": "id,callsign,force,home,reach,regime,colour\nu1,Sokol,police,n1,city,three-shift,red\n",
      "assignments.csv": "day,shift,beat,unit\n",
    ]).read()
    #expect(snapshot.places == ["units.csv:1:37 FMT004"])
    #expect(snapshot.isComplete)
    #expect(try snapshot.requireRoster().units[0].officers == 2)
  }

  @Test("an id that no table defines is kept as a stray, not as a bad row")
  func strays() throws {
    let snapshot = try TemporaryRoster([
      "assignments.csv": "day,shift,beat,unit\n2026-12-01,Z,n9,u9\n2026-12-02,Z,n9,u1\n"
    ]).read()
    let roster = try snapshot.requireRoster()
    #expect(snapshot.isComplete)
    #expect(roster.assignments.count == 2)
    #expect(roster.strays.sorted() == ["Z", "n9", "u9"])
    #expect(roster.id(roster.assignments[0].unit) == "u9")
    #expect(roster.assignments[1].unit.isKnown)
  }

  @Test("a unit of an unknown regime and an unknown home is a unit all the same")
  func strayDefinitions() throws {
    let snapshot = try TemporaryRoster([
      "units.csv": "id,callsign,force,home,reach,regime\nu1,Sokol,police,n1-a,city,nine-to-five\n",
      "assignments.csv": "day,shift,beat,unit\n", "absences.csv": "unit,days,reason\n",
      "requests.csv": "unit,days,wish\n", "published.csv": "day,shift,beat,unit\n",
    ]).read()
    let roster = try snapshot.requireRoster()
    #expect(snapshot.places == [])
    #expect(roster.id(roster.units[0].regime) == "nine-to-five")
    #expect(roster.id(roster.units[0].home) == "n1-a")
    #expect(roster.district(of: roster.units[0].home) == nil)
  }
}
