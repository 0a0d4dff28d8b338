import Glibc

/// Paths: what leads where, and how one is written in an address.
public enum FilePath {
  /// The path with every link followed and without dots; `nil` where the system cannot, `errno` saying why.
  public static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The path without links and dots, as far as it is there; what is missing follows as it was given.
  public static func realAsFarAsThere(_ path: String) -> String {
    var missing: [Substring] = []
    var known = path[...]
    while true {
      if let real = real(known.isEmpty ? "." : String(known)) {
        return ([real] + missing.reversed().map(String.init)).joined(separator: "/")
      }
      guard let slash = known.lastIndex(of: "/") else {
        missing.append(known)
        known = ""
        continue
      }
      missing.append(known[known.index(after: slash)...])
      known = slash == known.startIndex ? "/" : known[..<slash]
    }
  }

  /// The folder and the name of a path.
  public static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  /// The path of a file in a folder; the file's own where the folder is empty.
  public static func joined(_ folder: String, _ file: String) -> String {
    folder.isEmpty ? file : folder.hasSuffix("/") ? folder + file : folder + "/" + file
  }

  /// A path as part of a URI (RFC 3986): every byte in hexadecimal but the unreserved characters and the slash.
  public static func percentEncoded(_ path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      if isPlain(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
  }

  /// A path as a URI reference (RFC 3986): relative as it stands, absolute with the scheme `file`.
  public static func uri(_ path: String) -> String {
    path.hasPrefix("/") ? "file://" + percentEncoded(path) : percentEncoded(path)
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
