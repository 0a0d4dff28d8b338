import Foundation
import RosterFolder
import RosterModel
import Testing

/// A roster folder on the disk for one test; it goes when the test is done.
final class TemporaryRoster {
  let url: URL

  var path: String { url.path }

  /// The folder around it, which holds nothing else.
  var around: String { url.deletingLastPathComponent().path }

  /// A folder that holds these files over those of a small whole roster.
  init(_ files: [String: String] = [:], without missing: [String] = []) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "roster-\(UUID().uuidString)/roster")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let all = SampleFiles.all.merging(files) { $1 }
    for (name, text) in all where !missing.contains(name) { try write(name, text) }
  }

  deinit {
    chmod(path, 0o755)
    try? FileManager.default.removeItem(atPath: around)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    // Foundation's own writing waits for the disk each time.
    let file = try #require(fopen(url.appending(path: name).path, "w"))
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    fclose(file)
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: name))) }

  /// Every file with its bytes.
  func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) { contents[name] = try bytes(name) }
    return contents
  }

  func read() throws -> FolderSnapshot { try FolderReader.read(at: path) }
}

/// A small whole roster, in canonical form.
enum SampleFiles {
  static let all = [
    "roster.toml": settings,
    "districts.csv": "id,name\nnorth,North\n",
    "departments.csv": "id,district,name\nn1,north,North 1\nn2,north,North 2\n",
    "beats.csv": """
    id,place,name,kind,forces,needs,task
    n1-a,n1,Market,post,,,
    n1-b,n1,"Park, east",route,police guard,car,Walk the fence
    n2-a,n2,Вокзал,checkpoint,,,

    """,
    "units.csv": """
    id,callsign,force,home,reach,regime,officers,mode,skills,leader
    u1,Сокол-1,police,n1,district,three-shift,2,car,dog first-aid,
    u2,Sokol-2,police,n2,district,three-shift,2,foot,,
    u3,Lochin,guard,city,city,three-shift,3,,,
    v1,Mahalla,volunteer,n1,department,volunteer,4,foot,,

    """,
    "demand.csv": """
    place,per,kind,days,shift,force,skill,minimum,target,maximum
    n1,beat,,daily,,,,1,2,
    n2-a,,,mon-fri,A,police,,1,1,3

    """,
    "assignments.csv": """
    day,shift,beat,unit,status,note
    2026-12-01,A,n1-a,u1,locked,
    2026-12-01,B,n2-a,u2,,"until 22:00, then base"
    2026-12-02,A,n1-b,u1,,

    """,
    "absences.csv": "unit,days,shift,reason\nu2,2026-12-03..2026-12-04,,leave\n",
    "requests.csv": "unit,days,shift,wish,weight\nu1,sat sun,off,want,2\n",
    "waivers.csv":
      "rule,subject,first_day,last_day,reason,by\nCOV001,cell:n1-a/2026-12-02/C,2026-12-01,2026-12-07,Snow,Chief\n",
    "publications.csv": "district,day,at,by\nnorth,2026-12-01,2026-11-30T18:00,chief\n",
    "published.csv": "day,shift,beat,unit\n2026-12-01,A,n1-a,u1\n",
    "manoeuvres.csv": """
    day,shift,unit,at,what,beat,reason,by
    2026-12-01,A,u1,12:30,moved,n1-b,"fight, crowd",Aziz
    2026-12-01,B,u2,21:40,sent-home,,ill,Aziz

    """,
    "calls.csv": "day,shift,beat,unit,at,answer,by,note\n2026-12-01,B,n1-b,u3,2026-12-01T18:05,no-answer,Aziz,\n",
    "incidents.csv": "at,place,weight\n2026-11-20T21:30,n1-a,1\n",
  ]

  static let settings = """
    format = 1
    title = "Test"
    time_zone = "Asia/Tashkent"
    first_day = 2026-12-01
    days = 7
    weekend = ["sat", "sun"]

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
    name = "Day and night"
    covers = ["A", "B", "C"]

    [regime.three-shift]
    shifts = ["A", "B", "C"]
    rest_hours = 12
    max_hours_per_week = 37.5
    max_shifts = { C = 9 }
    [regime.three-shift.source]
    rest_hours = "Labour Code"

    [regime.volunteer]
    shifts = ["B"]

    [[escort]]
    force = "volunteer"
    by = ["police", "guard"]
    at_most = 2

    [rules.night-load-uneven]
    severity = "info"
    tolerance = 3

    [weights]
    gap = 2000

    """
}

extension FolderSnapshot {
  /// The findings as `file:line:column id`.
  var places: [String] {
    findings.map { finding in
      let place = finding.location
      let numbers = [place?.line, place?.column].map { $0.map { ":\($0)" } ?? "" }.joined()
      return "\(place?.file ?? "")\(numbers) \(finding.rule.id)"
    }
  }

  func requireRoster() throws -> Roster { try #require(roster) }
}
