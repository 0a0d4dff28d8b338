import RosterModel

@testable import RosterFolder

/// A small roster that uses every table, as texts: what is not the fuzzer's own input is from here.
enum FuzzRoster {
  /// The text of `roster.toml`.
  static let settings = """
    format = 1
    title = "Fuzz"
    time_zone = "UTC"
    first_day = 2027-01-02
    days = 4

    [[shift]]
    id = "A"
    name = "Day"
    start = "08:00"
    hours = 8
    [[shift]]
    id = "B"
    name = "Evening"
    start = "16:00"
    hours = 8
    [[shift]]
    id = "C"
    name = "Night"
    start = "24:00"
    hours = 8
    night = true
    [[shift]]
    id = "D"
    name = "Day and evening"
    start = "08:00"
    hours = 16
    covers = ["A", "B"]

    [regime.open]
    shifts = ["A", "B", "C", "D"]
    [regime.three]
    shifts = ["A", "B", "C"]
    rest_hours = 12

    [[escort]]
    force = "volunteer"
    by = ["police"]
    at_most = 2

    """

  /// The texts of the tables.
  static let tables: [RosterTable: String] = [
    .districts: "id,name\nyu,Yunusobod\nch,Чиланзар\n",
    .departments: "id,district,name\ny1,yu,Yunusobod 1\nc1,ch,Chilonzor 1\n",
    .beats: """
    id,place,name,kind,forces,needs,task
    c1-b,c1,Chorsu,post,,,
    y1-b1,y1,Market,post,,,
    y1-b2,y1,"Park, north",route,police,car,
    yu-car,yu,車,response,,,

    """,
    .units: """
    id,callsign,force,home,reach,regime,officers,mode,skills,leader
    u1,Sokol-1,police,y1,district,three,2,,,
    u2,Беркут-2,police,y1,district,three,2,car,dog,Karimov
    u3,Guard-3,guard,c1,city,open,2,car,,
    u4,Ko‘ngilli-4,volunteer,y1,district,open,1,,,

    """,
    .demand: """
    place,per,kind,days,shift,force,skill,minimum,target,maximum
    y1,beat,post,daily,,,,1,1,2
    yu,,,mon-fri,A,police,,1,2,
    yu-car,,,daily,B,,,1,,

    """,
    .assignments: """
    day,shift,beat,unit,status,note
    2027-01-02,A,y1-b1,u1,,
    2027-01-02,B,yu-car,u2,locked,"first, second"
    2027-01-03,A,y1-b1,u1,,
    2027-01-03,D,c1-b,u3,,
    2027-01-01,C,y1-b2,u2,,

    """,
    .absences: "unit,days,shift,reason\nu3,2027-01-04,,leave\nu1,2027-01-05,A,court\n",
    .requests: "unit,days,shift,wish,weight\nu1,2027-01-04,B,avoid,2\nu2,2027-01-05,off,want,\n",
    .waivers: "rule,subject,first_day,last_day,reason,by\nRST002,u1,2027-01-02,2027-01-03,agreed,chief\n",
    .publications: "district,day,at,by\nyu,2027-01-02,2027-01-01T18:00,chief\n",
    .published: "day,shift,beat,unit\n2027-01-02,A,y1-b1,u1\n2027-01-02,B,yu-car,u2\n",
    .manoeuvres: """
    day,shift,unit,at,what,beat,reason,by
    2027-01-02,A,u1,10:30,moved,y1-b2,"fight, crowd",Bek
    2027-01-02,B,u2,24:40,relieved,,,Bek

    """,
    .calls: "day,shift,beat,unit,at,answer,by,note\n2027-01-02,B,y1-b1,u3,2027-01-02T15:10,no,Bek,\n",
    .incidents: "at,place,weight\n2027-01-02T10:30,y1,3\n",
  ]

  /// The bytes of each table.
  static let bytes: [RosterTable: [UInt8]] = tables.mapValues { Array($0.utf8) }

  /// The settings.
  ///
  /// - Throws: `BadSeed` where they are not read.
  static func readSettings() throws -> RosterSettings {
    var reader = SettingsReader()
    guard let settings = reader.read(Array(settings.utf8)), reader.log.findings.isEmpty else {
      throw BadSeed(what: "\(reader.log.findings.map(\.message))")
    }
    return settings
  }

  /// The roster's own tables that come before a table, which are those that it refers to.
  static func reading(_ settings: RosterSettings, before table: RosterTable) -> TableReading {
    var reading = TableReading(folder: "", settings: settings)
    for earlier in RosterTable.allCases.prefix(while: { $0 != table }) {
      if let bytes = bytes[earlier] { reading.read(earlier, bytes: bytes) }
    }
    return reading
  }

  /// The roster's own tables that come after a table.
  static func readRest(after table: RosterTable, _ reading: inout TableReading) {
    for later in RosterTable.allCases.drop(while: { $0 != table }).dropFirst() {
      if let bytes = bytes[later] { reading.read(later, bytes: bytes) }
    }
  }

  /// The roster as it stands.
  static func roster() throws -> Roster {
    var reading = TableReading(folder: "", settings: try readSettings())
    for table in RosterTable.allCases { reading.read(table, bytes: bytes[table] ?? []) }
    guard reading.findings.isEmpty else { throw BadSeed(what: "\(reading.findings.map(\.message))") }
    return reading.finish()
  }
}

/// What a fuzzer begins with is not as it should be.
struct BadSeed: Error {
  let what: String
}
