import RosterFolder
import RosterModel

struct PlanWriter {
  var source: String
  var snapshot: FolderSnapshot
  var output: String?
  var target: String { output ?? source }
  func checkTarget() throws {}
  func write(_ roster: Roster) throws { throw CommandFailure(.fault, "not yet") }
}
