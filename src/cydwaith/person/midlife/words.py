"""The words of the review."""

from django.utils.translation import gettext_lazy as _

from .rules import Better, Moment, Money, Pension, Pillar

MOMENTS = {
    Moment.HEALTH_CHECK: _("A health check"),
    Moment.PLAN_REVIEW: _("We look at the plan again"),
    Moment.AGE_LIST: _("An invitation because of age"),
    Moment.AT_WORK: _("Something at work"),
    Moment.MY_OWN: _("Just because"),
}
PILLARS = {
    Pillar.WORK: _("Work"),
    Pillar.HEALTH: _("Health"),
    Pillar.MONEY: _("Money and home"),
}
LEADS = {
    Pillar.WORK: _("Paid or not: what fills your days, and how you want it to be."),
    Pillar.HEALTH: _("You do not need medical words."),
    Pillar.MONEY: _("No sums are asked. It is about what you know and what weighs on you."),
}
BETTER = {
    Better.SLEEP: _("Sleep"),
    Better.PAIN: _("Pain"),
    Better.ENERGY: _("Energy"),
    Better.MOOD: _("Mood and worries"),
    Better.MOVING: _("Moving"),
    Better.SENSES: _("Seeing and hearing"),
    Better.WEIGHT: _("Eating and weight"),
    Better.HABITS: _("Smoking or drinking less"),
}
MONEY = {
    Money.FINE: _("We manage well"),
    Money.JUST: _("We just get by"),
    Money.HARD: _("It is hard"),
}
PENSION = {
    Pension.KNOWN: _("I know what I will have"),
    Pension.ROUGHLY: _("I know roughly"),
    Pension.NOT: _("I do not know"),
}
QUESTIONS = {
    "now": _("What is good about my work now, and what is hard?"),
    "able": _("How well can I do my work now?"),
    "later": _("How well will I be able to do it in two years?"),
    "learn": _("What would I like to learn, or do instead?"),
    "better": _("What do I want to be better?"),
    "body": _("Anything else about my health?"),
    "money": _("How is it with money?"),
    "pension": _("What do I know about money when I am older?"),
    "caring": _("Whom do I look after, and who looks after me?"),
}
IDEAS = {
    Pillar.WORK: (
        _("Talk with my manager about one change"),
        _("Ask about a course"),
        _("Try something else for a day"),
    ),
    Pillar.HEALTH: (
        _("Ask my practice for a health check"),
        _("Have my eyes and ears tested"),
        _("Walk with somebody once a week"),
    ),
    Pillar.MONEY: (
        _("Look up my State Pension forecast"),
        _("Ask an adviser what we can get"),
        _("Talk with my family about caring"),
    ),
}
TRAIL = {
    "midlife_begun": _("Began a mid-life review with you"),
    "midlife_answered": _("Wrote down answers in a mid-life review"),
    "midlife_finished": _("Finished a mid-life review with you"),
    "midlife_invited": _("Invited you to a mid-life review"),
    "midlife_reminded": _("Reminded you of the day that you chose"),
    "midlife_seen": _("Looked at a mid-life review"),
}
