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


def last_day(rule, anchor, on):
    """The last day of a week that is over: by the calendar, or because no later day may count."""
    limit = None
    if rule.within_weeks is not None:
        limit = anchor + timedelta(days=7 * rule.within_weeks - 1)
        if limit <= on:
            return limit
    while on.weekday() != 6:
        on -= timedelta(days=1)
    return on


def met_on(rule, spells, anchor, on, floor=None):
    """The last day of the first week at which some window holds enough weeks, or None."""
    last = last_day(rule, anchor, on)
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


def shown_hours(spells, pieces, monday, first, last):
    """Hours of a week on the days that some piece covers, day by day."""
    total = 0.0
    for spell in spells:
        for n in range(7):
            day = monday + timedelta(days=n)
            about = any(
                one.first <= day <= one.last and (not one.job or one.job == spell.job) for one in pieces
            )
            if first <= day <= last and about:
                total += day_hours(spell, day)
    return round(total, 6)


def claimable_on(rule, spells, pieces, anchor, on):
    """The last day of the first week with which the weeks that evidence covers are enough, or None."""
    last = last_day(rule, anchor, on)
    monday = anchor - timedelta(days=anchor.weekday())
    counted: dict[date, bool] = {}
    covered: dict[date, bool] = {}
    while monday <= last:
        hours = week_hours(spells, monday, anchor, last, None)
        below = rule.below_hours is None or hours < rule.below_hours
        counted[monday] = hours >= rule.min_hours and below
        covered[monday] = (
            counted[monday] and shown_hours(spells, pieces, monday, anchor, last) >= rule.min_hours
        )
        if covered[monday] and any(
            enough(rule, counted, covered, monday, length) for length in range(1, rule.window_weeks + 1)
        ):
            return min(monday + timedelta(days=6), last)
        monday += timedelta(days=7)
    return None


def enough(rule, counted, covered, end, length):
    """Whether the weeks up to one, so many of them, are shown well enough."""
    stretch = [end - timedelta(days=7 * n) for n in range(length)]
    marks = "".join("x" if counted.get(one, False) else "." for one in stretch)
    if rule.longest_gap is not None and "." * (rule.longest_gap + 1) in marks:
        return False
    if rule.evidence_covers == "start and end":
        return marks.count("x") >= rule.min_weeks and covered.get(stretch[-1], False)
    return sum(covered.get(one, False) for one in stretch) >= rule.min_weeks
