import Glibc

/// Programs built beside the running tests.
public enum BuiltProgram {
  /// The path of the executable product or target `name` of this package, in the configuration under test.
  public static func path(_ name: String) throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/" + name
    guard access(path, X_OK) == 0 else {
      throw RunError(what: "no program at \(path); build it with `swift build --build-tests`", screen: "")
    }
    return path
  }
}
