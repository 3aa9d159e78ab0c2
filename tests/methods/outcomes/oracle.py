"""The sustained rule written slowly: every day of every week, every window of weeks."""

from datetime import date, timedelta


def day_hours(spell, day):
    if day < spell.start or (spell.end and day > spell.end):
        return 0.0
    return spell.hours / 7


def week_hours(spells, monday, first, last, floor):
    total = 0.0
    for spell in spells:
        if floor is not None and (spell.pay or 0.0) < floor:
            continue
        for n in range(7):
            day = monday + timedelta(days=n)
            if first <= day <= last:
                total += day_hours(spell, day)
    return round(total, 6)


def met_on(rule, spells, anchor, on, floor=None):
    """The last day of the first week at which some window holds enough weeks, or None."""
    last = on
    if rule.within_weeks is not None:
        last = min(last, anchor + timedelta(days=7 * rule.within_weeks - 1))
    monday = anchor - timedelta(days=anchor.weekday())
    counted: dict[date, bool] = {}
    while monday <= last:
        hours = week_hours(spells, monday, anchor, last, floor)
        below = rule.below_hours is None or hours < rule.below_hours
        counted[monday] = hours >= rule.min_hours and below and hours > 0
        window = [monday - timedelta(days=7 * n) for n in range(rule.window_weeks)]
        if counted[monday] and most(counted, window, rule.longest_gap) >= rule.min_weeks:
            return min(monday + timedelta(days=6), last)
        monday += timedelta(days=7)
    return None


def most(counted, window, longest_gap):
    """The most weeks that count in a stretch up to the newest week without a longer gap."""
    best = 0
    for length in range(1, len(window) + 1):
        stretch = "".join("x" if counted.get(one, False) else "." for one in window[:length])
        if longest_gap is None or "." * (longest_gap + 1) not in stretch:
            best = max(best, stretch.count("x"))
    return best
