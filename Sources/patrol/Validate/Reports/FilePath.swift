/// Where a file of the roster is for somebody who stands where `ReportRoot` says.
enum FilePath {
  /// The path of a file in a folder without dots; in none where the folder is empty.
  static func joined(_ folder: String, _ file: String) -> String {
    folder.isEmpty ? file : folder.hasSuffix("/") ? folder + file : folder + "/" + file
  }

  /// A path as a URI reference (RFC 3986): relative as it stands, absolute with the scheme `file`.
  static func uri(_ path: String) -> String {
    let encoded = path.utf8.reduce(into: "") { uri, byte in
      if isPlain(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }

  /// Whether a byte stands for itself in a path: the unreserved characters, and the slash.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}
