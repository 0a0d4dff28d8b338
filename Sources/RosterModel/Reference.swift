/// A reference from one table to a row of another.
///
/// Known references are indices into the roster's array of that entity. A roster may name what does not exist: such an
/// id is kept in `Roster.strays`, and the reference is the complement of its index there, so nothing is lost on
/// writing.
@frozen
public struct Reference<Entity>: Hashable, Comparable, Sendable {
  /// The index of the entity, or the complement (`~`) of an index into the roster's strays.
  public var raw: Int32

  /// A reference of this raw value.
  @inlinable
  public init(raw: Int32) { self.raw = raw }

  /// A reference to the entity at this index.
  @inlinable
  public init(_ index: Int) { self.raw = Int32(truncatingIfNeeded: index) }

  /// A reference to an id that no table defines.
  @inlinable
  public init(stray index: Int) { self.raw = ~Int32(truncatingIfNeeded: index) }

  /// Whether the entity exists.
  @inlinable
  public var isKnown: Bool { raw >= 0 }

  /// The entity's index; meaningful only where `isKnown`.
  @inlinable
  public var index: Int { Int(raw) }

  /// The index into the roster's strays; meaningful only where not `isKnown`.
  @inlinable
  public var strayIndex: Int { Int(~raw) }

  /// By index; strays come first.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}

/// A reference to a district.
public typealias DistrictReference = Reference<District>
/// A reference to a department.
public typealias DepartmentReference = Reference<Department>
/// A reference to a beat.
public typealias BeatReference = Reference<Beat>
/// A reference to a unit.
public typealias UnitReference = Reference<Unit>
/// A reference to a shift, tile or duty.
public typealias ShiftReference = Reference<Shift>
/// A reference to a regime.
public typealias RegimeReference = Reference<Regime>

/// A note of an assignment: an index into the roster's notes.
@frozen
public struct NoteReference: Hashable, Sendable {
  /// The index into `Roster.notes`; 0 is the empty note.
  public var raw: Int32

  /// The note at this index.
  @inlinable
  public init(raw: Int32) { self.raw = raw }

  /// No note.
  @inlinable
  public static var none: NoteReference { NoteReference(raw: 0) }
}
