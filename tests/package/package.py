"""The package in a stranger's hands, without CMake or with a question to it. A case needs what stands behind it.

    package.py find          PREFIX SCRATCH CMAKE [OPTION...]
    package.py pkg_config    PREFIX SCRATCH COMPILER [FLAG...]
    package.py no_exceptions PREFIX SCRATCH COMPILER [FLAG...]
    package.py single_header PREFIX SCRATCH COMPILER [FLAG...]
    package.py module        PREFIX SCRATCH COMPILER [FLAG...]
    package.py recipes       PREFIX SCRATCH CMAKE

PREFIX is where the package is installed. A case that needs what this machine lacks says so and exits with 77.
"""

import concurrent.futures
import json
import os
import pathlib
import py_compile
import re
import shlex
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "cmake"))
sys.dont_write_bytecode = True
import single_header as generator  # noqa: E402

VERSION = re.search(r'version = "([^"]+)"', (ROOT / "include/sla/version.hpp").read_text())[1]
FLOORS = "time|zone|calendar|policy|clock|availability|contracts"
EXPORTED = re.compile(rf'#include [<"]sla/(?:sla|version|(?:{FLOORS})/\w+)\.hpp[>"]')
FOREIGN = re.compile(r"#include [<\"].*[./].*[>\"]")
IMPORT = "#include <chrono>\n#include <optional>\nimport sla;"  # clang 19 looks for the operators of both where it imports
SCRATCH = pathlib.Path()
PREFIX = pathlib.Path()


def run(*command, where=ROOT, **options):
    """What the command prints on both streams, and its status."""
    job = subprocess.run([*map(str, command)], cwd=where, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                         check=False, **options)
    return job.returncode, job.stdout


def done(*command, **options):
    status, output = run(*command, **options)
    assert status == 0, f"{' '.join(map(str, command))}\n{output}"
    return output


def skip_without(program):
    if shutil.which(program) is None:
        print(f"skipped: {program} is not installed")
        sys.exit(77)


def at_once(work, items):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, items))


def core_examples():
    """(name, source) of the examples that need nothing but the core."""
    sources = {path.stem: path.read_text() for path in sorted((ROOT / "examples").glob("*.cpp"))}
    core = [(name, text) for name, text in sources.items()
            if all(EXPORTED.fullmatch(line) for line in text.splitlines() if FOREIGN.fullmatch(line))]
    assert "five_minutes" in dict(core), sorted(sources)
    return core


def with_one(declaration, source):
    """The source with one declaration in place of the headers of the core."""
    ours = [line for line in source.splitlines() if EXPORTED.fullmatch(line)]
    lines = [line for line in source.splitlines() if line == ours[0] or line not in ours]
    return "\n".join(declaration if line == ours[0] else line for line in lines) + "\n"


def expected(name):
    path = ROOT / "examples" / f"{name}.out"
    return path.read_text() if path.is_file() else ""


def answers_of(examples, declaration, *compile_command):
    """Compiles every example after one declaration, and compares what it prints."""
    def check(example):
        name, text = example
        source, program = SCRATCH / f"{name}.cpp", SCRATCH / name
        source.write_text(with_one(declaration, text))
        done(*compile_command, source, "-o", program)
        assert done(program) == expected(name), name
    at_once(check, examples)


# ---- find_package ---------------------------------------------------------------------------------------------------

def find(cmake, *platform):
    """Versions, components, what is missing, and how loudly."""
    without_toml, without_fmt = SCRATCH / "without_toml", SCRATCH / "without_fmt"
    shutil.copytree(PREFIX, without_toml)  # installed without the component
    for file in without_toml.rglob("sla-toml*.cmake"):
        file.unlink()
    shutil.copytree(PREFIX, without_fmt)  # installed with it, but what it needs is nowhere
    needs_fmt = next(without_fmt.rglob("sla-fmt.cmake"))
    needs_fmt.write_text(needs_fmt.read_text().replace("find_dependency(fmt)", "find_dependency(libfmt)"))
    major, minor, patch = map(int, VERSION.split("."))
    older = f"{major}.{minor - 1}" if minor > 0 else f"{major - 1}.0"
    nothing_else = "sla_FOUND=1 fmt= toml= targets=sla "

    # (what is asked[ and then asked], of which package, exit status, what must be said[, what must not])
    cases = [
        ("", PREFIX, 0, nothing_else),
        ("REQUIRED", PREFIX, 0, nothing_else),
        (VERSION, PREFIX, 0, nothing_else),
        (f"{major}.{minor}", PREFIX, 0, nothing_else),
        (f"{major}.{minor}.{patch + 1}", PREFIX, 0, "sla_FOUND=0"),
        (f"{major}.{minor + 1};REQUIRED", PREFIX, 1, f'requested version "{major}.{minor + 1}"'),
        (f"{older};REQUIRED", PREFIX, 1, f'requested version "{older}"'),
        (f"{major + 1}.{minor};REQUIRED", PREFIX, 1, f'requested version "{major + 1}.{minor}"'),
        ("REQUIRED;COMPONENTS;fmt", PREFIX, 0, "fmt=TRUE toml= targets=sla;fmt "),
        ("REQUIRED;COMPONENTS;fmt;toml", PREFIX, 0, "fmt=TRUE toml=TRUE targets=sla;fmt;toml "),
        ("COMPONENTS;fmt and then REQUIRED;COMPONENTS;toml;fmt", PREFIX, 0, "fmt=TRUE toml=TRUE targets=sla;fmt;toml "),
        # what a component needs is not there
        ("REQUIRED;COMPONENTS;fmt", without_fmt, 1, "The component 'fmt' is unusable: .* dependency libfmt could not be found"),
        ("COMPONENTS;fmt", without_fmt, 0, "The component 'fmt' is unusable: .* sla_FOUND=0 fmt=FALSE"),
        ("QUIET;COMPONENTS;fmt", without_fmt, 0, "sla_FOUND=0 fmt=FALSE", "unusable|Warning"),
        ("REQUIRED;OPTIONAL_COMPONENTS;fmt", without_fmt, 0, "sla_FOUND=1 fmt=FALSE toml= targets=sla ", "unusable|Warning"),
        ("REQUIRED;COMPONENTS;toml;OPTIONAL_COMPONENTS;fmt", without_fmt, 0, "fmt=FALSE toml=TRUE targets=sla;toml "),
        # it was not installed
        ("REQUIRED;COMPONENTS;toml", without_toml, 1, "without its component 'toml'; SLA_BUILD_TOML=ON installs it"),
        ("REQUIRED;OPTIONAL_COMPONENTS;toml", without_toml, 0, "sla_FOUND=1 fmt= toml=FALSE targets=sla ", "without|Warning"),
        # there is none of that name; "config" and "fmt-targets" are files of the package
        ("REQUIRED;COMPONENTS;fnt", PREFIX, 1, "sla has no component 'fnt'; allowed: fmt,.* toml"),
        ("REQUIRED;COMPONENTS;config;fmt-targets", PREFIX, 1, "no component 'config'; .* no component 'fmt-targets'; allowed"),
        ("QUIET;COMPONENTS;fnt", PREFIX, 0, "sla_FOUND=0", "fnt"),
        ("REQUIRED;OPTIONAL_COMPONENTS;fnt", PREFIX, 0, nothing_else, "fnt"),
    ]

    def ask(numbered):
        number, (asked, package, expected_status, said, *unsaid) = numbered
        first, _, second = asked.partition(" and then ")
        status, output = run(cmake, "-S", ROOT / "tests/package/find", "-B", SCRATCH / f"find{number}", *platform,
                             f"-DCMAKE_PREFIX_PATH={package}", f"-DSLA_ASKED={first}", f"-DSLA_ASKED_AGAIN={second}")
        about = f"find_package(sla {asked}) in {package}:\n{output}"
        assert status == expected_status, about
        in_one_line = re.sub(r"\s+", " ", output)
        assert re.search(said, in_one_line), f"not said: {said}\n{about}"
        for pattern in unsaid:
            assert not re.search(pattern, in_one_line), f"said: {pattern}\n{about}"

    at_once(ask, enumerate(cases))


# ---- Without CMake --------------------------------------------------------------------------------------------------

def pkg_config(*compiler):
    """The README's first program with pkg-config and without run-time type information; it needs the compiler's own alone."""
    skip_without("pkg-config")
    environment = os.environ | {"PKG_CONFIG_PATH": str(PREFIX / "share/pkgconfig")}
    assert done("pkg-config", "--modversion", "sla", env=environment).strip() == VERSION
    assert done("pkg-config", "--libs", "sla", env=environment).strip() == ""
    flags = done("pkg-config", "--cflags", "sla", env=environment).split()
    program = SCRATCH / "first"
    done(*compiler, "-fno-rtti", *flags, ROOT / "examples/five_minutes.cpp", "-o", program)
    assert done(program) == expected("five_minutes")
    page = (ROOT / "docs/install.md").read_text()
    lines = re.search(r"<!-- by hand: package\.pkg_config .*?```sh\n(.*?)```", page, re.DOTALL)[1]
    shutil.copy(ROOT / "examples/five_minutes.cpp", SCRATCH / "main.cpp")
    del environment["PKG_CONFIG_PATH"]
    done("sh", "-ec", lines.replace("/usr/local", str(PREFIX)).replace("g++", shlex.join(compiler)), where=SCRATCH, env=environment)
    assert done(SCRATCH / "main") == expected("five_minutes")
    own = r"linux-vdso|ld-linux|/ld|libc\.|libm\.|libgcc_s\.|libstdc\+\+\.|libc\+\+\.|libc\+\+abi\.|libunwind\.|libpthread\."
    needed = [line.strip() for line in done("ldd", program).splitlines()]
    assert needed and all(re.match(rf"\S*({own})", line) for line in needed), needed


def no_exceptions(*compiler):
    """Refused in the first line of the compiler's output."""
    source = SCRATCH / "no_exceptions.cpp"
    source.write_text("#include <sla/sla.hpp>\n")
    status, output = run(*compiler, "-fno-exceptions", "-fsyntax-only", "-Wfatal-errors", "-I", PREFIX / "include", source)
    assert status != 0, "it compiles"
    errors = [line for line in output.splitlines() if "error:" in line]
    assert len(errors) == 1 and "cannot be compiled with -fno-exceptions" in errors[0], output


def single_header(*compiler):
    """Every example of the core with the one header, in a program whose second translation unit has it, too."""
    header = SCRATCH / "include/sla/sla.hpp"
    text = generator.single_header()
    for again in range(2):
        done(sys.executable, ROOT / "cmake/single_header.py", header, env=os.environ | {"PYTHONHASHSEED": str(again + 1)})
        assert header.read_text() == text, "another text from the same files"
    assert VERSION in text.splitlines()[0] and (ROOT / "LICENSE").read_text().splitlines()[2] in text
    assert '#include "' not in text and re.findall(r"SLA_\w*HPP", text) == ["SLA_SLA_HPP"] * 2, "more than one piece"

    command = [*compiler, "-I", SCRATCH / "include"]
    second = SCRATCH / "second.o"
    done(*command, "-c", ROOT / "tests/package/second.cpp", "-o", second)
    answers_of(core_examples(), "#include <sla/sla.hpp>", *command, second)


def module(*compiler):
    """Every example of the core with `import sla;`; a translation unit that includes links with one that imports."""
    skip_without(compiler[0])
    compiled, object_file = SCRATCH / "sla.pcm", SCRATCH / "sla.o"
    done(*compiler, "-I", PREFIX / "include", "--precompile", PREFIX / "share/sla/sla.cppm", "-o", compiled)
    done(*compiler, "-c", compiled, "-o", object_file)
    imports = [*compiler, f"-fmodule-file=sla={compiled}"]
    answers_of(core_examples(), IMPORT, *imports, object_file)

    package, first, second = ROOT / "tests/package", SCRATCH / "imports.cpp", SCRATCH / "second.o"
    first.write_text(with_one(IMPORT, (package / "main.cpp").read_text()))
    done(*compiler, "-I", PREFIX / "include", "-c", package / "second.cpp", "-o", second)
    done(*imports, object_file, first, second, "-o", SCRATCH / "twice")
    done(SCRATCH / "twice")


# ---- What only others run -------------------------------------------------------------------------------------------

def recipes(cmake):
    """Files for package managers: they can be read, and they say what the project says."""
    integrations = {path.name for path in (ROOT / "integrations").iterdir()}
    for file in [ROOT / "vcpkg.json", ROOT / "packaging/vcpkg/sla/vcpkg.json"]:
        manifest = json.loads(file.read_text())
        assert manifest["version"] == VERSION, f"{file}: version {manifest['version']}, not {VERSION}"
        assert integrations == set(manifest["features"]), f"{file}: its features are not {integrations}"

    recipe = ROOT / "conanfile.py"
    py_compile.compile(str(recipe), cfile=str(SCRATCH / "conanfile.pyc"), doraise=True)
    assert f'\n    version = "{VERSION}"\n' in recipe.read_text(), f"{recipe}: another version than {VERSION}"

    port = ROOT / "packaging/vcpkg/sla/portfile.cmake"
    script = SCRATCH / "portfile_test.cmake"
    functions = set(re.findall(r"^(vcpkg_\w+)\(", port.read_text(), re.M))
    script.write_text("".join(f"function({name})\nendfunction()\n" for name in sorted(functions))
                      + f'set(CURRENT_PORT_DIR "{port.parent}")\ninclude("{port}")\n'
                      + 'file(REAL_PATH "${SOURCE_PATH}" root)\nmessage("root=${root}")\n')
    assert f"root={ROOT}\n" in done(cmake, "-P", script)
    for integration in integrations:
        assert f"{integration} SLA_BUILD_{integration.upper()}\n" in re.sub(" +", " ", port.read_text()), integration

    unit = (ROOT / "modules/sla.cppm").read_text()
    included, needed = re.findall(r"#include (<.*>)", unit), generator.gathered()[0]
    assert included == needed, f"modules/sla.cppm: includes {included}, the core includes {needed}"


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    PREFIX, SCRATCH = pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3]).resolve()
    shutil.rmtree(SCRATCH, ignore_errors=True)
    SCRATCH.mkdir(parents=True)
    cases = {case.__name__: case for case in (find, pkg_config, no_exceptions, single_header, module, recipes)}
    cases[sys.argv[1]](*sys.argv[4:])
