import Glibc

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
    guard !path.isEmpty, let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
