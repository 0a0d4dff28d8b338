import ArgumentParser
import Files
import Glibc
import RosterFolder
import Screen

/// How a validation's findings are written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// One finding a line, as compilers print it.
  case text
  /// Everything, for programs; docs/validate.schema.json is its schema.
  case json
  /// SARIF 2.1.0, for code scanning and editors.
  case sarif
  /// JUnit XML, for the test view of a CI server.
  case junit
  /// Workflow commands, which GitHub Actions shows beside the rows.
  case github
  /// A table for spreadsheets, safe to open there.
  case csv

  /// The report as the text of a file.
  ///
  /// - Throws: `CommandFailure` where it cannot be written as JSON, which is a fault of the program.
  func text(_ report: ValidationReport) throws -> String {
    switch self {
    case .text: TextReport.text(report)
    case .json: try JSONText.encode(JSONReport(report)) + "\n"
    case .sarif: try JSONText.encode(SarifReport.log(report), keys: .useDefaultKeys) + "\n"
    case .junit: JUnitReport.text(report)
    case .github: GitHubReport.text(report)
    case .csv: CSVReport.text(report)
    }
  }
}

/// A report asked for on the command line, as `FORMAT=FILE`.
struct ReportFile: ExpressibleByArgument {
  /// How it is written.
  var format: ReportFormat
  /// Where to.
  var path: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), let format = ReportFormat(rawValue: String(argument[..<equals]))
    else { return nil }
    path = String(argument[argument.index(after: equals)...])
    self.format = format
    // Standard output is what --format writes.
    if path.isEmpty || path == TableFile.standardOutput { return nil }
  }
}

/// Where a report is written: anywhere that a table may be, and in a roster folder beside the tables too.
struct ReportTarget {
  /// The file that makes a folder a roster.
  private static let settings = "roster.toml"

  var path: String

  /// Writes the report whole: a file is replaced at once when all of it is on the disk.
  ///
  /// - Throws: `FileFailure`, or `CommandFailure` where the path is a folder or a part of a roster; a file that was there
  ///   is then as it was.
  func write(_ text: String) throws {
    let (parent, name) = FilePath.parts(of: path)
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    guard access(parent + "/" + Self.settings, F_OK) == 0, !isFolder, !name.isEmpty else {
      try TableFile(path: path).write(Array(text.utf8))
      return
    }
    let isOwn = name == Self.settings || name.hasPrefix(".patrol") || RosterTable.allCases.contains { $0.file == name }
    guard !isOwn else {
      throw CommandFailure(.usage, "\(path.shown) is a part of a roster. Choose another name for the report.")
    }
    let folder = try FolderHandle(path: try TableFile.resolved(parent, of: parent))
    try TableFile.replace(name, Array(text.utf8), in: folder)
  }
}

/// Where the files of a roster are for whoever reads a report elsewhere: GitHub, an editor, a server.
///
/// They place a path from the root of the repository, wherever the program was started, and take no `./` and no `..`.
enum ReportRoot {
  /// The path of a roster folder from the folder that its readers stand in; empty for that folder itself.
  ///
  /// That is the workspace of GitHub Actions if the roster is in it, or else the root of its git work tree, or else the
  /// current folder; where it is in none of them, the whole path.
  ///
  /// - Parameters:
  ///   - real: the real path of the roster folder.
  ///   - workspace: what `GITHUB_WORKSPACE` says.
  static func path(of real: String, workspace: String?) -> String {
    let roots = [workspace.flatMap(resolved), workTree(around: real), resolved(".")]
    return roots.lazy.compactMap { $0 }.compactMap { relative(real, to: $0) }.first ?? real
  }

  /// The nearest folder, from the roster's own up, that git keeps its things in; a work tree besides the first has a file there.
  private static func workTree(around real: String) -> String? {
    var folder = real[...]
    while !folder.isEmpty {
      if access(folder + "/.git", F_OK) == 0 { return String(folder) }
      folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    }
    return nil
  }

  private static func relative(_ path: String, to root: String) -> String? {
    if path == root { return "" }
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  private static func resolved(_ path: String) -> String? {
    path.isEmpty ? nil : FilePath.real(path)
  }
}
