"""The story of Cwm Teg is whole, bilingual, invented and consistent."""

import json
import re
from dataclasses import asdict
from datetime import date, timedelta

import pytest

from cydwaith.cli.demo import in_words
from cydwaith.demo.content import DATA, feed, people, read, stable_id
from cydwaith.demo.signing import sign_ins

PLACE = read("place")
SERVICES = read("directory")["contents"]
PEOPLE = people()
ACCOUNTS = {account["key"]: account for account in read("accounts")["sign_ins"]}
ORGANISATIONS = {item["key"] for item in read("organisations")["organisations"]}
POSTCODES = {code["postcode"]: hood["key"] for hood in PLACE["neighbourhoods"] for code in hood["postcodes"]}
ALL_TEXT = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DATA.rglob("*.json")))
SCOPES = {"contact", "about_me", "plan", "health", "work", "measures", "referrals"}
RANGES = {
    "ons4": [(0, 10)] * 4,
    "work_ability": [(0, 10)],
    "three_cs": [(0, 10)] * 3,
    "loneliness": [(1, 3)] * 3 + [(1, 5)],
    "wsas": [(0, 8)] * 5,
}
MOVES = {
    "start": {"draft", "accepted", "rejected", "cancelled"},
    "draft": {"requested"},
    "accepted": {"in-progress", "on-hold", "failed", "completed", "cancelled"},
    "in-progress": {"on-hold", "failed", "completed", "cancelled"},
    "on-hold": {"in-progress", "completed", "cancelled"},
}


def referrals():
    return [(person, referral) for person in PEOPLE for referral in person.get("referrals", [])]


def every_email(text: str = ALL_TEXT) -> set[str]:
    return set(re.findall(r"[\w.+-]+@[\w.-]+", text))


def test_the_valley_has_a_dozen_neighbourhoods_in_two_languages():
    hoods = PLACE["neighbourhoods"]
    assert len(hoods) == 12
    assert all(hood[field] for hood in hoods for field in ("name", "name_cy", "about", "about_cy"))
    assert all(6 <= len(hood["postcodes"]) <= 10 for hood in hoods)


def test_every_postcode_is_invented_and_used_once():
    codes = [code["postcode"] for hood in PLACE["neighbourhoods"] for code in hood["postcodes"]]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"ZZ[1-6] \d[ABD-HJLNP-UW-Z]{2}", code) for code in codes)
    assert all(code.startswith("ZZ") for code in re.findall(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b", ALL_TEXT))


def test_the_valley_fits_in_fifteen_kilometres_by_eight():
    points = [code for hood in PLACE["neighbourhoods"] for code in hood["postcodes"]]
    assert all(52.29 < point["latitude"] < 52.37 for point in points)
    assert all(-3.82 < point["longitude"] < -3.59 for point in points)


def test_every_phone_number_is_kept_for_drama():
    numbers = re.findall(r'"(?:number|phone)": "([^"]+)"', ALL_TEXT)
    assert numbers
    assert all(re.fullmatch(r"01632 960\d{3}|07700 900\d{3}|0808 157 0\d{3}", number) for number in numbers)


def test_every_address_on_the_net_is_an_example():
    assert all(address.endswith(".example") for address in every_email())
    hosts = re.findall(r"https?://([^/\"]+)", ALL_TEXT)
    assert hosts and all(host.endswith(".example") for host in hosts)


def test_the_directory_holds_sixty_services_of_every_kind():
    needs = {a["taxonomy_term"]["code"] for s in SERVICES for a in s["attributes"] if "taxonomy_term" in a}
    assert len(SERVICES) >= 60
    assert len({service["id"] for service in SERVICES}) == len(SERVICES)
    assert len(needs) >= 25


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service["name"])
def test_a_service_can_be_read_in_both_languages(service):
    welsh = service["translations"]["cy"]
    assert welsh["name"] and welsh["description"] != service["description"]
    assert service["organization"]["translations"]["cy"]["name"]
    told = {"alert", "application_process", "wait_time"} & set(service)
    assert all(welsh.get(field) for field in told)


def test_service_ids_follow_the_stated_rule():
    known = {service["id"] for service in SERVICES}
    assert str(stable_id("service", "cor-cwm-teg")) in known
    assert all(str(stable_id("service", referral["service"])) in known for _, referral in referrals())


def test_the_safe_house_publishes_no_address():
    [refuge] = [service for service in SERVICES if service["id"] == str(stable_id("service", "drws-golau"))]
    assert refuge["service_at_locations"] == []
    assert "postal_code" not in json.dumps(refuge)


def test_some_services_are_paused_and_some_unchecked_for_half_a_year():
    published = date.fromisoformat(read("directory")["published"])
    ages = [(published - date.fromisoformat(service["assured_date"])).days for service in SERVICES]
    assert sum(service["status"] == "temporarily closed" for service in SERVICES) >= 2
    assert 2 <= sum(age > 182 for age in ages) <= len(ages) // 10


def test_the_feed_is_always_about_today():
    later = date.fromisoformat(read("directory")["published"]) + timedelta(days=400)
    before, after = SERVICES[0], feed(later)["contents"][0]
    moved = date.fromisoformat(after["assured_date"]) - date.fromisoformat(before["assured_date"])
    assert moved.days == 400
    assert read("directory")["contents"][0] == before


def test_there_is_a_sign_in_for_every_role():
    roles = {account["role"] for account in ACCOUNTS.values()}
    assert roles == {
        "person", "coach", "link_worker", "clinician", "charity", "manager", "steward", "employer",
    }  # fmt: skip
    assert len({account["email"] for account in ACCOUNTS.values()}) == len(ACCOUNTS)


def test_the_list_of_sign_ins_says_who_is_at_the_jobcentre():
    printed = in_words([asdict(one) for one in sign_ins()])
    (line,) = [line for line in printed.splitlines() if "delyth@" in line]
    assert line.split()[0] == "jobcentre" and "246810" in line


def test_sign_ins_belong_to_known_organisations_and_people():
    keys = {person["key"] for person in PEOPLE}
    places = ORGANISATIONS | {read("organisations")["partnership"]["key"]}
    for account in ACCOUNTS.values():
        if account["role"] == "person":
            assert account["person"] in keys
        else:
            assert account["organisation"] in places


def test_three_employers_of_which_one_is_the_hospital():
    employers = {o["key"] for o in read("organisations")["organisations"] if o["kind"] == "employer"}
    assert len(employers) == 3
    assert "ysbyty-cwm-teg" in employers


def test_targets_are_local_settings():
    for programme in read("programmes")["programmes"]:
        assert programme["sources"] == ["local setting of the demonstration place"]
        assert set(programme["targets"]) == {
            "acknowledge", "first_attempt", "first_conversation", "service_acknowledge", "inform_referrer",
        }  # fmt: skip


def test_about_forty_people_a_third_of_them_in_welsh():
    welsh = sum(person["language"] == "cy" for person in PEOPLE)
    assert 38 <= len(PEOPLE) <= 45
    assert 0.3 <= welsh / len(PEOPLE) <= 0.4
    assert any(person["language"] == "bsl" for person in PEOPLE)
    assert min(person["came"]["day"] for person in PEOPLE) < -320


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["key"])
class TestEveryPerson:
    def test_lives_where_their_postcode_is(self, person):
        assert POSTCODES[person["postcode"]] == person["neighbourhood"]

    def test_came_in_a_known_way_to_a_known_programme(self, person):
        programmes = {programme["key"] for programme in read("programmes")["programmes"]}
        assert person["came"]["programme"] in programmes
        assert person["came"]["what_matters"]
        assert person["came"].get("by", "nia") in ACCOUNTS

    def test_strengths_are_said_wherever_there_is_an_about_me(self, person):
        if "about" in person:
            assert person["about"]["strengths"] and person["about"]["matters"]

    def test_is_only_met_after_being_accepted(self, person):
        accepted = person.get("triage", {}).get("day", 1)
        for key in ("contacts", "sessions", "goals", "permissions", "measures", "referrals", "hope"):
            assert all(entry["day"] >= accepted for entry in person.get(key, [])), key

    def test_nothing_that_has_happened_lies_in_the_future(self, person):
        kinds = ("contacts", "sessions", "measures", "hope", "permissions", "referrals")
        days = [entry["day"] for key in kinds for entry in person.get(key, [])]
        days += [step.get("done_day", 0) for goal in person.get("goals", []) for step in goal["steps"]]
        assert all(day <= 0 for day in days)

    def test_ratings_start_with_the_goal_and_stay_between_nought_and_ten(self, person):
        for goal in person.get("goals", []):
            assert goal["ratings"][0]["day"] == goal["day"]
            assert all(0 <= rating["score"] <= 10 for rating in goal["ratings"])

    def test_answers_are_ones_that_the_questions_allow(self, person):
        for reading in person.get("measures", []):
            pairs = zip(reading["answers"], RANGES[reading["instrument"]], strict=True)
            assert all(low <= got <= high for got, (low, high) in pairs)

    def test_referrals_serve_a_goal_and_move_as_the_table_allows(self, person):
        goals = {goal["key"] for goal in person.get("goals", [])}
        for referral in person.get("referrals", []):
            assert referral["goal"] in goals
            now, when = "start", referral["day"]
            for move in referral["states"]:
                assert move["state"] in MOVES[now] and move["day"] >= when
                now, when = move["state"], move["day"]

    def test_lets_in_known_people_for_known_things(self, person):
        for permission in person.get("permissions", []):
            assert permission["to"] in ACCOUNTS or permission["to"] in ORGANISATIONS
            assert set(permission["scopes"]) <= SCOPES

    def test_reasons_are_given_where_one_is_required(self, person):
        for referral in person.get("referrals", []):
            for move in referral["states"]:
                if move["state"] in {"rejected", "failed", "cancelled", "on-hold"}:
                    assert move["reason"] and move["words"]


def test_no_name_is_used_twice():
    names = [person["name"] for person in PEOPLE]
    assert len(set(names)) == len(names)


def test_every_point_of_the_journey_is_shown():
    def last(referral):
        return referral["states"][-1]["state"] if referral["states"] else "requested"

    decisions = {person["triage"]["decision"] for person in PEOPLE if "triage" in person}
    assert decisions == {"accepted", "declined", "redirected"}
    assert sum("triage" not in person for person in PEOPLE) >= 3
    states = {last(referral) for _, referral in referrals()}
    assert states == {
        "draft", "requested", "accepted", "rejected", "in-progress",
        "on-hold", "failed", "completed", "cancelled",
    }  # fmt: skip
    said = [referral.get("person_says") for _, referral in referrals() if last(referral) == "completed"]
    answers = {(words["happened"], words["helped"]) for words in said if words}
    assert {("yes", "a-lot"), ("yes", "a-little"), ("yes", "not-really"), ("no", None)} <= answers
    assert None in said
    reasons = {person["closing"]["code"] for person in PEOPLE if "closing" in person}
    assert {"in-work", "stayed-in-work", "declined", "moved-away", "plan-met"} == reasons


def test_a_permission_has_been_withdrawn():
    permissions = [item for person in PEOPLE for item in person.get("permissions", [])]
    assert any("withdrawn_day" in permission for permission in permissions)


def test_purpose_goals_stand_beside_work_goals():
    kinds = [goal["kind"] for person in PEOPLE for goal in person.get("goals", [])]
    assert set(kinds) == {"people", "health", "home", "learning", "work"}
    assert len(kinds) - kinds.count("work") - kinds.count("health") >= kinds.count("work") * 0.9


def test_nobody_is_described_by_what_they_lack():
    deficit = r"\b(client|patient|service user|hard to reach|vulnerable|suffers? from|non-engag\w+)\b"
    stories = "\n".join(json.dumps(person, ensure_ascii=False) for person in PEOPLE)
    found = set(re.findall(deficit, stories, flags=re.IGNORECASE))
    assert found <= {"Patient", "patient"}  # patient, of someone who has patience
