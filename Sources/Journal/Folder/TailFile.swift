import Files
import Glibc
import RosterModel

/// The roster's tail file, beside `.patrol`: a second durable place for what the tables do not hold yet.
///
/// An entry is put there after the journal has it and before anybody is told that it is recorded. So the file never has an
/// act that the journal might have refused, and a journal that ends before it has lost something.
final class TailFile {
  /// Its name in the roster folder.
  static let name = ".patrol-tail"

  /// Where it is.
  let path: String
  private let folder: JournalFolder
  /// How the file was left when this last looked: by that nothing is read twice.
  private var known: Known?

  private struct Known {
    var file: FileIdentity
    var length: Int
    var start: JournalPosition
    var end: JournalPosition
    var endSeal: EntrySeal

    init(_ file: FileIdentity, _ length: Int, _ tail: KeptTail) {
      (self.file, self.length) = (file, length)
      (start, end, endSeal) = (tail.start.through, tail.end, tail.endSeal)
    }
  }

  /// The tail file of a roster; nothing is read or made.
  init(of folder: JournalFolder) {
    self.folder = folder
    path = folder.roster + "/" + Self.name
  }

  /// What the file of a roster holds, for who only reads; `nil` where there is none, or it is not sound.
  ///
  /// To be read before the journal: others may be recording, and the journal is always as far as the file or farther.
  static func read(of folder: JournalFolder) -> KeptTail? { TailReading(of: folder).tail }

  /// Whether there is one, sound or not.
  static func isThere(in folder: JournalFolder) -> Bool { access(folder.roster + "/" + name, F_OK) == 0 }

  /// Makes the file hold the journal as far as an entry; what it has is on the disk when this returns.
  ///
  /// Whatever others have recorded and not put there yet goes along. Nothing is done where another has been faster.
  func keep(_ entry: JournalEntry, of journal: some RosterJournal) throws(JournalError) {
    try withFile { (file: Int32) throws(JournalError) in
      guard let tail = try look(at: file) else { return try replace(from: journal) }
      guard tail.end < entry.position else { return }
      var missing = [entry]
      if EntrySeal(entry, after: tail.endSeal) != entry.seal {
        missing = try journal.news(after: tail.end).entries.filter { $0.position <= entry.position }
      }
      var end = tail.endSeal
      for next in missing {
        guard EntrySeal(next, after: end) == next.seal else { return try replace(from: journal) }
        end = next.seal
      }
      try append(missing, to: file)
    }
  }

  /// Has the file begin at the journal's latest checkpoint whose tables are in their places.
  ///
  /// What is left out is in those tables, and must be in the journal's own file by then.
  func begin(with journal: some RosterJournal) throws(JournalError) {
    try withFile { (file: Int32) throws(JournalError) in try replace(from: journal) }
  }

  /// Writes the file anew from the journal, while its lock is held: whoever waits for that sees that it was replaced.
  private func replace(from journal: some RosterJournal) throws(JournalError) {
    let recorded = try journal.tail()
    // Before the first checkpoint no act has been recorded.
    guard let start = recorded.candidates.last(where: \.isDone) else { return }
    let tail = KeptTail(
      start: start.content, startSeal: try journal.seal(at: start.through),
      entries: recorded.entries.filter { $0.position > start.through })
    try write(tail)
  }

  /// Has the file hold a tail and nothing else, in one step.
  func write(_ tail: KeptTail) throws(JournalError) {
    let fresh = path + ".new"
    unlink(fresh)
    let descriptor = try folder.makeTailFile(fresh)
    defer { close(descriptor) }
    let bytes = TailCode.head(tail) + tail.entries.flatMap { TailCode.record($0) }
    try write(bytes, at: 0, to: descriptor)
    guard rename(fresh, path) == 0 else { throw JournalFolder.failure(path) }
    try folder.syncRoster()
    known = Known(try FileIdentity(of: path), bytes.count, tail)
  }

  private func append(_ entries: [JournalEntry], to file: Int32) throws(JournalError) {
    guard var known else { return }
    let bytes = entries.flatMap { TailCode.record($0) }
    self.known = nil
    do throws(JournalError) {
      try write(bytes, at: known.length, to: file)
    } catch {
      // Half an entry would do no harm, and the next one would be written over it.
      _ = ftruncate(file, off_t(known.length))
      throw error
    }
    known.length += bytes.count
    if let last = entries.last { (known.end, known.endSeal) = (last.position, last.seal) }
    self.known = known
  }

  /// What the file holds; `nil` where it holds no tail.
  private func look(at file: Int32) throws(JournalError) -> Known? {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw JournalFolder.failure(path) }
    let identity = FileIdentity(status)
    if let known, known.file == identity, known.length == Int(status.st_size) { return known }
    known = nil
    if let (tail, length) = TailCode.tail(try Self.bytes(of: file, path)) {
      known = Known(identity, length, tail)
    }
    return known
  }

  /// Locks the file, making it where it is not there, and does something with it.
  private func withFile(_ body: (Int32) throws(JournalError) -> Void) throws(JournalError) {
    for tries in 0... {
      let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
      guard file >= 0 else { throw JournalFolder.failure(path) }
      defer { close(file) }
      switch LockAnswer.of(file) {
      case .taken: break
      case .busy:
        guard Patience.wait(tries) else { throw .busy(path: path) }
        continue
      case .refused: throw JournalFolder.failure(path)
      }
      // Whoever had it may have replaced it, or somebody removed it.
      var (opened, inPlace) = (stat(), stat())
      guard fstat(file, &opened) == 0, lstat(path, &inPlace) == 0,
        FileIdentity(opened) == FileIdentity(inPlace)
      else { continue }
      if opened.st_size == 0 { try folder.shareTailFile(file) }
      return try body(file)
    }
  }

  private func write(_ bytes: [UInt8], at offset: Int, to file: Int32) throws(JournalError) {
    guard OpenFile.write(bytes, to: file, at: offset) else { throw JournalFolder.failure(path) }
    // What an earlier program left unfinished behind this must not be taken for a part of it.
    guard ftruncate(file, off_t(offset + bytes.count)) == 0, OpenFile.sync(file) else {
      throw JournalFolder.failure(path)
    }
  }

  /// The most that is read, in bytes: 1 GiB, as of a table.
  private static let largest = 1 << 30

  static func bytes(of file: Int32, _ path: String) throws(JournalError) -> [UInt8] {
    do {
      return try BoundedFile.bytes(of: file, atMost: largest)
    } catch {
      guard case .system(let code, _) = error else {
        throw .damaged(path: path, reason: "it is not a file, or too large")
      }
      throw JournalFolder.failure(path, code)
    }
  }
}

/// What there is of a roster's tail file, for who only reads it: how far it is sound, and whether that is all of it.
///
/// To be read before the journal: others may be recording, and the journal is always as far as the file or farther.
struct TailReading {
  /// What it holds, as far as it is sound; `nil` where there is none, or not even its start is.
  private(set) var tail: KeptTail?
  /// Whether all that the file holds is sound: nothing that was kept is missing of it.
  private(set) var isWhole = false
  /// Why nothing of it is known although it may be there.
  private(set) var failure: JournalError?
  /// Whether an entry begins behind what is sound.
  private var goesOn = false
  private let path: String

  /// Reads the tail file of a roster.
  init(of folder: JournalFolder) {
    path = folder.roster + "/" + TailFile.name
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ELOOP { failure = .damaged(path: path, reason: "it is a link") }
      if ![ENOENT, ENOTDIR, ELOOP].contains(errno) { failure = JournalFolder.failure(path) }
      return
    }
    defer { close(file) }
    do throws(JournalError) {
      let bytes = try TailFile.bytes(of: file, path)
      guard let (tail, length) = TailCode.tail(bytes) else {
        failure = .damaged(path: path, reason: "it does not begin as a tail file does")
        return
      }
      self.tail = tail
      isWhole = length == bytes.count
      goesOn = bytes[length...].starts(with: TailCode.recordStart)
    } catch {
      failure = error
    }
  }

  /// What is lost where there is no journal; `nil` where all that the file held is known, or there is none either.
  var lossWithoutJournal: JournalError? {
    switch failure {
    case .damaged(_, let reason): loss(reason)
    case nil: tail == nil || isWhole ? nil : loss("it is sound to entry \(end), and not behind that")
    case let error: error
    }
  }

  /// What is lost of a journal that ends with an entry; `nil` where all that the file held is known.
  ///
  /// An act is put into the file after the journal has it. So a journal that has no act behind what is sound has lost those
  /// that are not.
  func loss(of journal: JournalPosition) -> JournalError? {
    guard let tail, !isWhole, journal < tail.end || journal == tail.end && goesOn else { return nil }
    return loss("it is sound to entry \(end), and the journal ends with \(journal.number)")
  }

  private var end: Int64 { tail?.end.number ?? 0 }

  private func loss(_ reason: String) -> JournalError {
    .lost(path: path, reason: "\(reason); the journal, which would have what it lacks, is gone or damaged too")
  }
}
