import RosterModel

/// What happened to units during their shifts; kept up to date as manoeuvres are added and taken away.
struct ManoeuvreIndex: Sendable {
  private var ofUnit: [UnitReference: [Manoeuvre]] = [:]

  /// The manoeuvres of a roster; one of an unknown unit or shift says nothing.
  init(_ roster: Roster) { for manoeuvre in roster.manoeuvres { add(manoeuvre) } }

  /// Whether nothing happened to anybody.
  var isEmpty: Bool { ofUnit.isEmpty }

  /// All of them, in no particular order.
  var all: [Manoeuvre] { ofUnit.values.flatMap { $0 } }

  /// What happened to a unit.
  func of(_ unit: UnitReference) -> [Manoeuvre] { ofUnit.isEmpty ? [] : ofUnit[unit] ?? [] }

  /// What happened to a unit in a posting of it, in the order of time.
  func of(_ posting: Assignment, in settings: RosterSettings) -> [Manoeuvre] {
    let own = of(posting.unit).filter { $0.isOf(posting) }
    guard own.count > 1 else { return own }
    return own.sorted {
      (settings.instant(of: $0), $0.kind.rawValue) < (settings.instant(of: $1), $1.kind.rawValue)
    }
  }

  mutating func add(_ manoeuvre: Manoeuvre) {
    guard manoeuvre.unit.isKnown, manoeuvre.shift.isKnown else { return }
    ofUnit[manoeuvre.unit, default: []].append(manoeuvre)
  }

  /// Takes a manoeuvre away; one that is not there changes nothing.
  mutating func remove(_ manoeuvre: Manoeuvre) {
    guard let position = ofUnit[manoeuvre.unit]?.lastIndex(of: manoeuvre) else { return }
    ofUnit[manoeuvre.unit]?.remove(at: position)
    if ofUnit[manoeuvre.unit]?.isEmpty == true { ofUnit[manoeuvre.unit] = nil }
  }
}

/// What a unit truly worked of a posting, by what happened to it meanwhile.
public struct WorkedShift: Hashable, Sendable {
  /// A time at one beat, in minutes since 1970-01-01 00:00 UTC.
  public struct Stay: Hashable, Sendable {
    /// Where.
    public var beat: BeatReference
    /// From when until when.
    public var span: Range<Int>
  }

  /// What happened, in the order of time.
  public var manoeuvres: [Manoeuvre]
  /// When it came, in minutes since 1970-01-01 00:00 UTC.
  public var start: Int
  /// When it left.
  public var end: Int
  /// The work time in minutes, pauses left out.
  public var minutes: Int
  /// Where it stood, in the order of time; the pauses of a split duty are inside.
  public var stays: [Stay]

  /// What was worked of a posting of known shift.
  ///
  /// - Parameter manoeuvres: what happened to it, in the order of time.
  public init(_ posting: Assignment, _ manoeuvres: [Manoeuvre], in settings: RosterSettings) {
    self.manoeuvres = manoeuvres
    var parts = settings.parts(posting.day, posting.shift)
    let planned = settings.interval(posting.day, posting.shift)
    let times = manoeuvres.map { (kind: $0.kind, beat: $0.beat, at: settings.instant(of: $0)) }
    // What is said of another time than the shift's says nothing of it; ORG012 finds it.
    let arrivals = times.filter { ($0.kind == .late || $0.kind == .calledIn) && planned.contains($0.at) }.map(\.at)
    let leavings = times.filter {
      $0.kind.isLeaving && (planned.lowerBound...planned.upperBound + RosterSettings.longestStay).contains($0.at)
    }.map(\.at)
    start = max(planned.lowerBound, arrivals.max() ?? planned.lowerBound)
    end = max(start, leavings.min() ?? planned.upperBound)
    // Who was relieved late has worked on.
    if let last = parts.last, end > last.upperBound { parts[parts.count - 1] = last.lowerBound..<end }
    let worked = start..<end
    minutes = parts.reduce(0) { $0 + $1.clamped(to: worked).count }
    stays = []
    var (beat, since) = (posting.beat, start)
    for move in times where move.kind == .moved && worked.contains(move.at) {
      if since < move.at { stays.append(Stay(beat: beat, span: since..<move.at)) }
      (beat, since) = (move.beat ?? beat, move.at)
    }
    if since < end { stays.append(Stay(beat: beat, span: since..<end)) }
  }
}

extension CoverageGrid {
  /// What was truly worked of a posting; `nil` where nothing happened to it, and it was worked as planned.
  public func worked(_ posting: Assignment) -> WorkedShift? {
    guard !manoeuvres.isEmpty, posting.shift.isKnown else { return nil }
    let own = manoeuvres.of(posting, in: frame.roster.settings)
    return own.isEmpty ? nil : WorkedShift(posting, own, in: frame.roster.settings)
  }

  /// What happened to a unit in a posting of it, for people: `moved to Park (y1-b02) from 21:40: fight`; empty where nothing did.
  public func happened(to posting: Assignment) -> String {
    manoeuvres.isEmpty
      ? "" : manoeuvres.of(posting, in: frame.roster.settings).map { words($0) }.joined(separator: "; ")
  }

  /// Who came to a beat from another one during a tile, for people: `Сокол (u1) here from 21:40, from y1-b01: fight`.
  public func arrivals(at beat: BeatReference, day: Day, tile: Int) -> [String] {
    guard !manoeuvres.isEmpty, let offset = frame.offset(of: day) else { return [] }
    let (start, end) = frame.clock.interval(offset, frame.roster.settings.shifts.tiles[tile].index)
    return manoeuvres.all.filter { $0.kind == .moved && $0.beat == beat && $0.day == day }.sorted {
      ($0.at, $0.unit.raw) < ($1.at, $1.unit.raw)
    }.compactMap { row in
      guard let posting = assignments(of: row.unit).first(where: row.isOf), doesCount(posting),
        let worked = worked(posting),
        worked.stays.contains(where: { $0.beat == beat && $0.span.overlaps(start..<max(start, end)) })
      else { return nil }
      return
        "\(frame.name(ofUnit: row.unit.index)) here from \(row.at.wallClock), from \(frame.roster.id(posting.beat))"
        + (row.reason.isEmpty ? "" : ": \(row.reason)")
    }
  }

  private func words(_ row: Manoeuvre) -> String {
    let beat = row.beat.map { reference in
      let name = reference.isKnown ? frame.roster.beats[reference.index].name : ""
      return name.isEmpty ? frame.roster.id(reference) : "\(name) (\(frame.roster.id(reference)))"
    }
    return row.kind.words(at: row.at.wallClock, beat: beat) + (row.reason.isEmpty ? "" : ": \(row.reason)")
  }

  /// What happened during shifts, as it stands now, in no particular order.
  public var manoeuvresAsTheyStand: [Manoeuvre] { manoeuvres.all }
}
