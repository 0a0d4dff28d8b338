import Foundation

/// What a program did to a folder, and every state in which a power cut in the middle of it may leave the folder.
public struct Recording {
  /// The folder before.
  public let start: Disk
  /// What was done.
  public let operations: [FileOperation]

  /// Of operations on a folder.
  public init(start: Disk, operations: [FileOperation]) {
    self.start = start
    self.operations = operations
  }

  /// Runs programs that `run` starts with the watch it is given, and takes down what they do.
  ///
  /// - Throws: `RecordingError` where what was taken down does not account for all that is in the folder afterwards.
  public init(of folder: String, _ run: (FileWatch) throws -> Void) throws {
    let start = try Disk(folder)
    let log = FileManager.default.temporaryDirectory.appending(path: "operations-\(UUID().uuidString)").path
    defer { unlink(log) }
    try run(FileWatch(folder, log: log))
    self.init(start: start, operations: try OperationLog.read(log))
    var disk = start
    for operation in operations { try disk.apply(operation) }
    var (told, found) = (disk.state(after: .everything), try DiskState(of: folder))
    told.removeShared()
    found.removeShared()
    if told != found { throw RecordingError(told: told, found: found) }
  }

  /// The same run, as if the program had done without what `isLeftOut` is true of.
  public func without(_ isLeftOut: (FileOperation) -> Bool) -> Recording {
    Recording(start: start, operations: operations.filter { !isLeftOut($0) })
  }

  /// Calls `visit` with every state that a power cut after any operation may leave, each once for each count of marks.
  ///
  /// - Parameters:
  ///   - seeds: how many states are drawn by chance at each operation, beside those that are not left to chance.
  ///   - visit: is given the state, what the program had said by then, and where the cut was.
  public func afterEachPowerCut(
    seeds: Int, _ visit: (_ state: DiskState, _ marks: [ProgramMark], _ place: String) throws -> Void
  ) throws {
    var disk = start
    var marks: [ProgramMark] = []
    var seen: Set<DiskState> = []
    for number in 0...operations.count {
      if number > 0 {
        try disk.apply(operations[number - 1])
        if case .mark(let mark) = operations[number - 1] {
          marks.append(mark)
          seen = []
        }
      }
      var cuts: [PowerCut] = [.nothing, .everything, .names, .contents]
      for seed in 0..<seeds {
        cuts.append(seed % 2 == 0 ? .scattered(seed: number * seeds + seed) : .journalled(seed: number * seeds + seed))
      }
      for cut in cuts {
        let state = disk.state(after: cut)
        guard seen.insert(state).inserted else { continue }
        try visit(state, marks, "operation \(number) of \(operations.count), \(cut)")
      }
    }
  }
}

/// The log of a run does not tell all that the run did.
public struct RecordingError: Error, CustomStringConvertible {
  let told: DiskState
  let found: DiskState

  /// Which files and folders are not as told.
  public var description: String {
    let names = Set(told.files.keys).union(found.files.keys).filter { told.files[$0] != found.files[$0] }
    let folders = Set(told.folders.keys).union(found.folders.keys).filter { told.folders[$0] != found.folders[$0] }
    return "not as the log of the run tells: \((names.union(folders)).sorted().joined(separator: ", "))"
  }
}

extension DiskState {
  /// Leaves out what programs share through memory: it says nothing after a crash.
  fileprivate mutating func removeShared() { files = files.filter { !$0.key.hasSuffix("-shm") } }
}
