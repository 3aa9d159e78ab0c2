"""The door: a code by e-mail, a second factor for staff, demonstrations on this machine only."""

import re
import socketserver
import threading

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from cydwaith.commons.people import commands as people
from cydwaith.commons.people.models import Account
from cydwaith.commons.people.signing_in import DEMONSTRATION_CODE, DEMONSTRATION_SECOND_CODE
from cydwaith.kernel.actor import Role
from tests.support.worlds import OPERATOR, a_person, a_team

pytestmark = pytest.mark.django_db

HERE, ELSEWHERE = "127.0.0.1", "support.example"


def ask_for_code(client: Client, email: str, host: str = HERE) -> None:
    client.post("/account/sign-in/", {"email": email}, headers={"host": host})


def give(client: Client, path: str, code: str, host: str = HERE) -> str:
    return str(client.post(path, {"code": code}, headers={"host": host}).headers.get("Location", ""))


def code_in_the_letter() -> str:
    found = re.search(r"^\s*([A-Z0-9]{4}-[A-Z0-9]{4})\s*$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[1]


def a_demonstration_coach() -> Account:
    team = a_team()
    account_id = people.open_account(OPERATOR, email="demo@team.example", name="Demo", is_demonstration=True)
    people.give_role(OPERATOR, account_id=account_id, organisation_id=team.organisation_id, role=Role.COACH)
    people.enrol_demonstration(OPERATOR, account_id=account_id)
    return Account.objects.get(id=account_id)


def test_a_person_signs_in_with_the_code_from_the_letter(client: Client) -> None:
    a_person("Mair", "mair@person.example")
    ask_for_code(client, "Mair@Person.example")
    where = give(client, "/account/sign-in/confirm/", code_in_the_letter())
    assert where == "/"
    assert client.get("/").status_code == 302, "home sends the person to their own page"


def test_the_letter_says_nothing_about_anybody(client: Client) -> None:
    a_person("Mair Secret", "mair@person.example")
    ask_for_code(client, "mair@person.example")
    assert "Secret" not in mail.outbox[-1].body + mail.outbox[-1].subject


def test_a_wrong_code_does_not_open_the_door(client: Client) -> None:
    a_person("Mair", "mair@person.example")
    ask_for_code(client, "mair@person.example")
    assert give(client, "/account/sign-in/confirm/", "WRONG1") == ""
    assert "_auth_user_id" not in client.session


def test_the_printed_codes_open_nothing_for_a_real_account(client: Client) -> None:
    a_person("Mair", "mair@person.example")
    ask_for_code(client, "mair@person.example")
    assert give(client, "/account/sign-in/confirm/", DEMONSTRATION_CODE) == ""
    assert "_auth_user_id" not in client.session


def test_an_address_without_an_account_gets_the_same_page(client: Client) -> None:
    a_person("Mair", "mair@person.example")
    known = client.post("/account/sign-in/", {"email": "mair@person.example"})
    unknown = Client().post("/account/sign-in/", {"email": "nobody@person.example"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_staff_without_a_second_factor_see_only_the_page_that_sets_one_up(client: Client) -> None:
    team = a_team()
    client.force_login(Account.objects.get(id=team.coach.account_id))
    for path in ("/people/", "/my/circle/", "/cy/people/"):
        assert "/2fa/totp/activate/" in client.get(path)["Location"]


def test_demonstration_staff_sign_in_with_two_printed_codes(client: Client) -> None:
    a_demonstration_coach()
    ask_for_code(client, "demo@team.example")
    where = give(client, "/account/sign-in/confirm/", DEMONSTRATION_CODE)
    assert where == "/account/2fa/authenticate/"
    assert "_auth_user_id" not in client.session
    give(client, where, DEMONSTRATION_SECOND_CODE)
    assert client.get("/")["Location"] == "/people/"


def test_a_demonstration_account_does_not_exist_on_a_public_address(client: Client, settings) -> None:  # type: ignore[no-untyped-def]
    settings.ALLOWED_HOSTS = [HERE, ELSEWHERE]
    a_demonstration_coach()
    ask_for_code(client, "demo@team.example", ELSEWHERE)
    give(client, "/account/sign-in/confirm/", DEMONSTRATION_CODE, ELSEWHERE)
    give(client, "/account/2fa/authenticate/", DEMONSTRATION_SECOND_CODE, ELSEWHERE)
    assert "_auth_user_id" not in client.session


def test_the_second_factor_of_demonstrations_is_real_for_everybody_else() -> None:
    account = a_demonstration_coach()
    assert Authenticator.objects.filter(user=account).count() == 1


def test_nobody_can_sign_up_by_themselves(client: Client) -> None:
    assert client.get("/account/signup/").status_code == 404


def test_signing_in_leads_to_the_language_that_was_chosen(client: Client) -> None:
    mair = a_person("Mair", "mair@person.example")
    people.choose_language(mair, language="cy")
    ask_for_code(client, "mair@person.example")
    assert give(client, "/account/sign-in/confirm/", code_in_the_letter()) == "/cy/"


def test_the_door_speaks_welsh_when_something_is_wrong(client: Client) -> None:
    a_person("Mair", "mair@person.example")
    client.post("/cy/account/sign-in/", {"email": "mair@person.example"})
    page = client.post("/cy/account/sign-in/confirm/", {"code": "WRONG1"}).content.decode()
    assert "Incorrect" not in page
    assert "has been sent" not in page


def test_nobody_is_greeted_with_the_number_of_their_account(client: Client) -> None:
    a_person("Mair", "mair@person.example")
    ask_for_code(client, "mair@person.example")
    give(client, "/account/sign-in/confirm/", code_in_the_letter())
    account = Account.objects.get(email="mair@person.example")
    assert str(account.id) not in client.get("/my/circle/").content.decode()


def test_the_page_that_sets_up_an_app_names_its_field_in_welsh(client: Client) -> None:
    client.force_login(Account.objects.get(id=a_team().coach.account_id))
    page = client.post("/cy/account/2fa/totp/activate/", {}).content.decode()
    assert "Authenticator code" not in page


def test_a_public_place_is_no_demonstration_whatever_host_a_visitor_claims(client: Client, settings) -> None:  # type: ignore[no-untyped-def]
    settings.CYDWAITH_ADDRESS = f"https://{ELSEWHERE}"
    people.set_up_partnership(OPERATOR, name="Cwm", is_demonstration=True)
    a_demonstration_coach()
    ask_for_code(client, "demo@team.example", HERE)
    give(client, "/account/sign-in/confirm/", DEMONSTRATION_CODE, HERE)
    give(client, "/account/2fa/authenticate/", DEMONSTRATION_SECOND_CODE, HERE)
    assert "_auth_user_id" not in client.session
    for path in ("/demonstration/", "/demonstration/letters/"):
        assert Client().get(path, headers={"host": HERE}).status_code == 404


def test_many_who_come_through_one_proxy_do_not_shut_the_door_for_each_other() -> None:
    answers = [
        Client().post(
            "/account/sign-in/", {"email": f"a{n}@x.example"}, headers={"x-forwarded-for": f"192.0.2.{n}"}
        )
        for n in range(1, 26)
    ]
    assert {answer.status_code for answer in answers} == {302}


def test_one_address_that_asks_for_many_codes_is_told_to_wait_whatever_it_says_before_its_own() -> None:
    answers = [
        Client().post(
            "/account/sign-in/",
            {"email": f"a{n}@x.example"},
            headers={"x-forwarded-for": f"10.0.0.{n}, 192.0.2.7"},
        )
        for n in range(1, 26)
    ]
    assert answers[19].status_code == 302
    assert "Too many tries" in answers[20].content.decode()


def test_a_code_that_cannot_be_sent_is_said_in_a_sentence_and_nobody_learns_who_has_an_account(
    settings,
) -> None:  # type: ignore[no-untyped-def]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = HERE, 1
    a_person("Mair", "mair@person.example")
    for email in ("mair@person.example", "nobody@person.example"):
        answer = Client().post("/account/sign-in/", {"email": email})
        assert answer.status_code == 503
        assert "We could not send the code just now." in answer.content.decode()


class Refusing(socketserver.StreamRequestHandler):
    """A mail server that takes nobody's letter, and repeats the address as such servers do."""

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        for line in self.rfile:
            said = line.decode().strip()
            refused = said.upper().startswith("RCPT")
            self.wfile.write(f"550 no {said}\r\n".encode() if refused else b"250 fine\r\n")


def test_an_address_that_the_mail_server_refuses_is_in_no_log(
    settings,
    caplog: pytest.LogCaptureFixture,
) -> None:  # type: ignore[no-untyped-def]
    with socketserver.ThreadingTCPServer((HERE, 0), Refusing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = *server.server_address, False
        a_person("Mair", "mair@person.example")
        answer = Client().post("/account/sign-in/", {"email": "mair@person.example"})
        server.shutdown()
    assert answer.status_code == 503
    assert "could not be sent: SMTPRecipientsRefused" in caplog.text
    assert "mair@person.example" not in caplog.text
