import FaultTesting
import Foundation
import Testing

/// A program that is run over and over, each time with another of its calls on files going wrong.
struct FailingCalls {
  /// What it is about, for the report.
  let name: String
  /// The folder that is watched, and what it holds before each run.
  let folder: String
  let start: DiskState
  private let program: String
  private let arguments: [String]
  /// The calls that a run makes in which nothing goes wrong.
  let calls: [FileCall]
  /// What that run said, and what it left.
  let good: ProbeEnd
  let after: DiskState

  /// The longest that a run may take, in seconds: who waits for a lock waits for ten, and for some one after the other.
  private static let patience = 120.0

  /// Runs a program once and notes the calls that it makes on the files of a folder.
  init(_ name: String, in folder: String, _ program: String, _ arguments: [String]) throws {
    (self.name, self.folder, self.program, self.arguments) = (name, folder, program, arguments)
    start = try DiskState(of: folder)
    var watch = FileWatch(folder)
    let list = FileManager.default.temporaryDirectory.appending(path: "calls-\(UUID().uuidString)").path
    defer { unlink(list) }
    watch.calls = list
    good = try Self.run(program, arguments, watch)
    if let fault = good.fault { throw TornTables(what: fault) }
    calls = try FileCall.read(list)
    after = try DiskState(of: folder)
  }

  /// Runs the program with each of its calls going wrong in each of some ways, or with so many of all these faults.
  ///
  /// - Parameter check: what is wrong with what a run said and left, or `nil`.
  func each(
    _ forms: [CallFault.Form], short: Int, long: Int, full: Int = .max,
    _ check: (CallFault, ProbeEnd) throws -> String?
  ) throws {
    let faults = forms.flatMap { form in calls.map { CallFault($0, form) } }.filter(\.isPossible)
    let count = min(faults.count, FaultScale.of(short, long: long, full: full))
    var codes: [Int32: Int] = [:]
    for number in 0..<count {
      let fault = faults[number * faults.count / count]
      try restore()
      var watch = FileWatch(folder)
      watch.fault = fault
      let end = try Self.run(program, arguments, watch)
      codes[end.code ?? -1, default: 0] += 1
      let wrong = try end.fault ?? check(fault, end)
      let said = "\(end.words.suffix(300)) \(end.errors.suffix(300))"
      #expect(wrong == nil, "\(name): \(fault), exit code \(end.code ?? -1): \(said)")
    }
    let told = codes.sorted { $0.key < $1.key }.map { "\($0.value) ended with \($0.key)" }.joined(separator: ", ")
    FaultReport.say("failing calls, \(name): \(count) of \(faults.count) faults of \(calls.count) calls, \(told)")
  }

  /// Runs the program with nothing going wrong, on what is there.
  func again() throws -> ProbeEnd { try Self.run(program, arguments, nil) }

  /// Puts back what the folder held before the first run.
  func restore() throws {
    try FileManager.default.removeItem(atPath: folder)
    try start.write(to: folder)
  }

  private static func run(_ program: String, _ arguments: [String], _ watch: FileWatch?) throws -> ProbeEnd {
    try ProbeRun(program, arguments, watch: watch, keepsErrors: true).finish(within: patience)
  }
}

extension [CallFault.Form] {
  /// The ways in which a disk and a system fail once: no reading or writing, no room, no right, no lock, no descriptor,
  /// no memory, fewer bytes than were asked for.
  static let once: [CallFault.Form] = [EIO, ENOSPC, EACCES, ENOLCK, EMFILE, ENOMEM].map { .error($0) } + [.short]
}
