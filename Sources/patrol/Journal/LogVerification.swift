import Files
import Glibc
import Journal
import RosterModel
import Screen

/// What `patrol log --verify` and `--seal` do.
struct LogVerification {
  /// The roster's journal.
  var folder: JournalFolder
  /// The settings of the roster, for its zone.
  var settings: RosterSettings
  var format: AnswerFormat

  /// The most that is read of a file with lines.
  private static let largest = 1 << 28

  /// Walks the whole chain, and holds it against lines that were kept.
  ///
  /// - Parameter kept: a line, a file that has some, or `-` for standard input; `nil` for none.
  /// - Throws: `ExitStatus.no` where something is wrong.
  func verify(against kept: String?, _ streams: StandardStreams) throws {
    let answer = VerifyAnswer(found: try verification(against: try kept.map(anchors) ?? []), settings: settings)
    switch format {
    case .text: streams.answer(answer.text)
    case .json: streams.answer(try JSONText.encode(answer))
    }
    if !answer.found.faults.isEmpty { throw ExitStatus.no }
  }

  /// Writes the line to be kept.
  ///
  /// - Throws: `CommandFailure` where the journal is not sound: the line would vouch for what is damaged.
  func seal(at time: Int64, _ streams: StandardStreams) throws {
    let found = try verification(against: [])
    if let fault = found.faults.first {
      throw CommandFailure(.no, "the journal is not sound: \(fault); `patrol journal check` tells all".shown)
    }
    guard found.chain.isSealed else {
      throw CommandFailure(
        .no, "the journal is of an older version and has no seals yet; it gets them when the roster is edited next")
    }
    let line = SealLine(
      last: found.chain.last, seal: found.chain.seal, roster: folder.roster,
      [("entries", "\(found.chain.count)"), ("at", UniversalTime.text(time))])
    switch format {
    case .text: streams.answer(line.text)
    case .json:
      streams.answer(
        try JSONText.encode(
          SealAnswer(
            last: line.last.number, seal: line.seal.text, entries: found.chain.count, at: UniversalTime.text(time),
            roster: folder.roster, line: line.text)))
    }
  }

  private func verification(against anchors: [JournalAnchor]) throws -> ChainVerification {
    if let obstruction = folder.obstruction { throw CommandFailure(.incomplete, "\(obstruction)".shown) }
    do {
      return try ChainVerification(of: folder, against: anchors)
    } catch {
      throw CommandFailure(.incomplete, "\(error)".shown)
    }
  }

  /// What lines say that were kept of this roster.
  private func anchors(_ kept: String) throws -> [JournalAnchor] {
    if kept != "-", access(kept, F_OK) != 0 {
      let lines = SealLine.lines(in: kept)
      guard !lines.isEmpty else {
        throw CommandFailure(
          .usage, "--against: '\(kept)' is neither a file nor a line of `patrol log --seal`. Give one of these.".shown)
      }
      return lines.map { $0.anchor("the line") }
    }
    let bytes = kept == "-" ? try standardInput() : try InputFile.bytes(of: kept, atMost: Self.largest)
    let name = kept == "-" ? "standard input" : kept
    let all = SealLine.lines(in: String(decoding: bytes, as: UTF8.self))
    // The system's log has those of all rosters.
    let own = all.filter { $0.roster == folder.roster }
    guard !own.isEmpty else {
      let others = all.isEmpty ? "" : ", but \(all.count) of others, as \(all[0].roster)"
      throw CommandFailure(
        .usage,
        "--against: \(name) has no line of \(folder.roster)\(others). Give another file, or the line itself.".shown)
    }
    return own.map { $0.anchor(name) }
  }

  private func standardInput() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Self.largest {
      let count = read(STDIN_FILENO, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileFailure("read", "standard input") }
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
    throw CommandFailure(.usage, "--against: standard input is larger than \(Self.largest >> 20) MiB. Give a file.")
  }
}

/// What `patrol log --seal` answers to programs.
struct SealAnswer: Encodable {
  let formatVersion = "1.0"
  var last: Int64
  var seal: String
  var entries: Int
  var at: String
  var roster: String
  var line: String
}

/// What `patrol log --verify` answers.
struct VerifyAnswer {
  var found: ChainVerification
  /// The settings of the roster, for its zone.
  var settings: RosterSettings

  /// How many faults are told to people.
  private static let mostTold = 20

  /// The answer for people.
  var text: String {
    let chain = found.chain
    var lines = found.hasJournal ? [] : ["there is no journal"]
    if chain.last > .start {
      let time = chain.at.map { " of " + JournalTime.text($0, in: settings) } ?? ""
      lines.append("\(chain.count) entries, the last is \(chain.last.number)\(time)")
      if chain.isSealed { lines.append("seal \(chain.seal)") }
    }
    lines += chain.broken.compactMap { broken in
      broken.mendedBy.map { "\(broken), let stand by entry \($0.number)" }
    }
    for (source, fitting) in fitting { lines.append("fits \(source) at \(fitting)") }
    let faults = found.faults
    lines.append(faults.isEmpty ? "sound" : "not sound:")
    lines += faults.prefix(Self.mostTold).map { "  " + $0 }
    if faults.count > Self.mostTold { lines.append("  ... and \(faults.count - Self.mostTold) more") }
    return lines.map(\.shown).joined(separator: "\n")
  }

  /// The sources that fit, each with where.
  private var fitting: [(source: String, words: String)] {
    var positions: [(source: String, last: Int64, count: Int)] = []
    for (anchor, fault) in found.compared where fault == nil {
      let number = anchor.position.number
      if let index = positions.firstIndex(where: { $0.source == anchor.source }) {
        positions[index] = (anchor.source, max(positions[index].last, number), positions[index].count + 1)
      } else {
        positions.append((anchor.source, number, 1))
      }
    }
    return positions.map { ($0.source, "entry \($0.last)") }
  }
}

extension VerifyAnswer: Encodable {
  private struct Anchor: Encodable {
    var position: Int64
    var seal: String
    var source: String
    var fault: String?
  }

  private enum Key: String, CodingKey {
    case formatVersion, isSound, faults, hasJournal, entries, last, at, milliseconds, seal, damaged, compared
  }

  /// The answer for programs.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let chain = found.chain
    try container.encode("1.0", forKey: .formatVersion)
    try container.encode(found.faults.isEmpty, forKey: .isSound)
    try container.encode(found.faults, forKey: .faults)
    try container.encode(found.hasJournal, forKey: .hasJournal)
    try container.encode(chain.count, forKey: .entries)
    try container.encode(chain.last.number, forKey: .last)
    try container.encodeIfPresent(chain.at.map { JournalTime.text($0, in: settings) }, forKey: .at)
    try container.encodeIfPresent(chain.at, forKey: .milliseconds)
    try container.encode(chain.seal.text, forKey: .seal)
    let log = LogAnswer(records: chain.broken.map(EntryRecord.broken), conflicts: [], settings: settings)
    try container.encode(log.damaged, forKey: .damaged)
    try container.encode(
      found.compared.map { pair in
        Anchor(
          position: pair.anchor.position.number, seal: pair.anchor.seal.text, source: pair.anchor.source,
          fault: pair.fault?.word)
      }, forKey: .compared)
  }
}
