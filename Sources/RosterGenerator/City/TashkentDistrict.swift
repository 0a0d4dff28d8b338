/// A district of Tashkent by its real name, in Uzbek Latin.
struct TashkentDistrict {
  /// What people call it.
  var name: String
  /// Its id in tables.
  var id: String
  /// What the ids of its departments' beats and units begin with.
  var code: String
}

extension TashkentDistrict {
  /// The twelve districts, in the order of their names.
  static let all = [
    TashkentDistrict(name: "Bektemir", id: "bektemir", code: "bek"),
    TashkentDistrict(name: "Chilonzor", id: "chilonzor", code: "chi"),
    TashkentDistrict(name: "Mirobod", id: "mirobod", code: "mir"),
    TashkentDistrict(name: "Mirzo Ulug'bek", id: "mirzo-ulugbek", code: "mul"),
    TashkentDistrict(name: "Olmazor", id: "olmazor", code: "olm"),
    TashkentDistrict(name: "Sergeli", id: "sergeli", code: "ser"),
    TashkentDistrict(name: "Shayxontohur", id: "shayxontohur", code: "sha"),
    TashkentDistrict(name: "Uchtepa", id: "uchtepa", code: "uch"),
    TashkentDistrict(name: "Yakkasaroy", id: "yakkasaroy", code: "yak"),
    TashkentDistrict(name: "Yashnobod", id: "yashnobod", code: "yas"),
    TashkentDistrict(name: "Yunusobod", id: "yunusobod", code: "yun"),
    TashkentDistrict(name: "Yangihayot", id: "yangihayot", code: "yan"),
  ]

  /// The district at a position; those beyond the twelfth are numbered.
  static func at(_ index: Int) -> TashkentDistrict {
    if index < all.count { return all[index] }
    let number = index + 1
    return TashkentDistrict(name: "District \(number)", id: "district-\(number)", code: "d\(number)")
  }
}
