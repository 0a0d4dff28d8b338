import FaultTesting
import Foundation
import RosterFolder
import Testing

/// A roster folder on the disk for one test, in a folder of its own; both go when the test is done.
final class FaultRoster: Sendable {
  /// The folder around it, for what is beside it.
  let around: String

  var path: String { around + "/roster" }

  /// A roster of one department; day by day the first units stand on the beats in shift A, if it is not `isBare`.
  ///
  /// It is in memory where there is room for files, because thousands of states are opened and synced; `isOnDisk` for
  /// where temporary files are.
  init(beats: Int = 4, units: Int = 12, days: Int = 7, isBare: Bool = false, isOnDisk: Bool = false) throws {
    let memory = "/dev/shm"
    let place =
      !isOnDisk && access(memory, W_OK) == 0 ? URL(filePath: memory) : FileManager.default.temporaryDirectory
    around = place.appending(path: "faults-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: around, withIntermediateDirectories: true)
    try FolderWriter.create(files: Self.files(beats, units, days, isBare), at: path)
  }

  deinit {
    chmod(path, 0o755)
    try? FileManager.default.removeItem(atPath: around)
  }

  /// Puts what a disk held in the folder's place.
  func replace(with state: DiskState) throws {
    try FileManager.default.removeItem(atPath: path)
    try state.write(to: path)
  }

  /// Puts what a disk held in the place of the folder around it.
  func replaceAround(with state: DiskState) throws {
    try FileManager.default.removeItem(atPath: around)
    try state.write(to: around)
  }

  private static func files(_ beats: Int, _ units: Int, _ days: Int, _ isBare: Bool) -> [(name: String, text: String)] {
    let first = 2
    let beatRows = (1...beats).map { "b\($0),d1,Beat \($0),post,,,\n" }.joined()
    let unitRows = (1...units).map { "u\($0),Sokol-\($0),police,d1,department,open,2,car,,\n" }.joined()
    var postings = ""
    for day in 0..<(isBare ? 0 : days) {
      for beat in 1...min(beats, units) {
        postings += "2027-\(day / 28 + 1 < 10 ? "0" : "")\(day / 28 + 1)-"
        postings += "\(day % 28 + first < 10 ? "0" : "")\(day % 28 + first),A,b\(beat),u\(beat),,\n"
      }
    }
    return [
      ("roster.toml", settings.replacing("DAYS", with: "\(days)")),
      ("districts.csv", "id,name\nnorth,North\n"),
      ("departments.csv", "id,district,name\nd1,north,North 1\n"),
      ("beats.csv", "id,place,name,kind,forces,needs,task\n" + beatRows),
      ("units.csv", "id,callsign,force,home,reach,regime,officers,mode,skills,leader\n" + unitRows),
      ("demand.csv", "place,per,kind,days,shift,force,skill,minimum,target,maximum\nd1,beat,,daily,,,,1,1,\n"),
      ("assignments.csv", "day,shift,beat,unit,status,note\n" + postings),
      ("absences.csv", "unit,days,shift,reason\nu\(units),2027-01-04,,leave\n"),
      ("publications.csv", "district,day,at,by\nnorth,2027-01-02,2027-01-01T18:00,chief\n"),
    ]
  }

  private static let settings = """
    format = 1
    title = "Faults"
    time_zone = "Asia/Tashkent"
    first_day = 2027-01-02
    days = DAYS

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

    [regime.open]
    shifts = ["A", "B", "C"]

    """
}
