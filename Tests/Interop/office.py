"""LibreOffice without a window."""

import pathlib
import subprocess
import tempfile

# Separator, quote, UTF-8, first row; on output the cells as they are shown.
CSV_FILTER = "Text - txt - csv (StarCalc):{},34,76,1,,0,false,true,false"


def convert(files, to, folder, separator=None):
    """Opens files and saves them in another format; those of CSV with their separator."""
    reading = [f"--infilter=CSV:{ord(separator)},34,76,1"] if separator else []
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", *reading, "--convert-to", to,
             "--outdir", str(folder), *map(str, files)],
            check=True, capture_output=True, timeout=300)
    return [pathlib.Path(folder) / (pathlib.Path(file).stem + "." + to.split(":")[0]) for file in files]


def resaved(files, folder, separator):
    """CSV files as LibreOffice saves them in the same dialect."""
    return convert(files, "csv:" + CSV_FILTER.format(ord(separator)), folder, separator)
