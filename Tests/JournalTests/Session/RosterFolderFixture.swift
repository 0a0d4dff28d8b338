import Foundation
import Journal
import RosterFolder
import RosterModel
import Testing

/// A small roster folder on the disk for one test; it goes when the test is done.
final class RosterFolderFixture {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "roster-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in Self.files { try write(name, text) }
  }

  deinit {
    chmod(path, 0o755)
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ text: String) throws {
    let file = try #require(fopen(path + "/" + name, "w"))
    #expect(fwrite(text, 1, text.utf8.count, file) == text.utf8.count)
    fclose(file)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }

  func session(_ person: String = "Aziz", isDesk: Bool = true, isReadOnly: Bool = false) throws -> RosterSession {
    try RosterSession(at: path, SessionOptions(person: person, isDesk: isDesk, isReadOnly: isReadOnly))
  }

  /// The postings that everybody sees, in ids and in order.
  func postings() throws -> [String] {
    Self.postings(of: try #require(try RosterReading(at: path).roster))
  }

  /// The postings that the tables hold.
  func tabledPostings() throws -> [String] {
    Self.postings(of: try #require(try FolderReader.read(at: path).roster))
  }

  static func postings(of roster: Roster) -> [String] {
    roster.assignments.map { posting in
      "\(posting.day) \(roster.id(posting.shift)) \(roster.id(posting.beat)) \(roster.id(posting.unit))"
        + (posting.isLocked ? " locked" : "") + (posting.note.raw == 0 ? "" : " (\(roster.text(posting.note)))")
    }.sorted()
  }

  private static let files = [
    "roster.toml": """
    format = 1
    title = "Test"
    time_zone = "Asia/Tashkent"
    first_day = 2026-12-01
    days = 14
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
    [regime.any]
    shifts = ["A", "B", "C"]
    rest_hours = 12
    [[escort]]
    force = "volunteer"
    by = ["police"]
    at_most = 1
    """,
    "districts.csv": "id,name\nnorth,North\n",
    "departments.csv": "id,district,name\nn1,north,North 1\nn2,north,North 2\n",
    "beats.csv": """
    id,place,name,kind,forces,needs,task
    n1-a,n1,Market,post,,,
    n1-b,n1,Park,route,,,
    n2-a,n2,Station,post,,,

    """,
    "units.csv": """
    id,callsign,force,home,reach,regime,officers,mode,skills,leader
    u1,Sokol-1,police,n1,district,any,2,foot,,
    u2,Sokol-2,police,n1,district,any,2,foot,,
    u3,Sokol-3,police,n2,district,any,2,foot,,
    v1,Mahalla-1,volunteer,n1,district,any,4,foot,,

    """,
    "demand.csv": """
    place,per,kind,days,shift,force,skill,minimum,target,maximum
    n1,beat,,daily,,,,1,1,2

    """,
    "assignments.csv": """
    day,shift,beat,unit,status,note
    2026-12-01,A,n1-a,u1,locked,
    2026-12-02,A,n1-a,u1,,"until 14:00, then base"

    """,
    "publications.csv": "district,day,at,by\nnorth,2026-12-01,2026-11-30T18:00,chief\n",
    "published.csv": "day,shift,beat,unit\n2026-12-01,A,n1-a,u1\n",
  ]

  /// What the tables hold at first.
  static let atFirst = ["2026-12-01 A n1-a u1 locked", "2026-12-02 A n1-a u1 (until 14:00, then base)"]
}
