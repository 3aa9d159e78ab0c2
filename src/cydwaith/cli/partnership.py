"""``partnership set-up``: name the partnership, its front-door team and its first steward."""

from __future__ import annotations

import argparse
import json

from . import exits
from .verbs import Verbs


def add(verbs: Verbs) -> None:
    group = verbs.group("partnership", "The organisations that run this place together.")
    parser = group.verb(
        "set-up", run, "Name the partnership, the team at its front door, and a first steward."
    )
    parser.add_argument("--name", required=True, help="the partnership's name in English")
    parser.add_argument("--name-cy", default="", help="and in Welsh")
    parser.add_argument("--team", required=True, help="the team that answers requests for support")
    parser.add_argument("--team-cy", default="", help="and in Welsh")
    parser.add_argument("--steward", required=True, metavar="EMAIL", help="signs in with a code sent there")
    parser.add_argument("--steward-name", required=True, metavar="NAME", help="what the steward is called")
    parser.add_argument("--email", default="", metavar="EMAIL", help="where people write to the partnership")
    parser.add_argument("--phone", default="", metavar="NUMBER", help="which number they ring")


def run(options: argparse.Namespace) -> int:
    from cydwaith.commons.people import setting_up
    from cydwaith.kernel import actor

    sentence = setting_up.set_up(
        actor.system("an operator sets up the partnership"),
        name=options.name,
        name_cy=options.name_cy,
        team=options.team,
        team_cy=options.team_cy,
        steward_email=options.steward,
        steward_name=options.steward_name,
        email=options.email,
        phone=options.phone,
    )
    print(json.dumps({"done": sentence}, ensure_ascii=False) if options.json else sentence)
    return exits.FINE
