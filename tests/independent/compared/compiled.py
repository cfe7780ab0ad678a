"""Compiles a comparison with a library for C++ and runs it; skipped where the library is missing.

    compiled.py SOURCE ROOT
"""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "databases"))
import servers

LIBRARIES = {
    "icu": ("unicode/uversion.h", ["-licui18n", "-licuuc"]),
    "quantlib": ("ql/version.hpp", ["-lQuantLib"]),
}

source, root = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
header, libraries = LIBRARIES[source.stem]
compiler = servers.program("g++")
if subprocess.run([compiler, "-E", "-x", "c++", "-include", header, "/dev/null"], capture_output=True).returncode != 0:
    servers.skip(f"{header} was not found")
with tempfile.TemporaryDirectory() as folder:
    flags = ["-std=c++20", "-O1", f"-I{root}/include", f"-I{root}/tests"]
    subprocess.run([compiler, *flags, str(source), "-o", f"{folder}/compared", *libraries], check=True)
    sys.exit(subprocess.run([f"{folder}/compared"]).returncode)
