"""Which table holds which kind of record, in the words of the standard."""

from .entries import FromFeed, Location, Organisation, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm

MODELS: dict[str, type[FromFeed]] = {
    "organization": Organisation,
    "taxonomy": Taxonomy,
    "taxonomy_term": TaxonomyTerm,
    "location": Location,
    "service": Service,
    "service_at_location": ServiceAtLocation,
}
