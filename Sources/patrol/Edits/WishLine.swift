import ArgumentParser
import Foundation
import RosterModel
import Screen

/// A line of `patrol apply`: a wish as a JSON object, with its days.
///
///     {"edit": "assign", "unit": "u7", "beat": "b2", "day": "2026-12-08", "shift": "B"}
struct WishLine {
  let wish: EditWish
  private let day: String?
  private let from: String?
  private let to: String?

  /// What is wrong with a line, ending with what to do.
  struct Fault: Error {
    var message: String
  }

  /// The fields that each edit takes, those that it must have first.
  private static let fields: [(edit: String, must: [String], may: [String])] = [
    ("assign", ["unit", "beat", "shift"], ["lock", "note", "move"]),
    ("unassign", [], ["unit", "beat", "shift"]),
    ("lock", [], ["unit", "beat", "shift"]),
    ("unlock", [], ["unit", "beat", "shift"]),
    ("swap", ["unit", "with"], ["shift"]),
    ("absent", ["unit", "reason"], ["shift", "unassign"]),
    ("present", ["unit"], ["shift"]),
  ]

  /// Reads a line.
  ///
  /// - Throws: `Fault` with what is wrong; nothing of a line is passed over.
  init(_ text: String) throws(Fault) {
    let object = try Self.object(text)
    guard case .text(let edit)? = object["edit"], let form = Self.fields.first(where: { $0.edit == edit }) else {
      let known = Self.fields.map(\.edit).joined(separator: ", ")
      throw Fault(message: "\(Self.given(object["edit"])). Write one of \(known)")
    }
    let known = Set(["edit", "day", "from", "to"] + form.must + form.may)
    if let unknown = object.keys.filter({ !known.contains($0) }).sorted().first {
      throw Fault(
        message: "\(edit) takes no \"\(unknown.prefix(60).description.shown)\". It takes "
          + (form.must + form.may + ["day", "from", "to"]).joined(separator: ", "))
    }
    func word(_ name: String) throws(Fault) -> String? {
      guard let value = object[name] else { return nil }
      guard case .text(let text) = value else {
        throw Fault(message: "\"\(name)\" is not a text. Write it in quotation marks")
      }
      do {
        try PlainText.check(text, option: "\"\(name)\"")
      } catch {
        throw Fault(message: (error as? ValidationError)?.message ?? "\(error)")
      }
      return text
    }
    func flag(_ name: String) throws(Fault) -> Bool {
      guard let value = object[name] else { return false }
      guard case .flag(let flag) = value else {
        throw Fault(message: "\"\(name)\" is neither true nor false. Write one of them, without quotation marks")
      }
      return flag
    }
    func must(_ name: String) throws(Fault) -> String {
      guard let text = try word(name) else { throw Fault(message: "\(edit) wants \"\(name)\". Add it") }
      return text
    }
    (day, from, to) = (try word("day"), try word("from"), try word("to"))
    if day != nil, from != nil || to != nil {
      throw Fault(message: "\"day\" is one day, \"from\" and \"to\" are a range. Name either")
    }
    if day == nil, from == nil || to == nil {
      throw Fault(message: "no day is named. Add \"day\", or \"from\" and \"to\"")
    }
    let shift = try word("shift")
    switch edit {
    case "assign":
      wish = .assign(
        unit: try must("unit"), beat: try must("beat"), shift: try must("shift"), isLocked: try flag("lock"),
        note: try word("note"), isMove: try flag("move"))
    case "swap": wish = .swap(unit: try must("unit"), with: try must("with"), shift: shift)
    case "absent":
      let reasons = AbsenceReason.allCases.map(\.rawValue).joined(separator: ", ")
      guard let reason = AbsenceReason(rawValue: try must("reason").lowercased()) else {
        throw Fault(message: "\"reason\" says why the unit is absent. Write one of \(reasons)")
      }
      wish = .absent(
        unit: try must("unit"), shift: shift, reason: reason, unassigns: try flag("unassign"))
    case "present": wish = .present(unit: try must("unit"), shift: shift)
    default:
      let (unit, beat) = (try word("unit"), try word("beat"))
      guard unit != nil || beat != nil else { throw Fault(message: "\(edit) wants \"unit\", \"beat\", or both") }
      wish =
        edit == "unassign"
        ? .unassign(unit: unit, beat: beat, shift: shift)
        : .lock(unit: unit, beat: beat, shift: shift, isLocking: edit == "lock")
    }
  }

  /// The days of the wish.
  ///
  /// - Throws: `CommandFailure` where a day is not understood or not of the period.
  func days(in settings: RosterSettings, now: String?) throws -> ClosedRange<Day> {
    func read(_ text: String, _ name: String) throws -> Day {
      try DayOptions.day(ofPeriod: text, option: "\"\(name)\"", now: now, in: settings)
    }
    if let day {
      let only = try read(day, "day")
      return only...only
    }
    let (first, last) = (try read(from ?? "", "from"), try read(to ?? "", "to"))
    guard first <= last else {
      throw CommandFailure(.usage, "\"from\" \(first) is after \"to\" \(last). Name the earlier day first.")
    }
    return first...last
  }

  /// A value of a field.
  private enum Value: Decodable {
    case text(String)
    case flag(Bool)
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do {
        self = .text(try container.decode(String.self))
      } catch {
        do { self = .flag(try container.decode(Bool.self)) } catch { self = .other }
      }
    }
  }

  private static func object(_ text: String) throws(Fault) -> [String: Value] {
    let object: [String: Value]
    do {
      object = try JSONDecoder().decode([String: Value].self, from: Data(text.utf8))
    } catch {
      throw Fault(message: "it is not a JSON object. Write one object a line, as {\"edit\": \"assign\", ...}")
    }
    // One reader of JSON takes the first of two fields of a name and another the last.
    guard names(in: text) == object.count else {
      throw Fault(message: "a field stands twice, or holds more than a text. Write each once, as \"unit\": \"u7\"")
    }
    return object
  }

  /// How many texts of an object, which is one by its syntax, are followed by a colon: the names of its fields.
  private static func names(in text: String) -> Int {
    var count = 0
    var isInText = false
    var isEscaped = false
    for byte in text.utf8 {
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isInText = true
      } else if byte == UInt8(ascii: ":") {
        count += 1
      }
    }
    return count
  }

  private static func given(_ value: Value?) -> String {
    switch value {
    case .text(let text): "'\(text.prefix(60).description.shown)' is no edit"
    case .flag, .other: "\"edit\" is not a text"
    case nil: "\"edit\" is missing"
    }
  }
}
