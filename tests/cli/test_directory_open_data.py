"""``directory export`` and ``directory check`` as scripts meet them."""

import io
import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from cydwaith.cli import parser
from cydwaith.cli.exits import USAGE, Halt
from tests.standards.publishing import OFFICIAL, service, take_in, take_in_records
from tests.standards.test_the_validator import mocked

pytestmark = pytest.mark.django_db


def run(*words: str) -> int:
    options = parser.build().parse_args(["directory", *words])
    code: int = options.run(options)
    return code


def test_an_export_goes_to_a_file_in_each_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    take_in(OFFICIAL / "uk-3.0" / "service_full.json")
    lines, page, tables = tmp_path / "a.jsonl", tmp_path / "a.json", tmp_path / "a.zip"
    assert run("export", str(lines)) == 0
    assert run("export", str(page), "--format", "json", "--version", "1.0") == 0
    assert run("export", str(tables), "--format", "csv", "--json") == 0
    assert json.loads(lines.read_text())["name"] == json.loads(page.read_text())["content"][0]["name"]
    assert "services.csv" in ZipFile(tables).namelist()
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "1 records written." and json.loads(said[-1])["format"] == "csv"


def test_an_export_goes_to_the_output(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    take_in_records(tmp_path, service(1))
    out = io.BytesIO()
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=out, isatty=lambda: False))
    assert run("export") == 0
    assert json.loads(out.getvalue())["id"] == "id-1"


def test_version_1_has_no_tables_and_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Halt) as caught:
        run("export", "x.zip", "--format", "csv", "--version", "1.0")
    assert caught.value.code == USAGE
    with pytest.raises(Halt, match="could not be written"):
        run("export", str(tmp_path / "no" / "x.jsonl"))


def test_this_directory_is_checked_without_a_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take_in(OFFICIAL / "uk-3.0")
    for version in ("3.0", "1.0"):
        assert run("check", "--version", version, "--json") == 0
        said = json.loads(capsys.readouterr().out)
        assert said["passes"] and said["version"] == version and said["records"] > 1 and not said["faults"]


def test_files_are_checked_record_by_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "services.json", tmp_path / "bad_services.json"
    good.write_text(json.dumps([service(1)]))
    bad.write_text(json.dumps([service(1, email="nobody", url="")]))
    assert run("check", str(good)) == 0
    assert run("check", str(bad)) == 1
    said = capsys.readouterr().out
    assert "1 errors, 1 warnings" in said and "email is not an e-mail address: 'nobody'" in said
    with pytest.raises(Halt):
        run("check", str(tmp_path / "nothing.json"))


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """An API of somebody else, whose answers must fail."""
    get = mocked(OFFICIAL / "uk-3.0-fail")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(get(self.path.removeprefix("/api"))).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/api"
    server.shutdown()


def test_any_address_is_checked_and_its_faults_are_named(
    elsewhere: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", elsewhere) == 1
    assert "does not pass" in capsys.readouterr().out
    assert run("check", f"{elsewhere}/services", "--json") == 1
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert {fault["level"] for fault in faults} == {"error", "warning"}


def test_an_address_that_does_not_answer_is_2() -> None:
    assert run("check", "http://127.0.0.1:9/") == 2
