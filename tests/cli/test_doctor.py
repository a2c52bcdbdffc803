"""`cleantext doctor`: is this installation ours, whole and alone? Asked of installations made up in a folder."""

import base64
import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import _cleantext_cli

Doctor = Callable[..., "subprocess.CompletedProcess[str]"]
NEEDED = {"ftfy": "6.3.1", "regex": "2026.1", "langdetect": "1.0.9", "ahocorasick_rs": "1.0.3"}


def _install(site: Path, name: str, version: str, files: dict[str, str]) -> None:
    """Do what pip does: the files, the metadata, and a record of them."""
    record = []
    for path, content in files.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
        digest = base64.urlsafe_b64encode(hashlib.sha256(content.encode()).digest()).rstrip(b"=").decode()
        record.append(f"{path},sha256={digest},{len(content.encode())}\n")
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    (info / "RECORD").write_text("".join(record) + f"{info.name}/RECORD,,\n")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A healthy installation of a package that stands for ours."""
    files = {
        "cleantext/__init__.py": '__version__ = "9.8.7"\n',
        "cleantext/cli.py": "def main() -> int:\n    return 0\n",
    }
    folder = tmp_path / "site"
    _install(folder, "cleantext-kit", "9.8.7", files)
    for name, version in NEEDED.items():
        _install(folder, name, version, {f"{name}/__init__.py": ""})
    shutil.copy(_cleantext_cli.__file__, folder)
    return folder


@pytest.fixture
def doctor(site: Path, tmp_path: Path) -> Doctor:
    def call(*words: str, first: Path = site) -> "subprocess.CompletedProcess[str]":
        # -S: without what is installed beside the tests.
        code = (
            f"import sys; sys.path[:0] = [{str(first)!r}, {str(site)!r}];"
            " import _cleantext_cli; sys.exit(_cleantext_cli.main())"
        )
        return subprocess.run(
            [sys.executable, "-I", "-S", "-c", code, *(words or ("doctor",))],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )

    return call


def _commands(out: str) -> list[str]:
    return [line.strip().replace(sys.executable, "python") for line in out.partition("to mend it:\n")[2].splitlines()]


def test_a_healthy_installation_is_said_to_be_so(doctor, site):
    told = doctor()
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    assert lines[0] == f"Python {sys.version.split()[0]}, {sys.executable}"
    assert lines[1] == "cleantext-kit 9.8.7"
    assert lines[2] == f"Python imports 'cleantext' from {site / 'cleantext'}"
    assert lines[3] == "  its 2 files are intact"
    assert lines[4:8] == [f"needs {name}: {NEEDED[name]}" for name in sorted(NEEDED)]
    assert lines[8:] == ["healthy"]


@pytest.mark.parametrize(("name", "module"), [("clean-text", "specials.py"), ("cleantext", "cleantext.py")])
def test_another_distribution_of_the_name_is_found_and_how_to_be_rid_of_it(doctor, site, name, module):
    _install(site, name, "0.6.0", {"cleantext/__init__.py": "raise ImportError\n", f"cleantext/{module}": ""})
    told = doctor()
    assert told.returncode == 1
    assert f"{name} 0.6.0 installs a package 'cleantext', too" in told.stdout
    assert "  cleantext/__init__.py is not as it was installed" in told.stdout
    assert _commands(told.stdout) == [
        f"python -m pip uninstall {name}",
        "python -m pip install --force-reinstall cleantext-kit",
    ]


def test_a_distribution_nobody_knew_of_is_found_too(doctor, site):
    _install(site, "Some.Fork", "1.0", {"cleantext/fork.py": ""})
    told = doctor()
    assert told.returncode == 1
    assert "Some.Fork 1.0 installs a package 'cleantext', too" in told.stdout
    assert _commands(told.stdout)[0] == "python -m pip uninstall some-fork"


def test_both_at_once_are_one_command(doctor, site):
    _install(site, "clean-text", "0.6.0", {"cleantext/specials.py": ""})
    _install(site, "cleantext", "1.1.4", {"cleantext/cleantext.py": ""})
    assert _commands(doctor().stdout)[0] == "python -m pip uninstall clean-text cleantext"


def test_a_file_that_was_overwritten_is_named(doctor, site):
    (site / "cleantext" / "__init__.py").write_text("from somewhere import everything\n")
    told = doctor()
    assert told.returncode == 1
    assert "  cleantext/__init__.py is not as it was installed\n" in told.stdout
    assert _commands(told.stdout) == ["python -m pip install --force-reinstall cleantext-kit"]


def test_a_file_that_is_missing_is_named(doctor, site):
    (site / "cleantext" / "cli.py").unlink()
    told = doctor()
    assert told.returncode == 1
    assert "  cleantext/cli.py is missing\n" in told.stdout


def test_a_file_left_behind_is_named(doctor, site):
    (site / "cleantext" / "specials.py").write_text("")
    told = doctor()
    assert told.returncode == 1
    assert f"delete it: {site / 'cleantext' / 'specials.py'}" in told.stdout


def test_a_package_that_comes_first_on_the_path_is_named(doctor, tmp_path):
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "cleantext.py").write_text("")
    told = doctor(first=tmp_path / "first")
    assert told.returncode == 1
    assert str(tmp_path / "first" / "cleantext.py") in told.stdout


def test_a_missing_package_is_said_to_be_missing(doctor, site):
    shutil.rmtree(site / "cleantext")
    told = doctor()
    assert told.returncode == 1
    assert "Python finds no package 'cleantext'" in told.stdout


def test_a_missing_requirement_is_named(doctor, site):
    shutil.rmtree(site / "ftfy-6.3.1.dist-info")
    told = doctor()
    assert told.returncode == 1
    assert "needs ftfy, which is not installed" in told.stdout
    assert _commands(told.stdout) == ["python -m pip install --force-reinstall cleantext-kit"]


def test_an_editable_installation_is_healthy(doctor, site):
    (site / "cleantext_kit-9.8.7.dist-info" / "RECORD").write_text("_cleantext_kit.pth,,\n")
    told = doctor()
    assert told.returncode == 0
    assert "cannot be compared" in told.stdout


def test_a_source_folder_is_healthy(doctor, site):
    shutil.rmtree(site / "cleantext_kit-9.8.7.dist-info")
    told = doctor()
    assert told.returncode == 0
    assert f"cleantext-kit 9.8.7, not installed: run from {site}" in told.stdout


def test_the_doctor_never_imports_the_package(doctor, site):
    (site / "cleantext" / "__init__.py").write_text('print("imported")\n')
    assert "imported" not in doctor().stdout


def test_the_doctor_takes_no_options(doctor):
    told = doctor("doctor", "--quick")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr == "cleantext: doctor takes no options, but was given '--quick'; run `cleantext doctor`\n"


def test_the_doctor_has_a_help(doctor):
    told = doctor("doctor", "--help")
    assert told.returncode == 0
    assert told.stdout.startswith("usage: cleantext doctor\n")


@pytest.mark.parametrize(
    "content", ["raise ImportError('no module named emoji')\n", "from cleantext.cli.filter import nothing\n"]
)
def test_a_foreign_package_is_said_to_be_foreign(doctor, site, content):
    (site / "cleantext" / "__init__.py").write_text(content)
    told = doctor("--version")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("cleantext: the package 'cleantext' that Python finds is not all ours (")
    assert told.stderr.endswith("; run `cleantext doctor`\n")


def test_a_package_without_our_modules_is_said_to_be_foreign(doctor, site):
    (site / "cleantext" / "cli.py").unlink()
    told = doctor("--version")
    assert told.returncode == 2
    assert "run `cleantext doctor`" in told.stderr


def test_a_command_line_without_main_is_said_to_be_foreign(doctor, site):
    (site / "cleantext" / "cli.py").write_text("")
    assert "run `cleantext doctor`" in doctor("--version").stderr


def test_the_rules_entry_runs_the_rules_command(site, tmp_path):
    (site / "cleantext" / "rules_cli.py").write_text("def main():\n    print('rules')\n    return 3\n")
    code = f"import sys; sys.path.insert(0, {str(site)!r}); import _cleantext_cli; sys.exit(_cleantext_cli.rules())"
    told = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (3, "rules\n", "")


def test_this_installation_is_looked_at_without_an_error():
    assert _cleantext_cli.examine()
