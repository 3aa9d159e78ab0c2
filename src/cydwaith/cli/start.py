"""``start`` (also with no verb): from an empty folder to a page; and ``serve``, the server alone."""

from __future__ import annotations

import argparse
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

from . import children, demo, exits, folder, stamps, variables
from .exits import Halt
from .verbs import Verbs

DEFAULTS = {"port": 8000, "fresh": False, "yes": False, "no_demo": False}


def add(verbs: Verbs) -> None:
    start_verb = verbs.verb(
        "start", start, "Start the server and a worker; make what is missing first.", database=False
    )
    options(start_verb, argparse.SUPPRESS)
    start_verb.set_defaults(preflight=preflight)
    serve_verb = verbs.verb(
        "serve", serve, "Start the server alone (`work` runs a worker beside it).", database=False
    )
    _port(serve_verb, argparse.SUPPRESS)
    serve_verb.set_defaults(preflight=preflight)


def options(parser: argparse.ArgumentParser, default: object) -> None:
    """The options of a start, which may stand before the verb too."""
    _port(parser, default)
    parser.add_argument("--fresh", action="store_true", default=default, help="empty the data folder first")
    parser.add_argument("--yes", action="store_true", default=default, help="answer yes to --fresh")
    parser.add_argument(
        "--no-demo", action="store_true", default=default, help="leave the demonstration place out"
    )


def _port(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument("--port", type=_number, default=default, metavar="N", help="the port (8000)")


def _number(word: str) -> int:
    if word.isdecimal() and 0 < int(word) < 65536:
        return int(word)
    raise argparse.ArgumentTypeError(f"{word!r} is not a port: give a number from 1 to 65535")


def preflight(options: argparse.Namespace) -> int:
    """Refuse what cannot work before anything long begins."""
    variables.check()
    data = options.data.expanduser().resolve()
    folder.check(data)
    if data.is_dir():
        folder.lock(data).close()
    if options.fresh and os.environ.get("CYDWAITH_DATABASE_URL"):
        raise Halt(
            "--fresh empties the data folder and not a PostgreSQL database: empty that one yourself.",
            exits.USAGE,
        )
    with socket.socket() as door:
        if os.name != "nt":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", options.port))
        except OSError:
            other = options.port % 65535 + 1
            raise Halt(
                f"Port {options.port} is taken: stop what uses it, or choose another with --port {other}."
            ) from None
    return exits.FINE


def start(options: argparse.Namespace) -> int:
    """Make what is missing, then serve and work until told to stop."""
    preflight(options)
    children.stop_on_terminate()
    if options.fresh:
        _fresh(options)
    _fill(options)
    return _serve(options, worker=True)


def serve(options: argparse.Namespace) -> int:
    """The server alone."""
    preflight(options)
    children.stop_on_terminate()
    options.no_demo = True
    _fill(options)
    return _serve(options, worker=False)


def _fresh(options: argparse.Namespace) -> None:
    if not options.data.exists():
        return
    if not options.yes:
        question = f"--fresh removes everything in {options.data}. Type yes to go on: "
        if not sys.stdin.isatty() or input(question).strip() != "yes":
            raise Halt("Nothing was removed: --fresh needs a yes (or --yes).", exits.USAGE)
    with folder.lock(options.data):
        folder.wipe(options.data)


def _fill(options: argparse.Namespace) -> None:
    """Everything a first start makes; each step is skipped while its stamp holds."""
    made = not folder.is_ours(options.data)
    try:
        folder.prepare(options.data)
        _steps(options)
    except BaseException:
        if made:
            folder.remove(options.data)
        raise


def _steps(options: argparse.Namespace) -> None:
    data: Path = options.data
    if not stamps.holds(folder.CHECKOUT / "build", "assets", stamps.assets()):
        _step("Fetching the look and compiling the languages ...", "prepare")
    if not stamps.holds(data, "migrations", stamps.migrations()):
        _step("Making the tables ...", "migrate")
    if not options.no_demo and not (data / demo.SIGN_INS).exists():
        _step("Loading the demonstration place ...", "demo", "load")


def _step(sentence: str, *verb: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
    done = subprocess.run([sys.executable, "-m", "cydwaith", *verb], stdout=subprocess.DEVNULL)
    if done.returncode:
        raise SystemExit(done.returncode)  # the step has said why


def _serve(options: argparse.Namespace, *, worker: bool) -> int:
    address = f"http://127.0.0.1:{options.port}/"
    with folder.lock(options.data):
        running: children.Children = {}
        try:
            running["server"] = children.launch(children.server(options.port))
            children.answers(options.port, running)
            _say(options, address)
            if worker:  # after the first page, which would wait for it otherwise
                running["worker"] = children.launch(children.worker())
            children.watch(running)
        except KeyboardInterrupt:
            print("Stopping.", file=sys.stderr)
        finally:
            children.stop(running)
    return exits.FINE


def _say(options: argparse.Namespace, address: str) -> None:
    known = demo.sign_ins(options.data)
    if options.json:
        print(json.dumps({"address": address, "sign_ins": known}), flush=True)
        return
    print(f"\nCydwaith is at {address}  (Ctrl-C stops it; data in {options.data})\n")
    if known:
        print(demo.in_words(known) + "\n")
        print(f"A page with a button for each of them: {address}demonstration/\n")
    sys.stdout.flush()
