import Coverage
import Crypto
import Files
import Foundation
import RosterModel
import Screen

/// Findings that were there before, and are counted but not held against the roster.
///
/// A finding is known by its fingerprint, of rule and subject, so that rows may move. One fingerprint may stand more than
/// once, and accepts as many findings. What reading finds is in no baseline: it puts every other answer in doubt.
struct Baseline: Codable, Equatable {
  /// A finding as the file holds it; rule and subject are for people.
  struct Entry: Codable, Equatable {
    var fingerprint: String
    var rule: String
    var subject: String
  }

  /// The version that is written; a minor version only adds fields.
  static let version = "1.0"

  /// The version of the file's format.
  var formatVersion = Baseline.version
  /// The findings, sorted as a report sorts them.
  var findings: [Entry] = []

  /// No finding.
  init() {}

  /// The baseline that accepts these findings.
  init(_ findings: [Finding]) {
    self.findings = findings.map { finding in
      Entry(
        fingerprint: Fingerprint(finding).description, rule: finding.rule.id, subject: finding.subject.description)
    }
  }

  /// Whether it accepts nothing.
  var isEmpty: Bool { findings.isEmpty }

  /// The findings that it does not accept, in the order given; O(findings + entries).
  func removed(from all: [Finding]) -> [Finding] {
    var left = Dictionary(findings.map { ($0.fingerprint, 1) }, uniquingKeysWith: +)
    return all.filter { finding in
      guard finding.rule.canBeRegraded else { return true }
      let fingerprint = Fingerprint(finding).description
      guard let count = left[fingerprint], count > 0 else { return true }
      left[fingerprint] = count - 1
      return false
    }
  }
}

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

/// The SHA-256 of a roster folder: over every file that was read, in the order of reading, and the entry as far as which
/// the journal was read, where the tables do not hold it yet.
///
/// Before the bytes of a file stand its name, a NUL, its length in decimal and a NUL, so that no two folders run together
/// into the same bytes.
struct RosterDigest {
  private var hash = SHA256()

  /// Adds a file; `roster.toml` begins anew.
  mutating func add(_ file: String, _ bytes: [UInt8]) {
    if file == "roster.toml" { hash = SHA256() }
    hash.update(data: Array("\(file)\u{0}\(bytes.count)\u{0}".utf8))
    hash.update(data: bytes)
  }

  /// Adds how far along its journal the roster is, where its tables are not.
  mutating func add(journal position: JournalPosition) { add("journal", Array("\(position.number)".utf8)) }

  /// The digest in lower-case hexadecimal.
  var text: String {
    hash.finalize().reduce(into: "") { text, byte in
      text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
  }
}
