import FaultTesting
import Foundation
import Journal
import JournalTesting
import RosterFolder
import RosterModel
import Testing

@Suite(
  "A roster and the rights of those who use it",
  .enabled(if: geteuid() == 0 && OtherUser.isAllowed, "needs the right to be another user"))
struct JournalRightsTests {
  @Test("two users of a group, each with a strict umask, edit the roster of a group in turn")
  func group() throws {
    let (folder, group): (FaultRoster, gid_t) = (try FaultRoster(), 4321)
    chown(folder.path, 0, group)
    chmod(folder.path, 0o2775)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      chown(folder.path + "/" + name, 0, group)
      chmod(folder.path + "/" + name, 0o664)
    }
    chmod(folder.around, 0o755)
    var rows = try EditedRoster.rows(at: folder.path)
    for (turn, user) in [OtherUser.number, OtherUser.number - 1, OtherUser.number].enumerated() {
      let arguments = ["acts", folder.path, "user\(user)", "5", "\(turn)", "2"]
      let (text, code) = try OtherUser.run("JournalProbe", arguments, as: user, groups: [group], mask: "077")
      #expect(code == 0, "\(text)")
      let fault = try EditedRoster.fault(at: folder.path, rows, ProbeWords(text))
      #expect(fault == nil)
      rows = try EditedRoster.rows(at: folder.path)
    }
    let state = try DiskState(of: folder.path)
    #expect(state.folders[".patrol"] == 0o2775)
    for (name, file) in state.files { #expect(file.mode == 0o664, "\(name)") }
    for name in state.files.keys {
      var status = stat()
      #expect(stat(folder.path + "/" + name, &status) == 0 && status.st_gid == group, "\(name)")
    }
  }

  @Test(
    "who may not write looks only, is told, and sees what every reader sees",
    arguments: [true, false])
  func readOnly(isClosed: Bool) throws {
    let edited = try EditedFolder(isClosed: isClosed)
    let path = edited.folder.path
    chmod(edited.folder.around, 0o755)
    let folders = [path, path + "/.patrol", path + "/.patrol/desks"]
    for folder in folders { chmod(folder, 0o555) }
    defer { for folder in folders { chmod(folder, 0o755) } }
    let before = try DiskState(of: path)
    let (text, code) = try OtherUser.run("JournalProbe", ["acts", path, "other", "1", "1", "0"])
    #expect(code == 3)
    #expect(text.contains("cannot be written"), "\(text)")
    let (words, _) = try OtherUser.run("JournalProbe", ["reads", path])
    #expect(words.contains("rows \(edited.rows.print)"), "\(words)")
    #expect(try DiskState(of: path) == before)
    FaultReport.say("\(isClosed ? "closed" : "killed") and read by who may not write: \(words)")
  }
}
