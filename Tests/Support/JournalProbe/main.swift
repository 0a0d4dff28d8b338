import Glibc
import Journal
import JournalTesting
import RosterModel

// Edits a roster as a desk does, for what tests of the journal need processes of their own for.
//
//   acts FOLDER PERSON COUNT SEED EVERY   COUNT acts drawn by chance, a checkpoint after each EVERY (0 for none), and a look
//                                         at what others did after each third act
//   verbs FOLDER PERSON COUNT SEED EVERY  the same as a command does them, which is no desk
//   turns FOLDER PERSON COUNT SEED EVERY  the same as `acts`, but each second act takes the last back, or does it again
//   starts FOLDER PERSON COUNT SEED EVERY the same as `acts`, but it waits for a line before the first
//   waits FOLDER PERSON COUNT SEED EVERY  the same as `acts`; then waits for a line, looks once more, and says the print of its rows
//   told FOLDER PERSON COUNT SEED 0       an act for each line that says `act`, a look at what others did for `look`; it
//                                         closes for `close`, and takes its time to be killed otherwise
//   reads FOLDER                          says what the journal said and the print of the rows that every reader sees
//
// It says `open`; before each act `try` with how far it knows the journal and the rows that the act would add and take
// away, parted by tabs; and after it `done` with the position, `refused` with why, or `failed` with why, where nothing
// could be written. After the third of these it takes away a file `filler` beside the folder, so that there is room.

func say(_ text: String) { _ = (text + "\n").withCString { write(STDOUT_FILENO, $0, strlen($0)) } }

func word(_ refusal: EditRefusal) -> String {
  switch refusal {
  case .clash: "refused clash"
  case .notThere: "refused notThere"
  case .breaksRules: "refused breaksRules"
  case .wantsReason: "refused wantsReason"
  case .worked: "refused worked"
  case .alreadyRecorded: "refused alreadyRecorded"
  case .notWritten(let reason, _): "failed \(reason)"
  }
}

let arguments = CommandLine.arguments
if arguments.count == 3, arguments[1] == "reads" {
  do {
    let reading = try RosterReading(at: arguments[2])
    say("journal \(reading.journal)")
    say("rows \(reading.roster.map { RosterRows($0).print } ?? "none")")
    exit(0)
  } catch {
    say("error \(error)")
    exit(4)
  }
}

/// What takes back the person's last act, or does again what was taken back last.
func turn(in session: RosterSession) throws -> EntryDraft? {
  let history = try session.history()
  if let entry = history.redoable.last {
    return EntryDraft(
      kind: .redo(entry.position), name: "redo", reason: "again", changes: entry.draft.changes)
  }
  return history.undoable.last.map { entry in
    EntryDraft(
      kind: .undo(entry.position), name: "undo", reason: "taken back", changes: entry.draft.changes.inverse)
  }
}

guard arguments.count == 7, let count = Int(arguments[4]), let seed = Int(arguments[5]), let every = Int(arguments[6])
else { exit(2) }
do {
  let session = try RosterSession(
    at: arguments[2], SessionOptions(person: arguments[3], isDesk: arguments[1] != "verbs"))
  for notice in session.notices { say("notice \(notice)") }
  guard session.access == .editing else {
    say("read-only \(session.access)")
    exit(3)
  }
  say("open")
  if arguments[1] == "starts" { _ = readLine() }
  var acts = RandomActs(seed: seed)
  var failures = 0
  func isNext(_ number: Int) throws -> Bool {
    guard arguments[1] == "told" else { return number <= count }
    while let line = readLine() {
      switch line {
      case "act": return true
      case "look":
        _ = try session.news()
        for notice in session.notices { say("notice \(notice)") }
        say("looked")
      default: return false
      }
    }
    return false
  }
  var number = 0
  while try isNext(number + 1) {
    number += 1
    guard session.snapshot.isComplete else {
      // Acts are drawn from all tables, as whoever edits must see all of them.
      say("incomplete \(session.snapshot.findings.map(\.message))")
      exit(3)
    }
    let isTurn = arguments[1] == "turns" && number % 2 == 0
    let draft = isTurn ? try turn(in: session) ?? acts.next(in: session.roster) : acts.next(in: session.roster)
    say("try\t\(session.position.number)\t" + draft.changes.lines.joined(separator: "\t"))
    do throws(EditRefusal) {
      let entry = try session.commit(draft, basis: session.position)
      say("done \(entry.position.number)")
    } catch {
      say(word(error))
      if case .notWritten = error {
        failures += 1
        // A disk that was full has room again.
        if failures == 3 { unlink(arguments[2] + "/../filler") }
      }
    }
    if number % 3 == 0, arguments[1] != "told" { _ = try session.news() }
    if every > 0, number % every == 0 {
      do throws(CheckpointError) {
        try session.checkpoint()
        say("checkpoint")
      } catch {
        guard case .tables(.busy) = error else { throw error }
        // Others fold all the time, and whoever is last does it for all.
        say("checkpoint busy")
      }
    }
  }
  if arguments[1] == "waits" {
    say("waiting")
    _ = readLine()
    _ = try session.news()
    say("rows \(RosterRows(session.roster).print)")
    // Whoever leaves first must not change what others see.
    _ = readLine()
  }
  try session.close()
  say("closed")
} catch {
  say("error \(error)")
  exit(4)
}
