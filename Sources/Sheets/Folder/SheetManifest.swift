import RosterModel

/// What a folder of sheets remembers of the sheets written into it: which they are, and a hash of their bytes.
///
/// By it an export knows its own: a sheet whose bytes have its hash may be replaced or removed, another has been edited by
/// a person. It names sheets by ids, never by paths, so no manifest can make an export touch a file elsewhere.
public struct SheetManifest: Hashable, Sendable {
  /// The name of its file in the folder; no sheet has it, as ids do not start with a dot.
  public static let fileName = ".patrol-sheets"

  /// The hashes of each sheet's bytes: one, or two while an export that may be interrupted replaces it.
  public private(set) var hashes: [SheetKey: [SheetHash]] = [:]

  /// A manifest of no sheets.
  public init() {}

  /// The sheets it knows, in the order of their file names.
  public var keys: [SheetKey] { hashes.keys.sorted { ($0.fileName, $0.place) < ($1.fileName, $1.place) } }

  /// Whether these are the bytes that were written for the sheet.
  public func knows(_ key: SheetKey, as hash: SheetHash) -> Bool { hashes[key]?.contains(hash) ?? false }

  /// Remembers a sheet's bytes and no others.
  public mutating func set(_ key: SheetKey, to hash: SheetHash) { hashes[key] = [hash] }

  /// Remembers further bytes of a sheet, beside those it knows.
  public mutating func add(_ key: SheetKey, _ hash: SheetHash) {
    if !knows(key, as: hash) { hashes[key, default: []].append(hash) }
  }

  /// Forgets a sheet.
  public mutating func forget(_ key: SheetKey) { hashes[key] = nil }
}

extension SheetManifest {
  private static let header = "place,day,shift,hash"

  /// Reads a manifest; a line that is not understood is passed over, and its sheet counts as a person's.
  public init(text: String) {
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 4, Identifier.isValid(cells[0]), let day = Day(iso: cells[1]),
        Identifier.isValid(cells[2]), let hash = SheetHash(text: cells[3])
      else { continue }
      add(SheetKey(place: String(cells[0]), day: day, shift: String(cells[2])), hash)
    }
  }

  /// The manifest as its file holds it: a header, and a line for each sheet and hash.
  public var text: String {
    var lines = [Self.header]
    for key in keys {
      for hash in hashes[key] ?? [] { lines.append("\(key.place),\(key.day),\(key.shift),\(hash)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
