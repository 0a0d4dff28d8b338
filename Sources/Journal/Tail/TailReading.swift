import Glibc
import RosterModel

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
