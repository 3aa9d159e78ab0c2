"""Looking for work: what fits, what somebody is interested in, and the talks with employers.

It stands between ``work`` (what somebody wants and can do) and ``jobs`` (what they hold).
"""
