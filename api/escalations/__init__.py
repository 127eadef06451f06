"""Cases that a person of the staff answers: threads of entries, from which everything else is worked out."""
