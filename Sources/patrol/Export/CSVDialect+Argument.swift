import ArgumentParser
import Sheets

extension CSVDialect: ExpressibleByArgument {}
