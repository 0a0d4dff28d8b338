import Foundation

/// The figures of a run, for docs/DURABILITY.md.
enum FaultReport {
  /// Prints a figure where the long or the full figures were asked for, with the word by which `.ci/weekly` finds it.
  static func say(_ figure: String) {
    if FaultScale.current != .short { FileHandle.standardOutput.write(Data("figure: \(figure)\n".utf8)) }
  }
}
