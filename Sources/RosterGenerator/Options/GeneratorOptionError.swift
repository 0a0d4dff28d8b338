/// Why options cannot be generated.
public enum GeneratorOptionError: Error, Hashable, Sendable {
  /// A number is outside the bounds of its option.
  case outOfBounds(option: String, value: Int, bounds: ClosedRange<Int>)
  /// Not the name of a district of Tashkent.
  case unknownDistrict(String, known: [String])
  /// One district was named and several were asked for.
  case severalOfOneName(String, districts: Int)
}

extension GeneratorOptionError: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .outOfBounds(let option, let value, let bounds):
      "\(option) is \(value); give a number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .unknownDistrict(let name, let known):
      "no district is named \(name); take one of: " + known.joined(separator: ", ")
    case .severalOfOneName(let name, let districts):
      "the district \(name) was named and \(districts) districts asked for; ask for 1"
    }
  }
}
