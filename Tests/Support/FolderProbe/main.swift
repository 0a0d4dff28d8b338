import Glibc
import RosterFolder
import RosterModel

// Saves one roster over and over, for a test that kills it in the middle: at each turn every unit's assignment is on
// the other of two days, and so is its absence, so that two tables change together.

do {
  var snapshot = try FolderReader.read(at: CommandLine.arguments[1])
  guard var roster = snapshot.roster else { exit(3) }
  let first = roster.settings.firstDay
  for turn in 1...Int.max {
    let day = first.advanced(by: turn % 2)
    for index in roster.assignments.indices { roster.assignments[index].day = day }
    for index in roster.absences.indices { roster.absences[index].days = .day(day) }
    snapshot = try FolderWriter.save(roster, over: snapshot)
    if turn == 1 { _ = write(STDOUT_FILENO, "saving\n", 7) }
  }
} catch {
  print("\(error)")
  exit(4)
}
