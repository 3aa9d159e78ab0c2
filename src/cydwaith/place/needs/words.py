"""What is wrong with a list, in the language of whoever brings it. The rules know no languages."""

from django.utils.translation import gettext as _

from .rules import listing


def said(wrong: listing.Wrong) -> str:
    """The sentence, with its names put in; as the rule says it where nobody has translated it."""
    sentences = {
        listing.NO_RELATION: _("{need}: there is no need {other} to relate to."),
        listing.NO_GROUP: _("{need}: there is no group of words called {group}."),
        listing.NO_NEEDS: _("A need list holds at least one need under “needs”."),
        listing.NO_LIST_OF_GROUPS: _("“groups” holds a list of words for each name."),
        listing.NO_KEY: _("Every need has a key."),
        listing.NO_LABEL: _("{need}: give the label in English (en) and in Welsh (cy)."),
        listing.NO_PARTS: _("{where}: this holds phrases and terms."),
        listing.NO_VOCABULARY: _("{need}: each taxonomy link names its vocabulary."),
        listing.NO_WORDS: _("{where}: this is a list of words."),
        listing.TWICE: _("There are two needs with the key {need}."),
        listing.NO_THEME: _("{need}: the theme is one of {themes}."),
        listing.NO_RECORDS: _("The file holds one JSON object with a list of records under “{name}”."),
        listing.NO_JSON: _("The attribute {attribute} does not hold JSON."),
    }
    return sentences[wrong.sentence].format(**wrong.names) if wrong.sentence in sentences else str(wrong)
