import Foundation
import RosterModel

/// A roster of a given number of assignments, for measuring how it is read: one unit for each beat, shift and day.
struct SyntheticRoster {
  /// How many assignments.
  let rows: Int
  /// Whether they are in no order rather than in that in which the program writes.
  let isShuffled: Bool

  private static let beats = 600
  private static let units = 5_500
  private static let shifts = ["A", "B", "C"]
  private static let longestPeriod = 1_096

  /// Writes the folder's files, a few hundred rows at a time.
  func write(to folder: URL) throws {
    try write("roster.toml", to: folder, [settings])
    try write("districts.csv", to: folder, ["id,name\n", "d1,District\n"])
    try write("departments.csv", to: folder, ["id,district,name\n", "d1-1,d1,Department\n"])
    try write(
      "beats.csv", to: folder, ["id,place,name,kind\n"] + (0..<Self.beats).map { "\(beat($0)),d1-1,Beat,route\n" })
    try write(
      "units.csv", to: folder,
      ["id,callsign,force,home,reach,regime\n"]
        + (0..<Self.units).map { "\(unit($0)),Unit \($0),police,d1-1,city,any\n" })
    try write("demand.csv", to: folder, ["place,days,minimum\n"])
    try write("assignments.csv", to: folder, AnySequence(assignments))
  }

  private var settings: String {
    let tiles = zip(Self.shifts, ["08:00", "16:00", "24:00"]).map { id, start in
      "[[shift]]\nid = \"\(id)\"\nstart = \"\(start)\"\nhours = 8\n"
    }
    return """
      format = 1
      time_zone = "Asia/Tashkent"
      first_day = 2026-01-01
      days = \(Self.longestPeriod)
      \(tiles.joined())
      [regime.any]
      shifts = ["A", "B", "C"]
      """
  }

  private func beat(_ number: Int) -> String { "d1-1-b\(padded(number, to: 4))" }

  private func unit(_ number: Int) -> String { "d1-1-u\(padded(number, to: 5))" }

  private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: width - digits.count) + digits
  }

  private var assignments: some Sequence<String> {
    let first = Day(number: 20_454)
    // A stride without a common factor visits every row once.
    let stride = isShuffled ? 7_368_787 : 1
    return CollectionOfOne("day,shift,beat,unit,status,note\n")
      + (0..<rows).lazy.map { index in
        let row = index * stride % rows
        let day = first.advanced(by: row / (Self.beats * Self.shifts.count))
        let shift = Self.shifts[row / Self.beats % Self.shifts.count]
        let note = row % 50 == 0 ? "\"until 22:00, then base\"" : ""
        return "\(day),\(shift),\(beat(row % Self.beats)),\(unit(row * 7 % Self.units)),,\(note)\n"
      }
  }

  private func write(_ name: String, to folder: URL, _ lines: some Sequence<String>) throws {
    let url = folder.appendingPathComponent(name)
    guard FileManager.default.createFile(atPath: url.path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
    let file = try FileHandle(forWritingTo: url)
    var chunk = ""
    for line in lines {
      chunk += line
      if chunk.utf8.count > 1 << 16 {
        try file.write(contentsOf: Data(chunk.utf8))
        chunk = ""
      }
    }
    try file.write(contentsOf: Data(chunk.utf8))
    try file.close()
  }
}
