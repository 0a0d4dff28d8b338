/// The keys of the heat map.
enum CityKeys {
  static let commands = [
    Command(["Enter"], "Open", "Go down to the district's beats on that day", bar: 1) { $0.goDownFromCity() },
    Command(["Up", "k"], "Up", "Go to the district above") { $0.city.list.move(by: -1) },
    Command(["Down", "j"], "Down", "Go to the district below") { $0.city.list.move(by: 1) },
    Command(["Left", "h"], "Left", "Go to the day before") { $0.city.day -= 1 },
    Command(["Right", "l"], "Right", "Go to the next day") { $0.city.day += 1 },
    Command(["PgUp"], "Page up", "Go a page up") { $0.city.list.page(-1) },
    Command(["PgDn"], "Page down", "Go a page down") { $0.city.list.page(1) },
    Command(["Home", "0"], "First day", "Go to the first day") { $0.city.day = 0 },
    Command(["End", "$"], "Last day", "Go to the last day") { $0.city.day = $0.document.frame.days - 1 },
    Command(["gg"], "Top", "Go to the first district") { $0.city.list.home() },
    Command(["G"], "Bottom", "Go to the last district") { $0.city.list.end() },
    Command(["gt"], "Today", "Go to the present day") {
      $0.city.day = $0.document.frame.offset(of: $0.now.day) ?? $0.city.day
    },
  ]
}
