"""Getting a feed from its address into a folder of the data folder, whole or not at all."""
