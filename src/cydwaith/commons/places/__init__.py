"""Places: nations, boards, councils, neighbourhoods and the postcodes within them."""
