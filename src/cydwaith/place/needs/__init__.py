"""The place's need list: what people need, in their words, in the directory's, in English and Welsh."""
