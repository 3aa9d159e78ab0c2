"""Invented people followed to an event, and the question asked of them."""

import numpy as np

from cydwaith.methods.effects import time_to_event

NAMES = {"time": "time", "event": "event", "group": "arm"}


def codes(notes):
    return [note.code for note in notes]


def people(n=120, seed=1, competing=False, lost=0.0):
    dice = np.random.default_rng(seed)
    arm = np.arange(n) % 2
    time = np.ceil(dice.exponential(8 + 4 * arm))
    event = np.ones(n, dtype=int)
    if competing:
        event[dice.random(n) < 0.3] = 2
    gone = dice.random(n) < lost
    event[gone] = 0
    time = np.where(gone, np.ceil(time / 2), time)
    return {"time": time.tolist(), "event": event.tolist(), "arm": [f"arm {one}" for one in arm]}


def ask(data=None, **options):
    return time_to_event(
        people() if data is None else data, **({"until": 20, "clock": "referral"} | NAMES | options)
    )
