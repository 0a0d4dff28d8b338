import Glibc
import RosterFolder
import RosterModel

/// All that a roster folder has of a journal, looked at without changing anything.
///
///     let inspection = try JournalInspection(of: JournalFolder(of: snapshot.path))
///     if let inspection, !inspection.faults.isEmpty { ... }
public struct JournalInspection: Sendable {
  /// What its file holds.
  public let audit: JournalAudit
  /// What the tail file has lost that the journal lacks too; `nil` where that is nothing.
  public let loss: JournalError?
  /// The size of its file, in bytes.
  public let size: Int
  /// Its write-ahead file; `nil` where that has nothing.
  public let log: WriteAheadFile?
  /// Whether the acts that the tail file keeps are the journal's; `nil` where there is no such file.
  public let tail: TailState?
  /// Damaged journals that were put aside earlier, by name.
  public let aside: [String]
  /// What a program that was stopped has left half made, by name.
  public let unfinished: [String]

  /// How the tail file stands to the journal.
  public enum TailState: Hashable, Sendable {
    /// It holds the seal that the journal has at its position.
    case fits(JournalAnchor)
    /// It does not.
    case differs(JournalAnchor, JournalAnchor.Fault)
    /// It cannot be read.
    case unreadable
  }

  /// Looks at the journal of a roster; `nil` where there is none.
  ///
  /// - Throws: `JournalError` where nothing can be said of it, because it cannot be read at all.
  public init?(of folder: JournalFolder) throws(JournalError) {
    // Before the journal, which others may be adding to.
    let found = TailReading(of: folder)
    let kept = found.tail
    guard folder.hasJournal else {
      if kept == nil, let loss = found.lossWithoutJournal { throw loss }
      return nil
    }
    let anchors = kept.map(JournalAnchor.of) ?? []
    // Before the database is opened: whoever closes one of its files lets go of all locks that it has on it.
    log = WriteAheadFile(of: folder.journal)
    size = folder.journalSize
    let journal = try SQLiteJournal(reading: folder.journal)
    audit = try journal.audit(sealsAt: Set(anchors.map(\.position)))
    loss = audit.isChainRead ? found.loss(of: audit.chain.last) : nil
    try journal.close()
    tail = audit.isChainRead ? TailState(of: folder, anchors, audit.chain) : nil
    let names = folder.names
    aside = names.filter {
      $0.hasPrefix("journal.damaged-") && $0.hasSuffix(".sqlite") || $0.hasPrefix("tail.unmatched-")
    }
    unfinished = names.filter { name in JournalFolder.halfMade.contains { name.hasPrefix($0) } }
  }

  /// What the tail file of a roster knows of a journal that is not there; `nil` where the journal is there, or never was.
  public static func tailWithoutJournal(of folder: JournalFolder) -> KeptTail? {
    guard let kept = TailFile.read(of: folder), kept.end > .start, !folder.hasJournal else { return nil }
    return kept
  }

  /// What is wrong, in words; empty where all is sound.
  public var faults: [String] {
    var faults = audit.faults
    if let log, !log.hasHead { faults.append("the write-ahead file has no head, so nothing of it is read") }
    switch tail {
    case .differs(let anchor, let fault): faults.append(anchor.words(fault))
    case .unreadable: faults.append("\(TailFile.name) cannot be read")
    case .fits, nil: break
    }
    if let loss { faults.append(loss.reason) }
    return faults
  }
}

extension JournalInspection.TailState {
  /// How a roster's tail file, which has these seals, stands to a chain; `nil` where there is none.
  init?(of folder: JournalFolder, _ anchors: [JournalAnchor], _ chain: ChainAudit) {
    guard let last = anchors.last else {
      guard TailFile.isThere(in: folder) else { return nil }
      self = .unreadable
      return
    }
    self = .fits(last)
    for anchor in anchors {
      if let fault = anchor.fault(in: chain) { self = .differs(anchor, fault) }
    }
  }

  /// Whether the file is not one of the journal's.
  var isForeign: Bool {
    switch self {
    case .fits: false
    case .differs, .unreadable: true
    }
  }
}

extension JournalAnchor {
  /// What a tail file says that its journal had: the seal that it begins after and the one that it ends with.
  static func of(_ tail: KeptTail) -> [JournalAnchor] {
    let start = JournalAnchor(position: tail.start.through, seal: tail.startSeal, source: TailFile.name)
    let end = JournalAnchor(position: tail.end, seal: tail.endSeal, source: TailFile.name)
    return start == end ? [end] : [start, end]
  }

  /// What a fault means, in words.
  public func words(_ fault: Fault) -> String {
    switch fault {
    case .cutOff(let last):
      "the journal ends with entry \(last.number); by \(source) there was an entry \(position.number)"
    case .notThere: "entry \(position.number), which \(source) has the seal of, is not there"
    case .otherSeal: "entry \(position.number), or one before it, is not the one that \(source) has the seal of"
    }
  }
}
