/// What the recorder of `CFileRecorder` is to do in a run.
public struct FileWatch {
  /// The folder that is watched.
  public var folder: String
  /// Where the log is written; `nil` for none.
  public var log: String?
  /// The number of the operation, from 1, before which the program is killed.
  public var killAt: Int?
  /// Whether half of what that operation writes is written before.
  public var killsInHalf = false
  /// The number of the operation from which on all fail.
  public var failFrom: Int?
  /// The number of the one operation that fails.
  public var failAt: Int?
  /// The error that they fail with.
  public var error: Int32 = 0
  /// One call of all that goes wrong, also of those that change nothing; not together with `failAt` and `failFrom`.
  public var fault: CallFault?
  /// Where all calls are written; with a fault, those that go wrong.
  public var calls: String?

  /// Whether the system has no room for a lock.
  public var refusesLocks = false

  /// A watch over a folder.
  public init(_ folder: String, log: String? = nil) {
    self.folder = folder
    self.log = log
  }

  var environment: [String: String] {
    var variables = ["FILE_RECORDER_FOLDER": folder]
    variables["FILE_RECORDER_LOG"] = log
    variables["FILE_RECORDER_KILL_AT"] = killAt.map { "\($0)" + (killsInHalf ? "/2" : "") }
    variables["FILE_RECORDER_FAIL_AT"] = failFrom.map { "\($0)+" } ?? failAt.map { "\($0)" }
    variables["FILE_RECORDER_FAIL_CALL"] = fault?.order
    variables["FILE_RECORDER_CALLS"] = calls
    variables["FILE_RECORDER_ERROR"] = "\(fault?.error ?? error)"
    variables["FILE_RECORDER_LOCKS"] = refusesLocks ? "none" : nil
    return variables
  }
}
