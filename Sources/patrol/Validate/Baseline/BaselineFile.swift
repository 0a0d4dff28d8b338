import Foundation
import Screen

/// A baseline on the disk, as JSON.
struct BaselineFile {
  /// The largest that is read, in bytes; a million findings take 150 MB.
  static let largest = 256 << 20

  /// Where it is.
  var path: String

  /// Reads it.
  ///
  /// - Throws: `CommandFailure` where it is not there, not a baseline, or of a newer format.
  func read() throws -> Baseline {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(of: path, atMost: Self.largest)
    } catch let failure as FileFailure {
      throw CommandFailure(ExitStatus(failure.obstacle), "--baseline: \(failure) `--write-baseline` makes one.")
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let baseline: Baseline
    do {
      baseline = try decoder.decode(Baseline.self, from: Data(bytes))
    } catch {
      throw CommandFailure(
        .usage, "--baseline: \(path.shown) is not a baseline. `--write-baseline` makes one.")
    }
    guard baseline.formatVersion.hasPrefix("1.") else {
      throw CommandFailure(
        .usage,
        "--baseline: \(path.shown) has format version \(baseline.formatVersion.shown); this program reads 1. "
          + "Use a newer patrol, or write it again by --write-baseline.")
    }
    return baseline
  }

  /// Writes it whole, in place of what stood there.
  ///
  /// - Throws: `CommandFailure` where it cannot be written; what stood there is then as it was.
  func write(_ baseline: Baseline) throws {
    try ReportTarget(path: path).write(try JSONText.encode(baseline) + "\n")
  }
}
