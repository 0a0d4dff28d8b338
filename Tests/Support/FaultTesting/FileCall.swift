import Foundation

/// A call of a program on a file of the folder that was watched, also one that changes nothing.
public struct FileCall: Hashable, Sendable {
  /// What calls do, by which it is told whether an error fits them; as in `watch.h` of the recorder.
  public struct Kind: OptionSet, Hashable, Sendable {
    /// The recorder's number.
    public let rawValue: Int

    /// Of the recorder's number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    static let room = Kind(rawValue: 1)
    static let name = Kind(rawValue: 2)
    static let lock = Kind(rawValue: 4)
    static let descriptor = Kind(rawValue: 8)
    static let memory = Kind(rawValue: 16)
    static let transfer = Kind(rawValue: 32)
  }

  /// What it does.
  public let kind: Kind
  /// Its name in the C library, near enough: `open64` is an `open`.
  public let name: String
  /// The file, relative to the folder, as a pattern of the shell: the names of sessions are others in each run.
  public let path: String
  /// Which of the calls of this name on this path it is, from 1.
  public let number: Int

  /// The calls that the recorder wrote down, in their order.
  ///
  /// - Throws: `LogError` where a line is none of the recorder's.
  public static func read(_ path: String) throws -> [FileCall] {
    var counts: [[String]: Int] = [:]
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count == 3, let kind = Int(words[0]) else { throw LogError.notFollowed(String(line)) }
      let key = [words[1], pattern(of: words[2])]
      counts[key, default: 0] += 1
      return FileCall(kind: Kind(rawValue: kind), name: key[0], path: key[1], number: counts[key, default: 0])
    }
  }

  /// Whether it may fail with an error.
  public func mayFail(with error: Int32) -> Bool {
    switch error {
    case ENOSPC, EDQUOT: kind.contains(.room)
    case EACCES, EPERM: kind.contains(.name)
    case ENOLCK: kind.contains(.lock)
    case EMFILE, ENFILE: kind.contains(.descriptor)
    case ENOMEM: kind.contains(.memory)
    default: true
    }
  }

  /// Whether it moves bytes, of which there may be fewer than were asked for.
  public var mayBeShort: Bool { kind.contains(.transfer) }

  private static func pattern(of path: String) -> String {
    let desks = ".patrol/desks/"
    guard let place = path.range(of: desks) else { return path }
    return path[..<place.upperBound] + "*"
  }
}

/// What is to go wrong with a call.
public struct CallFault: Hashable, Sendable, CustomStringConvertible {
  /// How it goes wrong.
  public enum Form: Hashable, Sendable {
    /// It fails with an error.
    case error(Int32)
    /// It moves half of the bytes that it is asked to move.
    case short
    /// It fails with an error, and so do all calls after it that the error fits.
    case errorFromThereOn(Int32)
  }

  /// The call.
  public let call: FileCall
  /// How it goes wrong.
  public let form: Form

  /// A fault of a call.
  public init(_ call: FileCall, _ form: Form) {
    (self.call, self.form) = (call, form)
  }

  /// Whether a call can go wrong so.
  public var isPossible: Bool {
    switch form {
    case .error(let error), .errorFromThereOn(let error): call.mayFail(with: error)
    case .short: call.mayBeShort
    }
  }

  /// The order to the recorder.
  var order: String {
    let mark =
      switch form {
      case .error: ""
      case .short: "/2"
      case .errorFromThereOn: "+"
      }
    return "\(call.number)\(mark) \(call.name) \(call.path)"
  }

  var error: Int32 {
    switch form {
    case .error(let error), .errorFromThereOn(let error): error
    case .short: 0
    }
  }

  /// The call and what goes wrong, in words.
  public var description: String {
    let what = "\(call.name) \(call.number) of \(call.path)"
    return switch form {
    case .error(let error): "\(what): \(String(cString: strerror(error)))"
    case .short: "\(what): half of the bytes"
    case .errorFromThereOn(let error): "from \(what) on: \(String(cString: strerror(error)))"
    }
  }
}
