import Glibc
import RosterFolder
import RosterModel

// What tests of saving need a process of its own for.
//
//   loop FOLDER           saves over and over, to be killed in the middle: at each turn every assignment and every absence
//                         is on the other of two days, so that two tables change together
//   turns FOLDER COUNT    saves so many times and says after each how many there were: every note of an assignment and the
//                         names of all who published are then the number of the turn, so that two tables change together
//   copies FOLDER COUNT TARGET
//                         as `turns`, but writes a whole copy to another folder each time
//   limited FOLDER BYTES  saves one large note while no file may grow beyond so many bytes, as on a full disk

func say(_ text: String) { _ = text.withCString { write(STDOUT_FILENO, $0, strlen($0)) } }

let arguments = CommandLine.arguments
do {
  var snapshot = try FolderReader.read(at: arguments[2])
  guard var roster = snapshot.roster, snapshot.isComplete else {
    // To save what was not read whole would be to change tables on purpose.
    say("incomplete: \(snapshot.findings.map(\.message))\n")
    exit(3)
  }
  switch arguments[1] {
  case "loop":
    for turn in 1...Int.max {
      let day = roster.settings.firstDay.advanced(by: turn % 2)
      for index in roster.assignments.indices { roster.assignments[index].day = day }
      for index in roster.absences.indices { roster.absences[index].days = .day(day) }
      snapshot = try FolderWriter.save(roster, over: snapshot)
      if turn == 1 { say("saving\n") }
    }
  case "turns", "copies":
    for turn in 1...(Int(arguments[3]) ?? 1) {
      let note = roster.note("\(turn)")
      for index in roster.assignments.indices { roster.assignments[index].note = note }
      for index in roster.publications.indices { roster.publications[index].by = "\(turn)" }
      if arguments[1] == "turns" {
        snapshot = try FolderWriter.save(roster, over: snapshot)
      } else {
        try FolderWriter.replaceFolder(at: arguments[4], with: roster, from: snapshot)
      }
      say("\(turn)\n")
    }
  default:
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: UInt(arguments[3]) ?? 0, rlim_max: .max)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    roster.assignments[0].note = roster.note(String(repeating: "x", count: 50_000))
    roster.absences.removeAll()
    try FolderWriter.save(roster, over: snapshot)
  }
} catch {
  say("\(error)")
  exit(4)
}
