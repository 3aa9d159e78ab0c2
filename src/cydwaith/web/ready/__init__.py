"""Templates made ready when they are loaded, so that a page pays only for what differs.

``loader`` is what the settings name. ``making`` goes through a template once and puts the nodes of this
package in the place of Django's and cotton's: ``kept`` for what is the same for everybody who reads a
language, ``component`` for our components, ``sentences`` for those with something to fill in, ``addresses``
and ``values`` for what differs. The HTML is the same either way; ``docs/adr/0008-put-together-once.md`` says
why.
"""
