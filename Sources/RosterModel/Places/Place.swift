/// Somewhere that demand, beats and units belong to: the city or a part of it.
public enum Place: Hashable, Sendable {
  case city
  case district(DistrictReference)
  case department(DepartmentReference)
  case beat(BeatReference)
  /// An id that no table defines; the value is its index in `Roster.strays`.
  case unknown(Int32)

  /// The word that names the whole city in tables.
  public static let cityID = "city"
}
