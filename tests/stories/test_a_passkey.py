"""A passkey instead of a code: set up once, then a touch signs in."""

from tests.stories.conftest import Arrive
from tests.support.visitor import Visitor

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_a_phone_that_knows_its_owner(arrive: Arrive) -> Visitor:
    """A passkey belongs to a name, so the browser goes to localhost and not to a number."""
    visitor = arrive(phone=True)
    visitor.address = visitor.address.replace("127.0.0.1", "localhost")
    device = visitor.page.context.new_cdp_session(visitor.page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    return visitor


def test_a_person_adds_a_passkey_and_signs_in_with_it_alone(arrive: Arrive) -> None:
    person = with_a_phone_that_knows_its_owner(arrive)
    person.sign_in("rhys@cwmteg.example").visit("/account/2fa/webauthn/add/")
    person.press("Add a passkey").sees("The security key is added.")
    person.visit("/account/sign-out/").press("Sign out")
    person.visit("/account/sign-in/")
    person.page.get_by_role("button", name="Sign in with a passkey").click()
    person.page.wait_for_url("**/my/page/")
    person.check().sees("Hello, Rhys")
