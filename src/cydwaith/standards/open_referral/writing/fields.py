"""The fields of Open Referral, said once: what is published, described and checked is read from here.

A line is an entity and its fields; ``!`` marks what the UK profile requires, and after a colon stands what is
not text: a format, ``(one|of|these)``, ``[list of an entity]`` or ``{one of an entity}``. Ids are text: the
standard asks for UUIDs, feeds do not always have them, and an id is never changed.
Sources: HSDS 3.0 and 3.1, and the Open Referral UK profile 3.0, which stands before them where they differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass

DAYS = "MO|TU|WE|TH|FR|SA|SU"
KINDS_OF_PLACE = "physical|postal|virtual"

NEWER = f"""
service: id! organization_id program_id name! alternate_name description url:uri additional_urls:[url]
 email:email status!:(active|inactive|defunct|temporarily closed) interpretation_services
 application_process fees_description wait_time fees accreditations eligibility_description
 minimum_age:number maximum_age:number assured_date assurer_email:email licenses alert
 last_modified:date-time phones:[phone] schedules:[schedule] service_areas:[service_area]
 service_at_locations:[service_at_location] languages:[language] organization:{{organization}}
 funding:[funding] cost_options:[cost_option] program:{{program}} required_documents:[required_document]
 contacts:[contact] capacities:[service_capacity] attributes:[attribute] metadata:[metadata]
organization: id! name! alternate_name description! email:email website:uri additional_websites:[url]
 tax_status tax_id year_incorporated:number legal_status logo uri:uri parent_organization_id
 funding:[funding] contacts:[contact] phones:[phone] locations:[location] programs:[program]
 services:[service] organization_identifiers:[organization_identifier] attributes:[attribute]
 metadata:[metadata]
service_at_location: id! service_id location_id description service_areas:[service_area] contacts:[contact]
 phones:[phone] schedules:[schedule] location:{{location}} service:{{service}} attributes:[attribute]
 metadata:[metadata]
location: id! location_type!:({KINDS_OF_PLACE}) url:uri organization_id name alternate_name description
 transportation latitude:number longitude:number external_identifier external_identifier_type
 languages:[language] addresses:[address] contacts:[contact] accessibility:[accessibility] phones:[phone]
 schedules:[schedule] attributes:[attribute] metadata:[metadata]
address: id! location_id attention address_1! address_2 city! region state_province! postal_code! country!
 address_type!:({KINDS_OF_PLACE}) attributes:[attribute] metadata:[metadata]
accessibility: id! location_id description details url:uri accessibility attributes:[attribute]
 metadata:[metadata]
schedule: id! service_id location_id service_at_location_id valid_from valid_to dtstart timezone:number
 until count:number wkst:({DAYS}) freq:(WEEKLY|MONTHLY) interval:number byday byweekno bymonthday byyearday
 description opens_at closes_at schedule_link:uri attending_type notes attributes:[attribute]
 metadata:[metadata]
phone: id! location_id service_id organization_id contact_id service_at_location_id number! extension:number
 type description languages:[language] attributes:[attribute] metadata:[metadata]
contact: id! organization_id service_id service_at_location_id location_id name title department email:email
 phones:[phone] attributes:[attribute] metadata:[metadata]
cost_option: id! service_id valid_from valid_to option currency amount:number amount_description
 attributes:[attribute] metadata:[metadata]
language: id! service_id location_id phone_id name code note attributes:[attribute] metadata:[metadata]
service_area: id! service_id service_at_location_id name description extent extent_type uri service_area
 attributes:[attribute] metadata:[metadata]
funding: id! organization_id service_id source attributes:[attribute] metadata:[metadata]
program: id! organization_id name! alternate_name description! attributes:[attribute] metadata:[metadata]
required_document: id! service_id document uri:uri attributes:[attribute] metadata:[metadata]
organization_identifier: id! organization_id identifier_scheme identifier_type! identifier!
 attributes:[attribute] metadata:[metadata]
service_capacity: id! service_id unit!:{{unit}} unit_id available!:number maximum:number description
 updated!:date-time attributes:[attribute] metadata:[metadata]
unit: id! name! scheme identifier uri:uri attributes:[attribute] metadata:[metadata]
url: id! label url!:uri organization_id service_id attributes:[attribute] metadata:[metadata]
attribute: id! link_id taxonomy_term_id link_type link_entity value label taxonomy_term:{{taxonomy_term}}
 metadata:[metadata]
taxonomy: id! name! description! uri:uri version taxonomy_terms:[taxonomy_term] metadata:[metadata]
taxonomy_term: id! code name! description! parent_id taxonomy taxonomy_detail:{{taxonomy}} language
 taxonomy_id term_uri:uri term metadata:[metadata]
metadata: id! resource_id resource_type last_action_date! last_action_type! field_name! previous_value!
 replacement_value! updated_by!
"""

OLDER = """
service: id! organization!:{organization} name! description url:web email:email
 status:(active|inactive|defunct|temporarily closed) fees accreditations
 deliverable_type:(Advice|Assessment|Counselling|Equipment|Financial
 Support|Information|Permission|Training) assured_date attending_type:(phone|online|venue|home visit)
 attending_access:(referral|appointment|membership|drop-in) contacts:[contact] cost_options:[cost_option]
 eligibilitys:[eligibility] fundings:[funding] languages:[language] regular_schedules:[regular_schedule]
 service_areas:[service_area] service_at_locations:[service_at_location]
 service_taxonomys:[service_taxonomy]
organization: id! name! description! email:email url:web logo uri:web services:[brief_service]
brief_service: id! name! description url:web email:email status:(active|inactive|defunct|temporarily closed)
 fees assured_date
location: id! name description latitude:number longitude:number service_at_locations:[service_at_location]
 physical_addresses:[physical_address] accessibility_for_disabilities:[accessibility]
service_at_location: id! location:{location} service:{service} regular_schedule:[regular_schedule]
physical_address: id! address_1 city! state_province! postal_code! country!
accessibility: id! accessibility
contact: id! name title phones:[phone]
phone: id! number! language
cost_option: id! valid_from valid_to option amount:number amount_description
eligibility: id! eligibility minimum_age:number maximum_age:number
funding: id! source
language: id! language
regular_schedule: id! opens_at closes_at valid_from valid_to dtstart freq interval:number byday bymonthday
 description
service_area: id! service_area extent uri:web
service_taxonomy: id! taxonomy:{taxonomy}
taxonomy: id! name! vocabulary parent_id
"""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: ``kind`` is "", a format, "one of", "list" or "object"; ``of`` says which."""

    name: str
    required: bool = False
    kind: str = ""
    of: tuple[str, ...] = ()

    @property
    def is_nested(self) -> bool:
        """Whether it holds records rather than a value."""
        return self.kind in ("list", "object")


Entities = Mapping[str, Mapping[str, Field]]


def _field(word: str) -> Field:
    name, _, said = word.partition(":")
    kind, of = said, ()
    for start, meant in (("(", "one of"), ("[", "list"), ("{", "object")):
        if said.startswith(start):
            kind, of = meant, tuple(said[1:-1].split("|"))
    return Field(name.removesuffix("!"), name.endswith("!"), kind, of)


def _words(text: str) -> list[str]:
    """Parted by spaces that stand in no bracket: "(temporarily closed)" is one."""
    words, depth = [""], 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        if letter == " " and not depth:
            words.append("")
        else:
            words[-1] += letter
    return [word for word in words if word]


def _entities(table: str) -> Entities:
    lines = table.strip().replace("\n ", " ").splitlines()
    found = (line.partition(": ") for line in lines)
    return {name: {f.name: f for f in map(_field, _words(said))} for name, _, said in found}


VERSION_3: Entities = _entities(NEWER)
VERSION_1: Entities = _entities(OLDER)
