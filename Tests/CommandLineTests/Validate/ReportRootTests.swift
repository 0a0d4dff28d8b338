import Foundation
import Testing

@Suite("Where reports say that a file is")
struct ReportRootTests {
  private let folder: TemporaryFolder
  /// The folder's path without links.
  private let root: String

  init() throws {
    folder = try TemporaryFolder()
    root = try #require(realpath(folder.path, nil).map { String(cString: $0) })
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "repository/rosters"), withIntermediateDirectories: true)
    _ = try SmallRoster().write(to: folder, as: "repository/rosters/north")
  }

  /// The path of the gap in each of the formats that say where a file is.
  private func paths(_ roster: String, in place: String, workspace: String = "") throws -> [String] {
    let formats = [
      ("github", "file=", ","), ("sarif", "\"uri\" : \"", "\""), ("junit", " file=\"", "\""),
    ]
    return try formats.map { format, before, after in
      let outcome = try Program.run(
        ["validate", roster, "--format", format], in: folder.url.appending(path: place),
        environment: ["GITHUB_WORKSPACE": workspace])
      #expect(outcome.status == 1, "\(outcome.errors)")
      return outcome.output.components(separatedBy: before).dropFirst().first?.components(separatedBy: after).first
        ?? ""
    }
  }

  @Test(
    "from the root of the git work tree, wherever the program was started and however the folder was named",
    arguments: [
      (".", "repository/rosters/north"), ("../north/", "repository/rosters/north"), ("./north", "repository/rosters"),
      ("rosters/../rosters//north", "repository"), ("repository/rosters/north", "."),
    ])
  func workTree(roster: String, place: String) throws {
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "repository/.git"), withIntermediateDirectories: false)
    #expect(try paths(roster, in: place) == Array(repeating: "rosters/north/demand.csv", count: 3))
  }

  @Test("from GITHUB_WORKSPACE where the roster is in it, also of a repository that is checked out inside another")
  func workspace() throws {
    try Data("gitdir: elsewhere\n".utf8).write(to: folder.url.appending(path: "repository/.git"))
    let place = "repository/rosters/north"
    #expect(
      try paths(".", in: place, workspace: folder.path)
        == Array(repeating: "repository/rosters/north/demand.csv", count: 3))
    for other in ["/nowhere", "/proc"] {
      #expect(try paths(".", in: place, workspace: other) == Array(repeating: "rosters/north/demand.csv", count: 3))
    }
  }

  @Test("outside of both from the current folder, and whole where the roster is not in it")
  func neither() throws {
    #expect(try paths("./rosters/north", in: "repository") == Array(repeating: "rosters/north/demand.csv", count: 3))
    #expect(try paths(".", in: "repository/rosters/north") == Array(repeating: "demand.csv", count: 3))
    let whole = "\(root)/repository/rosters/north/demand.csv"
    #expect(try paths("../north", in: "repository/rosters/north") == Array(repeating: "demand.csv", count: 3))
    #expect(
      try paths("repository/rosters/north", in: ".", workspace: "")
        == Array(repeating: "repository/rosters/north/demand.csv", count: 3))
    try FileManager.default.createDirectory(at: folder.url.appending(path: "other"), withIntermediateDirectories: false)
    #expect(try paths("../repository/rosters/north", in: "other") == [whole, "file://" + whole, whole])
  }
}
