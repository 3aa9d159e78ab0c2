"""The instruments, one a module: definitions as data, each with its source and licence."""
