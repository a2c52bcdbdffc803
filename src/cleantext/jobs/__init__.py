"""Jobs: a corpus cleaned by several processes into a folder, and taken up again where a run stopped."""
