import Journal
import RosterModel

/// What could not be read of a folder, for people and programs.
enum WholenessText {
  /// The most problems that are told one by one.
  private static let most = 10

  /// A line for each of the first problems, and one that says how many more there are; none for a folder that was read whole.
  static func lines(_ folder: FolderWholeness) -> [String] {
    guard !folder.isWhole else { return [] }
    let problems = folder.problems
    let lines = problems.prefix(most).map { FindingText.line($0, colour: false) }
    return problems.count > most
      ? lines + ["... and \(problems.count - most) more; `patrol validate` lists them all"] : lines
  }
}
