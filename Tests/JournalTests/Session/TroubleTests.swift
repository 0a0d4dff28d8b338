import Foundation
import GRDB
import Journal
import RosterFolder
import RosterModel
import Testing

@Suite("A journal in trouble")
struct TroubleTests {
  @Test("a damaged journal is kept aside and told, and the tables are opened")
  func damaged() throws {
    let folder = try RosterFolderFixture()
    let session = try folder.session()
    _ = try session.commit(Drafts.assign("u2", "n1-b"), basis: session.position)
    try session.close()
    let garbage = String(repeating: "not a journal ", count: 400)
    try folder.write(".patrol/journal.sqlite", garbage)
    let reading = try RosterReading(at: folder.path)
    guard case .unreadable(.damaged, tablesOf: let time) = reading.journal else {
      Issue.record("read garbage: \(reading.journal)")
      return
    }
    #expect(time > 1_500_000_000)
    let again = try folder.session()
    #expect(again.access == .editing)
    #expect(again.notices.first?.contains(".patrol/journal.damaged-1.sqlite") == true)
    #expect(try folder.text(".patrol/journal.damaged-1.sqlite") == garbage)
    #expect(again.roster.assignments.count == 3)
    _ = try again.commit(Drafts.assign("u3", "n2-a"), basis: again.position)
    try again.close()
    #expect(try folder.tabledPostings().count == 4)
  }

  @Test("an entry whose bytes have changed on the disk is damage, never another edit")
  func flipped() throws {
    let folder = try RosterFolderFixture()
    let session = try folder.session()
    _ = try session.commit(Drafts.assign("u2", "n1-b"), basis: session.position)
    let other = try folder.session("Bek")
    try DatabaseQueue(path: folder.path + "/.patrol/journal.sqlite").inDatabase {
      try $0.execute(sql: "UPDATE posting_change SET unit = 'u3'")
    }
    guard case .unreadable(.damaged, tablesOf: _) = try RosterReading(at: folder.path).journal else {
      Issue.record("read another edit")
      return
    }
    try other.close()
  }

  @Test("a journal of a newer version: the tables are shown, and not edited")
  func newer() throws {
    let folder = try RosterFolderFixture()
    try folder.session().close()
    try DatabaseQueue(path: folder.path + "/.patrol/journal.sqlite").inDatabase {
      try $0.execute(sql: "PRAGMA user_version = 9")
    }
    let session = try folder.session()
    guard case .journal(.newer) = session.access else {
      Issue.record("\(session.access)")
      return
    }
    #expect(RosterFolderFixture.postings(of: session.roster) == RosterFolderFixture.atFirst)
    #expect(session.notices.count == 1)
    #expect(throws: EditRefusal.self) {
      try session.commit(Drafts.assign("u2", "n1-b"), basis: session.position)
    }
  }

  @Test("on a network file system the roster is shown, and not edited")
  func network() throws {
    let folder = try RosterFolderFixture()
    var options = SessionOptions(person: "Aziz")
    options.networkFileSystem = { _ in NetworkFileSystem(magic: 0x6969) }
    let session = try RosterSession(at: folder.path, options)
    #expect("\(session.access)".contains("NFS"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.patrol"))
    #expect(throws: EditRefusal.self) {
      try session.commit(Drafts.assign("u2", "n1-b"), basis: session.position)
    }
  }

  @Test("who looks only writes nothing, and sees what others do")
  func lookingOnly() throws {
    let folder = try RosterFolderFixture()
    let early = try folder.session(isReadOnly: true)
    #expect(early.access == .lookingOnly)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.patrol"))
    let editor = try folder.session("Bek")
    let looker = try folder.session(isReadOnly: true)
    let entry = try editor.commit(Drafts.assign("u2", "n1-b"), basis: editor.position)
    #expect(try looker.news().entries == [entry])
    #expect(looker.desks().map(\.author.person) == ["Bek"])
    #expect(throws: EditRefusal.self) {
      try looker.commit(Drafts.assign("u3", "n1-b"), basis: looker.position)
    }
  }

  @Test("a link in the place of the journal's folder is not followed")
  func link() throws {
    let folder = try RosterFolderFixture()
    let elsewhere = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/.patrol", withDestinationPath: elsewhere.path)
    let session = try folder.session()
    guard case .journal(.notAFolder) = session.access, session.unread != nil, !session.wholeness.isWhole else {
      Issue.record("\(session.access)")
      return
    }
    #expect(session.roster.assignments.count == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
  }

  @Test("a folder that is removed under the desk is told; nothing is pretended")
  func removed() throws {
    let folder = try RosterFolderFixture()
    let session = try folder.session()
    _ = try session.commit(Drafts.assign("u2", "n1-b"), basis: session.position)
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(throws: EditRefusal.self) {
      try session.commit(Drafts.assign("u3", "n1-b"), basis: session.position)
    }
    #expect(throws: SessionError.self) { try session.news() }
    #expect(throws: CheckpointError.self) { try session.checkpoint() }
  }

  @Test("a clock that was set back does not change the order")
  func clock() throws {
    let folder = try RosterFolderFixture()
    var options = SessionOptions(person: "Aziz")
    options.clock = { 2_000_000 }
    let late = try RosterSession(at: folder.path, options)
    _ = try late.commit(Drafts.assign("u2", "n1-b"), basis: late.position)
    options.clock = { 1_000 }
    let early = try RosterSession(at: folder.path, options)
    _ = try early.commit(Drafts.unassign("u2", "n1-b"), basis: early.position)
    #expect(try early.entries(matching: EntryFilter()).map(\.at) == [2_000_000, 1_000])
    #expect(try folder.postings() == RosterFolderFixture.atFirst)
  }

  @Test("the journal's files have the folder's mode, and those who may write the folder may write them")
  func modes() throws {
    let folder = try RosterFolderFixture()
    chmod(folder.path, 0o2770)
    let session = try folder.session()
    _ = try session.commit(Drafts.assign("u2", "n1-b"), basis: session.position)
    func mode(_ name: String) -> mode_t {
      var status = stat()
      return stat(folder.path + "/" + name, &status) == 0 ? status.st_mode & 0o7777 : 0
    }
    #expect(mode(".patrol") == 0o2770)
    #expect(mode(".patrol/desks") == 0o2770)
    #expect(mode(".patrol/journal.sqlite") == 0o660)
    #expect(mode(".patrol/journal.sqlite-wal") == 0o660)
    #expect(mode(".patrol/desks/" + session.author.session) == 0o660)
    #expect(mode(".patrol-tail") == 0o660)
  }
}
