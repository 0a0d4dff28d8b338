import Crypto
import RosterModel

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
