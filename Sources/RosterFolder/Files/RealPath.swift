import Glibc

/// Paths without links and dots.
enum RealPath {
  /// The path with every link followed; `nil` where the system cannot, `errno` saying why.
  static func of(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
